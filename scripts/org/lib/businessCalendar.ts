/** Arithmetic on opening hours: pure, in whole minutes, with time zones, daylight saving and holidays. */
import { localParts, localToEpochMs } from '../values/zones.ts';

/** Opening hours of one weekday in minutes after local midnight; `end` is at most 1440. */
export interface OpenInterval {
    readonly start: number;
    readonly end: number;
}

export interface BusinessCalendar {
    /** IANA name. */
    readonly timeZone: string;
    /** Seven entries, Sunday first; null where the day is closed. */
    readonly days: readonly (OpenInterval | null)[];
    /** Closed parts of single days, as days since 1970-01-01 with minutes after midnight. */
    readonly holidays: readonly { readonly epochDay: number; readonly start: number; readonly end: number }[];
}

const msPerMinute = 60_000;
const msPerDay = 86_400_000;
/** A calendar without a single open minute in this many days is taken to be closed for good. */
const horizonDays = 366 * 10;

interface Span {
    readonly from: number;
    readonly to: number;
}

/** Open spans of one local day as instants, holidays cut out, in order. */
function openSpans(calendar: BusinessCalendar, epochDay: number): Span[] {
    const hours = calendar.days[(((epochDay + 4) % 7) + 7) % 7] ?? null;
    if (hours === null) {
        return [];
    }
    let parts: OpenInterval[] = [hours];
    for (const holiday of calendar.holidays) {
        if (holiday.epochDay === epochDay) {
            parts = parts.flatMap((part) => [
                { start: part.start, end: Math.min(part.end, holiday.start) },
                { start: Math.max(part.start, holiday.end), end: part.end }
            ]);
        }
    }
    // Minutes count on the wall clock's ends: the day on which clocks change is an hour shorter or longer.
    return parts
        .filter((part) => part.end > part.start)
        .map((part) => ({
            from: instantOf(calendar, epochDay, part.start),
            to: instantOf(calendar, epochDay, part.end)
        }));
}

function instantOf(calendar: BusinessCalendar, epochDay: number, minute: number): number {
    const date = new Date(epochDay * msPerDay);
    return localToEpochMs(
        calendar.timeZone,
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        0,
        minute
    );
}

function localDay(calendar: BusinessCalendar, epochMs: number): number {
    const parts = localParts(calendar.timeZone, epochMs);
    return Math.floor(Date.UTC(parts.year, parts.month - 1, parts.day) / msPerDay);
}

const wholeMinute = (epochMs: number): number => Math.floor(epochMs / msPerMinute) * msPerMinute;

/**
 * The instant at which `ms` of open time have passed since `start`. Parts of a minute are ignored in both.
 * An end that falls on a closing time stays there. Negative intervals go back. Null when the calendar never opens.
 */
export function addOpenTime(calendar: BusinessCalendar, start: number, ms: number): number | null {
    let left = Math.trunc(ms / msPerMinute) * msPerMinute;
    const from = wholeMinute(start);
    if (left < 0) {
        return subtractOpenTime(calendar, from, -left);
    }
    const firstDay = localDay(calendar, from);
    for (let day = firstDay; day < firstDay + horizonDays; day++) {
        for (const span of openSpans(calendar, day)) {
            const begin = Math.max(span.from, from);
            if (span.to <= from) {
                continue;
            }
            if (left <= span.to - begin) {
                return begin + left;
            }
            left -= span.to - begin;
        }
    }
    return null;
}

function subtractOpenTime(calendar: BusinessCalendar, start: number, ms: number): number | null {
    let left = ms;
    const firstDay = localDay(calendar, start);
    for (let day = firstDay; day > firstDay - horizonDays; day--) {
        for (const span of openSpans(calendar, day).reverse()) {
            const end = Math.min(span.to, start);
            if (span.from >= start) {
                continue;
            }
            if (left <= end - span.from) {
                return end - left;
            }
            left -= end - span.from;
        }
    }
    return null;
}

/** Open milliseconds between two instants; negative when `end` is before `start`. */
export function openTimeBetween(calendar: BusinessCalendar, start: number, end: number): number {
    if (end < start) {
        return -openTimeBetween(calendar, end, start);
    }
    const from = wholeMinute(start);
    const to = wholeMinute(end);
    let total = 0;
    const lastDay = localDay(calendar, to);
    for (let day = localDay(calendar, from); day <= lastDay; day++) {
        for (const span of openSpans(calendar, day)) {
            total += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
        }
    }
    return total;
}

/** True when the calendar is open at that instant; a closing time is no longer open. */
export function isOpenAt(calendar: BusinessCalendar, at: number): boolean {
    return openSpans(calendar, localDay(calendar, at)).some((span) => at >= span.from && at < span.to);
}

/** The instant itself when it is open, else the next opening. Null when the calendar never opens. */
export function nextOpening(calendar: BusinessCalendar, at: number): number | null {
    const firstDay = localDay(calendar, at);
    for (let day = firstDay; day < firstDay + horizonDays; day++) {
        for (const span of openSpans(calendar, day)) {
            if (at < span.to) {
                return Math.max(span.from, at);
            }
        }
    }
    return null;
}
