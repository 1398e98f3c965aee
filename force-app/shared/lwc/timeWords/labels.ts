import DaysAgo from '@salesforce/label/c.Shared_Label_DaysAgo';
import DaysLate from '@salesforce/label/c.Shared_Label_DaysLate';
import DaysLeft from '@salesforce/label/c.Shared_Label_DaysLeft';
import DueNow from '@salesforce/label/c.Shared_Label_DueNow';
import DurationDays from '@salesforce/label/c.Shared_Label_DurationDays';
import DurationHours from '@salesforce/label/c.Shared_Label_DurationHours';
import DurationMinutes from '@salesforce/label/c.Shared_Label_DurationMinutes';
import HoursAgo from '@salesforce/label/c.Shared_Label_HoursAgo';
import HoursLate from '@salesforce/label/c.Shared_Label_HoursLate';
import HoursLeft from '@salesforce/label/c.Shared_Label_HoursLeft';
import JustNow from '@salesforce/label/c.Shared_Label_JustNow';
import MinutesAgo from '@salesforce/label/c.Shared_Label_MinutesAgo';
import SecondsLate from '@salesforce/label/c.Shared_Label_SecondsLate';
import SecondsLeft from '@salesforce/label/c.Shared_Label_SecondsLeft';
import Today from '@salesforce/label/c.Shared_Label_Today';
import Yesterday from '@salesforce/label/c.Shared_Label_Yesterday';

export const labels = {
    DaysAgo,
    DaysLate,
    DaysLeft,
    DueNow,
    DurationDays,
    DurationHours,
    DurationMinutes,
    HoursAgo,
    HoursLate,
    HoursLeft,
    JustNow,
    MinutesAgo,
    SecondsLate,
    SecondsLeft,
    Today,
    Yesterday
};
