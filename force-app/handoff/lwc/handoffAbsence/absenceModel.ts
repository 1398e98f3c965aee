/** Absences in words. Pure. */
import { fill } from 'c/labelText';
import { dateWords, dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export interface AbsenceLine {
    readonly id: string;
    readonly words: string;
}

export interface CoverView {
    readonly key: string;
    readonly title: string;
    readonly rows: readonly Apex.HandoffRow[];
    readonly isEmpty: boolean;
}

/** The absences that are not over, each in one sentence. */
export function absenceLines(panel: Apex.AbsencePanel): AbsenceLine[] {
    return (panel.absences ?? []).map(({ id = '', firstDay, lastDay, delegateName }) => ({
        id,
        words: fill(
            delegateName ? labels.Line : labels.LineManager,
            firstDay ? dateWords(firstDay) : '',
            lastDay ? dateWords(lastDay) : '',
            delegateName ?? ''
        )
    }));
}

/** Those for whom the reader stands in, with what waits there. */
export function coverViews(panel: Apex.AbsencePanel, now: number): CoverView[] {
    return (panel.covers ?? []).map(({ userId = '', name = '', endsAt, rows = [] }) => {
        const end = instantOf(endsAt);
        return {
            key: userId,
            title: fill(labels.Cover, name, end === undefined ? '' : dayAndTime(end, now)),
            rows,
            isEmpty: rows.length === 0
        };
    });
}

/** Who can stand in; first nobody, which means the manager. */
export function delegateOptions(panel: Apex.AbsencePanel): { label: string; value: string }[] {
    const people = (panel.delegates ?? []).map(({ id = '', name = '' }) => ({ label: name, value: id }));
    return [{ label: labels.Manager, value: '' }, ...people];
}
