/** Texts of this bundle. */
import HandOver from '@salesforce/label/c.Handoff_Action_HandOver';
import HandOverAnyway from '@salesforce/label/c.Handoff_Action_HandOverAnyway';
import GateNotYours from '@salesforce/label/c.Handoff_Help_GateNotYours';
import OverrideMissing from '@salesforce/label/c.Handoff_Help_OverrideMissing';
import OverrideHelp from '@salesforce/label/c.Handoff_Help_OverrideText';
import WatchHelp from '@salesforce/label/c.Handoff_Help_Watch';
import DoNotContact from '@salesforce/label/c.Handoff_Label_DoNotContact';
import GateLow from '@salesforce/label/c.Handoff_Label_GateLow';
import GateMissing from '@salesforce/label/c.Handoff_Label_GateMissing';
import GateOpen from '@salesforce/label/c.Handoff_Label_GateOpen';
import Missing from '@salesforce/label/c.Handoff_Label_Missing';
import OverrideText from '@salesforce/label/c.Handoff_Label_OverrideText';
import There from '@salesforce/label/c.Handoff_Label_There';
import Watch from '@salesforce/label/c.Handoff_Label_Watch';
import Gate from '@salesforce/label/c.Handoff_Title_Gate';

export const labels = {
    DoNotContact,
    Gate,
    GateLow,
    GateMissing,
    GateNotYours,
    GateOpen,
    HandOver,
    HandOverAnyway,
    Missing,
    OverrideHelp,
    OverrideMissing,
    OverrideText,
    There,
    Watch,
    WatchHelp
};
