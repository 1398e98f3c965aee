/** Texts of this bundle. */
import BandAbove from '@salesforce/label/c.Insight_Label_BandAbove';
import BandBelow from '@salesforce/label/c.Insight_Label_BandBelow';
import BandIn from '@salesforce/label/c.Insight_Label_BandIn';
import BandNone from '@salesforce/label/c.Insight_Label_BandNone';
import From from '@salesforce/label/c.Insight_Label_From';
import NotAvailable from '@salesforce/label/c.Insight_Label_NotAvailable';
import UpTo from '@salesforce/label/c.Insight_Label_UpTo';
import WindowText from '@salesforce/label/c.Insight_Label_WindowText';

export const labels = {
    BandAbove,
    BandBelow,
    BandIn,
    BandNone,
    From,
    NotAvailable,
    UpTo,
    WindowText
};
