/** Texts of this bundle. */
import Empty from '@salesforce/label/c.Insight_Empty_Widgets';
import Period from '@salesforce/label/c.Insight_Label_Period';
import Team from '@salesforce/label/c.Insight_Label_Team';
import Title from '@salesforce/label/c.Insight_Title_Widgets';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Empty,
    Loading,
    Period,
    Team,
    Title
};
