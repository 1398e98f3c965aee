/** Texts of this bundle. */
import HideLog from '@salesforce/label/c.Handoff_Action_HideLog';
import ShowLog from '@salesforce/label/c.Handoff_Action_ShowLog';
import AcceptedBy from '@salesforce/label/c.Handoff_Label_AcceptedBy';
import AcceptedByYou from '@salesforce/label/c.Handoff_Label_AcceptedByYou';
import LogEntry from '@salesforce/label/c.Handoff_Label_LogEntry';
import LogEntryAutomatic from '@salesforce/label/c.Handoff_Label_LogEntryAutomatic';
import Next from '@salesforce/label/c.Handoff_Label_Next';
import NextBy from '@salesforce/label/c.Handoff_Label_NextBy';
import OnClock from '@salesforce/label/c.Handoff_Label_OnClock';
import OutcomeAssignee from '@salesforce/label/c.Handoff_Label_OutcomeAssignee';
import OutcomeExpired from '@salesforce/label/c.Handoff_Label_OutcomeExpired';
import OutcomeLate from '@salesforce/label/c.Handoff_Label_OutcomeLate';
import OutcomeMet from '@salesforce/label/c.Handoff_Label_OutcomeMet';
import Pass from '@salesforce/label/c.Handoff_Label_Pass';
import Rationale from '@salesforce/label/c.Handoff_Label_Rationale';
import Reason from '@salesforce/label/c.Handoff_Label_Reason';
import RejectedBy from '@salesforce/label/c.Handoff_Label_RejectedBy';
import RejectedByYou from '@salesforce/label/c.Handoff_Label_RejectedByYou';
import Revisit from '@salesforce/label/c.Handoff_Label_Revisit';
import EarlierPasses from '@salesforce/label/c.Handoff_Title_EarlierPasses';
import Story from '@salesforce/label/c.Handoff_Title_Story';

export const labels = {
    AcceptedBy,
    AcceptedByYou,
    EarlierPasses,
    HideLog,
    LogEntry,
    LogEntryAutomatic,
    Next,
    NextBy,
    OnClock,
    OutcomeAssignee,
    OutcomeExpired,
    OutcomeLate,
    OutcomeMet,
    Pass,
    Rationale,
    Reason,
    RejectedBy,
    RejectedByYou,
    Revisit,
    ShowLog,
    Story
};
