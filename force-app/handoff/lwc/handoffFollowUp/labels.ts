/** Texts of this bundle. */
import AttemptsAnswered from '@salesforce/label/c.Handoff_Label_AttemptsAnswered';
import AttemptsDone from '@salesforce/label/c.Handoff_Label_AttemptsDone';
import AttemptsLate from '@salesforce/label/c.Handoff_Label_AttemptsLate';
import AttemptsOpen from '@salesforce/label/c.Handoff_Label_AttemptsOpen';
import ContactDone from '@salesforce/label/c.Handoff_Label_ContactDone';
import ContactDoneLate from '@salesforce/label/c.Handoff_Label_ContactDoneLate';
import ContactLate from '@salesforce/label/c.Handoff_Label_ContactLate';
import ContactOpen from '@salesforce/label/c.Handoff_Label_ContactOpen';
import Answered from '@salesforce/label/c.Handoff_Label_FollowUpAnswered';
import Attempts from '@salesforce/label/c.Handoff_Label_FollowUpAttempts';
import Contact from '@salesforce/label/c.Handoff_Label_FollowUpContact';
import End from '@salesforce/label/c.Handoff_Label_FollowUpEnd';
import Ended from '@salesforce/label/c.Handoff_Label_FollowUpEnded';
import Idle from '@salesforce/label/c.Handoff_Label_FollowUpIdle';
import Latest from '@salesforce/label/c.Handoff_Label_FollowUpLatest';
import Reply from '@salesforce/label/c.Handoff_Label_FollowUpReply';
import Result from '@salesforce/label/c.Handoff_Label_FollowUpResult';
import FollowUp from '@salesforce/label/c.Handoff_Title_FollowUp';

export const labels = {
    Answered,
    Attempts,
    AttemptsAnswered,
    AttemptsDone,
    AttemptsLate,
    AttemptsOpen,
    Contact,
    ContactDone,
    ContactDoneLate,
    ContactLate,
    ContactOpen,
    End,
    Ended,
    FollowUp,
    Idle,
    Latest,
    Reply,
    Result
};
