/**
 * Cron expressions as System.schedule takes them: `seconds minutes hours day-of-month month day-of-week [year]`.
 * Seconds and minutes are plain numbers on the platform; lists, ranges and steps are for the other fields.
 */
import { localParts, localToEpochMs } from '../values/zones.ts';

/** Thrown for an expression that the platform would refuse; the message is the platform's. */
export class CronError extends Error {}

interface DayRule {
    /** Days of the month that match, given the month; null: every day. */
    matches(year: number, month: number, day: number): boolean;
    readonly isAny: boolean;
}

/** A parsed expression. */
export interface CronSchedule {
    readonly text: string;
    readonly second: number;
    readonly minute: number;
    readonly hours: readonly number[];
    readonly months: ReadonlySet<number>;
    readonly years: ReadonlySet<number> | null;
    readonly dayOfMonth: DayRule;
    readonly dayOfWeek: DayRule;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const LAST_YEAR = 2999;
/** Nobody waits longer; keeps the search finite for dates such as 30 February. */
const SEARCH_YEARS = 100;

/**
 * @throws CronError when the text is no expression the platform takes
 */
export function parseCron(text: string): CronSchedule {
    const parts = text.trim().split(/\s+/);
    if (parts.length < 6) {
        throw new CronError(`Unexpected end of expression.`);
    }
    if (parts.length > 7) {
        throw new CronError(`Illegal cron expression format (${text})`);
    }
    const [second, minute, hour, dayOfMonth, month, dayOfWeek, year] = parts as [
        string,
        string,
        string,
        string,
        string,
        string,
        string?
    ];
    if (!/^\d{1,2}$/.test(second) || !/^\d{1,2}$/.test(minute)) {
        throw new CronError(`Seconds and minutes must be specified as integers: ${text}`);
    }
    if (dayOfMonth === '?' && dayOfWeek === '?') {
        throw new CronError(`'?' can only be specfied for Day-of-Month -OR- Day-of-Week.`);
    }
    if (dayOfMonth !== '?' && dayOfWeek !== '?' && dayOfMonth !== '*' && dayOfWeek !== '*') {
        // The platform's own words for what no cron expression may say.
        throw new CronError(
            `Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.`
        );
    }
    return {
        text,
        second: numberIn(second, 0, 59, 'Second'),
        minute: numberIn(minute, 0, 59, 'Minute'),
        hours: [...numbers(hour, 0, 23, [], 'Hour')].sort((a, b) => a - b),
        months: numbers(month, 1, 12, MONTHS, 'Month'),
        years: year === undefined || year === '*' ? null : numbers(year, 1970, LAST_YEAR, [], 'Year'),
        dayOfMonth: dayOfMonthRule(dayOfMonth),
        dayOfWeek: dayOfWeekRule(dayOfWeek)
    };
}

/**
 * First instant after `after` (milliseconds) at which the schedule fires in a time zone; null when it never does.
 * A local time that a change to summer time skips fires at the moment the clock jumps to.
 */
export function nextFireTime(schedule: CronSchedule, after: number, zone: string): number | null {
    const start = localParts(zone, after);
    let year = start.year;
    let month = start.month;
    let day = start.day;
    const lastYear = Math.min(start.year + SEARCH_YEARS, LAST_YEAR, ...lastOf(schedule.years));
    while (year <= lastYear) {
        if (dayMatches(schedule, year, month, day)) {
            for (const hour of schedule.hours) {
                const instant = localToEpochMs(zone, year, month, day, hour, schedule.minute, schedule.second, 0);
                if (instant > after) {
                    return instant;
                }
            }
        }
        day++;
        if (day > daysInMonth(year, month)) {
            day = 1;
            month++;
            if (month > 12) {
                month = 1;
                year++;
            }
        }
    }
    return null;
}

/** A schedule that names its years never fires after them. */
function lastOf(years: ReadonlySet<number> | null): number[] {
    return years === null ? [] : [Math.max(...years)];
}

function dayMatches(schedule: CronSchedule, year: number, month: number, day: number): boolean {
    return (
        (schedule.years === null || schedule.years.has(year)) &&
        schedule.months.has(month) &&
        schedule.dayOfMonth.matches(year, month, day) &&
        schedule.dayOfWeek.matches(year, month, day)
    );
}

function numberIn(text: string, low: number, high: number, what: string): number {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high) {
        throw new CronError(`${what} values must be between ${low} and ${high}`);
    }
    return value;
}

/** `*`, `3`, `1-5`, `0/6`, `1-10/3`, `JAN,MAR` as a set of numbers. */
function numbers(text: string, low: number, high: number, names: readonly string[], what: string): Set<number> {
    const result = new Set<number>();
    const named = (part: string): number => {
        const index = names.indexOf(part.toUpperCase());
        return index >= 0 ? index + low : numberIn(part, low, high, what);
    };
    for (const item of text.split(',')) {
        const [range = '', stepText] = item.split('/');
        const step = stepText === undefined ? 1 : numberIn(stepText, 1, high, what);
        let from = low;
        let to = high;
        if (range !== '*') {
            const [first = '', last] = range.split('-');
            from = named(first);
            to = last === undefined ? (stepText === undefined ? from : high) : named(last);
        }
        // A range may wrap around: FRI-MON, 22-2.
        const span = to >= from ? to - from : to - from + (high - low + 1);
        for (let offset = 0; offset <= span; offset += step) {
            result.add(low + ((from - low + offset) % (high - low + 1)));
        }
    }
    return result;
}

function dayOfMonthRule(text: string): DayRule {
    if (text === '?' || text === '*') {
        return { isAny: true, matches: () => true };
    }
    if (/^L$/i.test(text)) {
        return { isAny: false, matches: (year, month, day) => day === daysInMonth(year, month) };
    }
    const nearest = /^(\d{1,2}|L)W$/i.exec(text);
    if (nearest) {
        const target = nearest[1] as string;
        return {
            isAny: false,
            matches: (year, month, day) =>
                day ===
                nearestWeekday(
                    year,
                    month,
                    /^L$/i.test(target) ? daysInMonth(year, month) : numberIn(target, 1, 31, 'Day of month')
                )
        };
    }
    const days = numbers(text, 1, 31, [], 'Day of month');
    return { isAny: false, matches: (_year, _month, day) => days.has(day) };
}

/** Day of week: 1 is Sunday. `3L` is the last Tuesday of the month, `2#1` the first Monday. */
function dayOfWeekRule(text: string): DayRule {
    if (text === '?' || text === '*') {
        return { isAny: true, matches: () => true };
    }
    const special = /^(\d|[A-Z]{3})(?:(L)|#([1-5]))$/i.exec(text);
    if (special) {
        const [weekday] = numbers(special[1] as string, 1, 7, WEEKDAYS, 'Day of week');
        const nth = special[3] === undefined ? null : Number(special[3]);
        return {
            isAny: false,
            matches: (year, month, day) =>
                weekdayOf(year, month, day) === weekday &&
                (nth === null ? day + 7 > daysInMonth(year, month) : Math.ceil(day / 7) === nth)
        };
    }
    const days = /^L$/i.test(text) ? new Set([7]) : numbers(text, 1, 7, WEEKDAYS, 'Day of week');
    return { isAny: false, matches: (year, month, day) => days.has(weekdayOf(year, month, day)) };
}

function weekdayOf(year: number, month: number, day: number): number {
    return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function daysInMonth(year: number, month: number): number {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The Monday-to-Friday day nearest to a day, without leaving the month. */
function nearestWeekday(year: number, month: number, day: number): number {
    const last = daysInMonth(year, month);
    const target = Math.min(day, last);
    const weekday = weekdayOf(year, month, target);
    if (weekday === 7) {
        return target > 1 ? target - 1 : target + 2;
    }
    if (weekday === 1) {
        return target < last ? target + 1 : target - 2;
    }
    return target;
}
