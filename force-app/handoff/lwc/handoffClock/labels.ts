/** Texts of this bundle. */
import ClockStopped from '@salesforce/label/c.Handoff_Label_ClockStopped';
import DecideBy from '@salesforce/label/c.Handoff_Label_DecideBy';
import DecidedBefore from '@salesforce/label/c.Handoff_Label_DecidedBefore';
import HalfUsed from '@salesforce/label/c.Handoff_Label_HalfUsed';
import PromisedBy from '@salesforce/label/c.Handoff_Label_PromisedBy';

export const labels = {
    ClockStopped,
    DecideBy,
    DecidedBefore,
    HalfUsed,
    PromisedBy
};
