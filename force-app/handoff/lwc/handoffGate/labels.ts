/** Texts of this bundle. */
import HandOver from '@salesforce/label/c.Handoff_Action_HandOver';
import GateNotYours from '@salesforce/label/c.Handoff_Help_GateNotYours';
import DoNotContact from '@salesforce/label/c.Handoff_Label_DoNotContact';
import GateMet from '@salesforce/label/c.Handoff_Label_GateMet';
import GateMissing from '@salesforce/label/c.Handoff_Label_GateMissing';
import Missing from '@salesforce/label/c.Handoff_Label_Missing';
import There from '@salesforce/label/c.Handoff_Label_There';
import Gate from '@salesforce/label/c.Handoff_Title_Gate';

export const labels = {
    DoNotContact,
    Gate,
    GateMet,
    GateMissing,
    GateNotYours,
    HandOver,
    Missing,
    There
};
