/** Rates, bands and windows in words. Pure. */
import LOCALE from '@salesforce/i18n/locale';
import { fill } from 'c/labelText';
import { addDays, dateWords } from 'c/timeWords';
import { labels } from './labels';

export interface Band {
    readonly words: string;
    readonly icon: string;
    readonly iconVariant: string;
}

/** `71 %` of 0.712; `n/a` of nothing. Never rounds up to a full 100. */
export function percent(rate: number | null | undefined): string {
    if (rate == null) {
        return labels.NotAvailable;
    }
    const rounded = Math.round(100 * rate);
    const honest = rounded === 100 && rate < 1 ? 99 : rounded === 0 && rate > 0 ? 1 : rounded;
    return `${new Intl.NumberFormat(LOCALE).format(honest)} %`;
}

/** `60 % – 75 %`, `from 90 %`, `up to 10 %`; empty without a target. */
export function targetWords(low: number | null | undefined, high: number | null | undefined): string {
    const hasHigh = high != null && high < 1;
    if (low == null) {
        return hasHigh ? fill(labels.UpTo, percent(high)) : '';
    }
    return hasHigh ? `${percent(low)} – ${percent(high)}` : fill(labels.From, percent(low));
}

/** The band in words plus icon; colour never says it alone. */
export function bandOf(metric: Apex.MetricValue): Band {
    const target = targetWords(metric.targetLow, metric.targetHigh);
    switch (metric.band) {
        case 'below':
            return { words: fill(labels.BandBelow, target), icon: 'utility:arrowdown', iconVariant: 'warning' };
        case 'in':
            return { words: fill(labels.BandIn, target), icon: 'utility:success', iconVariant: 'success' };
        case 'above':
            return { words: fill(labels.BandAbove, target), icon: 'utility:arrowup', iconVariant: '' };
        default:
            return { words: labels.BandNone, icon: 'utility:dash', iconVariant: '' };
    }
}

/** `1 Oct 2026 to 31 Dec 2026`; the end of a window is its first day outside. */
export function windowWords(start: string | null | undefined, end: string | null | undefined): string {
    return start && end ? fill(labels.WindowText, dateWords(start), dateWords(addDays(end.slice(0, 10), -1))) : '';
}
