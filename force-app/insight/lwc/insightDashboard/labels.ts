/** Texts of this bundle. */
import FirstRow from '@salesforce/label/c.Insight_Label_FirstRow';
import Impact from '@salesforce/label/c.Insight_Label_Impact';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    FirstRow,
    Impact,
    Loading
};
