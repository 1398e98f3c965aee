/** Definition and rows of a figure, in words. Pure. */
import { count, figure, intervalWords, money, targetWords, windowWords } from 'c/insightFormats';
import type { ListPage, ListRow } from 'c/insightRows';
import { notices } from 'c/insightQuery';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export interface FactLine {
    readonly term: string;
    readonly text: string;
}

export interface PartChoice {
    readonly value: string;
    readonly label: string;
}

const COUNTED: Readonly<Record<string, string>> = {
    numerator: labels.CountedNumerator,
    denominator: labels.CountedDenominator,
    pending: labels.CountedPending,
    young: labels.CountedYoung
};

/** How a figure is counted; lines without a fact are left out. */
export function factLines(metric: Apex.MetricValue, now: number): FactLine[] {
    const asOf = instantOf(metric.asOf);
    const { unit, currencyCode } = metric;
    const target = targetWords(metric.targetLow, metric.targetHigh, unit, currencyCode);
    return [
        { term: labels.Definition, text: metric.definition ?? '' },
        { term: labels.Formula, text: metric.formula ?? '' },
        { term: labels.Basis, text: metric.basisText ?? '' },
        { term: labels.Window, text: windowWords(metric.windowStart, metric.windowEnd) },
        { term: labels.Cases, text: casesText(metric) },
        { term: labels.Interval, text: intervalWords(metric.intervalLow, metric.intervalHigh) },
        { term: labels.Mean, text: metric.mean == null ? '' : figure(metric.mean, unit, currencyCode) },
        { term: labels.P90, text: metric.p90 == null ? '' : figure(metric.p90, unit, currencyCode) },
        { term: labels.Target, text: target === '' ? '' : [target, metric.targetSource].filter(Boolean).join(' · ') },
        { term: labels.Version, text: metric.version == null ? '' : String(metric.version) },
        { term: labels.Computed, text: asOf === undefined ? '' : dayAndTime(asOf, now) }
    ].filter((fact) => fact.text !== '');
}

function casesText({ numerator, n, pending, youngN, youngNumerator }: Apex.MetricValue): string {
    return [
        fill(labels.CasesText, count(numerator ?? 0), count(n ?? 0)),
        pending ? fill(labels.CasesPending, count(pending)) : '',
        youngN ? fill(labels.CasesYoung, count(youngNumerator ?? 0), count(youngN)) : ''
    ]
        .filter(Boolean)
        .join('; ');
}

/** Which of the rows to show; parts without rows are not offered, and of a computed figure only what it is made of. */
export function partChoices({ kind, numerator, n, pending, youngN, isImmature }: Apex.MetricValue): PartChoice[] {
    const parts: readonly (readonly [string, string, number])[] = [
        ['denominator', labels.PartAll, n ?? 0],
        ['numerator', labels.PartCounted, kind === 'Computed' ? 0 : (numerator ?? 0)],
        ['pending', labels.PartPending, pending ?? 0],
        ['young', labels.PartYoung, isImmature ? 0 : (youngN ?? 0)]
    ];
    return parts
        .filter(([value, , total]) => value === 'denominator' || total > 0)
        .map(([value, label, total]) => ({ value, label: fill(label, count(total)) }));
}

function listRow(row: Apex.MetricRow, now: number, currencyCode: string | undefined): ListRow {
    const at = instantOf(row.at);
    const counted = COUNTED[row.counted ?? ''] ?? row.counted ?? '';
    const amount = row.amount == null ? '' : money(row.amount, currencyCode);
    return {
        key: row.recordId ?? '',
        recordId: row.personId ?? row.recordId,
        name: row.name || labels.ColumnName,
        detail: row.detail ?? '',
        cells: [
            { key: 'owner', text: row.ownerName ?? '' },
            { key: 'at', text: at === undefined ? '' : dayAndTime(at, now) },
            { key: 'result', text: [row.result, amount].filter(Boolean).join(' · ') },
            { key: 'counted', text: counted }
        ],
        csv: [row.recordId, row.name, row.detail, row.ownerName, row.at, row.result, row.counted, row.amount]
    };
}

export const HEADS = [
    labels.ColumnName,
    labels.ColumnOwner,
    labels.ColumnEntered,
    labels.ColumnResult,
    labels.ColumnCounted
] as const;

/** A file says the same as the page and names what it says; instants are ISO, in UTC. */
export const CSV_HEADS = [
    labels.ColumnId,
    labels.ColumnName,
    labels.ColumnDetail,
    labels.ColumnOwner,
    labels.ColumnEntered,
    labels.ColumnResult,
    labels.ColumnCounted,
    labels.ColumnAmount
] as const;

export function listPage(page: Apex.MetricRows, now: number, currencyCode: string | undefined): ListPage {
    return {
        rows: (page.rows ?? []).map((row) => listRow(row, now, currencyCode)),
        total: page.total,
        nextCursor: page.nextCursor,
        notices: notices(page)
    };
}
