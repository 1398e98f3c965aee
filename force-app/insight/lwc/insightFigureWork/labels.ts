/** Texts of this bundle. */
import Look from '@salesforce/label/c.Insight_Action_LookAgain';
import StartDay from '@salesforce/label/c.Insight_Action_StartDay';
import StartHistory from '@salesforce/label/c.Insight_Action_StartHistory';
import StartNight from '@salesforce/label/c.Insight_Action_StartNight';
import PastDayHelp from '@salesforce/label/c.Insight_Help_FigureWorkDay';
import HistoryHelp from '@salesforce/label/c.Insight_Help_FigureWorkHistory';
import NightHelp from '@salesforce/label/c.Insight_Help_FigureWorkNight';
import PastDay from '@salesforce/label/c.Insight_Label_FigureWorkDay';
import Different from '@salesforce/label/c.Insight_Label_FigureWorkDifferent';
import History from '@salesforce/label/c.Insight_Label_FigureWorkHistory';
import LastDay from '@salesforce/label/c.Insight_Label_FigureWorkLastDay';
import Night from '@salesforce/label/c.Insight_Label_FigureWorkNight';
import Progress from '@salesforce/label/c.Insight_Label_FigureWorkProgress';
import Waiting from '@salesforce/label/c.Insight_Label_FigureWorkWaiting';
import Day from '@salesforce/label/c.Insight_Label_FigureWorkWhich';
import Title from '@salesforce/label/c.Insight_Title_FigureWork';

export const labels = {
    Day,
    Different,
    History,
    HistoryHelp,
    LastDay,
    Look,
    Night,
    NightHelp,
    PastDay,
    PastDayHelp,
    Progress,
    StartDay,
    StartHistory,
    StartNight,
    Title,
    Waiting
};
