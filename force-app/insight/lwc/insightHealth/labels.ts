/** Texts of this bundle. */
import Empty from '@salesforce/label/c.Insight_Empty_Health';
import ColumnDimension from '@salesforce/label/c.Insight_Label_ColumnDimension';
import ColumnN from '@salesforce/label/c.Insight_Label_ColumnN';
import ColumnValue from '@salesforce/label/c.Insight_Label_ColumnValue';
import Source from '@salesforce/label/c.Insight_Label_FinanceSource';
import AsOf from '@salesforce/label/c.Insight_Label_HealthAsOf';
import AsReported from '@salesforce/label/c.Insight_Label_HealthAsReported';
import Bounds from '@salesforce/label/c.Insight_Label_HealthBounds';
import Carried from '@salesforce/label/c.Insight_Label_HealthCarried';
import Cases from '@salesforce/label/c.Insight_Label_HealthCases';
import Change from '@salesforce/label/c.Insight_Label_HealthChange';
import Coverage from '@salesforce/label/c.Insight_Label_HealthCoverage';
import Declining from '@salesforce/label/c.Insight_Label_HealthDeclining';
import Dimensions from '@salesforce/label/c.Insight_Label_HealthDimensions';
import Floor from '@salesforce/label/c.Insight_Label_HealthFloor';
import From from '@salesforce/label/c.Insight_Label_HealthFrom';
import Improving from '@salesforce/label/c.Insight_Label_HealthImproving';
import Incomplete from '@salesforce/label/c.Insight_Label_HealthIncomplete';
import Level from '@salesforce/label/c.Insight_Label_HealthLevel';
import MeasuredOn from '@salesforce/label/c.Insight_Label_HealthMeasuredOn';
import Missing from '@salesforce/label/c.Insight_Label_HealthMissing';
import Moved from '@salesforce/label/c.Insight_Label_HealthMoved';
import None from '@salesforce/label/c.Insight_Label_HealthNone';
import NotAsked from '@salesforce/label/c.Insight_Label_HealthNotAsked';
import NotComparable from '@salesforce/label/c.Insight_Label_HealthNotComparable';
import OutOf from '@salesforce/label/c.Insight_Label_HealthOutOf';
import Recomputed from '@salesforce/label/c.Insight_Label_HealthRecomputed';
import Risk from '@salesforce/label/c.Insight_Label_HealthRisk';
import Rounding from '@salesforce/label/c.Insight_Label_HealthRounding';
import Running from '@salesforce/label/c.Insight_Label_HealthRunning';
import Score from '@salesforce/label/c.Insight_Label_HealthScore';
import Stable from '@salesforce/label/c.Insight_Label_HealthStable';
import Strong from '@salesforce/label/c.Insight_Label_HealthStrong';
import Target from '@salesforce/label/c.Insight_Label_HealthTarget';
import Trend from '@salesforce/label/c.Insight_Label_HealthTrend';
import Unit from '@salesforce/label/c.Insight_Label_HealthUnit';
import Version from '@salesforce/label/c.Insight_Label_HealthVersion';
import Watch from '@salesforce/label/c.Insight_Label_HealthWatch';
import Weight from '@salesforce/label/c.Insight_Label_HealthWeight';
import Points from '@salesforce/label/c.Insight_Label_Points';
import TooLittle from '@salesforce/label/c.Insight_Text_HealthTooLittle';
import Title from '@salesforce/label/c.Insight_Title_Health';

export const labels = {
    AsOf,
    AsReported,
    Bounds,
    Carried,
    Cases,
    Change,
    ColumnDimension,
    ColumnN,
    ColumnValue,
    Coverage,
    Declining,
    Dimensions,
    Empty,
    Floor,
    From,
    Improving,
    Incomplete,
    Level,
    MeasuredOn,
    Missing,
    Moved,
    None,
    NotAsked,
    NotComparable,
    OutOf,
    Points,
    Recomputed,
    Risk,
    Rounding,
    Running,
    Score,
    Source,
    Stable,
    Strong,
    Target,
    Title,
    TooLittle,
    Trend,
    Unit,
    Version,
    Watch,
    Weight
};
