/** Texts of this bundle. */
import CreateOpportunity from '@salesforce/label/c.Handoff_Action_CreateOpportunity';
import JoinOpportunity from '@salesforce/label/c.Handoff_Action_JoinOpportunity';
import HelpAccount from '@salesforce/label/c.Handoff_Help_ConvertAccount';
import HelpNextStep from '@salesforce/label/c.Handoff_Help_NextStep';
import HelpProcessType from '@salesforce/label/c.Handoff_Help_ProcessType';
import Account from '@salesforce/label/c.Handoff_Label_ConvertAccount';
import Contact from '@salesforce/label/c.Handoff_Label_ConvertContact';
import NewAccount from '@salesforce/label/c.Handoff_Label_ConvertNewAccount';
import NewContact from '@salesforce/label/c.Handoff_Label_ConvertNewContact';
import NewOpportunity from '@salesforce/label/c.Handoff_Label_ConvertNewOpportunity';
import Opportunity from '@salesforce/label/c.Handoff_Label_ConvertOpportunity';
import NextStep from '@salesforce/label/c.Handoff_Label_NextStep';
import NextStepOn from '@salesforce/label/c.Handoff_Label_NextStepOn';
import PickOne from '@salesforce/label/c.Handoff_Label_PickOne';
import ProcessType from '@salesforce/label/c.Handoff_Label_ProcessType';
import Title from '@salesforce/label/c.Handoff_Title_Conversion';

export const labels = {
    Account,
    Contact,
    CreateOpportunity,
    HelpAccount,
    HelpNextStep,
    HelpProcessType,
    JoinOpportunity,
    NewAccount,
    NewContact,
    NewOpportunity,
    NextStep,
    NextStepOn,
    Opportunity,
    PickOne,
    ProcessType,
    Title
};
