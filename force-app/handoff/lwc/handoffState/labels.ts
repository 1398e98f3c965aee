/** Texts of this bundle. */
import StateAccepted from '@salesforce/label/c.Handoff_Label_StateAccepted';
import StateBreached from '@salesforce/label/c.Handoff_Label_StateBreached';
import StateDecided from '@salesforce/label/c.Handoff_Label_StateDecided';
import StateExpired from '@salesforce/label/c.Handoff_Label_StateExpired';
import StateOpen from '@salesforce/label/c.Handoff_Label_StateOpen';
import StatePaused from '@salesforce/label/c.Handoff_Label_StatePaused';
import StateRejected from '@salesforce/label/c.Handoff_Label_StateRejected';
import StateUnrouted from '@salesforce/label/c.Handoff_Label_StateUnrouted';
import StateWarned from '@salesforce/label/c.Handoff_Label_StateWarned';

export const labels = {
    StateAccepted,
    StateBreached,
    StateDecided,
    StateExpired,
    StateOpen,
    StatePaused,
    StateRejected,
    StateUnrouted,
    StateWarned
};
