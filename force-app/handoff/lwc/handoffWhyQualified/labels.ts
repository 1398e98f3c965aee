/** Texts of this bundle. */
import Influencer from '@salesforce/label/c.Handoff_Help_Influencer';
import Authority from '@salesforce/label/c.Handoff_Label_Authority';
import FitPart from '@salesforce/label/c.Handoff_Label_FitPart';
import GateVersion from '@salesforce/label/c.Handoff_Label_GateVersion';
import NotKnown from '@salesforce/label/c.Handoff_Label_NotKnown';
import Override from '@salesforce/label/c.Handoff_Label_Override';
import Policy from '@salesforce/label/c.Handoff_Label_Policy';
import Criteria from '@salesforce/label/c.Handoff_Title_Criteria';
import FitParts from '@salesforce/label/c.Handoff_Title_FitParts';

export const labels = {
    Authority,
    Criteria,
    FitPart,
    FitParts,
    GateVersion,
    Influencer,
    NotKnown,
    Override,
    Policy
};
