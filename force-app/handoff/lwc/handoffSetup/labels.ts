/** Texts of this bundle. */
import CheckAgain from '@salesforce/label/c.Handoff_Action_CheckAgain';
import AsOf from '@salesforce/label/c.Handoff_Label_AsOf';
import Fine from '@salesforce/label/c.Handoff_Label_SetupFine';
import SummaryErrors from '@salesforce/label/c.Handoff_Label_SetupErrors';
import SummaryFine from '@salesforce/label/c.Handoff_Label_SetupAllFine';
import SummaryWarnings from '@salesforce/label/c.Handoff_Label_SetupWarnings';
import ToLookAt from '@salesforce/label/c.Handoff_Label_SetupToLookAt';
import ToMend from '@salesforce/label/c.Handoff_Label_SetupToMend';
import Title from '@salesforce/label/c.Handoff_Title_Setup';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    AsOf,
    CheckAgain,
    Fine,
    Loading,
    SummaryErrors,
    SummaryFine,
    SummaryWarnings,
    Title,
    ToLookAt,
    ToMend
};
