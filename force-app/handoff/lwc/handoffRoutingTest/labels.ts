/** Texts of this bundle. */
import NobodyFound from '@salesforce/label/c.Handoff_Empty_NobodyFound';
import TypeTwo from '@salesforce/label/c.Handoff_Help_TypeTwo';
import RoutingTest from '@salesforce/label/c.Handoff_Help_RoutingTest';
import Decided from '@salesforce/label/c.Handoff_Label_StepDecided';
import Passed from '@salesforce/label/c.Handoff_Label_StepPassed';
import FindPerson from '@salesforce/label/c.Handoff_Label_FindPerson';
import People from '@salesforce/label/c.Handoff_Label_People';
import Steps from '@salesforce/label/c.Handoff_Label_RoutingSteps';
import WithInactive from '@salesforce/label/c.Handoff_Label_WithInactive';
import Title from '@salesforce/label/c.Handoff_Title_RoutingTest';
import Loading from '@salesforce/label/c.Shared_Label_Loading';

export const labels = {
    Decided,
    FindPerson,
    Loading,
    NobodyFound,
    Passed,
    People,
    RoutingTest,
    Steps,
    Title,
    TypeTwo,
    WithInactive
};
