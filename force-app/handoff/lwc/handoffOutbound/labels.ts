/** Texts of this bundle. */
import Empty from '@salesforce/label/c.Handoff_Empty_Outbound';
import Soon from '@salesforce/label/c.Handoff_Empty_OutboundSoon';
import Definition from '@salesforce/label/c.Handoff_Help_OutboundDefinition';
import NotReady from '@salesforce/label/c.Handoff_Help_OutboundNotReady';
import Attempts from '@salesforce/label/c.Handoff_Label_OutboundAttempts';
import Due from '@salesforce/label/c.Handoff_Label_OutboundDue';
import FailedCount from '@salesforce/label/c.Handoff_Label_OutboundFailed';
import NextAttempt from '@salesforce/label/c.Handoff_Label_OutboundNextAttempt';
import NotAny from '@salesforce/label/c.Handoff_Label_OutboundNotAny';
import Occurred from '@salesforce/label/c.Handoff_Label_OutboundOccurred';
import Overdue from '@salesforce/label/c.Handoff_Label_OutboundOverdue';
import Percent from '@salesforce/label/c.Handoff_Label_OutboundPercent';
import Sent from '@salesforce/label/c.Handoff_Label_OutboundSent';
import SentOf from '@salesforce/label/c.Handoff_Label_OutboundSentOf';
import WaitingCount from '@salesforce/label/c.Handoff_Label_OutboundWaiting';
import Warning from '@salesforce/label/c.Handoff_Label_OutboundWarning';
import Title from '@salesforce/label/c.Handoff_Title_Outbound';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Attempts,
    Definition,
    Due,
    Empty,
    FailedCount,
    Loading,
    NextAttempt,
    NotAny,
    NotReady,
    Occurred,
    Overdue,
    Percent,
    Sent,
    SentOf,
    Soon,
    Title,
    WaitingCount,
    Warning
};
