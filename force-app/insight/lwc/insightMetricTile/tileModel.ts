/** A figure in words, and where it stands between its bounds. Pure. */
import { bandOf, count, figure, intervalWords, percent, type Band } from 'c/insightFormats';
import { BAR_HEIGHT, BAR_WIDTH, fine, hatch, niceMaximum, within } from 'c/insightGeometry';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** What is drawn under a rate: the band, the interval, the value. */
export interface Scale {
    readonly targetX: number;
    readonly targetWidth: number;
    readonly valueX: number;
    readonly interval: string;
    readonly hatch: string;
}

/** One figure large; without cases it says so, and never 0. */
export function figureText(metric: Apex.MetricValue): string {
    if (metric.isHidden) {
        return labels.Hidden;
    }
    return metric.value == null && !metric.n
        ? labels.NotAvailableZero
        : figure(metric.value, metric.unit, metric.currencyCode);
}

/** Numerator and denominator, or what else the figure was made from. */
export function casesText(metric: Apex.MetricValue): string {
    const n = metric.n ?? 0;
    if (metric.isHidden) {
        return labels.HiddenWhy;
    }
    if (n === 0) {
        return metric.kind === 'Computed' && metric.value != null ? '' : labels.NoCases;
    }
    switch (metric.kind) {
        case 'Amount':
            return metric.share == null
                ? fill(labels.CasesOf, count(n))
                : fill(
                      labels.ShareOf,
                      percent(metric.share),
                      figure(metric.denominatorAmount, 'money', metric.currencyCode)
                  );
        case 'Duration':
            return fill(labels.MedianOf, count(n));
        case 'Computed':
            return fill(labels.CasesOf, count(n));
        default:
            return fill(labels.Of, count(metric.numerator ?? 0), count(n));
    }
}

/** What stands below: interval, what is open, what is too young. */
export function sideLines(metric: Apex.MetricValue): string[] {
    if (metric.isHidden) {
        return [];
    }
    const interval = intervalWords(metric.intervalLow, metric.intervalHigh);
    return [
        interval ? fill(labels.IntervalText, interval) : '',
        metric.p90 == null ? '' : fill(labels.P90Text, figure(metric.p90, metric.unit, metric.currencyCode)),
        metric.pending ? fill(labels.Pending, count(metric.pending)) : '',
        metric.youngN && !metric.isImmature
            ? fill(labels.YoungPart, count(metric.youngNumerator ?? 0), count(metric.youngN))
            : ''
    ].filter(Boolean);
}

/** What is too young to be judged is not judged. */
export function stateOf(metric: Apex.MetricValue): Band {
    return metric.isImmature ? { words: labels.Immature, icon: 'utility:clock', iconVariant: '' } : bandOf(metric);
}

/** Only rates have bounds that everybody knows. */
export function scaleOf(metric: Apex.MetricValue): Scale | undefined {
    const { value, targetLow, targetHigh, intervalLow, intervalHigh } = metric;
    if (value == null || metric.isHidden || metric.unit !== 'percent' || value < 0 || value > 1) {
        return undefined;
    }
    const place = (rate: number): number => fine(BAR_WIDTH * within(rate));
    const hasTarget = targetLow != null || targetHigh != null;
    const targetX = place(targetLow ?? 0);
    const middle = BAR_HEIGHT / 2;
    return {
        targetX,
        targetWidth: hasTarget ? fine(place(targetHigh ?? 1) - targetX) : 0,
        valueX: place(value),
        interval:
            intervalLow == null || intervalHigh == null
                ? ''
                : `M${place(intervalLow)} ${middle}L${place(intervalHigh)} ${middle}`,
        hatch: metric.isImmature ? hatch(0, BAR_WIDTH * within(value)) : ''
    };
}

/** Values of a trend from 0 to 1: rates as they are, anything else on a scale from 0 to a round number. */
export function trendShares(metric: Apex.MetricValue): (number | null)[] {
    const values = (metric.trend ?? []).map((point) => point.value ?? null);
    const top = metric.unit === 'percent' ? 1 : niceMaximum(Math.max(0, ...values.map((value) => value ?? 0)));
    return values.map((value) => (value === null ? null : within(value / top)));
}
