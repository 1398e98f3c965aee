import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addOpenTime, isOpenAt, nextOpening, openTimeBetween } from '../businessCalendar.ts';
import type { BusinessCalendar } from '../businessCalendar.ts';

type Mode = 'BD24' | 'WH8' | 'ELAPSED';

function calendar(mode: Mode, timeZone: string, holidays: readonly string[] = []): BusinessCalendar {
    const open = mode === 'WH8' ? { start: 9 * 60, end: 17 * 60 } : { start: 0, end: 1440 };
    const weekend = mode === 'ELAPSED' ? open : null;
    return {
        timeZone,
        days: [weekend, open, open, open, open, open, weekend],
        holidays: holidays.map((day) => ({ epochDay: Date.parse(day) / 86_400_000, start: 0, end: 1440 }))
    };
}

const chicago = 'America/Chicago';
const newYork = 'America/New_York';
const losAngeles = 'America/Los_Angeles';
const berlin = 'Europe/Berlin';
const thanksgiving = ['2026-11-26', '2026-11-27'];
const easter = ['2026-04-03', '2026-04-06'];

const fixtures: readonly (readonly [string, BusinessCalendar, string, number, string])[] = [
    [
        'a: 48 h over the weekend on which clocks go forward',
        calendar('BD24', chicago),
        '2026-03-06T15:00-06:00',
        48,
        '2026-03-10T20:00Z'
    ],
    ['a50: half of it', calendar('BD24', chicago), '2026-03-06T15:00-06:00', 24, '2026-03-09T20:00Z'],
    ['a80: four fifths of it', calendar('BD24', chicago), '2026-03-06T15:00-06:00', 38.4, '2026-03-10T10:24Z'],
    ['a150: one and a half of it', calendar('BD24', chicago), '2026-03-06T15:00-06:00', 72, '2026-03-11T20:00Z'],
    ['a2: 72 h', calendar('BD24', chicago), '2026-03-06T15:00-06:00', 72, '2026-03-11T20:00Z'],
    [
        'a3: 16 working hours of eight-hour days',
        calendar('WH8', chicago),
        '2026-03-06T15:00-06:00',
        16,
        '2026-03-10T20:00Z'
    ],
    ['a4: 48 elapsed hours', calendar('ELAPSED', chicago), '2026-03-06T15:00-06:00', 48, '2026-03-08T21:00Z'],
    ['b: two holidays', calendar('BD24', newYork, thanksgiving), '2026-11-25T10:00-05:00', 48, '2026-12-01T15:00Z'],
    [
        'c: a start on Saturday ends at the end of Tuesday',
        calendar('BD24', losAngeles),
        '2026-05-16T11:30-07:00',
        48,
        '2026-05-20T07:00Z'
    ],
    [
        'g: holidays on both sides of a weekend',
        calendar('BD24', berlin, easter),
        '2026-04-01T14:00+02:00',
        72,
        '2026-04-08T12:00Z'
    ],
    ['h: clocks go forward in Berlin', calendar('BD24', berlin), '2026-03-27T18:00+01:00', 48, '2026-03-31T16:00Z'],
    ['h elapsed', calendar('ELAPSED', berlin), '2026-03-27T18:00+01:00', 48, '2026-03-29T17:00Z'],
    [
        'i: an end on a closing time stays there',
        calendar('BD24', newYork),
        '2026-06-04T00:00-04:00',
        48,
        '2026-06-06T04:00Z'
    ]
];

for (const [name, hours, start, duration, expected] of fixtures) {
    test(`adding open time, case ${name}`, () => {
        const result = addOpenTime(hours, Date.parse(start), duration * 3_600_000);
        assert.equal(new Date(result!).toISOString(), new Date(expected).toISOString());
    });
    test(`open time between start and end is what was added, case ${name}`, () => {
        assert.equal(openTimeBetween(hours, Date.parse(start), Date.parse(expected)), duration * 3_600_000);
    });
}

test('parts of a minute are ignored', () => {
    const result = addOpenTime(calendar('ELAPSED', 'UTC'), Date.parse('2026-01-01T10:00:59.999Z'), 90_000);
    assert.equal(new Date(result!).toISOString(), '2026-01-01T10:01:00.000Z');
});

test('a negative interval goes back over the weekend', () => {
    const result = addOpenTime(calendar('WH8', newYork), Date.parse('2026-06-08T10:00-04:00'), -2 * 3_600_000);
    assert.equal(new Date(result!).toISOString(), new Date('2026-06-05T16:00-04:00').toISOString());
});

test('a calendar that never opens has no answer', () => {
    const closed: BusinessCalendar = {
        timeZone: 'UTC',
        days: [null, null, null, null, null, null, null],
        holidays: []
    };
    assert.equal(addOpenTime(closed, 0, 60_000), null);
    assert.equal(nextOpening(closed, 0), null);
});

test('open means from the opening up to and without the closing', () => {
    const hours = calendar('WH8', newYork, ['2026-06-09']);
    assert.equal(isOpenAt(hours, Date.parse('2026-06-08T09:00-04:00')), true);
    assert.equal(isOpenAt(hours, Date.parse('2026-06-08T17:00-04:00')), false);
    assert.equal(isOpenAt(hours, Date.parse('2026-06-09T12:00-04:00')), false);
});

test('the next opening is the instant itself when open, else the next start of business', () => {
    const hours = calendar('WH8', newYork);
    const at = Date.parse('2026-06-05T16:59:30-04:00');
    assert.equal(nextOpening(hours, at), at);
    assert.equal(nextOpening(hours, Date.parse('2026-06-05T17:00-04:00')), Date.parse('2026-06-08T09:00-04:00'));
});
