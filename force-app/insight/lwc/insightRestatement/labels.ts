/** Texts of this bundle. */
import Restate from '@salesforce/label/c.Insight_Action_Restate';
import ReasonHelp from '@salesforce/label/c.Insight_Help_RestateReason';
import Late from '@salesforce/label/c.Insight_Label_RestateLate';
import Log from '@salesforce/label/c.Insight_Label_RestateLog';
import Reason from '@salesforce/label/c.Insight_Label_RestateReason';

export const labels = { Late, Log, Reason, ReasonHelp, Restate };
