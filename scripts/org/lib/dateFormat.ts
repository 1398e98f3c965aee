/** Java date patterns and the short formats of a locale. */
import { apexException } from '../values/exceptions.ts';
import { ApexDate } from '../values/temporal.ts';
import { localParts, offsetMinutes, zoneDisplayName, type LocalParts } from '../values/zones.ts';

const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December'
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function digits(value: number, width: number): string {
    return String(value).padStart(width, '0');
}

/** Week of year or month as Java counts in the US: weeks start on Sunday, the first week is the one with day 1. */
function week(day: number, weekdayOfFirst: number): number {
    return Math.floor((day + weekdayOfFirst - 1) / 7) + 1;
}

function zoneOffset(minutes: number, separator: string): string {
    const size = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60), 2)}${separator}${digits(size % 60, 2)}`;
}

/** A year in which the last days belong to week 1 of the next one. */
function weekYear(date: ApexDate): { year: number; week: number } {
    const nextFirst = ApexDate.of(date.year + 1, 1, 1);
    if (date.epochDay >= nextFirst.epochDay - nextFirst.dayOfWeek) return { year: date.year + 1, week: 1 };
    return { year: date.year, week: week(date.dayOfYear, ApexDate.of(date.year, 1, 1).dayOfWeek) };
}

function field(letter: string, width: number, parts: LocalParts, epochMs: number, zone: string): string {
    const date = ApexDate.of(parts.year, parts.month, parts.day);
    switch (letter) {
        case 'G':
            return parts.year > 0 ? 'AD' : 'BC';
        case 'y':
            return width === 2 ? digits(parts.year % 100, 2) : digits(parts.year, width);
        case 'Y': {
            const { year } = weekYear(date);
            return width === 2 ? digits(year % 100, 2) : digits(year, width);
        }
        case 'M':
        case 'L':
            if (width >= 4) return MONTHS[parts.month - 1]!;
            return width === 3 ? MONTHS[parts.month - 1]!.slice(0, 3) : digits(parts.month, width);
        case 'w':
            return digits(weekYear(date).week, width);
        case 'W':
            return digits(week(parts.day, ApexDate.of(parts.year, parts.month, 1).dayOfWeek), width);
        case 'D':
            return digits(date.dayOfYear, width);
        case 'd':
            return digits(parts.day, width);
        case 'F':
            return digits(Math.floor((parts.day - 1) / 7) + 1, width);
        case 'E':
            return width >= 4 ? DAYS[date.dayOfWeek]! : DAYS[date.dayOfWeek]!.slice(0, 3);
        case 'u':
            return digits(date.dayOfWeek === 0 ? 7 : date.dayOfWeek, width);
        case 'a':
            return parts.hour < 12 ? 'AM' : 'PM';
        case 'H':
            return digits(parts.hour, width);
        case 'k':
            return digits(parts.hour === 0 ? 24 : parts.hour, width);
        case 'K':
            return digits(parts.hour % 12, width);
        case 'h':
            return digits(parts.hour % 12 === 0 ? 12 : parts.hour % 12, width);
        case 'm':
            return digits(parts.minute, width);
        case 's':
            return digits(parts.second, width);
        case 'S':
            return digits(parts.millisecond, width);
        case 'z':
            return zoneDisplayName(zone, epochMs, width >= 4 ? 'long' : 'short');
        case 'Z':
            return zoneOffset(offsetMinutes(zone, epochMs), '');
        case 'X': {
            const minutes = offsetMinutes(zone, epochMs);
            if (minutes === 0) return 'Z';
            if (width === 1) return zoneOffset(minutes, '').slice(0, 3);
            return zoneOffset(minutes, width === 2 ? '' : ':');
        }
        default:
            throw apexException('IllegalArgumentException', `Illegal pattern character '${letter}'`);
    }
}

/**
 * Formats an instant by a pattern of Java's SimpleDateFormat, with English names.
 * Throws IllegalArgumentException for an unknown letter.
 */
export function formatPattern(epochMs: number, pattern: string, zone: string): string {
    const parts = localParts(zone, epochMs);
    let result = '';
    let isQuoted = false;
    let index = 0;
    while (index < pattern.length) {
        const character = pattern[index]!;
        if (character === "'") {
            // Two quotes in a row are one quote, inside and outside of quoted text.
            const isDoubled = pattern[index + 1] === "'";
            if (isDoubled) result += "'";
            else isQuoted = !isQuoted;
            index += isDoubled ? 2 : 1;
        } else if (!isQuoted && /[a-zA-Z]/.test(character)) {
            let width = 1;
            while (pattern[index + width] === character) width++;
            result += field(character, width, parts, epochMs, zone);
            index += width;
        } else {
            result += character;
            index++;
        }
    }
    if (isQuoted) throw apexException('IllegalArgumentException', 'Unterminated quote');
    return result;
}

/** ICU separates the day period with a narrow blank, the platform with a plain one. */
function plainBlanks(text: string): string {
    return text.replace(/[\u202f\u00a0]/g, ' ');
}

/** `1/31/2026` for en_US. */
export function formatDateLocale(date: ApexDate, locale: string): string {
    const format = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric'
    });
    return plainBlanks(format.format(date.epochDay * 86_400_000));
}

/** `1/31/2026, 10:05 AM` for en_US. */
export function formatDatetimeLocale(epochMs: number, locale: string, zone: string): string {
    const format = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), {
        timeZone: zone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit'
    });
    return plainBlanks(format.format(epochMs));
}

/** `1/31/2026, 10:05:30 AM PST` for en_US. */
export function formatDatetimeLong(epochMs: number, locale: string, zone: string): string {
    const format = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), {
        timeZone: zone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        second: '2-digit',
        timeZoneName: 'short'
    });
    return plainBlanks(format.format(epochMs));
}

/** Positions of day, month and year in the locale's short date, e.g. ['month', 'day', 'year']. */
export function dateOrder(locale: string): string[] {
    const format = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric'
    });
    return format
        .formatToParts(0)
        .map((part) => part.type as string)
        .filter((type) => type !== 'literal');
}
