/** Texts of this bundle. */
import EmptyRows from '@salesforce/label/c.Insight_Empty_Rows';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    EmptyRows,
    Loading
};
