/** Texts of this bundle. */
import EmptyPipeline from '@salesforce/label/c.Insight_Empty_Pipeline';
import AmountMissing from '@salesforce/label/c.Insight_Label_AmountMissing';
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnCount from '@salesforce/label/c.Insight_Label_ColumnCount';
import ColumnCurrency from '@salesforce/label/c.Insight_Label_ColumnCurrency';
import ColumnOrigin from '@salesforce/label/c.Insight_Label_ColumnOrigin';
import ColumnPart from '@salesforce/label/c.Insight_Label_ColumnPart';
import ColumnShare from '@salesforce/label/c.Insight_Label_ColumnShare';
import Deals from '@salesforce/label/c.Insight_Label_Deals';
import Influenced from '@salesforce/label/c.Insight_Label_Influenced';
import InfluencedNotSourced from '@salesforce/label/c.Insight_Label_InfluencedNotSourced';
import InfluencedText from '@salesforce/label/c.Insight_Label_InfluencedText';
import Neither from '@salesforce/label/c.Insight_Label_Neither';
import OriginOf from '@salesforce/label/c.Insight_Label_OriginOf';
import PipelineView from '@salesforce/label/c.Insight_Label_PipelineView';
import Sourced from '@salesforce/label/c.Insight_Label_Sourced';
import Total from '@salesforce/label/c.Insight_Label_Total';
import ViewCreated from '@salesforce/label/c.Insight_Label_ViewCreated';
import ViewOpen from '@salesforce/label/c.Insight_Label_ViewOpen';
import TitleOrigins from '@salesforce/label/c.Insight_Title_Origins';
import TitlePipeline from '@salesforce/label/c.Insight_Title_Pipeline';

export const labels = {
    AmountMissing,
    ColumnAmount,
    ColumnCount,
    ColumnCurrency,
    ColumnOrigin,
    ColumnPart,
    ColumnShare,
    Deals,
    EmptyPipeline,
    Influenced,
    InfluencedNotSourced,
    InfluencedText,
    Neither,
    OriginOf,
    PipelineView,
    Sourced,
    TitleOrigins,
    TitlePipeline,
    Total,
    ViewCreated,
    ViewOpen
};
