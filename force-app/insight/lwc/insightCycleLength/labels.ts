/** Texts of this bundle. */
import EmptyCycle from '@salesforce/label/c.Insight_Empty_Cycle';
import ColumnFromOpening from '@salesforce/label/c.Insight_Label_ColumnFromOpening';
import ColumnMedian from '@salesforce/label/c.Insight_Label_ColumnMedian';
import ColumnN from '@salesforce/label/c.Insight_Label_ColumnN';
import ColumnOrigin from '@salesforce/label/c.Insight_Label_ColumnOrigin';
import Compression from '@salesforce/label/c.Insight_Label_Compression';
import CycleFaults from '@salesforce/label/c.Insight_Label_CycleFaults';
import HistogramOf from '@salesforce/label/c.Insight_Label_HistogramOf';
import Mean from '@salesforce/label/c.Insight_Label_Mean';
import MeanAndP90 from '@salesforce/label/c.Insight_Label_MeanAndP90';
import MedianOf from '@salesforce/label/c.Insight_Label_MedianOf';
import NotAvailableZero from '@salesforce/label/c.Insight_Label_NotAvailableZero';
import P90 from '@salesforce/label/c.Insight_Label_P90';
import TitleCycle from '@salesforce/label/c.Insight_Title_Cycle';
import TitleMedians from '@salesforce/label/c.Insight_Title_Medians';

export const labels = {
    ColumnFromOpening,
    ColumnMedian,
    ColumnN,
    ColumnOrigin,
    Compression,
    CycleFaults,
    EmptyCycle,
    HistogramOf,
    Mean,
    MeanAndP90,
    MedianOf,
    NotAvailableZero,
    P90,
    TitleCycle,
    TitleMedians
};
