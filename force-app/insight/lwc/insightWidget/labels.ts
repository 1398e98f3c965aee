/** Texts of this bundle. */
import Account from '@salesforce/label/c.Insight_Label_ThisAccount';
import Campaign from '@salesforce/label/c.Insight_Label_ThisCampaign';
import OfRecord from '@salesforce/label/c.Insight_Label_OfRecord';

export const labels = {
    Account,
    Campaign,
    OfRecord
};
