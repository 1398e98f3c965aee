/** Apex Date, Datetime and Time: small immutable values. Zone arithmetic is in `zones.ts`. */
import { Unsupported } from './exceptions.ts';
import { FURTHEST_MS, utcMs } from './zones.ts';

const DAY_MS = 86_400_000;

function pad(value: number, width: number): string {
    return value < 0 ? `-${String(-value).padStart(width, '0')}` : String(value).padStart(width, '0');
}

function daysInMonth(year: number, month: number): number {
    return new Date(utcMs(year, month + 1, 0)).getUTCDate();
}

/** A calendar day. */
export class ApexDate {
    /** Days since 1970-01-01. */
    readonly epochDay: number;

    private constructor(epochDay: number) {
        this.epochDay = epochDay;
    }

    /** Month from 1. Values out of range carry over, as on the platform (month 13, day 0). */
    static of(year: number, month: number, day: number): ApexDate {
        return ApexDate.fromEpochDay(Math.floor(utcMs(year, month, day) / DAY_MS));
    }

    /** Throws Unsupported for days that JavaScript cannot hold. */
    static fromEpochDay(epochDay: number): ApexDate {
        if (!(Math.abs(epochDay) * DAY_MS <= FURTHEST_MS)) throw new Unsupported('date after the year 275760');
        return new ApexDate(epochDay);
    }

    /** `yyyy-MM-dd`, one or two digits for month and day, anything may follow a blank or T. Null when it is no such text. */
    static parseIso(text: string): ApexDate | null {
        const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?\s*$/s.exec(text);
        if (!match) return null;
        const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
        if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
        return ApexDate.of(year, month, day);
    }

    get year(): number {
        return this.utc.getUTCFullYear();
    }

    get month(): number {
        return this.utc.getUTCMonth() + 1;
    }

    get day(): number {
        return this.utc.getUTCDate();
    }

    /** Sunday is 0. */
    get dayOfWeek(): number {
        return this.utc.getUTCDay();
    }

    get dayOfYear(): number {
        return this.epochDay - ApexDate.of(this.year, 1, 1).epochDay + 1;
    }

    get daysInMonth(): number {
        return daysInMonth(this.year, this.month);
    }

    addDays(days: number): ApexDate {
        return ApexDate.fromEpochDay(this.epochDay + days);
    }

    /** Keeps the day, or takes the last day of a shorter month. */
    addMonths(months: number): ApexDate {
        const index = this.year * 12 + this.month - 1 + months;
        const year = Math.floor(index / 12);
        const month = index - year * 12 + 1;
        return ApexDate.of(year, month, Math.min(this.day, daysInMonth(year, month)));
    }

    addYears(years: number): ApexDate {
        return this.addMonths(years * 12);
    }

    /** `2026-01-31 00:00:00`: what concatenation and debug show. */
    toText(): string {
        return `${this.toIso()} 00:00:00`;
    }

    /** `2026-01-31` */
    toIso(): string {
        return `${pad(this.year, 4)}-${pad(this.month, 2)}-${pad(this.day, 2)}`;
    }

    private get utc(): Date {
        return new Date(this.epochDay * DAY_MS);
    }
}

/** An instant with milliseconds. */
export class ApexDatetime {
    readonly epochMs: number;

    private constructor(epochMs: number) {
        this.epochMs = epochMs;
    }

    /** Throws Unsupported for instants that JavaScript cannot hold. */
    static fromEpochMs(epochMs: number): ApexDatetime {
        if (!(Math.abs(epochMs) <= FURTHEST_MS)) throw new Unsupported('date and time after the year 275760');
        return new ApexDatetime(epochMs);
    }

    /**
     * ISO 8601 with `T` or a blank, optional seconds, fraction and offset (`Z`, `+0200`, `+02:00`); without an offset the
     * text is taken as GMT. Null when it is no such text.
     */
    static parseIso(text: string): ApexDatetime | null {
        const match =
            /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/.exec(
                text
            );
        if (!match) return null;
        const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
        const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
        if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
        if (hour > 24 || minute > 59 || second > 60) return null;
        const ms = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
        const zone = match[8];
        let offset = 0;
        if (zone && zone !== 'Z') {
            offset = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
            if (zone[0] === '-') offset = -offset;
        }
        return ApexDatetime.fromEpochMs(utcMs(year, month, day, hour, minute, second, ms) - offset * 60_000);
    }

    /** The day in GMT. */
    dateGmt(): ApexDate {
        return ApexDate.fromEpochDay(Math.floor(this.epochMs / DAY_MS));
    }

    timeGmt(): ApexTime {
        return ApexTime.fromMsOfDay(this.epochMs - Math.floor(this.epochMs / DAY_MS) * DAY_MS);
    }

    /** `2026-01-01T00:00:00.000Z` */
    toIso(): string {
        return `${this.dateGmt().toIso()}T${this.timeGmt().toText()}`;
    }

    /** `2026-01-01 00:00:00` in GMT: what concatenation and debug show. */
    toText(): string {
        return `${this.dateGmt().toIso()} ${this.timeGmt().toText().slice(0, 8)}`;
    }
}

/** A time of day with milliseconds. */
export class ApexTime {
    /** 0 to 86,399,999 */
    readonly msOfDay: number;

    private constructor(msOfDay: number) {
        this.msOfDay = msOfDay;
    }

    static of(hour: number, minute: number, second: number, ms: number): ApexTime {
        return ApexTime.fromMsOfDay(((hour * 60 + minute) * 60 + second) * 1000 + ms);
    }

    /** Wraps around midnight. */
    static fromMsOfDay(ms: number): ApexTime {
        return new ApexTime(((ms % DAY_MS) + DAY_MS) % DAY_MS);
    }

    /** `HH:mm`, `HH:mm:ss`, `HH:mm:ss.SSS`, with or without Z. Null when it is no such text. */
    static parseIso(text: string): ApexTime | null {
        const match = /^\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?Z?\s*$/.exec(text);
        if (!match) return null;
        const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
        if (hour > 23 || minute > 59 || second > 59) return null;
        return ApexTime.of(hour, minute, second, Number((match[4] ?? '').padEnd(3, '0')));
    }

    get hour(): number {
        return Math.floor(this.msOfDay / 3_600_000);
    }

    get minute(): number {
        return Math.floor(this.msOfDay / 60_000) % 60;
    }

    get second(): number {
        return Math.floor(this.msOfDay / 1000) % 60;
    }

    get millisecond(): number {
        return this.msOfDay % 1000;
    }

    addMs(ms: number): ApexTime {
        return ApexTime.fromMsOfDay(this.msOfDay + ms);
    }

    /** `10:20:30.400Z` */
    toText(): string {
        return `${pad(this.hour, 2)}:${pad(this.minute, 2)}:${pad(this.second, 2)}.${pad(this.millisecond, 3)}Z`;
    }
}
