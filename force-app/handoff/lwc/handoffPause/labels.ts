/** Texts of this bundle. */
import Pause from '@salesforce/label/c.Handoff_Action_Pause';
import Resume from '@salesforce/label/c.Handoff_Action_Resume';
import HelpNote from '@salesforce/label/c.Handoff_Help_PauseNote';
import AwayUntil from '@salesforce/label/c.Handoff_Label_AwayUntil';
import PauseBy from '@salesforce/label/c.Handoff_Label_PauseBy';
import PauseEndsBy from '@salesforce/label/c.Handoff_Label_PauseEndsBy';
import PauseEndsByHand from '@salesforce/label/c.Handoff_Label_PauseEndsByHand';
import PauseKept from '@salesforce/label/c.Handoff_Label_PauseKept';
import PauseNote from '@salesforce/label/c.Handoff_Label_PauseNote';
import PauseReason from '@salesforce/label/c.Handoff_Label_PauseReason';
import PausedTitle from '@salesforce/label/c.Handoff_Title_Paused';
import Paused from '@salesforce/label/c.Handoff_Toast_Paused';
import Resumed from '@salesforce/label/c.Handoff_Toast_Resumed';
import Cancel from '@salesforce/label/c.Shared_Action_Cancel';

export const labels = {
    AwayUntil,
    Cancel,
    HelpNote,
    Pause,
    PauseBy,
    PauseEndsBy,
    PauseEndsByHand,
    PauseKept,
    PauseNote,
    PauseReason,
    Paused,
    PausedTitle,
    Resume,
    Resumed
};
