/** Texts of this bundle. */
import FirstRow from '@salesforce/label/c.Insight_Label_FirstRow';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    FirstRow,
    Loading
};
