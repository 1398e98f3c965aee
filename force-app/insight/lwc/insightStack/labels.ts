/** Texts of this bundle. */
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnPart from '@salesforce/label/c.Insight_Label_ColumnPart';
import Deals from '@salesforce/label/c.Insight_Label_Deals';
import NotAvailable from '@salesforce/label/c.Insight_Label_NotAvailable';
import TotalText from '@salesforce/label/c.Insight_Label_TotalText';

export const labels = {
    ColumnAmount,
    ColumnPart,
    Deals,
    NotAvailable,
    TotalText
};
