/** Texts of this bundle. */
import Disqualify from '@salesforce/label/c.Handoff_Action_Disqualify';
import EndReview from '@salesforce/label/c.Handoff_Action_EndReview';
import NotBack from '@salesforce/label/c.Handoff_Action_NotBack';
import Overturn from '@salesforce/label/c.Handoff_Action_Overturn';
import Back from '@salesforce/label/c.Handoff_Action_ReviewBack';
import SendBack from '@salesforce/label/c.Handoff_Action_SendBack';
import ToDisqualified from '@salesforce/label/c.Handoff_Action_ToDisqualified';
import ToDuplicate from '@salesforce/label/c.Handoff_Action_ToDuplicate';
import ToNurture from '@salesforce/label/c.Handoff_Action_ToNurture';
import Uphold from '@salesforce/label/c.Handoff_Action_Uphold';
import HelpNote from '@salesforce/label/c.Handoff_Help_ReviewNote';
import DueBy from '@salesforce/label/c.Handoff_Label_DueBy';
import OtherRecord from '@salesforce/label/c.Handoff_Label_OtherRecord';
import BackTo from '@salesforce/label/c.Handoff_Label_ReviewBackTo';
import BackToRouting from '@salesforce/label/c.Handoff_Label_ReviewBackToRouting';
import NoClock from '@salesforce/label/c.Handoff_Label_ReviewNoClock';
import Note from '@salesforce/label/c.Handoff_Label_ReviewNote';
import RevisitOn from '@salesforce/label/c.Handoff_Label_RevisitOn';
import WhereTo from '@salesforce/label/c.Handoff_Label_WhereTo';
import WhyDisqualify from '@salesforce/label/c.Handoff_Label_WhyDisqualify';
import WithMarketing from '@salesforce/label/c.Handoff_Label_WithMarketing';
import InNurture from '@salesforce/label/c.Handoff_Title_InNurture';
import Review from '@salesforce/label/c.Handoff_Title_Review';
import Disqualified from '@salesforce/label/c.Handoff_Toast_Disqualified';
import ReviewEnded from '@salesforce/label/c.Handoff_Toast_ReviewEnded';
import SentBack from '@salesforce/label/c.Handoff_Toast_SentBack';

export const labels = {
    Back,
    BackTo,
    BackToRouting,
    Disqualified,
    Disqualify,
    DueBy,
    EndReview,
    HelpNote,
    InNurture,
    NoClock,
    NotBack,
    Note,
    OtherRecord,
    Overturn,
    Review,
    ReviewEnded,
    RevisitOn,
    SendBack,
    SentBack,
    ToDisqualified,
    ToDuplicate,
    ToNurture,
    Uphold,
    WhereTo,
    WhyDisqualify,
    WithMarketing
};
