/** Texts of this bundle. */
import How from '@salesforce/label/c.Insight_Action_How';
import Rows from '@salesforce/label/c.Insight_Action_Rows';
import AsOf from '@salesforce/label/c.Insight_Label_AsOf';
import NoCases from '@salesforce/label/c.Insight_Label_NoCases';
import Of from '@salesforce/label/c.Insight_Label_Of';
import Pending from '@salesforce/label/c.Insight_Label_Pending';
import Small from '@salesforce/label/c.Insight_Label_Small';
import TrendOf from '@salesforce/label/c.Insight_Label_TrendOf';
import TrendPeriod from '@salesforce/label/c.Insight_Label_TrendPeriod';
import TrendPoint from '@salesforce/label/c.Insight_Label_TrendPoint';
import TrendValue from '@salesforce/label/c.Insight_Label_TrendValue';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    AsOf,
    How,
    Loading,
    NoCases,
    Of,
    Pending,
    Rows,
    Small,
    TrendOf,
    TrendPeriod,
    TrendPoint,
    TrendValue
};
