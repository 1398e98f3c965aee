/** Texts of this bundle. */
import EmptyAttribution from '@salesforce/label/c.Insight_Empty_Attribution';
import AttributionCompare from '@salesforce/label/c.Insight_Label_AttributionCompare';
import AttributionModel from '@salesforce/label/c.Insight_Label_AttributionModel';
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnCurrency from '@salesforce/label/c.Insight_Label_ColumnCurrency';
import ColumnId from '@salesforce/label/c.Insight_Label_ColumnId';
import ColumnName from '@salesforce/label/c.Insight_Label_ColumnName';
import ColumnShare from '@salesforce/label/c.Insight_Label_ColumnShare';
import ColumnSpread from '@salesforce/label/c.Insight_Label_ColumnSpread';
import Coverage from '@salesforce/label/c.Insight_Label_Coverage';
import CreditsWaiting from '@salesforce/label/c.Insight_Label_CreditsWaiting';
import Level from '@salesforce/label/c.Insight_Label_Level';
import LevelCampaign from '@salesforce/label/c.Insight_Label_LevelCampaign';
import LevelChannel from '@salesforce/label/c.Insight_Label_LevelChannel';
import LevelProgram from '@salesforce/label/c.Insight_Label_LevelProgram';
import LevelRegion from '@salesforce/label/c.Insight_Label_LevelRegion';
import TitleRevenueAttribution from '@salesforce/label/c.Insight_Title_RevenueAttribution';

export const labels = {
    AttributionCompare,
    AttributionModel,
    ColumnAmount,
    ColumnCurrency,
    ColumnId,
    ColumnName,
    ColumnShare,
    ColumnSpread,
    Coverage,
    CreditsWaiting,
    EmptyAttribution,
    Level,
    LevelCampaign,
    LevelChannel,
    LevelProgram,
    LevelRegion,
    TitleRevenueAttribution
};
