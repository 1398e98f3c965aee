/** Texts of this bundle. */
import Part from '@salesforce/label/c.Insight_Label_WaterfallPart';
import Picture from '@salesforce/label/c.Insight_Label_WaterfallPicture';
import Points from '@salesforce/label/c.Insight_Label_WaterfallPoints';
import Scale from '@salesforce/label/c.Insight_Label_WaterfallScale';

export const labels = {
    Part,
    Picture,
    Points,
    Scale
};
