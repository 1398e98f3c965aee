/** Texts of this bundle. */
import Reassign from '@salesforce/label/c.Handoff_Action_Reassign';
import Repair from '@salesforce/label/c.Handoff_Action_Repair';
import SelectAll from '@salesforce/label/c.Handoff_Action_SelectAll';
import TeamFiltered from '@salesforce/label/c.Handoff_Empty_TeamFiltered';
import TeamList from '@salesforce/label/c.Handoff_Empty_TeamList';
import AllTeams from '@salesforce/label/c.Handoff_Label_AllTeams';
import FigureAll from '@salesforce/label/c.Handoff_Label_FigureAll';
import FigureDueToday from '@salesforce/label/c.Handoff_Label_FigureDueToday';
import FigureExpired from '@salesforce/label/c.Handoff_Label_FigureExpired';
import FigureLate from '@salesforce/label/c.Handoff_Label_FigureLate';
import FigureStranded from '@salesforce/label/c.Handoff_Label_FigureStranded';
import LastSweep from '@salesforce/label/c.Handoff_Label_LastSweep';
import NoSweep from '@salesforce/label/c.Handoff_Label_NoSweep';
import SearchList from '@salesforce/label/c.Handoff_Label_SearchList';
import Selected from '@salesforce/label/c.Handoff_Label_Selected';
import SweepLate from '@salesforce/label/c.Handoff_Label_SweepLate';
import Team from '@salesforce/label/c.Handoff_Label_Team';
import ReassignMany from '@salesforce/label/c.Handoff_Title_Reassign';
import ReassignOne from '@salesforce/label/c.Handoff_Title_ReassignOne';
import Title from '@salesforce/label/c.Handoff_Title_TeamList';
import Reassigned from '@salesforce/label/c.Handoff_Toast_Reassigned';
import Repaired from '@salesforce/label/c.Handoff_Toast_Repaired';
import Loading from '@salesforce/label/c.Shared_Label_Loading';
import ShowingOf from '@salesforce/label/c.Shared_Label_ShowingOf';

export const labels = {
    AllTeams,
    FigureAll,
    FigureDueToday,
    FigureExpired,
    FigureLate,
    FigureStranded,
    LastSweep,
    Loading,
    NoSweep,
    Reassign,
    ReassignMany,
    ReassignOne,
    Reassigned,
    Repair,
    Repaired,
    SearchList,
    SelectAll,
    Selected,
    ShowingOf,
    SweepLate,
    Team,
    TeamFiltered,
    TeamList,
    Title
};
