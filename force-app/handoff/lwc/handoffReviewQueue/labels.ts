/** Texts of this bundle. */
import CloseReview from '@salesforce/label/c.Handoff_Action_CloseReviewPanel';
import Work from '@salesforce/label/c.Handoff_Action_Work';
import EmptyQueue from '@salesforce/label/c.Handoff_Empty_ReviewQueue';
import Campaign from '@salesforce/label/c.Handoff_Label_Campaign';
import DueBy from '@salesforce/label/c.Handoff_Label_DueBy';
import InReview from '@salesforce/label/c.Handoff_Label_InReview';
import InReviewLate from '@salesforce/label/c.Handoff_Label_InReviewLate';
import NoClock from '@salesforce/label/c.Handoff_Label_ReviewNoClock';
import SentBy from '@salesforce/label/c.Handoff_Label_SentBy';
import Source from '@salesforce/label/c.Handoff_Label_Source';
import Title from '@salesforce/label/c.Handoff_Title_ReviewQueue';
import Loading from '@salesforce/label/c.Shared_Label_Loading';
import ShowingOf from '@salesforce/label/c.Shared_Label_ShowingOf';

export const labels = {
    Campaign,
    CloseReview,
    DueBy,
    EmptyQueue,
    InReview,
    InReviewLate,
    Loading,
    NoClock,
    SentBy,
    ShowingOf,
    Source,
    Title,
    Work
};
