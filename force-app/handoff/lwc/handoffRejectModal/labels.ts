/** Texts of this bundle. */
import ChangeReason from '@salesforce/label/c.Handoff_Action_ChangeReason';
import Copy from '@salesforce/label/c.Handoff_Action_Copy';
import EndWorkAction from '@salesforce/label/c.Handoff_Action_EndWork';
import RejectHandoff from '@salesforce/label/c.Handoff_Action_RejectHandoff';
import Reasons from '@salesforce/label/c.Handoff_Empty_Reasons';
import DateBetween from '@salesforce/label/c.Handoff_Error_DateBetween';
import FillField from '@salesforce/label/c.Handoff_Error_FillField';
import PickFirst from '@salesforce/label/c.Handoff_Error_PickReason';
import HelpRationale from '@salesforce/label/c.Handoff_Help_Rationale';
import DraftBack from '@salesforce/label/c.Handoff_Label_DraftBack';
import NeedsManager from '@salesforce/label/c.Handoff_Label_NeedsManager';
import PickOne from '@salesforce/label/c.Handoff_Label_PickOne';
import PickReason from '@salesforce/label/c.Handoff_Label_PickReason';
import RationaleEnough from '@salesforce/label/c.Handoff_Label_RationaleEnough';
import Rationale from '@salesforce/label/c.Handoff_Label_RationaleField';
import RationaleMore from '@salesforce/label/c.Handoff_Label_RationaleMore';
import RationaleOptional from '@salesforce/label/c.Handoff_Label_RationaleOptional';
import RationaleSame from '@salesforce/label/c.Handoff_Label_RationaleSame';
import SearchReason from '@salesforce/label/c.Handoff_Label_SearchReason';
import Typed from '@salesforce/label/c.Handoff_Label_Typed';
import EndWork from '@salesforce/label/c.Handoff_Title_EndWork';
import EndWorkOf from '@salesforce/label/c.Handoff_Title_EndWorkOf';
import NextStep from '@salesforce/label/c.Handoff_Title_NextStep';
import Reject from '@salesforce/label/c.Handoff_Title_Reject';
import RejectOf from '@salesforce/label/c.Handoff_Title_RejectOf';
import Copied from '@salesforce/label/c.Handoff_Toast_Copied';
import Cancel from '@salesforce/label/c.Shared_Action_Cancel';
import Close from '@salesforce/label/c.Shared_Action_Close';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Cancel,
    ChangeReason,
    Close,
    Copied,
    Copy,
    DateBetween,
    DraftBack,
    EndWork,
    EndWorkAction,
    EndWorkOf,
    FillField,
    HelpRationale,
    Loading,
    NeedsManager,
    NextStep,
    PickFirst,
    PickOne,
    PickReason,
    Rationale,
    RationaleEnough,
    RationaleMore,
    RationaleOptional,
    RationaleSame,
    Reasons,
    Reject,
    RejectHandoff,
    RejectOf,
    SearchReason,
    Typed
};
