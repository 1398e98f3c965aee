/** Work on the figures in words: what can be started, and how far it is. Pure. */
import { fill } from 'c/labelText';
import { dateWords } from 'c/timeWords';
import { labels } from './labels';

export const NIGHT = 'facts';
export const DAY = 'figures';
export const HISTORY = 'history';
const WHOLE = 100;

export interface TaskRow {
    readonly key: string;
    readonly label: string;
    readonly help: string;
    readonly action: string;
    readonly isOfDay: boolean;
    /** How far it is, in words; empty while nothing runs. */
    readonly progress: string;
    readonly percent: number;
}

type Task = Pick<TaskRow, 'key' | 'label' | 'help' | 'action'>;

const TASKS: readonly Task[] = [
    { key: NIGHT, label: labels.Night, help: labels.NightHelp, action: labels.StartNight },
    { key: DAY, label: labels.PastDay, help: labels.PastDayHelp, action: labels.StartDay },
    { key: HISTORY, label: labels.History, help: labels.HistoryHelp, action: labels.StartHistory }
];

function progressWords({ done = 0, total = 0 }: Apex.Job): string {
    return total ? fill(labels.Progress, done, total) : labels.Waiting;
}

/** What can be started; what waits or runs says how far it is. */
export function taskRows({ jobs = [] }: Apex.FigureWork): TaskRow[] {
    return TASKS.map((task) => {
        const job = jobs.find(({ key }) => key === task.key);
        return {
            ...task,
            isOfDay: task.key === DAY,
            progress: job ? progressWords(job) : '',
            percent: job?.total ? Math.floor(((job.done ?? 0) / job.total) * WHOLE) : 0
        };
    });
}

export function isRunning({ jobs = [] }: Apex.FigureWork): boolean {
    return jobs.length > 0;
}

/** The last day whose figures are complete; empty before the first. */
export function lastDayWords({ status }: Apex.FigureWork): string {
    return status?.lastDay ? fill(labels.LastDay, dateWords(status.lastDay)) : '';
}

/** What is wrong with the nights, and what came out otherwise when the last day was counted again. */
export function notices({ status }: Apex.FigureWork): string[] {
    return [status?.message ?? '', status?.rowsDifferent ? fill(labels.Different, status.rowsDifferent) : ''].filter(
        Boolean
    );
}
