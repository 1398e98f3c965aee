/** Texts of this bundle. */
import Accept from '@salesforce/label/c.Handoff_Action_Accept';
import ContactBy from '@salesforce/label/c.Handoff_Label_ContactBy';
import DueBy from '@salesforce/label/c.Handoff_Label_DueBy';
import Revisit from '@salesforce/label/c.Handoff_Label_Revisit';
import Select from '@salesforce/label/c.Handoff_Label_Select';
import With from '@salesforce/label/c.Handoff_Label_With';

export const labels = {
    Accept,
    ContactBy,
    DueBy,
    Revisit,
    Select,
    With
};
