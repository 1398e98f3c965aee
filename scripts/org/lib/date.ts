/** `Date` */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { typeNameOf } from '../values/convert.ts';
import { apexException } from '../values/exceptions.ts';
import { ApexDate, ApexDatetime } from '../values/temporal.ts';
import { localParts } from '../values/zones.ts';
import { dateOrder, formatDateLocale } from './dateFormat.ts';
import { requireArguments } from './support.ts';

/** `Date.parse`: the short format of the locale. Throws TypeException `Invalid date: x`. */
export function parseLocaleDate(text: string, locale: string): ApexDate {
    const numbers = /^\s*(\d{1,4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,4})\.?\s*$/.exec(text);
    const order = dateOrder(locale);
    const part = (name: string): number => Number(numbers?.[order.indexOf(name) + 1]);
    const shortYear = numbers ? String(numbers[order.indexOf('year') + 1]).length <= 2 : false;
    const year = part('year') + (shortYear ? 2000 : 0);
    const date = numbers && ApexDate.parseIso(`${String(year).padStart(4, '0')}-${part('month')}-${part('day')}`);
    if (!date) throw apexException('TypeException', `Invalid date: ${text}`);
    return date;
}

function dateOfText(text: string): ApexDate {
    requireArguments(text);
    const date = ApexDate.parseIso(text);
    if (!date) throw apexException('TypeException', `Invalid date: ${text}`);
    return date;
}

function monthIndex(date: ApexDate): number {
    return date.year * 12 + date.month;
}

/** `Date` */
export const dateLibrary: LibraryModule = (context) => {
    const localDate = (epochMs: number): ApexDate => {
        const parts = localParts(context.tx().user.timeZone, epochMs);
        return ApexDate.of(parts.year, parts.month, parts.day);
    };
    const dateOf = (value: Value): ApexDate => {
        requireArguments(value);
        if (value instanceof ApexDate) return value;
        if (value instanceof ApexDatetime) return localDate(value.epochMs);
        if (typeof value === 'string') return dateOfText(value);
        throw apexException('TypeException', `Invalid conversion from runtime type ${typeNameOf(value)} to Date`);
    };
    return [
        libraryClass('Date', {
            'static Integer daysInMonth(Integer year, Integer month)': (year: number, month: number) => {
                requireArguments(year, month);
                return ApexDate.of(year, month, 1).daysInMonth;
            },
            'static Boolean isLeapYear(Integer year)': (year: number) => {
                requireArguments(year);
                return ApexDate.of(year, 2, 1).daysInMonth === 29;
            },
            'static Date newInstance(Integer year, Integer month, Integer day)': (...args: number[]) => {
                requireArguments(...args);
                return ApexDate.of(args[0]!, args[1]!, args[2]!);
            },
            'static Date parse(String text)': (text: string) => {
                requireArguments(text);
                return parseLocaleDate(text, context.tx().user.locale);
            },
            'static Date today()': () => localDate(context.tx().clock.now()),
            'static Date valueOf(String text)': dateOfText,
            'static Date valueOf(Object value)': dateOf,
            'Date addDays(Integer days)': (self: ApexDate, days: number) => {
                requireArguments(days);
                return self.addDays(days);
            },
            'Date addMonths(Integer months)': (self: ApexDate, months: number) => {
                requireArguments(months);
                return self.addMonths(months);
            },
            'Date addYears(Integer years)': (self: ApexDate, years: number) => {
                requireArguments(years);
                return self.addYears(years);
            },
            'Integer day()': (self: ApexDate) => self.day,
            'Integer dayOfYear()': (self: ApexDate) => self.dayOfYear,
            'Integer daysBetween(Date other)': (self: ApexDate, other: ApexDate) => {
                requireArguments(other);
                return other.epochDay - self.epochDay;
            },
            'String format()': (self: ApexDate) => formatDateLocale(self, context.tx().user.locale),
            'Boolean isSameDay(Date other)': (self: ApexDate, other: ApexDate) => {
                requireArguments(other);
                return self.epochDay === other.epochDay;
            },
            'Integer month()': (self: ApexDate) => self.month,
            'Integer monthsBetween(Date other)': (self: ApexDate, other: ApexDate) => {
                requireArguments(other);
                return monthIndex(other) - monthIndex(self);
            },
            'Date toStartOfMonth()': (self: ApexDate) => ApexDate.of(self.year, self.month, 1),
            // The week starts on Sunday in en_US, on Monday in most other locales.
            'Date toStartOfWeek()': (self: ApexDate) => {
                const startsOnMonday = !/_(?:US|CA|MX|BR|JP|IL|IN|KR|TW|ZA)/.test(context.tx().user.locale);
                return self.addDays(startsOnMonday ? -((self.dayOfWeek + 6) % 7) : -self.dayOfWeek);
            },
            'Integer year()': (self: ApexDate) => self.year,
            'String toString()': (self: ApexDate) => self.toText()
        })
    ];
};
