/** Texts of this bundle. */
import ProofRows from '@salesforce/label/c.Insight_Action_ProofRows';
import TitleDiagnosis from '@salesforce/label/c.Insight_Title_Diagnosis';

export const labels = {
    ProofRows,
    TitleDiagnosis
};
