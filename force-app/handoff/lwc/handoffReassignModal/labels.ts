/** Texts of this bundle. */
import Reassign from '@salesforce/label/c.Handoff_Action_Reassign';
import NoReps from '@salesforce/label/c.Handoff_Empty_NoReps';
import Reps from '@salesforce/label/c.Handoff_Empty_Reps';
import PickRep from '@salesforce/label/c.Handoff_Error_PickRep';
import NewClock from '@salesforce/label/c.Handoff_Label_NewClock';
import OpenCount from '@salesforce/label/c.Handoff_Label_OpenCount';
import SearchRep from '@salesforce/label/c.Handoff_Label_SearchRep';
import Cancel from '@salesforce/label/c.Shared_Action_Cancel';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Cancel,
    Loading,
    NewClock,
    NoReps,
    OpenCount,
    PickRep,
    Reassign,
    Reps,
    SearchRep
};
