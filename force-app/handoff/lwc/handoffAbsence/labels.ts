/** Texts of this bundle. */
import CancelThis from '@salesforce/label/c.Handoff_Action_CancelAbsence';
import Enter from '@salesforce/label/c.Handoff_Action_EnterAbsence';
import Save from '@salesforce/label/c.Handoff_Action_SaveAbsence';
import There from '@salesforce/label/c.Handoff_Empty_Absence';
import NothingWaits from '@salesforce/label/c.Handoff_Empty_Cover';
import Help from '@salesforce/label/c.Handoff_Help_Absence';
import Delegate from '@salesforce/label/c.Handoff_Label_AbsenceDelegate';
import From from '@salesforce/label/c.Handoff_Label_AbsenceFrom';
import Line from '@salesforce/label/c.Handoff_Label_AbsenceLine';
import LineManager from '@salesforce/label/c.Handoff_Label_AbsenceLineManager';
import Manager from '@salesforce/label/c.Handoff_Label_AbsenceManager';
import To from '@salesforce/label/c.Handoff_Label_AbsenceTo';
import Cover from '@salesforce/label/c.Handoff_Label_Cover';
import Title from '@salesforce/label/c.Handoff_Title_Absence';
import Cancelled from '@salesforce/label/c.Handoff_Toast_AbsenceCancelled';
import Saved from '@salesforce/label/c.Handoff_Toast_AbsenceSaved';
import Cancel from '@salesforce/label/c.Shared_Action_Cancel';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Cancel,
    CancelThis,
    Cancelled,
    Cover,
    Delegate,
    Enter,
    From,
    Help,
    Line,
    LineManager,
    Loading,
    Manager,
    NothingWaits,
    Save,
    Saved,
    There,
    Title,
    To
};
