import {
    addDays,
    addMonths,
    dateWords,
    dayAndTime,
    duration,
    instantOf,
    mondayOf,
    nearTime,
    timeLeft,
    timeSince,
    weekWords
} from 'c/timeWords';
import { NOW } from 'testing';

const at = (iso: string): number => Date.parse(iso);
const BERLIN = { locale: 'de-DE', timeZone: 'Europe/Berlin' };

describe('timeLeft', () => {
    it.each([
        ['2026-11-26T20:00:00Z', '31 h left'],
        ['2026-11-25T14:00:00Z', '1 h left'],
        ['2026-11-25T13:59:59Z', '59 min 59 s left'],
        ['2026-11-25T13:00:07Z', '0 min 7 s left'],
        ['2026-11-25T13:00:00Z', 'due now'],
        ['2026-11-25T12:59:30Z', '0 min 30 s late'],
        ['2026-11-25T12:00:00Z', '1 h late'],
        ['2026-11-25T07:30:00Z', '5 h late'],
        ['2026-11-29T12:59:00Z', '95 h left'],
        ['2026-11-30T14:00:00Z', '5 days left'],
        ['2026-11-15T13:00:00Z', '10 days late']
    ])('says %s as %s', (due, words) => {
        expect(timeLeft(at(due), NOW)).toBe(words);
    });
});

it.each([
    ['2026-11-25T12:59:40Z', 'just now'],
    ['2026-11-25T12:57:00Z', '3 min ago'],
    ['2026-11-25T08:00:00Z', '5 h ago'],
    ['2026-11-19T08:00:00Z', '6 days ago']
])('says that %s was %s', (instant, words) => {
    expect(timeSince(at(instant), NOW)).toBe(words);
});

it.each([
    [-5, '0 min'],
    [20 * 60_000, '20 min'],
    [5.5 * 3_600_000, '5 h'],
    [144 * 3_600_000, '6 days']
])('says %d ms as %s', (length, words) => {
    expect(duration(length)).toBe(words);
});

describe('dayAndTime', () => {
    it('shows the zone of the reader, with weekday and 24 hours', () => {
        expect(dayAndTime(at('2026-11-26T20:00:00Z'), NOW)).toBe('Thu 26 Nov, 15:00');
    });

    it('shows midnight as 00:00', () => {
        expect(dayAndTime(at('2026-11-26T05:00:00Z'), NOW)).toBe('Thu 26 Nov, 00:00');
    });

    it('names the year when it is another one', () => {
        expect(dayAndTime(at('2027-11-26T20:00:00Z'), NOW)).toBe('Fri 26 Nov 2027, 15:00');
    });

    it('speaks the language and zone of another reader', () => {
        expect(dayAndTime(at('2026-11-26T20:00:00Z'), NOW, BERLIN)).toBe('Do. 26 Nov., 21:00');
    });

    it('follows summer time', () => {
        expect(dayAndTime(at('2026-07-01T20:00:00Z'), NOW)).toBe('Wed 1 Jul, 16:00');
    });
});

it.each([
    ['2026-11-25T14:12:00Z', 'today 09:12'],
    ['2026-11-24T21:40:00Z', 'yesterday 16:40'],
    ['2026-11-23T21:40:00Z', 'Mon 16:40'],
    ['2026-11-19T21:40:00Z', 'Thu 16:40'],
    ['2026-11-18T21:40:00Z', 'Wed 18 Nov, 16:40'],
    ['2026-11-26T21:40:00Z', 'Thu 26 Nov, 16:40'],
    // 02:30 UTC is still the evening before in New York.
    ['2026-11-25T02:30:00Z', 'yesterday 21:30']
])('says %s as %s', (instant, words) => {
    expect(nearTime(at(instant), NOW)).toBe(words);
});

it('shows a date without zone as the same day everywhere', () => {
    expect(dateWords('2027-11-26')).toBe('26 Nov 2027');
    expect(dateWords('2027-11-26', { locale: 'en-US', timeZone: 'Pacific/Auckland' })).toBe('26 Nov 2027');
});

it.each([
    ['2026-11-02', '2–8 Nov'],
    ['2026-11-30', '30 Nov – 6 Dec'],
    ['2025-11-24', '24–30 Nov 2025'],
    // It ended this year.
    ['2025-12-29', '29 Dec – 4 Jan'],
    ['2024-12-30', '30 Dec – 5 Jan 2025']
])('says the week of %s as %s', (monday, words) => {
    expect(weekWords(monday, NOW)).toBe(words);
});

it.each([
    ['2026-11-25T13:00:00Z', '2026-11-23'],
    ['2026-11-23T05:00:00Z', '2026-11-23'],
    // Still Sunday in New York.
    ['2026-11-23T04:59:00Z', '2026-11-16'],
    ['2026-11-29T23:00:00Z', '2026-11-23']
])('puts %s into the week of %s', (instant, monday) => {
    expect(mondayOf(at(instant))).toBe(monday);
});

it.each([
    ['2026-11-26', -60, '2026-09-27'],
    ['2026-12-31', 1, '2027-01-01']
])('adds to %s %d days', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
});

it.each([
    ['2027-05-31', -3, '2027-02-28'],
    ['2027-05-15', -9, '2026-08-15'],
    ['2026-11-30', 12, '2027-11-30']
])('adds to %s %d months', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
});

it.each([[undefined], [null], [''], ['not a date']])('takes %j for no instant', (text) => {
    expect(instantOf(text)).toBeUndefined();
});
