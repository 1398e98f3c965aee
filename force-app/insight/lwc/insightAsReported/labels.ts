/** Texts of this bundle. */
import EmptyQuarters from '@salesforce/label/c.Insight_Empty_Quarters';
import LabelAsReported from '@salesforce/label/c.Insight_Label_AsReported';
import ColumnDimension from '@salesforce/label/c.Insight_Label_ColumnDimension';
import ColumnMetric from '@salesforce/label/c.Insight_Label_ColumnMetric';
import ColumnResult from '@salesforce/label/c.Insight_Label_ColumnResult';
import ColumnValue from '@salesforce/label/c.Insight_Label_ColumnValue';
import CutBy from '@salesforce/label/c.Insight_Label_CutBy';
import Everybody from '@salesforce/label/c.Insight_Label_Everybody';
import Of from '@salesforce/label/c.Insight_Label_Of';
import Quarter from '@salesforce/label/c.Insight_Label_Quarter';
import ReportedAmount from '@salesforce/label/c.Insight_Label_ReportedAmount';
import ReportedN from '@salesforce/label/c.Insight_Label_ReportedN';
import ReportedNumerator from '@salesforce/label/c.Insight_Label_ReportedNumerator';
import ReportedOn from '@salesforce/label/c.Insight_Label_ReportedOn';
import LabelRestated from '@salesforce/label/c.Insight_Label_Restated';
import RestatedAmount from '@salesforce/label/c.Insight_Label_RestatedAmount';
import RestatedN from '@salesforce/label/c.Insight_Label_RestatedN';
import RestatedNumerator from '@salesforce/label/c.Insight_Label_RestatedNumerator';
import RestatedToday from '@salesforce/label/c.Insight_Label_RestatedToday';
import Unchanged from '@salesforce/label/c.Insight_Label_Unchanged';
import Version from '@salesforce/label/c.Insight_Label_Version';
import TitleAsReported from '@salesforce/label/c.Insight_Title_AsReported';

export const labels = {
    ColumnDimension,
    ColumnMetric,
    ColumnResult,
    ColumnValue,
    CutBy,
    EmptyQuarters,
    Everybody,
    LabelAsReported,
    LabelRestated,
    Of,
    Quarter,
    ReportedAmount,
    ReportedN,
    ReportedNumerator,
    ReportedOn,
    RestatedAmount,
    RestatedN,
    RestatedNumerator,
    RestatedToday,
    TitleAsReported,
    Unchanged,
    Version
};
