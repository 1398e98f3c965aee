/** A policy test as forms, figures and lines. Pure. */
import { fill } from 'c/labelText';
import { addDays, dateWords, dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

const PRIORITIES = ['P1', 'P2'];
/** What a figure counts, in the order in which it is shown. */
const RESULTS: readonly (readonly [code: string, label: string])[] = [
    ['inTime', labels.InTime],
    ['late', labels.Late],
    ['rerouted', labels.Rerouted],
    ['reclaimed', labels.Reclaimed],
    ['pending', labels.Pending]
];
const ROUTES: readonly (readonly [code: string, label: string, test: (row: Apex.PolicyDryRunRow) => boolean])[] = [
    ['routed', labels.Routed, (row) => Boolean(row.routedTeam) && row.isJoining !== true],
    ['elsewhere', labels.Elsewhere, (row) => Boolean(row.team && row.routedTeam) && row.team !== row.routedTeam],
    ['joining', labels.Joining, (row) => row.isJoining === true],
    ['nobody', labels.Nobody, (row) => !row.routedTeam && row.isJoining !== true]
];

interface Option {
    readonly label: string;
    readonly value: string;
}

export interface FormView {
    readonly priority: string;
    readonly title: string;
    readonly version: string;
    readonly versions: readonly Option[];
    readonly numbers: readonly { readonly field: string; readonly label: string; readonly value: string }[];
    readonly clockMode: string;
    readonly clockModes: readonly Option[];
    readonly expiryOutcome: string;
    readonly expiryOutcomes: readonly Option[];
}

export interface Figure {
    readonly code: string;
    readonly label: string;
    readonly count: number;
    readonly pressed: string;
    readonly className: string;
}

export interface Line {
    readonly key: string;
    readonly recordId: string;
    readonly person: string;
    readonly company: string;
    readonly result: string;
    readonly route: string;
}

/** The policy in force for each priority. */
export function firstDrafts(stored: readonly Apex.PolicyDraft[]): Apex.PolicyDraft[] {
    return PRIORITIES.flatMap((priority) => stored.filter((draft) => draft.priority === priority).slice(0, 1));
}

export function forms(drafts: readonly Apex.PolicyDraft[], stored: readonly Apex.PolicyDraft[]): FormView[] {
    return drafts.map((draft) => ({
        priority: draft.priority ?? '',
        title: fill(labels.PolicyOf, draft.priority ?? ''),
        version: draft.version ?? '',
        versions: stored
            .filter(({ priority }) => priority === draft.priority)
            .map(({ label = '', version = '', isActive }) => ({
                value: version,
                label: isActive ? label : fill(labels.NotActive, label)
            })),
        numbers: [
            { field: 'windowHours', label: labels.WindowHours, value: numberText(draft.windowHours) },
            { field: 'warnPercent', label: labels.WarnPercent, value: numberText(draft.warnPercent) },
            { field: 'expirePercent', label: labels.ExpirePercent, value: numberText(draft.expirePercent) }
        ],
        clockMode: draft.clockMode ?? '',
        clockModes: [
            { label: labels.ClockBusiness, value: 'Business' },
            { label: labels.ClockElapsed, value: 'Elapsed' }
        ],
        expiryOutcome: draft.expiryOutcome ?? '',
        expiryOutcomes: [
            { label: labels.ToBackup, value: 'Reroute' },
            { label: labels.ToMarketing, value: 'Reclaim' }
        ]
    }));
}

/** The drafts after one field of one priority changed; another version brings all its values. */
export function changed(
    drafts: readonly Apex.PolicyDraft[],
    stored: readonly Apex.PolicyDraft[],
    priority: string,
    field: string,
    value: string
): Apex.PolicyDraft[] {
    return drafts.map((draft) => {
        if (draft.priority !== priority) {
            return draft;
        }
        if (field === 'version') {
            return stored.find(({ version }) => version === value) ?? draft;
        }
        const isNumber = /Hours$|Percent$/.test(field);
        return { ...draft, [field]: !isNumber ? value : value === '' ? undefined : Number(value) };
    });
}

/** `1 Jul to 30 Sep 2026: 37 hand-offs`. */
export function period(run: Apex.PolicyDryRun): string {
    const { startDate, endDate } = run;
    return fill(
        run.hasHandoffs ? labels.PeriodHandoffs : labels.PeriodLeads,
        startDate ? dateWords(startDate) : '',
        endDate ? dateWords(addDays(endDate, -1)) : '',
        run.total ?? 0
    );
}

export function figures(run: Apex.PolicyDryRun, picked: string): Figure[] {
    const rows = run.rows ?? [];
    const results = run.hasHandoffs
        ? RESULTS.map(([code, label]) => ({ code, label, count: rows.filter((row) => row.result === code).length }))
        : [];
    const routes = ROUTES.map(([code, label, test]) => ({ code, label, count: rows.filter(test).length }));
    return [...results, ...routes].map((figure) => ({
        ...figure,
        pressed: String(figure.code === picked),
        className:
            figure.code === picked
                ? 'slds-button slds-button_brand slds-m-right_x-small slds-m-bottom_x-small'
                : 'slds-button slds-button_neutral slds-m-right_x-small slds-m-bottom_x-small'
    }));
}

/** The rows behind the picked figure; all of them when none is. */
export function lines(run: Apex.PolicyDryRun, picked: string): Line[] {
    const byRoute = ROUTES.find(([code]) => code === picked)?.[2];
    return (run.rows ?? [])
        .filter((row) => picked === '' || (byRoute ? byRoute(row) : row.result === picked))
        .map((row) => {
            const dueAt = instantOf(row.dueAt);
            const result = RESULTS.find(([code]) => code === row.result)?.[1];
            const due = dueAt === undefined ? '' : fill(labels.DueAt, dayAndTime(dueAt, dueAt));
            const actual = row.actual ? fill(labels.Really, row.actual) : '';
            return {
                key: row.handoffId ?? row.personId ?? '',
                recordId: row.personId ?? '',
                person: row.personName ?? '',
                company: row.company ?? '',
                result: [result, due, actual].filter(Boolean).join(' · '),
                route: row.routedWhy ?? ''
            };
        });
}

/** `Showing 12 of 37`. */
export function shownText(run: Apex.PolicyDryRun, shown: number): string {
    return fill(labels.ShowingOf, shown, run.total ?? shown);
}

function numberText(value: number | null | undefined): string {
    return value == null ? '' : String(value);
}
