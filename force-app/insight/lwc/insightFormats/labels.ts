/** Texts of this bundle. */
import BandAbove from '@salesforce/label/c.Insight_Label_BandAbove';
import BandBelow from '@salesforce/label/c.Insight_Label_BandBelow';
import BandIn from '@salesforce/label/c.Insight_Label_BandIn';
import BandNone from '@salesforce/label/c.Insight_Label_BandNone';
import BandTarget from '@salesforce/label/c.Insight_Label_BandTarget';
import Days from '@salesforce/label/c.Insight_Label_Days';
import From from '@salesforce/label/c.Insight_Label_From';
import Hours from '@salesforce/label/c.Insight_Label_Hours';
import Minutes from '@salesforce/label/c.Insight_Label_Minutes';
import NotAvailable from '@salesforce/label/c.Insight_Label_NotAvailable';
import Points from '@salesforce/label/c.Insight_Label_Points';
import Times from '@salesforce/label/c.Insight_Label_Times';
import UpTo from '@salesforce/label/c.Insight_Label_UpTo';
import WindowText from '@salesforce/label/c.Insight_Label_WindowText';

export const labels = {
    BandAbove,
    BandBelow,
    BandIn,
    BandNone,
    BandTarget,
    Days,
    From,
    Hours,
    Minutes,
    NotAvailable,
    Points,
    Times,
    UpTo,
    WindowText
};
