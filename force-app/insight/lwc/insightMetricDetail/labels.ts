/** Texts of this bundle. */
import EmptyRows from '@salesforce/label/c.Insight_Empty_Rows';
import Basis from '@salesforce/label/c.Insight_Label_Basis';
import Cases from '@salesforce/label/c.Insight_Label_Cases';
import CasesText from '@salesforce/label/c.Insight_Label_CasesText';
import ColumnCounted from '@salesforce/label/c.Insight_Label_ColumnCounted';
import ColumnHandedOff from '@salesforce/label/c.Insight_Label_ColumnHandedOff';
import ColumnOwner from '@salesforce/label/c.Insight_Label_ColumnOwner';
import ColumnPerson from '@salesforce/label/c.Insight_Label_ColumnPerson';
import ColumnResult from '@salesforce/label/c.Insight_Label_ColumnResult';
import Computed from '@salesforce/label/c.Insight_Label_Computed';
import CountedDenominator from '@salesforce/label/c.Insight_Label_CountedDenominator';
import CountedNumerator from '@salesforce/label/c.Insight_Label_CountedNumerator';
import CountedPending from '@salesforce/label/c.Insight_Label_CountedPending';
import Definition from '@salesforce/label/c.Insight_Label_Definition';
import Formula from '@salesforce/label/c.Insight_Label_Formula';
import Interval from '@salesforce/label/c.Insight_Label_Interval';
import Target from '@salesforce/label/c.Insight_Label_Target';
import Window from '@salesforce/label/c.Insight_Label_Window';
import RowsTitle from '@salesforce/label/c.Insight_Title_Rows';
import Close from '@salesforce/label/c.Shared_Action_Close';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Basis,
    Cases,
    CasesText,
    Close,
    ColumnCounted,
    ColumnHandedOff,
    ColumnOwner,
    ColumnPerson,
    ColumnResult,
    Computed,
    CountedDenominator,
    CountedNumerator,
    CountedPending,
    Definition,
    EmptyRows,
    Formula,
    Interval,
    Loading,
    RowsTitle,
    Target,
    Window
};
