/** Definition and rows of a figure, in words. Pure. */
import { percent, targetWords, windowWords } from 'c/insightFormats';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export interface FactLine {
    readonly term: string;
    readonly text: string;
}

export interface RowLine {
    readonly key: string;
    readonly personId: string | undefined;
    readonly person: string;
    readonly company: string;
    readonly owner: string;
    readonly handedOff: string;
    readonly result: string;
    readonly counted: string;
}

const COUNTED: Readonly<Record<string, string>> = {
    numerator: labels.CountedNumerator,
    denominator: labels.CountedDenominator,
    pending: labels.CountedPending
};

/** How a figure is counted; lines without a fact are left out. */
export function factLines(metric: Apex.MetricValue, now: number): FactLine[] {
    const asOf = instantOf(metric.asOf);
    const target = targetWords(metric.targetLow, metric.targetHigh);
    const hasInterval = metric.intervalLow != null && metric.intervalHigh != null;
    return [
        { term: labels.Definition, text: metric.definition ?? '' },
        { term: labels.Formula, text: metric.formula ?? '' },
        { term: labels.Basis, text: metric.basisText ?? '' },
        { term: labels.Window, text: windowWords(metric.windowStart, metric.windowEnd) },
        { term: labels.Cases, text: fill(labels.CasesText, metric.numerator ?? 0, metric.n ?? 0, metric.pending ?? 0) },
        {
            term: labels.Interval,
            text: hasInterval ? `${percent(metric.intervalLow)} – ${percent(metric.intervalHigh)}` : ''
        },
        { term: labels.Target, text: target === '' ? '' : [target, metric.targetSource].filter(Boolean).join(' · ') },
        { term: labels.Computed, text: asOf === undefined ? '' : dayAndTime(asOf, now) }
    ].filter((fact) => fact.text !== '');
}

export function rowLine(row: Apex.MetricRow, now: number): RowLine {
    const at = instantOf(row.at);
    return {
        key: row.recordId ?? '',
        personId: row.personId,
        person: row.name ?? '',
        company: row.detail ?? '',
        owner: row.ownerName ?? '',
        handedOff: at === undefined ? '' : dayAndTime(at, now),
        result: row.result ?? '',
        counted: COUNTED[row.counted ?? ''] ?? row.counted ?? ''
    };
}
