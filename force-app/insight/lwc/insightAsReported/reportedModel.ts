/** A quarter as it was reported beside what is known of it today. Pure. */
import type { Option } from 'c/insightChoices';
import type { CsvRow } from 'c/insightExport';
import { count, figure } from 'c/insightFormats';
import { fill } from 'c/labelText';
import { labels } from './labels';

type Line = Apex.ReportedLine;

/** Lines that are not cut by anything. */
export const WHOLE = '';

export interface ReportedRow {
    readonly key: string;
    readonly label: string;
    readonly detail: string;
    readonly reported: string;
    readonly reportedCases: string;
    readonly restated: string;
    readonly restatedCases: string;
    readonly state: string;
    readonly icon: string;
}

/** What the lines are cut by; the whole first. */
export function cuts(lines: readonly Line[]): Option[] {
    const names = new Set(lines.map((line) => line.dimension ?? WHOLE));
    return [
        { value: WHOLE, label: labels.Everybody },
        ...[...names].filter((name) => name !== WHOLE).map((name) => ({ value: name, label: name }))
    ];
}

function cases(numerator: number | undefined, n: number | undefined): string {
    return numerator == null || n == null ? '' : fill(labels.Of, count(numerator), count(n));
}

/** What was restated comes first. */
export function reportedRows(lines: readonly Line[], cut: string, currencyCode: string | undefined): ReportedRow[] {
    return lines
        .filter((line) => (line.dimension ?? WHOLE) === cut)
        .sort((one, other) => Number(other.isDifferent ?? false) - Number(one.isDifferent ?? false))
        .map((line, index) => ({
            key: line.key ?? String(index),
            label: line.label ?? '',
            detail: line.dimensionValue ?? '',
            reported: figure(line.reported, line.unit, currencyCode),
            reportedCases: cases(line.reportedNumerator, line.reportedN),
            restated: figure(line.restated, line.unit, currencyCode),
            restatedCases: cases(line.restatedNumerator, line.restatedN),
            state: line.isDifferent ? labels.LabelRestated : labels.Unchanged,
            icon: line.isDifferent ? 'utility:change_record_type' : 'utility:check'
        }));
}

export const REPORTED_HEADS = [
    labels.ColumnMetric,
    labels.ColumnDimension,
    labels.ColumnValue,
    labels.LabelAsReported,
    labels.ReportedNumerator,
    labels.ReportedN,
    labels.ReportedAmount,
    labels.RestatedToday,
    labels.RestatedNumerator,
    labels.RestatedN,
    labels.RestatedAmount,
    labels.Version
] as const;

/** Every line of the quarter, whatever the page shows of it. */
export function reportedCsv(lines: readonly Line[]): CsvRow[] {
    return lines.map((line) => [
        line.label,
        line.dimension,
        line.dimensionValue,
        line.reported,
        line.reportedNumerator,
        line.reportedN,
        line.reportedAmount,
        line.restated,
        line.restatedNumerator,
        line.restatedN,
        line.restatedAmount,
        line.version
    ]);
}
