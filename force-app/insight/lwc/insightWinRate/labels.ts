/** Texts of this bundle. */
import EmptyWinRate from '@salesforce/label/c.Insight_Empty_WinRate';
import ByValue from '@salesforce/label/c.Insight_Label_ByValue';
import ClosedInPeriod from '@salesforce/label/c.Insight_Label_ClosedInPeriod';
import ColumnBroad from '@salesforce/label/c.Insight_Label_ColumnBroad';
import ColumnByValue from '@salesforce/label/c.Insight_Label_ColumnByValue';
import ColumnLost from '@salesforce/label/c.Insight_Label_ColumnLost';
import ColumnN from '@salesforce/label/c.Insight_Label_ColumnN';
import ColumnOrigin from '@salesforce/label/c.Insight_Label_ColumnOrigin';
import ColumnRate from '@salesforce/label/c.Insight_Label_ColumnRate';
import ColumnStalled from '@salesforce/label/c.Insight_Label_ColumnStalled';
import ColumnWon from '@salesforce/label/c.Insight_Label_ColumnWon';
import IntervalHigh from '@salesforce/label/c.Insight_Label_IntervalHigh';
import IntervalLow from '@salesforce/label/c.Insight_Label_IntervalLow';
import Lift from '@salesforce/label/c.Insight_Label_Lift';
import LiftLess from '@salesforce/label/c.Insight_Label_LiftLess';
import NotAvailableZero from '@salesforce/label/c.Insight_Label_NotAvailableZero';
import OpenedInPeriod from '@salesforce/label/c.Insight_Label_OpenedInPeriod';
import PipelineView from '@salesforce/label/c.Insight_Label_PipelineView';
import Small from '@salesforce/label/c.Insight_Label_Small';
import WithStalled from '@salesforce/label/c.Insight_Label_WithStalled';
import WonOf from '@salesforce/label/c.Insight_Label_WonOf';
import TitleWinRate from '@salesforce/label/c.Insight_Title_WinRate';

export const labels = {
    ByValue,
    ClosedInPeriod,
    ColumnBroad,
    ColumnByValue,
    ColumnLost,
    ColumnN,
    ColumnOrigin,
    ColumnRate,
    ColumnStalled,
    ColumnWon,
    EmptyWinRate,
    IntervalHigh,
    IntervalLow,
    Lift,
    LiftLess,
    NotAvailableZero,
    OpenedInPeriod,
    PipelineView,
    Small,
    TitleWinRate,
    WithStalled,
    WonOf
};
