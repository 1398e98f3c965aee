/** Texts of this bundle. */
import Period from '@salesforce/label/c.Insight_Label_TrendPeriod';
import Value from '@salesforce/label/c.Insight_Label_TrendValue';

export const labels = {
    Period,
    Value
};
