/** Texts of this bundle. */
import ChoicesCut from '@salesforce/label/c.Shared_Label_ChoicesCut';
import Done from '@salesforce/label/c.Shared_Label_StepDone';
import DoneAll from '@salesforce/label/c.Shared_Label_FirstHourDone';
import Empty from '@salesforce/label/c.Shared_Empty_FirstHour';
import Loading from '@salesforce/label/c.Shared_Label_Loading';
import Progress from '@salesforce/label/c.Shared_Label_FirstHourProgress';
import Title from '@salesforce/label/c.Shared_Title_FirstHour';
import ToDo from '@salesforce/label/c.Shared_Label_StepToDo';

export const labels = { ChoicesCut, Done, DoneAll, Empty, Loading, Progress, Title, ToDo };
