/** How long won opportunities took, by who opened them. Pure. */
import type { BarLine } from 'c/insightBars';
import type { CsvRow } from 'c/insightExport';
import { count, figure, percent } from 'c/insightFormats';
import { niceMaximum, within } from 'c/insightGeometry';
import type { Bucket } from 'c/insightHistogram';
import { fill } from 'c/labelText';
import { labels } from './labels';

type Line = Apex.RevenueCyclesLine;

const days = (value: number | null | undefined): string => figure(value, 'days');

export function cycleLines(lines: readonly Line[]): BarLine[] {
    const top = niceMaximum(Math.max(0, ...lines.map((line) => line.median ?? 0)));
    return lines.map((line) => ({
        key: line.key ?? '',
        label: line.label ?? '',
        share: line.median == null ? null : within(line.median / top),
        figure: line.n ? days(line.median) : labels.NotAvailableZero,
        detail: line.n ? fill(labels.MedianOf, count(line.n)) : '',
        note: line.n ? fill(labels.MeanAndP90, days(line.mean), days(line.p90)) : ''
    }));
}

/** The last step has no end of its own: it is drawn as wide as the one before. */
export function cycleBuckets(buckets: readonly Apex.Bucket[]): Bucket[] {
    return buckets.map(({ fromDays = 0, untilDays, count: times = 0, label = '' }, index) => {
        const before = buckets[index - 1];
        const width = before?.untilDays == null ? 1 : before.untilDays - (before.fromDays ?? 0);
        return { from: fromDays, to: untilDays ?? fromDays + width, count: times, label };
    });
}

export function cycleRemarks({ faults, compression, coordinated, notCoordinated }: Apex.RevenueCycles): string[] {
    return [
        compression == null
            ? ''
            : fill(labels.Compression, percent(compression), days(coordinated?.median), days(notCoordinated?.median)),
        faults ? fill(labels.CycleFaults, count(faults)) : ''
    ].filter(Boolean);
}

export const CYCLE_HEADS = [
    labels.ColumnOrigin,
    labels.ColumnN,
    labels.ColumnMedian,
    labels.Mean,
    labels.P90,
    labels.ColumnFromOpening
] as const;

export function cycleRows(lines: readonly Line[]): CsvRow[] {
    return lines.map((line) => [line.label, line.n, line.median, line.mean, line.p90, line.medianFromOpening]);
}
