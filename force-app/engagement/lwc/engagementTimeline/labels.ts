/** Texts of this bundle. */
import AllWeeks from '@salesforce/label/c.Engagement_Action_AllWeeks';
import ClearFilters from '@salesforce/label/c.Engagement_Action_ClearFilters';
import HideFold from '@salesforce/label/c.Engagement_Action_HideFold';
import ShowFold from '@salesforce/label/c.Engagement_Action_ShowFold';
import Filtered from '@salesforce/label/c.Engagement_Empty_Filtered';
import Timeline from '@salesforce/label/c.Engagement_Empty_Timeline';
import Cut from '@salesforce/label/c.Engagement_Help_Cut';
import Informational from '@salesforce/label/c.Engagement_Help_Informational';
import Account from '@salesforce/label/c.Engagement_Label_Account';
import Everyone from '@salesforce/label/c.Engagement_Label_Everyone';
import FoldPart from '@salesforce/label/c.Engagement_Label_FoldPart';
import GroupAll from '@salesforce/label/c.Engagement_Label_GroupAll';
import GroupCount from '@salesforce/label/c.Engagement_Label_GroupCount';
import Groups from '@salesforce/label/c.Engagement_Label_Groups';
import LastWeek from '@salesforce/label/c.Engagement_Label_LastWeek';
import MomentsOnly from '@salesforce/label/c.Engagement_Label_MomentsOnly';
import Person from '@salesforce/label/c.Engagement_Label_Person';
import ProviderHidden from '@salesforce/label/c.Engagement_Label_ProviderHidden';
import ProviderTotal from '@salesforce/label/c.Engagement_Label_ProviderTotal';
import Scope from '@salesforce/label/c.Engagement_Label_Scope';
import ThisOpportunity from '@salesforce/label/c.Engagement_Label_ThisOpportunity';
import ThisPerson from '@salesforce/label/c.Engagement_Label_ThisPerson';
import ThisWeek from '@salesforce/label/c.Engagement_Label_ThisWeek';
import Touches from '@salesforce/label/c.Engagement_Label_Touches';
import Title from '@salesforce/label/c.Engagement_Title_Timeline';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Account,
    AllWeeks,
    ClearFilters,
    Cut,
    Everyone,
    Filtered,
    FoldPart,
    GroupAll,
    GroupCount,
    Groups,
    HideFold,
    Informational,
    LastWeek,
    Loading,
    MomentsOnly,
    Person,
    ProviderHidden,
    ProviderTotal,
    Scope,
    ShowFold,
    ThisOpportunity,
    ThisPerson,
    ThisWeek,
    Timeline,
    Title,
    Touches
};
