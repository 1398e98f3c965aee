/** Texts of this bundle. */
import Viewer from '@salesforce/label/c.Insight_Label_Viewer';
import Title from '@salesforce/label/c.Insight_Title_Viewers';

export const labels = { Title, Viewer };
