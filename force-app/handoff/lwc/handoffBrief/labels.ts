/** Texts of this bundle. */
import WhyQualified from '@salesforce/label/c.Handoff_Action_WhyQualified';
import CardBrief from '@salesforce/label/c.Handoff_Empty_CardBrief';
import Account from '@salesforce/label/c.Handoff_Label_Account';
import Beds from '@salesforce/label/c.Handoff_Label_Beds';
import Context from '@salesforce/label/c.Handoff_Label_Context';
import DoNotContact from '@salesforce/label/c.Handoff_Label_DoNotContact';
import Engagement from '@salesforce/label/c.Handoff_Label_Engagement';
import Fit from '@salesforce/label/c.Handoff_Label_Fit';
import Interest from '@salesforce/label/c.Handoff_Label_Interest';
import Lately from '@salesforce/label/c.Handoff_Label_Lately';
import Where from '@salesforce/label/c.Handoff_Label_Where';
import Who from '@salesforce/label/c.Handoff_Label_Who';
import WhyNow from '@salesforce/label/c.Handoff_Label_WhyNow';
import WhyYou from '@salesforce/label/c.Handoff_Label_WhyYou';

export const labels = {
    Account,
    Beds,
    CardBrief,
    Context,
    DoNotContact,
    Engagement,
    Fit,
    Interest,
    Lately,
    Where,
    Who,
    WhyNow,
    WhyQualified,
    WhyYou
};
