/** Texts of this bundle. */
import EmptyRejections from '@salesforce/label/c.Insight_Empty_Rejections';
import ColumnCount from '@salesforce/label/c.Insight_Label_ColumnCount';
import ColumnCumulative from '@salesforce/label/c.Insight_Label_ColumnCumulative';
import ColumnReason from '@salesforce/label/c.Insight_Label_ColumnReason';
import ColumnShare from '@salesforce/label/c.Insight_Label_ColumnShare';
import ColumnSide from '@salesforce/label/c.Insight_Label_ColumnSide';
import RejectionsTotal from '@salesforce/label/c.Insight_Label_RejectionsTotal';
import TitlePareto from '@salesforce/label/c.Insight_Title_Pareto';

export const labels = {
    ColumnCount,
    ColumnCumulative,
    ColumnReason,
    ColumnShare,
    ColumnSide,
    EmptyRejections,
    RejectionsTotal,
    TitlePareto
};
