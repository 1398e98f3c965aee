/** Texts of this bundle. */
import BasisChoice from '@salesforce/label/c.Insight_Label_BasisChoice';
import FirstRow from '@salesforce/label/c.Insight_Label_FirstRow';
import Ignored from '@salesforce/label/c.Insight_Label_IgnoredValue';
import Impact from '@salesforce/label/c.Insight_Label_Impact';
import LinkIgnored from '@salesforce/label/c.Insight_Label_LinkIgnored';
import Period from '@salesforce/label/c.Insight_Label_Period';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    BasisChoice,
    FirstRow,
    Ignored,
    Impact,
    LinkIgnored,
    Loading,
    Period
};
