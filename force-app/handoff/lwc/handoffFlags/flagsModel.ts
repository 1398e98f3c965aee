/** Flags as a page shows them. Pure. */
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export interface FlagLine {
    readonly key: string;
    readonly title: string;
    readonly explanation: string;
    readonly purpose: string;
    readonly facts: string;
    readonly recordId: string | undefined;
    readonly recordName: string;
    readonly answer: string;
    readonly canAnswer: boolean;
    readonly isAnswering: boolean;
}

export interface Option {
    readonly label: string;
    readonly value: string;
}

/** Statuses a flag can have, the open ones first. */
export const STATUSES: readonly Option[] = [
    { label: labels.Open, value: 'Open' },
    { label: labels.Explained, value: 'Explained' },
    { label: labels.Dismissed, value: 'Dismissed' }
];

export function flagLine(row: Apex.FlagRow, now: number, answering: string | undefined): FlagLine {
    const foundAt = instantOf(row.foundAt);
    const facts = [
        row.subjectName ? fill(labels.Concerns, row.subjectName) : labels.Team,
        foundAt === undefined ? '' : fill(labels.Found, dayAndTime(foundAt, now))
    ];
    return {
        key: row.flagId ?? '',
        title: row.title ?? row.code ?? '',
        explanation: row.explanation ?? '',
        purpose: row.purpose ?? '',
        facts: facts.filter(Boolean).join(' · '),
        recordId: row.recordId,
        recordName: row.recordName ?? '',
        answer: row.answer ? fill(labels.Answered, row.answeredBy ?? '', row.answer) : '',
        canAnswer: row.canAnswer === true && row.flagId !== answering,
        isAnswering: row.flagId === answering
    };
}

/** The checks that found something, after the choice of all. */
export function checkOptions(checks: readonly Apex.FlagCount[] | undefined): Option[] {
    return [
        { label: labels.AllChecks, value: '' },
        ...(checks ?? []).map(({ code = '', label = '', count = 0 }) => ({
            label: fill(labels.Check, label, count),
            value: code
        }))
    ];
}
