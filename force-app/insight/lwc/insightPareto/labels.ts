/** Texts of this bundle. */
import ColumnCount from '@salesforce/label/c.Insight_Label_ColumnCount';
import ColumnCumulative from '@salesforce/label/c.Insight_Label_ColumnCumulative';
import ColumnReason from '@salesforce/label/c.Insight_Label_ColumnReason';
import SideMarketing from '@salesforce/label/c.Insight_Label_SideMarketing';
import SideNeither from '@salesforce/label/c.Insight_Label_SideNeither';
import SideRouting from '@salesforce/label/c.Insight_Label_SideRouting';
import SideSales from '@salesforce/label/c.Insight_Label_SideSales';

export const labels = {
    ColumnCount,
    ColumnCumulative,
    ColumnReason,
    SideMarketing,
    SideNeither,
    SideRouting,
    SideSales
};
