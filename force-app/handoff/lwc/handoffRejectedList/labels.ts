/** Texts of this bundle. */
import AllRejections from '@salesforce/label/c.Handoff_Action_AllRejections';
import RejectedFiltered from '@salesforce/label/c.Handoff_Empty_RejectedFiltered';
import RejectedList from '@salesforce/label/c.Handoff_Empty_RejectedList';
import ByCampaign from '@salesforce/label/c.Handoff_Label_ByCampaign';
import ByReason from '@salesforce/label/c.Handoff_Label_ByReason';
import BySource from '@salesforce/label/c.Handoff_Label_BySource';
import Campaign from '@salesforce/label/c.Handoff_Label_Campaign';
import CountBy from '@salesforce/label/c.Handoff_Label_CountBy';
import OnlyPicked from '@salesforce/label/c.Handoff_Label_OnlyPicked';
import ReasonCount from '@salesforce/label/c.Handoff_Label_ReasonCount';
import RejectedOn from '@salesforce/label/c.Handoff_Label_RejectedOn';
import Revisit from '@salesforce/label/c.Handoff_Label_Revisit';
import SideMarketing from '@salesforce/label/c.Handoff_Label_SideMarketing';
import SideNeutral from '@salesforce/label/c.Handoff_Label_SideNeutral';
import Side from '@salesforce/label/c.Handoff_Label_SideOf';
import SideSales from '@salesforce/label/c.Handoff_Label_SideSales';
import Source from '@salesforce/label/c.Handoff_Label_Source';
import Title from '@salesforce/label/c.Handoff_Title_RejectedList';
import WhyRejected from '@salesforce/label/c.Handoff_Title_WhyRejected';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    AllRejections,
    ByCampaign,
    ByReason,
    BySource,
    Campaign,
    CountBy,
    Loading,
    OnlyPicked,
    ReasonCount,
    RejectedFiltered,
    RejectedList,
    RejectedOn,
    Revisit,
    Side,
    SideMarketing,
    SideNeutral,
    SideSales,
    Source,
    Title,
    WhyRejected
};
