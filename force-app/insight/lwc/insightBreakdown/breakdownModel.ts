/** One metric cut by one dimension. Pure. */
import type { BarLine } from 'c/insightBars';
import type { CsvRow } from 'c/insightExport';
import { count, figure, intervalWords } from 'c/insightFormats';
import { niceMaximum, within } from 'c/insightGeometry';
import { fill } from 'c/labelText';
import { labels } from './labels';

type Lines = readonly Apex.BreakdownLine[];

export function breakdownLines(lines: Lines, unit: string | undefined, currencyCode: string | undefined): BarLine[] {
    const isRate = unit === undefined || unit === 'percent';
    const top = isRate ? 1 : niceMaximum(Math.max(0, ...lines.map((line) => line.value ?? 0)));
    return lines.map((line) => {
        const n = line.n ?? 0;
        if (line.isHidden) {
            return { key: line.key ?? '', label: line.label ?? '', figure: labels.Hidden, note: labels.HiddenWhy };
        }
        const isNothing = line.value == null && n === 0;
        return {
            key: line.key ?? '',
            label: line.label ?? '',
            share: line.value == null ? null : within(line.value / top),
            low: isRate ? line.intervalLow : undefined,
            high: isRate ? line.intervalHigh : undefined,
            figure: isNothing ? labels.NotAvailableZero : figure(line.value, unit, currencyCode),
            detail: isNothing
                ? ''
                : [
                      isRate ? fill(labels.Of, count(line.numerator ?? 0), count(n)) : fill(labels.CasesOf, count(n)),
                      isRate ? intervalWords(line.intervalLow, line.intervalHigh) : ''
                  ]
                      .filter(Boolean)
                      .join(' · '),
            ...(line.isSmall && n > 0 ? { note: labels.Small, icon: 'utility:info_alt' } : {}),
            tone: line.isSmall ? 'weak' : 'plain'
        };
    });
}

export function breakdownHeads(dimensionLabel: string): readonly string[] {
    return [
        dimensionLabel,
        labels.ColumnValue,
        labels.ColumnNumerator,
        labels.ColumnN,
        labels.ColumnAmount,
        labels.IntervalLow,
        labels.IntervalHigh
    ];
}

/** Lines that are kept from the reader keep their figures in the file, too: there are none in the answer. */
export function breakdownRows(lines: Lines): CsvRow[] {
    return lines.map((line) => [
        line.label,
        line.value,
        line.numerator,
        line.n,
        line.amount,
        line.intervalLow,
        line.intervalHigh
    ]);
}
