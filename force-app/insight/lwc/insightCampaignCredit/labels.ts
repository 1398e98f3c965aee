/** Texts of this bundle. */
import EmptyCampaignCredit from '@salesforce/label/c.Insight_Empty_CampaignCredit';
import AttributionModel from '@salesforce/label/c.Insight_Label_AttributionModel';
import CampaignSummary from '@salesforce/label/c.Insight_Label_CampaignSummary';
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnCurrency from '@salesforce/label/c.Insight_Label_ColumnCurrency';
import ColumnReturn from '@salesforce/label/c.Insight_Label_ColumnReturn';
import ColumnShare from '@salesforce/label/c.Insight_Label_ColumnShare';
import CostOf from '@salesforce/label/c.Insight_Label_CostOf';
import NoCost from '@salesforce/label/c.Insight_Label_NoCost';
import ReturnOnSpend from '@salesforce/label/c.Insight_Label_ReturnOnSpend';
import ShareOfWon from '@salesforce/label/c.Insight_Label_ShareOfWon';
import TitleCampaignCredit from '@salesforce/label/c.Insight_Title_CampaignCredit';

export const labels = {
    AttributionModel,
    CampaignSummary,
    ColumnAmount,
    ColumnCurrency,
    ColumnReturn,
    ColumnShare,
    CostOf,
    EmptyCampaignCredit,
    NoCost,
    ReturnOnSpend,
    ShareOfWon,
    TitleCampaignCredit
};
