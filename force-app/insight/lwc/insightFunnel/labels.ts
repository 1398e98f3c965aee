/** Texts of this bundle. */
import EmptyFunnel from '@salesforce/label/c.Insight_Empty_Funnel';
import ColumnCount from '@salesforce/label/c.Insight_Label_ColumnCount';
import ColumnRate from '@salesforce/label/c.Insight_Label_ColumnRate';
import ColumnStage from '@salesforce/label/c.Insight_Label_ColumnStage';
import ColumnYoung from '@salesforce/label/c.Insight_Label_ColumnYoung';
import FunnelNote from '@salesforce/label/c.Insight_Label_FunnelNote';
import FunnelWon from '@salesforce/label/c.Insight_Label_FunnelWon';
import OfStepBefore from '@salesforce/label/c.Insight_Label_OfStepBefore';
import StepYoung from '@salesforce/label/c.Insight_Label_StepYoung';
import TargetFrom from '@salesforce/label/c.Insight_Label_TargetFrom';
import TargetTo from '@salesforce/label/c.Insight_Label_TargetTo';
import TitleFunnel from '@salesforce/label/c.Insight_Title_Funnel';

export const labels = {
    ColumnCount,
    ColumnRate,
    ColumnStage,
    ColumnYoung,
    EmptyFunnel,
    FunnelNote,
    FunnelWon,
    OfStepBefore,
    StepYoung,
    TargetFrom,
    TargetTo,
    TitleFunnel
};
