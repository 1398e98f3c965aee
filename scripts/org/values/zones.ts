/** Offsets of IANA time zones through `Intl`, with caches. */
import { Unsupported } from './exceptions.ts';

export interface LocalParts {
    readonly year: number;
    /** 1 to 12 */
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly millisecond: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
/** Zone rules change on quarter hours at the earliest. */
const SLOT_MS = 900_000;
const SLOTS_KEPT = 20_000;

function formatterOf(zone: string): Intl.DateTimeFormat {
    let formatter = formatters.get(zone);
    if (!formatter) {
        formatter = new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            era: 'short',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric'
        });
        formatters.set(zone, formatter);
    }
    return formatter;
}

/** True for names that `Intl` knows and for GMT offsets such as `GMT+02:00`. */
export function isZone(zone: string): boolean {
    if (fixedOffset(zone) !== undefined) return true;
    try {
        formatterOf(zone);
        return true;
    } catch {
        return false;
    }
}

/** Minutes of `GMT`, `UTC`, `GMT+02:00`; undefined for names with rules. */
function fixedOffset(zone: string): number | undefined {
    if (zone === 'GMT' || zone === 'UTC') return 0;
    const match = /^(?:GMT|UTC)([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
    if (!match) return undefined;
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    return match[1] === '-' ? -minutes : minutes;
}

function computeOffset(zone: string, epochMs: number): number {
    const parts: Record<string, string> = {};
    for (const part of formatterOf(zone).formatToParts(epochMs)) parts[part.type] = part.value;
    const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
    const local = utcMs(
        year,
        Number(parts['month']),
        Number(parts['day']),
        Number(parts['hour']),
        Number(parts['minute']),
        Number(parts['second']),
        0
    );
    return Math.round((local - Math.floor(epochMs / 1000) * 1000) / 60_000);
}

/** Like Date.UTC with a month from 1, but years below 100 are taken as they are. */
export function utcMs(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, ms = 0): number {
    if (year >= 100 || year < 0) return Date.UTC(year, month - 1, day, hour, minute, second, ms);
    const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, ms));
    date.setUTCFullYear(date.getUTCFullYear() - 2000 + year);
    return date.getTime();
}

/** Furthest instant from 1970 that a JavaScript Date holds, in milliseconds. */
export const FURTHEST_MS = 8.64e15;

/** Minutes to add to UTC at that instant. Throws RangeError for an unknown zone, Unsupported far from our time. */
export function offsetMinutes(zone: string, epochMs: number): number {
    if (!(Math.abs(epochMs) <= FURTHEST_MS)) throw new Unsupported('date and time after the year 275760');
    const fixed = fixedOffset(zone);
    if (fixed !== undefined) return fixed;
    let slots = offsets.get(zone);
    if (!slots) {
        slots = new Map();
        offsets.set(zone, slots);
    }
    const slot = Math.floor(epochMs / SLOT_MS);
    let offset = slots.get(slot);
    if (offset === undefined) {
        if (slots.size > SLOTS_KEPT) slots.clear();
        offset = computeOffset(zone, slot * SLOT_MS);
        slots.set(slot, offset);
    }
    return offset;
}

/**
 * Instant of a wall clock reading. Fields out of range carry over (month 13, day 0). A reading in the spring gap is moved
 * forward by the gap; of two readings in autumn the earlier one is taken.
 */
export function localToEpochMs(
    zone: string,
    year: number,
    month: number,
    day: number,
    hour = 0,
    minute = 0,
    second = 0,
    ms = 0
): number {
    const wall = utcMs(year, month, day, hour, minute, second, ms);
    const before = offsetMinutes(zone, wall - 86_400_000);
    const after = offsetMinutes(zone, wall + 86_400_000);
    const early = wall - before * 60_000;
    if (offsetMinutes(zone, early) === before) return early;
    const late = wall - after * 60_000;
    if (offsetMinutes(zone, late) === after) return late;
    return early;
}

/** Wall clock reading of an instant. */
export function localParts(zone: string, epochMs: number): LocalParts {
    const local = new Date(epochMs + offsetMinutes(zone, epochMs) * 60_000);
    return {
        year: local.getUTCFullYear(),
        month: local.getUTCMonth() + 1,
        day: local.getUTCDate(),
        hour: local.getUTCHours(),
        minute: local.getUTCMinutes(),
        second: local.getUTCSeconds(),
        millisecond: local.getUTCMilliseconds()
    };
}

/** Name of the zone at that instant in English: `short` gives `PST`, `long` gives `Pacific Standard Time`. */
export function zoneDisplayName(zone: string, epochMs: number, style: 'short' | 'long'): string {
    const fixed = /^(?:GMT|UTC)./.test(zone);
    if (fixed) return zone;
    const formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style });
    return formatter.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
