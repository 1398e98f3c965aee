/** Texts of this bundle. */
import EmptyFirstContact from '@salesforce/label/c.Handoff_Empty_FirstContact';
import EmptyMyList from '@salesforce/label/c.Handoff_Empty_MyList';
import EmptyReturning from '@salesforce/label/c.Handoff_Empty_Returning';
import FirstContact from '@salesforce/label/c.Handoff_Title_FirstContact';
import MyList from '@salesforce/label/c.Handoff_Title_MyList';
import Returning from '@salesforce/label/c.Handoff_Title_Returning';
import Accepted from '@salesforce/label/c.Handoff_Toast_Accepted';
import Loading from '@salesforce/label/c.Shared_Label_Loading';
import ShowingOf from '@salesforce/label/c.Shared_Label_ShowingOf';

export const labels = {
    Accepted,
    EmptyFirstContact,
    EmptyMyList,
    EmptyReturning,
    FirstContact,
    Loading,
    MyList,
    Returning,
    ShowingOf
};
