/** Texts of this bundle. */
import ColumnAmount from '@salesforce/label/c.Insight_Label_ColumnAmount';
import ColumnCampaign from '@salesforce/label/c.Insight_Label_ColumnCampaign';
import ColumnClosed from '@salesforce/label/c.Insight_Label_ColumnClosed';
import ColumnCurrency from '@salesforce/label/c.Insight_Label_ColumnCurrency';
import ColumnId from '@salesforce/label/c.Insight_Label_ColumnId';
import ColumnName from '@salesforce/label/c.Insight_Label_ColumnName';
import ColumnOpportunity from '@salesforce/label/c.Insight_Label_ColumnOpportunity';
import ColumnRule from '@salesforce/label/c.Insight_Label_ColumnRule';
import ColumnTouch from '@salesforce/label/c.Insight_Label_ColumnTouch';
import ColumnTouchAt from '@salesforce/label/c.Insight_Label_ColumnTouchAt';
import ColumnWeight from '@salesforce/label/c.Insight_Label_ColumnWeight';
import NoCampaign from '@salesforce/label/c.Insight_Label_NoCampaign';
import NoTouch from '@salesforce/label/c.Insight_Label_NoTouch';
import Version from '@salesforce/label/c.Insight_Label_Version';
import TitleCredits from '@salesforce/label/c.Insight_Title_Credits';
import Close from '@salesforce/label/c.Shared_Action_Close';

export const labels = {
    Close,
    ColumnAmount,
    ColumnCampaign,
    ColumnClosed,
    ColumnCurrency,
    ColumnId,
    ColumnName,
    ColumnOpportunity,
    ColumnRule,
    ColumnTouch,
    ColumnTouchAt,
    ColumnWeight,
    NoCampaign,
    NoTouch,
    TitleCredits,
    Version
};
