/** Texts of this bundle. */
import EmptyBreakdown from '@salesforce/label/c.Insight_Empty_Breakdown';
import CasesOf from '@salesforce/label/c.Insight_Label_CasesOf';
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnN from '@salesforce/label/c.Insight_Label_ColumnN';
import ColumnNumerator from '@salesforce/label/c.Insight_Label_ColumnNumerator';
import ColumnValue from '@salesforce/label/c.Insight_Label_ColumnValue';
import FigureBy from '@salesforce/label/c.Insight_Label_FigureBy';
import Hidden from '@salesforce/label/c.Insight_Label_Hidden';
import HiddenWhy from '@salesforce/label/c.Insight_Label_HiddenWhy';
import IntervalHigh from '@salesforce/label/c.Insight_Label_IntervalHigh';
import IntervalLow from '@salesforce/label/c.Insight_Label_IntervalLow';
import NotAvailableZero from '@salesforce/label/c.Insight_Label_NotAvailableZero';
import Of from '@salesforce/label/c.Insight_Label_Of';
import Small from '@salesforce/label/c.Insight_Label_Small';
import TitleBreakdown from '@salesforce/label/c.Insight_Title_Breakdown';

export const labels = {
    CasesOf,
    ColumnAmount,
    ColumnN,
    ColumnNumerator,
    ColumnValue,
    EmptyBreakdown,
    FigureBy,
    Hidden,
    HiddenWhy,
    IntervalHigh,
    IntervalLow,
    NotAvailableZero,
    Of,
    Small,
    TitleBreakdown
};
