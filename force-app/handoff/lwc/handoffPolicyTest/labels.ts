/** Texts of this bundle. */
import Try from '@salesforce/label/c.Handoff_Action_TryPolicy';
import NothingThen from '@salesforce/label/c.Handoff_Empty_PolicyTest';
import PolicyTest from '@salesforce/label/c.Handoff_Help_PolicyTest';
import ClockBusiness from '@salesforce/label/c.Handoff_Label_ClockBusiness';
import ClockElapsed from '@salesforce/label/c.Handoff_Label_ClockElapsed';
import ClockMode from '@salesforce/label/c.Handoff_Label_ClockMode';
import DueAt from '@salesforce/label/c.Handoff_Label_DueAt';
import ExpirePercent from '@salesforce/label/c.Handoff_Label_ExpirePercent';
import ExpiryOutcome from '@salesforce/label/c.Handoff_Label_ExpiryOutcome';
import NotActive from '@salesforce/label/c.Handoff_Label_NotActive';
import PeriodHandoffs from '@salesforce/label/c.Handoff_Label_PeriodHandoffs';
import PeriodLeads from '@salesforce/label/c.Handoff_Label_PeriodLeads';
import PolicyOf from '@salesforce/label/c.Handoff_Label_PolicyOf';
import PolicyVersion from '@salesforce/label/c.Handoff_Label_PolicyVersion';
import Really from '@salesforce/label/c.Handoff_Label_Really';
import Elsewhere from '@salesforce/label/c.Handoff_Label_TestElsewhere';
import InTime from '@salesforce/label/c.Handoff_Label_TestInTime';
import Joining from '@salesforce/label/c.Handoff_Label_TestJoining';
import Late from '@salesforce/label/c.Handoff_Label_TestLate';
import Nobody from '@salesforce/label/c.Handoff_Label_TestNobody';
import Pending from '@salesforce/label/c.Handoff_Label_TestPending';
import Reclaimed from '@salesforce/label/c.Handoff_Label_TestReclaimed';
import Rerouted from '@salesforce/label/c.Handoff_Label_TestRerouted';
import Routed from '@salesforce/label/c.Handoff_Label_TestRouted';
import ToBackup from '@salesforce/label/c.Handoff_Label_ToBackup';
import ToMarketing from '@salesforce/label/c.Handoff_Label_ToMarketing';
import WarnPercent from '@salesforce/label/c.Handoff_Label_WarnPercent';
import WindowHours from '@salesforce/label/c.Handoff_Label_WindowHours';
import Title from '@salesforce/label/c.Handoff_Title_PolicyTest';
import WhatWouldHave from '@salesforce/label/c.Handoff_Title_WhatWouldHave';
import Loading from '@salesforce/label/c.Shared_Label_Loading';
import ShowingOf from '@salesforce/label/c.Shared_Label_ShowingOf';

export const labels = {
    ClockBusiness,
    ClockElapsed,
    ClockMode,
    DueAt,
    Elsewhere,
    ExpirePercent,
    ExpiryOutcome,
    InTime,
    Joining,
    Late,
    Loading,
    Nobody,
    NotActive,
    NothingThen,
    Pending,
    PeriodHandoffs,
    PeriodLeads,
    PolicyOf,
    PolicyTest,
    PolicyVersion,
    Really,
    Reclaimed,
    Rerouted,
    Routed,
    ShowingOf,
    Title,
    ToBackup,
    ToMarketing,
    Try,
    WarnPercent,
    WhatWouldHave,
    WindowHours
};
