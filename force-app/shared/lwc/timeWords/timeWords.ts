/**
 * Instants and lengths of time in the words that people read. Pure: what is now comes in as a number, and the reader's
 * zone and locale can be given for a test.
 */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fill } from 'c/labelText';
import { labels } from './labels';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Beyond this, hours say less than days. */
const HOURS_UP_TO = 96 * HOUR;

export interface Reader {
    readonly locale: string;
    readonly timeZone: string;
}

const READER: Reader = { locale: LOCALE, timeZone: TIME_ZONE };

/** Milliseconds of an ISO instant; undefined for nothing and for what is no instant. */
export function instantOf(iso: string | null | undefined): number | undefined {
    const value = iso ? Date.parse(iso) : NaN;
    return Number.isNaN(value) ? undefined : value;
}

/** `31 h left`, `19 min 32 s left` in the last hour, `5 h late`. Never a negative number. */
export function timeLeft(due: number, now: number): string {
    const distance = Math.abs(due - now);
    const isLate = now > due;
    if (distance < SECOND) {
        return labels.DueNow;
    }
    if (distance < HOUR) {
        const seconds = Math.floor(distance / SECOND);
        return fill(isLate ? labels.SecondsLate : labels.SecondsLeft, Math.floor(seconds / 60), seconds % 60);
    }
    if (distance < HOURS_UP_TO) {
        return fill(isLate ? labels.HoursLate : labels.HoursLeft, Math.floor(distance / HOUR));
    }
    return fill(isLate ? labels.DaysLate : labels.DaysLeft, Math.floor(distance / DAY));
}

/** `3 min ago`, `5 h ago`, `6 days ago`. */
export function timeSince(instant: number, now: number): string {
    const distance = now - instant;
    if (distance < MINUTE) {
        return labels.JustNow;
    }
    if (distance < HOUR) {
        return fill(labels.MinutesAgo, Math.floor(distance / MINUTE));
    }
    return distance < HOURS_UP_TO
        ? fill(labels.HoursAgo, Math.floor(distance / HOUR))
        : fill(labels.DaysAgo, Math.floor(distance / DAY));
}

/** `20 min`, `5 h`, `6 days`. */
export function duration(milliseconds: number): string {
    if (milliseconds < HOUR) {
        return fill(labels.DurationMinutes, Math.max(0, Math.floor(milliseconds / MINUTE)));
    }
    return milliseconds < HOURS_UP_TO
        ? fill(labels.DurationHours, Math.floor(milliseconds / HOUR))
        : fill(labels.DurationDays, Math.floor(milliseconds / DAY));
}

/** `Thu 26 Nov, 15:00`, with the year when it is not the current one. */
export function dayAndTime(instant: number, now: number, reader: Reader = READER): string {
    const parts = partsOf(instant, reader);
    const year = parts.year === partsOf(now, reader).year ? '' : ` ${parts.year}`;
    return `${parts.weekday} ${parts.day} ${parts.month}${year}, ${parts.time}`;
}

/** `today 09:12`, `yesterday 16:40`, `Mon 16:40` within the last days, else `Thu 26 Nov, 15:00`. */
export function nearTime(instant: number, now: number, reader: Reader = READER): string {
    const parts = partsOf(instant, reader);
    const days = dayNumber(now, reader) - dayNumber(instant, reader);
    if (days === 0) {
        return fill(labels.Today, parts.time);
    }
    if (days === 1) {
        return fill(labels.Yesterday, parts.time);
    }
    return days > 1 && days < 7 ? `${parts.weekday} ${parts.time}` : dayAndTime(instant, now, reader);
}

/** `26 Nov 2027` of a date without time, which has no zone. */
export function dateWords(date: string, reader: Reader = READER): string {
    const parts = partsOf(Date.parse(`${date.slice(0, 10)}T00:00:00Z`), { ...reader, timeZone: 'UTC' });
    return `${parts.day} ${parts.month} ${parts.year}`;
}

/** `2–8 Nov` or `30 Nov – 6 Dec` of the week that starts on a Monday, with its year when that is not the one of `now`. */
export function weekWords(monday: string, now?: number, reader: Reader = READER): string {
    const utc = { ...reader, timeZone: 'UTC' };
    const start = Date.parse(`${monday.slice(0, 10)}T00:00:00Z`);
    const first = partsOf(start, utc);
    const last = partsOf(start + 6 * DAY, utc);
    const year = now === undefined || last.year === partsOf(now, reader).year ? '' : ` ${last.year}`;
    return first.month === last.month
        ? `${first.day}–${last.day} ${last.month}${year}`
        : `${first.day} ${first.month} – ${last.day} ${last.month}${year}`;
}

/** Monday of the week of an instant in the reader's zone, `yyyy-MM-dd`. */
export function mondayOf(instant: number, reader: Reader = READER): string {
    const day = dayNumber(instant, reader);
    // Day 0 is Thursday 1 January 1970, so Mondays are the days whose number leaves 4 by 7.
    const monday = day - ((day + 3) % 7);
    return new Date(monday * DAY).toISOString().slice(0, 10);
}

/** `2026-11-26` plus whole days. */
export function addDays(date: string, days: number): string {
    return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** `2027-05-31` minus or plus whole months; the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    const first = new Date(Date.UTC(year, month - 1 + months, 1));
    const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    first.setUTCDate(Math.min(day, lastDay));
    return first.toISOString().slice(0, 10);
}

interface Parts {
    readonly weekday: string;
    readonly day: string;
    readonly month: string;
    readonly year: string;
    readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf({ locale, timeZone }: Reader): Intl.DateTimeFormat {
    const key = `${locale}|${timeZone}`;
    const known = formats.get(key);
    if (known) {
        return known;
    }
    const made = new Intl.DateTimeFormat(locale, {
        timeZone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23'
    });
    formats.set(key, made);
    return made;
}

function partsOf(instant: number, reader: Reader): Parts {
    const parts: Record<string, string> = {};
    for (const { type, value } of formatOf(reader).formatToParts(instant)) {
        parts[type] = value;
    }
    return {
        weekday: parts.weekday ?? '',
        day: parts.day ?? '',
        month: parts.month ?? '',
        year: parts.year ?? '',
        time: `${parts.hour ?? ''}:${parts.minute ?? ''}`
    };
}

/** Days since 1970 of the calendar day that an instant falls on for the reader. */
function dayNumber(instant: number, { timeZone }: Reader): number {
    const iso = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    return Math.floor(Date.parse(`${iso.format(instant)}T00:00:00Z`) / DAY);
}
