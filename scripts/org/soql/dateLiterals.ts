/** Date literals (`THIS_WEEK`, `LAST_N_DAYS:30`) as ranges of days. Weeks start on Sunday, fiscal years on a month. */
import { ApexDate } from '../values/temporal.ts';

/** Days since the epoch: `from` is in the range, `to` is not. */
export interface DayRange {
    readonly from: number;
    readonly to: number;
}

/** First day of a month; months out of 1..12 carry over. */
function firstOfMonth(year: number, month: number): number {
    const index = year * 12 + month - 1;
    return ApexDate.of(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1).epochDay;
}

/** 1970-01-01 was a Thursday. */
function startOfWeek(day: number): number {
    return day - ((((day + 4) % 7) + 7) % 7);
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

/** First day of the unit that lies `offset` units after the one of `today`. */
function startOf(unit: Unit, today: number, offset: number, fiscalStart: number): number {
    const date = ApexDate.fromEpochDay(today);
    const fiscal = fiscalStart - 1;
    switch (unit) {
        case 'DAY':
            return today + offset;
        case 'WEEK':
            return startOfWeek(today) + 7 * offset;
        case 'MONTH':
            return firstOfMonth(date.year, date.month + offset);
        case 'QUARTER':
            return firstOfMonth(date.year, Math.floor((date.month - 1) / 3) * 3 + 1 + 3 * offset);
        case 'YEAR':
            return firstOfMonth(date.year + offset, 1);
        case 'FISCAL_QUARTER': {
            const month = date.month - 1 - fiscal;
            return firstOfMonth(date.year, Math.floor(month / 3) * 3 + 1 + fiscal + 3 * offset);
        }
        case 'FISCAL_YEAR':
            return firstOfMonth(date.year + (date.month - 1 < fiscal ? -1 : 0) + offset, fiscalStart);
    }
}

/**
 * @param name upper case, without the count
 * @param n the count of `LAST_N_DAYS:n` and its siblings
 * @param today day of the clock in the running user's time zone
 * @param fiscalStart month in which the fiscal year starts, 1 to 12
 */
export function dateLiteralRange(name: string, n: number | null, today: number, fiscalStart = 1): DayRange {
    const range = (unit: Unit, from: number, to: number): DayRange => ({
        from: startOf(unit, today, from, fiscalStart),
        to: startOf(unit, today, to, fiscalStart)
    });
    const count = n ?? 0;
    switch (name) {
        case 'YESTERDAY':
            return range('DAY', -1, 0);
        case 'TODAY':
            return range('DAY', 0, 1);
        case 'TOMORROW':
            return range('DAY', 1, 2);
        case 'LAST_90_DAYS':
            return range('DAY', -90, 1);
        case 'NEXT_90_DAYS':
            return range('DAY', 1, 91);
        case 'LAST_N_DAYS':
            // The only one that includes the current unit
            return range('DAY', -count, 1);
    }
    const counted = /^(LAST|NEXT)_N_(\w+)S$/.exec(name);
    if (counted) {
        const unit = counted[2] as Unit;
        return counted[1] === 'LAST' ? range(unit, -count, 0) : range(unit, 1, count + 1);
    }
    const ago = /^N_(\w+)S_AGO$/.exec(name);
    if (ago) return range(ago[1] as Unit, -count, -count + 1);
    const near = /^(LAST|THIS|NEXT)_(\w+)$/.exec(name);
    const offset = near?.[1] === 'LAST' ? -1 : near?.[1] === 'NEXT' ? 1 : 0;
    return range(near?.[2] as Unit, offset, offset + 1);
}
