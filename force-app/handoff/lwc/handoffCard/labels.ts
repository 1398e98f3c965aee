/** Texts of this bundle. */
import Accept from '@salesforce/label/c.Handoff_Action_Accept';
import Copy from '@salesforce/label/c.Handoff_Action_Copy';
import Discard from '@salesforce/label/c.Handoff_Action_Discard';
import Reject from '@salesforce/label/c.Handoff_Action_Reject';
import CardEmpty from '@salesforce/label/c.Handoff_Empty_Card';
import ExpiredFrom from '@salesforce/label/c.Handoff_Label_ExpiredFrom';
import ExpiredStaying from '@salesforce/label/c.Handoff_Label_ExpiredStaying';
import ExpiredText from '@salesforce/label/c.Handoff_Label_ExpiredText';
import ExpiredUndated from '@salesforce/label/c.Handoff_Label_ExpiredUndated';
import Kept from '@salesforce/label/c.Handoff_Label_Kept';
import WaitingFor from '@salesforce/label/c.Handoff_Label_WaitingFor';
import WaitingInQueue from '@salesforce/label/c.Handoff_Label_WaitingInQueue';
import WaitingUnrouted from '@salesforce/label/c.Handoff_Label_WaitingUnrouted';
import Card from '@salesforce/label/c.Handoff_Title_Card';
import RejectTitle from '@salesforce/label/c.Handoff_Title_Reject';
import Accepted from '@salesforce/label/c.Handoff_Toast_Accepted';
import Copied from '@salesforce/label/c.Handoff_Toast_Copied';
import HandedOver from '@salesforce/label/c.Handoff_Toast_HandedOver';
import Rejected from '@salesforce/label/c.Handoff_Toast_Rejected';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Accept,
    Accepted,
    Card,
    CardEmpty,
    Copied,
    Copy,
    Discard,
    ExpiredFrom,
    ExpiredStaying,
    ExpiredText,
    ExpiredUndated,
    HandedOver,
    Kept,
    Loading,
    Reject,
    RejectTitle,
    Rejected,
    WaitingFor,
    WaitingInQueue,
    WaitingUnrouted
};
