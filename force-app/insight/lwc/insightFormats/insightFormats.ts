/** Rates, amounts, lengths of time, bands and windows in words. Pure. */
import LOCALE from '@salesforce/i18n/locale';
import { fill } from 'c/labelText';
import { addDays, dateWords } from 'c/timeWords';
import { labels } from './labels';

export interface Band {
    readonly words: string;
    readonly icon: string;
    readonly iconVariant: string;
}

/** What a figure is judged by. */
export interface Judged {
    readonly band?: string;
    readonly targetLow?: number | null;
    readonly targetHigh?: number | null;
    readonly unit?: string;
    readonly currencyCode?: string;
}

type Maybe = number | null | undefined;

const HUNDRED = 100;

function formatted(value: number, options: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(LOCALE, options).format(value);
}

/** Half up to the digits, away from the noise of binary fractions: 0.25 stays 25.0, 1.005 becomes 1.01. */
export function rounded(value: number, digits: number): number {
    const factor = 10 ** digits;
    const scaled = Number((Math.abs(value) * factor).toPrecision(12));
    return (Math.sign(value) * Math.floor(scaled + 0.5)) / factor;
}

/** `12,345`; `n/a` of nothing. */
export function count(value: Maybe): string {
    return value == null ? labels.NotAvailable : formatted(value, { maximumFractionDigits: 0 });
}

/** `4.5` with as many digits as are needed, up to a limit; `n/a` of nothing. */
export function decimal(value: Maybe, digits = 1, atLeast = 0): string {
    return value == null
        ? labels.NotAvailable
        : formatted(rounded(value, digits), { minimumFractionDigits: atLeast, maximumFractionDigits: digits });
}

/** `71.2 %` of 0.712; `n/a` of nothing. Never rounds up to a full 100 nor down to nothing: `> 99.9 %`, `< 0.1 %`. */
export function percent(rate: Maybe): string {
    if (rate == null) {
        return labels.NotAvailable;
    }
    const value = rounded(HUNDRED * rate, 1);
    const [sign, honest] =
        value === HUNDRED && rate < 1 ? ['> ', 99.9] : value === 0 && rate > 0 ? ['< ', 0.1] : ['', value];
    return `${sign}${formatted(honest, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`;
}

/** `25 %`: a rate that people chose, with no more digits than it has. */
function plainPercent(rate: number): string {
    return `${decimal(HUNDRED * rate)} %`;
}

/** `$8,333.34` with as many digits as asked for; `n/a` of nothing. */
export function money(amount: Maybe, currencyCode: string | null | undefined, digits = 0): string {
    return amount == null
        ? labels.NotAvailable
        : formatted(amount, {
              style: 'currency',
              currency: currencyCode || 'USD',
              minimumFractionDigits: digits,
              maximumFractionDigits: digits
          });
}

/** `$1.69M`: money where there is little room; the exact amount stands beside it or behind it. */
export function shortMoney(amount: Maybe, currencyCode: string | null | undefined): string {
    return amount == null
        ? labels.NotAvailable
        : formatted(amount, {
              style: 'currency',
              currency: currencyCode || 'USD',
              notation: 'compact',
              minimumFractionDigits: 0,
              maximumFractionDigits: 2
          });
}

/** A value in the words of its unit: `75.9 %`, `$540,000`, `276.5 days`, `4.53`. */
export function figure(value: Maybe, unit: string | null | undefined, currencyCode?: string | null): string {
    if (value == null) {
        return labels.NotAvailable;
    }
    switch (unit) {
        case 'money':
            return money(value, currencyCode);
        case 'days':
            return fill(labels.Days, decimal(value));
        case 'hours':
            return fill(labels.Hours, decimal(value));
        case 'minutes':
            return fill(labels.Minutes, decimal(value));
        case 'points':
            return fill(labels.Points, decimal(value));
        case 'count':
            return count(value);
        case 'ratio':
            return fill(labels.Times, decimal(value, 2));
        default:
            return percent(value);
    }
}

/** `60 % – 75 %`, `from 90 %`, `up to 10 %`; empty without a target. */
export function targetWords(low: Maybe, high: Maybe, unit = 'percent', currencyCode?: string): string {
    const say = (value: number): string =>
        unit === 'percent' ? plainPercent(value) : figure(value, unit, currencyCode);
    const hasHigh = high != null && !(unit === 'percent' && high >= 1);
    if (low == null) {
        return hasHigh ? fill(labels.UpTo, say(high)) : '';
    }
    return hasHigh ? `${say(low)} – ${say(high)}` : fill(labels.From, say(low));
}

/** `39.7 % – 89.2 %`; empty where there is no interval. */
export function intervalWords(low: Maybe, high: Maybe): string {
    return low == null || high == null ? '' : `${percent(low)} – ${percent(high)}`;
}

/** The band in words plus icon; colour never says it alone. */
export function bandOf({ band, targetLow, targetHigh, unit, currencyCode }: Judged): Band {
    const target = targetWords(targetLow, targetHigh, unit, currencyCode);
    switch (band) {
        case 'below':
            return { words: fill(labels.BandBelow, target), icon: 'utility:arrowdown', iconVariant: 'warning' };
        case 'in':
            return { words: fill(labels.BandIn, target), icon: 'utility:success', iconVariant: 'success' };
        case 'above':
            return { words: fill(labels.BandAbove, target), icon: 'utility:arrowup', iconVariant: '' };
        default:
            return {
                words: target ? fill(labels.BandTarget, target) : labels.BandNone,
                icon: 'utility:dash',
                iconVariant: ''
            };
    }
}

/** `1 Oct 2026 to 31 Dec 2026`; the end of a window is its first day outside. */
export function windowWords(start: string | null | undefined, end: string | null | undefined): string {
    return start && end ? fill(labels.WindowText, dateWords(start), dateWords(addDays(end.slice(0, 10), -1))) : '';
}
