/** `Datetime` */
import { libraryClass, type LibraryModule, type Member } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { typeNameOf } from '../values/convert.ts';
import { apexException } from '../values/exceptions.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { localParts, localToEpochMs, type LocalParts } from '../values/zones.ts';
import { parseLocaleDate } from './date.ts';
import { formatDatetimeLocale, formatDatetimeLong, formatPattern } from './dateFormat.ts';
import { requireArguments } from './support.ts';

const UNITS: Readonly<Record<string, number>> = { Days: 86_400_000, Hours: 3_600_000, Minutes: 60_000, Seconds: 1000 };

function of(epochMs: number): ApexDatetime {
    return ApexDatetime.fromEpochMs(epochMs);
}

/** Moves by months and keeps the time of day in GMT; the day is cut to the month's length. */
function addMonths(self: ApexDatetime, months: number): ApexDatetime {
    requireArguments(months);
    const date = self.dateGmt();
    return of(self.epochMs + (date.addMonths(months).epochDay - date.epochDay) * 86_400_000);
}

/** Parts of the instant in a zone: `year()`, `yearGmt()`, ... */
function parts(zone: () => string, suffix: '' | 'Gmt'): Record<string, Member> {
    const get = (read: (parts: LocalParts) => Value) => (self: ApexDatetime) => read(localParts(zone(), self.epochMs));
    const day = (at: LocalParts): ApexDate => ApexDate.of(at.year, at.month, at.day);
    return {
        [`Date date${suffix}()`]: get(day),
        [`Integer day${suffix}()`]: get((at) => at.day),
        [`Integer dayOfYear${suffix}()`]: get((at) => day(at).dayOfYear),
        [`Integer hour${suffix}()`]: get((at) => at.hour),
        [`Integer millisecond${suffix}()`]: get((at) => at.millisecond),
        [`Integer minute${suffix}()`]: get((at) => at.minute),
        [`Integer month${suffix}()`]: get((at) => at.month),
        [`Integer second${suffix}()`]: get((at) => at.second),
        [`Time time${suffix}()`]: get((at) => ApexTime.of(at.hour, at.minute, at.second, at.millisecond)),
        [`Integer year${suffix}()`]: get((at) => at.year)
    };
}

function invalid(text: string): unknown {
    return apexException('TypeException', `Invalid date/time: ${text}`);
}

/** `yyyy-MM-dd HH:mm:ss` as a wall clock reading of a zone. Throws TypeException `Invalid date/time: x`. */
function wallClock(text: string, zone: string): ApexDatetime {
    requireArguments(text);
    const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?\s*$/.exec(text);
    if (!match || ApexDatetime.parseIso(text) === null) throw invalid(text);
    const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
    return of(localToEpochMs(zone, year!, month!, day!, hour, minute, second));
}

/** The short format of the locale: `10/14/2026 11:46 AM`, `14/10/2026, 11:46`. */
function parseLocale(text: string, locale: string, zone: string): ApexDatetime {
    const match = /^\s*(\S+?),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([AaPp])?\.?(?:[Mm]\.?)?\s*$/.exec(text);
    if (!match) throw invalid(text);
    let date: ApexDate;
    try {
        date = parseLocaleDate(match[1]!, locale);
    } catch {
        throw invalid(text);
    }
    let hour = Number(match[2]);
    const period = match[5]?.toLowerCase();
    if (period) hour = (hour % 12) + (period === 'p' ? 12 : 0);
    return of(localToEpochMs(zone, date.year, date.month, date.day, hour, Number(match[3]), Number(match[4] ?? 0)));
}

/** `newInstance` and `newInstanceGmt` with their forms. */
function factories(name: string, zone: () => string): Record<string, Member> {
    const make = (...args: number[]): ApexDatetime => {
        requireArguments(...args);
        const [year, month, day, hour, minute, second] = args;
        return of(localToEpochMs(zone(), year!, month!, day!, hour, minute, second));
    };
    return {
        [`static Datetime ${name}(Date day, Time time)`]: (day: ApexDate, time: ApexTime) => {
            requireArguments(day, time);
            const { hour, minute, second, millisecond } = time;
            return of(localToEpochMs(zone(), day.year, day.month, day.day, hour, minute, second, millisecond));
        },
        [`static Datetime ${name}(Integer year, Integer month, Integer day)`]: make,
        [`static Datetime ${name}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`]:
            make
    };
}

function arithmetic(): Record<string, Member> {
    const members: Record<string, Member> = {
        'Datetime addMonths(Integer months)': addMonths,
        'Datetime addYears(Integer years)': (self: ApexDatetime, years: number) => {
            requireArguments(years);
            return addMonths(self, years * 12);
        },
        'Long getTime()': (self: ApexDatetime) => BigInt(self.epochMs)
    };
    for (const [unit, size] of Object.entries(UNITS)) {
        members[`Datetime add${unit}(Integer amount)`] = (self: ApexDatetime, amount: number) => {
            requireArguments(amount);
            return of(self.epochMs + amount * size);
        };
    }
    return members;
}

/** `Datetime` */
export const datetimeLibrary: LibraryModule = (context) => {
    const zone = (): string => context.tx().user.timeZone;
    const locale = (): string => context.tx().user.locale;
    const localDay = (epochMs: number): string => formatPattern(epochMs, 'yyyy-MM-dd', zone());
    const valueOf = (value: Value): ApexDatetime => {
        requireArguments(value);
        if (value instanceof ApexDatetime) return value;
        if (value instanceof ApexDate) return of(value.epochDay * 86_400_000);
        if (typeof value === 'string') return wallClock(value, zone());
        throw apexException('TypeException', `Invalid conversion from runtime type ${typeNameOf(value)} to Datetime`);
    };
    const format = (self: ApexDatetime, pattern: string, zoneName: string): string => {
        requireArguments(pattern, zoneName);
        return formatPattern(self.epochMs, pattern, zoneName);
    };
    return [
        libraryClass('Datetime', {
            ...factories('newInstance', zone),
            ...factories('newInstanceGmt', () => 'GMT'),
            'static Datetime newInstance(Long milliseconds)': (milliseconds: bigint) => {
                requireArguments(milliseconds);
                return of(Number(milliseconds));
            },
            'static Datetime now()': () => of(context.tx().clock.now()),
            'static Datetime parse(String text)': (text: string) => {
                requireArguments(text);
                return parseLocale(text, locale(), zone());
            },
            'static Datetime valueOf(String text)': (text: string) => wallClock(text, zone()),
            'static Datetime valueOf(Object value)': (value: Value) =>
                typeof value === 'bigint' ? ApexDatetime.fromEpochMs(Number(value)) : valueOf(value),
            'static Datetime valueOfGmt(String text)': (text: string) => wallClock(text, 'GMT'),
            ...arithmetic(),
            ...partsOf(zone),
            'String format()': (self: ApexDatetime) => formatDatetimeLocale(self.epochMs, locale(), zone()),
            'String format(String pattern)': (self: ApexDatetime, pattern: string) => format(self, pattern, zone()),
            'String format(String pattern, String timeZone)': format,
            'String formatGmt(String pattern)': (self: ApexDatetime, pattern: string) => format(self, pattern, 'GMT'),
            'String formatLong()': (self: ApexDatetime) => formatDatetimeLong(self.epochMs, locale(), zone()),
            'Boolean isSameDay(Datetime other)': (self: ApexDatetime, other: ApexDatetime) => {
                requireArguments(other);
                return localDay(self.epochMs) === localDay(other.epochMs);
            },
            'String toString()': (self: ApexDatetime) => self.toText()
        })
    ];
};

/** Both families: in the user's zone and in GMT. */
function partsOf(zone: () => string): Record<string, Member> {
    return { ...parts(zone, ''), ...parts(() => 'GMT', 'Gmt') };
}
