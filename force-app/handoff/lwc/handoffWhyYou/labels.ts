/** Texts of this bundle. */
import HowRouted from '@salesforce/label/c.Handoff_Action_HowRouted';
import Nothing from '@salesforce/label/c.Handoff_Empty_Route';
import ByHand from '@salesforce/label/c.Handoff_Label_RouteByHand';
import Interval from '@salesforce/label/c.Handoff_Label_RouteInterval';
import Decided from '@salesforce/label/c.Handoff_Label_StepDecided';
import Passed from '@salesforce/label/c.Handoff_Label_StepPassed';
import Somebody from '@salesforce/label/c.Handoff_Text_Somebody';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    ByHand,
    Decided,
    HowRouted,
    Interval,
    Loading,
    Nothing,
    Passed,
    Somebody
};
