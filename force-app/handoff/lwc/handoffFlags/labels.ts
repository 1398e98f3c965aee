/** Texts of this bundle. */
import AnswerFlag from '@salesforce/label/c.Handoff_Action_AnswerFlag';
import KeepAsking from '@salesforce/label/c.Handoff_Action_KeepAsking';
import LookAgain from '@salesforce/label/c.Handoff_Action_LookAgain';
import SaveAnswer from '@salesforce/label/c.Handoff_Action_SaveAnswer';
import NoneOpen from '@salesforce/label/c.Handoff_Empty_Flags';
import NoneAnswered from '@salesforce/label/c.Handoff_Empty_FlagsAnswered';
import Help from '@salesforce/label/c.Handoff_Help_Flags';
import AllChecks from '@salesforce/label/c.Handoff_Label_FlagAllChecks';
import FlagAnswer from '@salesforce/label/c.Handoff_Label_FlagAnswer';
import Answered from '@salesforce/label/c.Handoff_Label_FlagAnswered';
import Check from '@salesforce/label/c.Handoff_Label_FlagCheck';
import Concerns from '@salesforce/label/c.Handoff_Label_FlagConcerns';
import Dismiss from '@salesforce/label/c.Handoff_Label_FlagDismiss';
import Found from '@salesforce/label/c.Handoff_Label_FlagFound';
import Kind from '@salesforce/label/c.Handoff_Label_FlagKind';
import Status from '@salesforce/label/c.Handoff_Label_FlagStatus';
import Team from '@salesforce/label/c.Handoff_Label_FlagTeam';
import Dismissed from '@salesforce/label/c.Handoff_Label_FlagsDismissed';
import Explained from '@salesforce/label/c.Handoff_Label_FlagsExplained';
import Open from '@salesforce/label/c.Handoff_Label_FlagsOpen';
import Title from '@salesforce/label/c.Handoff_Title_Flags';
import AnswerSaved from '@salesforce/label/c.Handoff_Toast_FlagAnswered';
import Loading from '@salesforce/label/c.Shared_Label_Loading';
import ShowingOf from '@salesforce/label/c.Shared_Label_ShowingOf';

export const labels = {
    AllChecks,
    AnswerFlag,
    AnswerSaved,
    Answered,
    Check,
    Concerns,
    Dismiss,
    Dismissed,
    Explained,
    FlagAnswer,
    Found,
    Help,
    KeepAsking,
    Kind,
    Loading,
    LookAgain,
    NoneAnswered,
    NoneOpen,
    Open,
    SaveAnswer,
    ShowingOf,
    Status,
    Team,
    Title
};
