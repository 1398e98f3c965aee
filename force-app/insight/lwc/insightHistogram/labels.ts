/** Texts of this bundle. */
import ColumnCount from '@salesforce/label/c.Insight_Label_ColumnCount';
import ColumnDays from '@salesforce/label/c.Insight_Label_ColumnDays';
import HistogramScale from '@salesforce/label/c.Insight_Label_HistogramScale';

export const labels = {
    ColumnCount,
    ColumnDays,
    HistogramScale
};
