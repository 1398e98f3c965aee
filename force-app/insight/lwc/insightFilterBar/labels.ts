/** Texts of this bundle. */
import ClearFilters from '@salesforce/label/c.Insight_Action_ClearFilters';
import MoreFilters from '@salesforce/label/c.Insight_Action_MoreFilters';
import MoreFiltersUsed from '@salesforce/label/c.Insight_Action_MoreFiltersUsed';
import AllOf from '@salesforce/label/c.Insight_Label_AllOf';
import BasisChoice from '@salesforce/label/c.Insight_Label_BasisChoice';
import BasisCohort from '@salesforce/label/c.Insight_Label_BasisCohort';
import BasisPeriod from '@salesforce/label/c.Insight_Label_BasisPeriod';
import BasisPerson from '@salesforce/label/c.Insight_Label_BasisPerson';
import Filters from '@salesforce/label/c.Insight_Label_Filters';
import Period from '@salesforce/label/c.Insight_Label_Period';

export const labels = {
    AllOf,
    BasisChoice,
    BasisCohort,
    BasisPeriod,
    BasisPerson,
    ClearFilters,
    Filters,
    MoreFilters,
    MoreFiltersUsed,
    Period
};
