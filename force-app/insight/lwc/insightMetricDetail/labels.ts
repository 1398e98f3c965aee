/** Texts of this bundle. */
import Basis from '@salesforce/label/c.Insight_Label_Basis';
import Cases from '@salesforce/label/c.Insight_Label_Cases';
import CasesPending from '@salesforce/label/c.Insight_Label_CasesPending';
import CasesText from '@salesforce/label/c.Insight_Label_CasesText';
import CasesYoung from '@salesforce/label/c.Insight_Label_CasesYoung';
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnCounted from '@salesforce/label/c.Insight_Label_ColumnCounted';
import ColumnDetail from '@salesforce/label/c.Insight_Label_ColumnDetail';
import ColumnEntered from '@salesforce/label/c.Insight_Label_ColumnEntered';
import ColumnId from '@salesforce/label/c.Insight_Label_ColumnId';
import ColumnName from '@salesforce/label/c.Insight_Label_ColumnName';
import ColumnOwner from '@salesforce/label/c.Insight_Label_ColumnOwner';
import ColumnResult from '@salesforce/label/c.Insight_Label_ColumnResult';
import Computed from '@salesforce/label/c.Insight_Label_Computed';
import CountedDenominator from '@salesforce/label/c.Insight_Label_CountedDenominator';
import CountedNumerator from '@salesforce/label/c.Insight_Label_CountedNumerator';
import CountedPending from '@salesforce/label/c.Insight_Label_CountedPending';
import CountedYoung from '@salesforce/label/c.Insight_Label_CountedYoung';
import Definition from '@salesforce/label/c.Insight_Label_Definition';
import Formula from '@salesforce/label/c.Insight_Label_Formula';
import Interval from '@salesforce/label/c.Insight_Label_Interval';
import Mean from '@salesforce/label/c.Insight_Label_Mean';
import P90 from '@salesforce/label/c.Insight_Label_P90';
import PartAll from '@salesforce/label/c.Insight_Label_PartAll';
import PartCounted from '@salesforce/label/c.Insight_Label_PartCounted';
import PartOf from '@salesforce/label/c.Insight_Label_PartOf';
import PartPending from '@salesforce/label/c.Insight_Label_PartPending';
import PartYoung from '@salesforce/label/c.Insight_Label_PartYoung';
import Target from '@salesforce/label/c.Insight_Label_Target';
import Version from '@salesforce/label/c.Insight_Label_Version';
import Window from '@salesforce/label/c.Insight_Label_Window';
import TitleRows from '@salesforce/label/c.Insight_Title_Rows';
import Close from '@salesforce/label/c.Shared_Action_Close';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Basis,
    Cases,
    CasesPending,
    CasesText,
    CasesYoung,
    Close,
    ColumnAmount,
    ColumnCounted,
    ColumnDetail,
    ColumnEntered,
    ColumnId,
    ColumnName,
    ColumnOwner,
    ColumnResult,
    Computed,
    CountedDenominator,
    CountedNumerator,
    CountedPending,
    CountedYoung,
    Definition,
    Formula,
    Interval,
    Loading,
    Mean,
    P90,
    PartAll,
    PartCounted,
    PartOf,
    PartPending,
    PartYoung,
    Target,
    TitleRows,
    Version,
    Window
};
