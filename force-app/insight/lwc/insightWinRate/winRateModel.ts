/** Win rates by who opened the opportunity. Pure. */
import type { BarLine } from 'c/insightBars';
import type { CsvRow } from 'c/insightExport';
import { count, decimal, intervalWords, percent } from 'c/insightFormats';
import { fill } from 'c/labelText';
import { labels } from './labels';

type Line = Apex.RevenueWinRatesLine;

export function winRateLine(line: Line): BarLine {
    const n = line.n ?? 0;
    const isNothing = n === 0;
    return {
        key: line.key ?? '',
        label: line.label ?? '',
        share: line.rate ?? null,
        low: line.intervalLow,
        high: line.intervalHigh,
        figure: isNothing ? labels.NotAvailableZero : percent(line.rate),
        detail: isNothing
            ? ''
            : [fill(labels.WonOf, count(line.won ?? 0), count(n)), intervalWords(line.intervalLow, line.intervalHigh)]
                  .filter(Boolean)
                  .join(' · '),
        note: [
            line.valueRate == null ? '' : fill(labels.ByValue, percent(line.valueRate)),
            line.stalled ? fill(labels.WithStalled, percent(line.broadRate), count(line.broadN ?? 0)) : '',
            line.isSmall && !isNothing ? labels.Small : ''
        ]
            .filter(Boolean)
            .join(' · '),
        tone: line.isSmall ? 'weak' : 'plain'
    };
}

/** What influence goes along with; never what it causes. */
export function liftText(data: Apex.RevenueWinRates): string {
    return data.liftPoints == null
        ? ''
        : fill(
              data.liftPoints < 0 ? labels.LiftLess : labels.Lift,
              decimal(Math.abs(data.liftPoints)),
              percent(data.influenced?.rate),
              percent(data.notInfluenced?.rate)
          );
}

export const WIN_RATE_HEADS = [
    labels.ColumnOrigin,
    labels.ColumnWon,
    labels.ColumnLost,
    labels.ColumnStalled,
    labels.ColumnN,
    labels.ColumnRate,
    labels.IntervalLow,
    labels.IntervalHigh,
    labels.ColumnBroad,
    labels.ColumnByValue
] as const;

export function winRateRows(lines: readonly Line[]): CsvRow[] {
    return lines.map((line) => [
        line.label,
        line.won,
        line.lost,
        line.stalled,
        line.n,
        line.rate,
        line.intervalLow,
        line.intervalHigh,
        line.broadRate,
        line.valueRate
    ]);
}
