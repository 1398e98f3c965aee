/** Texts of this bundle. */
import NoAmount from '@salesforce/label/c.Insight_Empty_AttributionAmount';
import Lost from '@salesforce/label/c.Insight_Empty_AttributionLost';
import NoTouches from '@salesforce/label/c.Insight_Empty_AttributionTouches';
import Compare from '@salesforce/label/c.Insight_Label_AttributionCompare';
import Model from '@salesforce/label/c.Insight_Label_AttributionModel';
import Open from '@salesforce/label/c.Insight_Label_AttributionOpen';
import Scope from '@salesforce/label/c.Insight_Label_AttributionScope';
import Table from '@salesforce/label/c.Insight_Label_AttributionTable';
import Total from '@salesforce/label/c.Insight_Label_AttributionTotal';
import TotalShares from '@salesforce/label/c.Insight_Label_AttributionTotalShares';
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnCampaign from '@salesforce/label/c.Insight_Label_ColumnCampaign';
import ColumnId from '@salesforce/label/c.Insight_Label_ColumnId';
import ColumnName from '@salesforce/label/c.Insight_Label_ColumnName';
import ColumnShare from '@salesforce/label/c.Insight_Label_ColumnShare';
import ColumnTouch from '@salesforce/label/c.Insight_Label_ColumnTouch';
import ColumnTouchAt from '@salesforce/label/c.Insight_Label_ColumnTouchAt';
import NoCampaign from '@salesforce/label/c.Insight_Label_NoCampaign';
import Title from '@salesforce/label/c.Insight_Title_Attribution';

export const labels = {
    ColumnAmount,
    ColumnCampaign,
    ColumnId,
    ColumnName,
    ColumnShare,
    ColumnTouch,
    ColumnTouchAt,
    Compare,
    Lost,
    Model,
    NoAmount,
    NoCampaign,
    NoTouches,
    Open,
    Scope,
    Table,
    Title,
    Total,
    TotalShares
};
