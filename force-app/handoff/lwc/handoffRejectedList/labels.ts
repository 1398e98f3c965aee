/** Texts of this bundle. */
import AllReasons from '@salesforce/label/c.Handoff_Action_AllReasons';
import RejectedFiltered from '@salesforce/label/c.Handoff_Empty_RejectedFiltered';
import RejectedList from '@salesforce/label/c.Handoff_Empty_RejectedList';
import Campaign from '@salesforce/label/c.Handoff_Label_Campaign';
import ReasonCount from '@salesforce/label/c.Handoff_Label_ReasonCount';
import RejectedOn from '@salesforce/label/c.Handoff_Label_RejectedOn';
import Revisit from '@salesforce/label/c.Handoff_Label_Revisit';
import SideMarketing from '@salesforce/label/c.Handoff_Label_SideMarketing';
import SideNeutral from '@salesforce/label/c.Handoff_Label_SideNeutral';
import SideSales from '@salesforce/label/c.Handoff_Label_SideSales';
import Source from '@salesforce/label/c.Handoff_Label_Source';
import Title from '@salesforce/label/c.Handoff_Title_RejectedList';
import WhyRejected from '@salesforce/label/c.Handoff_Title_WhyRejected';
import ShowMore from '@salesforce/label/c.Shared_Action_ShowMore';
import Loading from '@salesforce/label/c.Shared_Label_Loading';
import ShowingOf from '@salesforce/label/c.Shared_Label_ShowingOf';

export const labels = {
    AllReasons,
    Campaign,
    Loading,
    ReasonCount,
    RejectedFiltered,
    RejectedList,
    RejectedOn,
    Revisit,
    ShowMore,
    ShowingOf,
    SideMarketing,
    SideNeutral,
    SideSales,
    Source,
    Title,
    WhyRejected
};
