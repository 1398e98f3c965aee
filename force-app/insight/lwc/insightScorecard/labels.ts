/** Texts of this bundle. */
import EmptyScorecard from '@salesforce/label/c.Insight_Empty_Scorecard';
import BothSides from '@salesforce/label/c.Insight_Label_BothSides';
import ColumnAgreed from '@salesforce/label/c.Insight_Label_ColumnAgreed';
import ColumnPromise from '@salesforce/label/c.Insight_Label_ColumnPromise';
import ColumnRate from '@salesforce/label/c.Insight_Label_ColumnRate';
import ColumnSide from '@salesforce/label/c.Insight_Label_ColumnSide';
import ColumnValue from '@salesforce/label/c.Insight_Label_ColumnValue';
import ColumnWeight from '@salesforce/label/c.Insight_Label_ColumnWeight';
import TitleScorecard from '@salesforce/label/c.Insight_Title_Scorecard';

export const labels = {
    BothSides,
    ColumnAgreed,
    ColumnPromise,
    ColumnRate,
    ColumnSide,
    ColumnValue,
    ColumnWeight,
    EmptyScorecard,
    TitleScorecard
};
