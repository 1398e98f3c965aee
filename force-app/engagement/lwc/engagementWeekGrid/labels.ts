/** Texts of this bundle. */
import Week from '@salesforce/label/c.Engagement_Label_Week';
import Weeks from '@salesforce/label/c.Engagement_Label_Weeks';

export const labels = {
    Week,
    Weeks
};
