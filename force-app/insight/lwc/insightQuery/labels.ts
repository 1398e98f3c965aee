/** Texts of this bundle. */
import HiddenRows from '@salesforce/label/c.Insight_Label_HiddenRows';
import Unfiltered from '@salesforce/label/c.Insight_Label_Unfiltered';

export const labels = {
    HiddenRows,
    Unfiltered
};
