/** Texts of this bundle. */
import CriterionOf from '@salesforce/label/c.Handoff_Label_CriterionOf';
import CriterionPlain from '@salesforce/label/c.Handoff_Label_CriterionPlain';
import Met from '@salesforce/label/c.Handoff_Label_Met';
import NotMet from '@salesforce/label/c.Handoff_Label_NotMet';

export const labels = { CriterionOf, CriterionPlain, Met, NotMet };
