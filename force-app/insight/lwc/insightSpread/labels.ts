/** Texts of this bundle. */
import ColumnSpread from '@salesforce/label/c.Insight_Label_ColumnSpread';
import CreditsOf from '@salesforce/label/c.Insight_Label_CreditsOf';
import Depends from '@salesforce/label/c.Insight_Label_Depends';
import Points from '@salesforce/label/c.Insight_Label_Points';

export const labels = {
    ColumnSpread,
    CreditsOf,
    Depends,
    Points
};
