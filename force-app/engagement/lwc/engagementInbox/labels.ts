/** Texts of this bundle. */
import MatchAgain from '@salesforce/label/c.Engagement_Action_MatchAgain';
import NothingDelivered from '@salesforce/label/c.Engagement_Empty_InboxDelivered';
import NothingFailed from '@salesforce/label/c.Engagement_Empty_InboxFailed';
import NothingWaits from '@salesforce/label/c.Engagement_Empty_InboxWaiting';
import AllMatched from '@salesforce/label/c.Engagement_Label_AllMatched';
import StatusCount from '@salesforce/label/c.Engagement_Label_GroupCount';
import Attempts from '@salesforce/label/c.Engagement_Label_InboxAttempts';
import Delivered from '@salesforce/label/c.Engagement_Label_InboxDelivered';
import Failed from '@salesforce/label/c.Engagement_Label_InboxFailed';
import NextAttempt from '@salesforce/label/c.Engagement_Label_InboxNextAttempt';
import Received from '@salesforce/label/c.Engagement_Label_InboxReceived';
import Statuses from '@salesforce/label/c.Engagement_Label_InboxStatuses';
import Waiting from '@salesforce/label/c.Engagement_Label_InboxWaiting';
import WithoutPerson from '@salesforce/label/c.Engagement_Label_WithoutPerson';
import Title from '@salesforce/label/c.Engagement_Title_Inbox';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    AllMatched,
    Attempts,
    Delivered,
    Failed,
    Loading,
    MatchAgain,
    NextAttempt,
    NothingDelivered,
    NothingFailed,
    NothingWaits,
    Received,
    StatusCount,
    Statuses,
    Title,
    Waiting,
    WithoutPerson
};
