/** Texts of this bundle. */
import AcceptAfterAll from '@salesforce/label/c.Handoff_Action_AcceptAfterAll';
import OtherReason from '@salesforce/label/c.Handoff_Action_OtherReason';
import RejectAfterAll from '@salesforce/label/c.Handoff_Action_RejectAfterAll';
import Back from '@salesforce/label/c.Handoff_Action_ReviewBack';
import CorrectUntil from '@salesforce/label/c.Handoff_Label_CorrectUntil';
import SureAccept from '@salesforce/label/c.Handoff_Label_SureAccept';
import Correct from '@salesforce/label/c.Handoff_Title_Correct';
import Corrected from '@salesforce/label/c.Handoff_Toast_Corrected';

export const labels = {
    AcceptAfterAll,
    Back,
    Correct,
    CorrectUntil,
    Corrected,
    OtherReason,
    RejectAfterAll,
    SureAccept
};
