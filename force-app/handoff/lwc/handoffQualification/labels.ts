/** Texts of this bundle. */
import Cancel from '@salesforce/label/c.Shared_Action_Cancel';
import EndWork from '@salesforce/label/c.Handoff_Action_EndWork';
import Reopen from '@salesforce/label/c.Handoff_Action_Reopen';
import Undo from '@salesforce/label/c.Handoff_Action_UndoAcceptance';
import UndoNow from '@salesforce/label/c.Handoff_Action_UndoAcceptanceNow';
import OpportunityState from '@salesforce/label/c.Handoff_Label_OpportunityState';
import PickOne from '@salesforce/label/c.Handoff_Label_PickOne';
import ReopenIntro from '@salesforce/label/c.Handoff_Label_ReopenIntro';
import ReopenNote from '@salesforce/label/c.Handoff_Label_ReopenNote';
import ReopenReason from '@salesforce/label/c.Handoff_Label_ReopenReason';
import UndoNote from '@salesforce/label/c.Handoff_Label_UndoNote';
import UndoUntil from '@salesforce/label/c.Handoff_Label_UndoUntil';
import ConvertedTitle from '@salesforce/label/c.Handoff_Title_Converted';
import EndWorkTitle from '@salesforce/label/c.Handoff_Title_EndWork';
import ReopenTitle from '@salesforce/label/c.Handoff_Title_Reopen';
import AcceptanceUndone from '@salesforce/label/c.Handoff_Toast_AcceptanceUndone';
import Converted from '@salesforce/label/c.Handoff_Toast_Converted';
import Qualified from '@salesforce/label/c.Handoff_Toast_Qualified';
import Reopened from '@salesforce/label/c.Handoff_Toast_Reopened';
import WorkEnded from '@salesforce/label/c.Handoff_Toast_WorkEnded';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    AcceptanceUndone,
    Cancel,
    Converted,
    ConvertedTitle,
    EndWork,
    EndWorkTitle,
    Loading,
    OpportunityState,
    PickOne,
    Qualified,
    Reopen,
    ReopenIntro,
    ReopenNote,
    ReopenReason,
    ReopenTitle,
    Reopened,
    Undo,
    UndoNote,
    UndoNow,
    UndoUntil,
    WorkEnded
};
