/** Texts of this bundle. */
import Load from '@salesforce/label/c.Insight_Action_FinanceLoad';
import Remove from '@salesforce/label/c.Insight_Action_FinanceRemove';
import Save from '@salesforce/label/c.Insight_Action_FinanceSave';
import NoInputs from '@salesforce/label/c.Insight_Empty_FinanceInputs';
import FileHelp from '@salesforce/label/c.Insight_Help_FinanceFile';
import QuarterHelp from '@salesforce/label/c.Insight_Help_FinanceQuarter';
import Campaign from '@salesforce/label/c.Insight_Label_FinanceCampaign';
import Campaigns from '@salesforce/label/c.Insight_Label_FinanceCampaigns';
import Cost from '@salesforce/label/c.Insight_Label_FinanceCostColumn';
import Enter from '@salesforce/label/c.Insight_Label_FinanceEnter';
import Figures from '@salesforce/label/c.Insight_Label_FinanceFigures';
import File from '@salesforce/label/c.Insight_Label_FinanceFile';
import InputQuarter from '@salesforce/label/c.Insight_Label_FinanceInputQuarter';
import Inputs from '@salesforce/label/c.Insight_Label_FinanceInputs';
import Kind from '@salesforce/label/c.Insight_Label_FinanceKind';
import Model from '@salesforce/label/c.Insight_Label_FinanceModel';
import Percent from '@salesforce/label/c.Insight_Label_FinancePercent';
import Quarter from '@salesforce/label/c.Insight_Label_FinanceQuarter';
import Return from '@salesforce/label/c.Insight_Label_FinanceReturn';
import Revenue from '@salesforce/label/c.Insight_Label_FinanceRevenue';
import Shown from '@salesforce/label/c.Insight_Label_FinanceShown';
import Source from '@salesforce/label/c.Insight_Label_FinanceSource';
import Times from '@salesforce/label/c.Insight_Label_FinanceTimes';
import Value from '@salesforce/label/c.Insight_Label_FinanceValue';
import Title from '@salesforce/label/c.Insight_Title_Finance';

export const labels = {
    Campaign,
    Campaigns,
    Cost,
    Enter,
    Figures,
    File,
    FileHelp,
    InputQuarter,
    Inputs,
    Kind,
    Load,
    Model,
    NoInputs,
    Percent,
    Quarter,
    QuarterHelp,
    Remove,
    Return,
    Revenue,
    Save,
    Shown,
    Source,
    Times,
    Title,
    Value
};
