/** Texts of this bundle. */
import Qualify from '@salesforce/label/c.Handoff_Action_Qualify';
import EvidenceDone from '@salesforce/label/c.Handoff_Label_EvidenceDone';
import EvidenceHint from '@salesforce/label/c.Handoff_Label_EvidenceHint';
import QualifyIntro from '@salesforce/label/c.Handoff_Label_QualifyIntro';
import TwoWayAt from '@salesforce/label/c.Handoff_Label_TwoWayAt';
import TwoWayMissing from '@salesforce/label/c.Handoff_Label_TwoWayMissing';
import Title from '@salesforce/label/c.Handoff_Title_Qualification';

export const labels = {
    EvidenceDone,
    EvidenceHint,
    Qualify,
    QualifyIntro,
    Title,
    TwoWayAt,
    TwoWayMissing
};
