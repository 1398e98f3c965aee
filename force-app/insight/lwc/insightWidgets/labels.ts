/** Texts of this bundle. */
import Empty from '@salesforce/label/c.Insight_Empty_Widgets';
import AllTeams from '@salesforce/label/c.Insight_Label_AllTeams';
import Period from '@salesforce/label/c.Insight_Label_Period';
import Team from '@salesforce/label/c.Insight_Label_Team';
import Title from '@salesforce/label/c.Insight_Title_Widgets';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    AllTeams,
    Empty,
    Loading,
    Period,
    Team,
    Title
};
