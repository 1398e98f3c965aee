/** Texts of this bundle. */
import How from '@salesforce/label/c.Insight_Action_How';
import ActionRows from '@salesforce/label/c.Insight_Action_Rows';
import AsOf from '@salesforce/label/c.Insight_Label_AsOf';
import BasisCohort from '@salesforce/label/c.Insight_Label_BasisCohort';
import BasisPeriod from '@salesforce/label/c.Insight_Label_BasisPeriod';
import BasisPerson from '@salesforce/label/c.Insight_Label_BasisPerson';
import CasesOf from '@salesforce/label/c.Insight_Label_CasesOf';
import Hidden from '@salesforce/label/c.Insight_Label_Hidden';
import HiddenWhy from '@salesforce/label/c.Insight_Label_HiddenWhy';
import Immature from '@salesforce/label/c.Insight_Label_Immature';
import IntervalText from '@salesforce/label/c.Insight_Label_IntervalText';
import MedianOf from '@salesforce/label/c.Insight_Label_MedianOf';
import NoCases from '@salesforce/label/c.Insight_Label_NoCases';
import NotAvailableZero from '@salesforce/label/c.Insight_Label_NotAvailableZero';
import Of from '@salesforce/label/c.Insight_Label_Of';
import P90Text from '@salesforce/label/c.Insight_Label_P90Text';
import Pending from '@salesforce/label/c.Insight_Label_Pending';
import ShareOf from '@salesforce/label/c.Insight_Label_ShareOf';
import Small from '@salesforce/label/c.Insight_Label_Small';
import TrendOf from '@salesforce/label/c.Insight_Label_TrendOf';
import TrendPeriod from '@salesforce/label/c.Insight_Label_TrendPeriod';
import TrendPoint from '@salesforce/label/c.Insight_Label_TrendPoint';
import TrendValue from '@salesforce/label/c.Insight_Label_TrendValue';
import YoungPart from '@salesforce/label/c.Insight_Label_YoungPart';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    ActionRows,
    AsOf,
    BasisCohort,
    BasisPeriod,
    BasisPerson,
    CasesOf,
    Hidden,
    HiddenWhy,
    How,
    Immature,
    IntervalText,
    Loading,
    MedianOf,
    NoCases,
    NotAvailableZero,
    Of,
    P90Text,
    Pending,
    ShareOf,
    Small,
    TrendOf,
    TrendPeriod,
    TrendPoint,
    TrendValue,
    YoungPart
};
