/** Texts of this bundle. */
import Void from '@salesforce/label/c.Handoff_Action_Void';
import VoidNow from '@salesforce/label/c.Handoff_Action_VoidNow';
import Help from '@salesforce/label/c.Handoff_Help_Void';
import Reason from '@salesforce/label/c.Handoff_Label_VoidReason';
import Done from '@salesforce/label/c.Handoff_Toast_Voided';
import Cancel from '@salesforce/label/c.Shared_Action_Cancel';

export const labels = { Cancel, Done, Help, Reason, Void, VoidNow };
