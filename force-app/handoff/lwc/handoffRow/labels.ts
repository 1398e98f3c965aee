/** Texts of this bundle. */
import Accept from '@salesforce/label/c.Handoff_Action_Accept';
import AcceptOf from '@salesforce/label/c.Handoff_Label_AcceptOf';
import DueBy from '@salesforce/label/c.Handoff_Label_DueBy';
import Revisit from '@salesforce/label/c.Handoff_Label_Revisit';
import Select from '@salesforce/label/c.Handoff_Label_Select';
import With from '@salesforce/label/c.Handoff_Label_With';

export const labels = {
    Accept,
    AcceptOf,
    DueBy,
    Revisit,
    Select,
    With
};
