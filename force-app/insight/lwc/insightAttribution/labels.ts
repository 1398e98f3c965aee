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
import ColumnCampaign from '@salesforce/label/c.Insight_Label_ColumnCampaign';
import ColumnTouch from '@salesforce/label/c.Insight_Label_ColumnTouch';
import NoCampaign from '@salesforce/label/c.Insight_Label_NoCampaign';
import Title from '@salesforce/label/c.Insight_Title_Attribution';
import ShowMore from '@salesforce/label/c.Shared_Action_ShowMore';
import Loading from '@salesforce/label/c.Shared_Label_Loading';
import ShowingOf from '@salesforce/label/c.Shared_Label_ShowingOf';

export const labels = {
    ColumnCampaign,
    ColumnTouch,
    Compare,
    Loading,
    Lost,
    Model,
    NoAmount,
    NoCampaign,
    NoTouches,
    Open,
    Scope,
    ShowMore,
    ShowingOf,
    Table,
    Title,
    Total,
    TotalShares
};
