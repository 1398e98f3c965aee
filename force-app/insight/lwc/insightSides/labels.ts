/** Texts of this bundle. */
import Agreed from '@salesforce/label/c.Insight_Label_Agreed';
import ColumnActual from '@salesforce/label/c.Insight_Label_ColumnActual';
import ColumnPromise from '@salesforce/label/c.Insight_Label_ColumnPromise';
import Kept from '@salesforce/label/c.Insight_Label_Kept';
import NoCases from '@salesforce/label/c.Insight_Label_NoCases';
import NotKept from '@salesforce/label/c.Insight_Label_NotKept';
import Weight from '@salesforce/label/c.Insight_Label_Weight';

export const labels = {
    Agreed,
    ColumnActual,
    ColumnPromise,
    Kept,
    NoCases,
    NotKept,
    Weight
};
