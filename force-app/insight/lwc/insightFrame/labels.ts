/** Texts of this bundle. */
import AsOf from '@salesforce/label/c.Insight_Label_AsOf';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    AsOf,
    Loading
};
