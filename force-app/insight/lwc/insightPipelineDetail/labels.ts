/** Texts of this bundle. */
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnCurrency from '@salesforce/label/c.Insight_Label_ColumnCurrency';
import ColumnDetail from '@salesforce/label/c.Insight_Label_ColumnDetail';
import ColumnEntered from '@salesforce/label/c.Insight_Label_ColumnEntered';
import ColumnId from '@salesforce/label/c.Insight_Label_ColumnId';
import ColumnOpportunity from '@salesforce/label/c.Insight_Label_ColumnOpportunity';
import ColumnOwner from '@salesforce/label/c.Insight_Label_ColumnOwner';
import ColumnResult from '@salesforce/label/c.Insight_Label_ColumnResult';
import TitleRows from '@salesforce/label/c.Insight_Title_Rows';
import Close from '@salesforce/label/c.Shared_Action_Close';

export const labels = {
    Close,
    ColumnAmount,
    ColumnCurrency,
    ColumnDetail,
    ColumnEntered,
    ColumnId,
    ColumnOpportunity,
    ColumnOwner,
    ColumnResult,
    TitleRows
};
