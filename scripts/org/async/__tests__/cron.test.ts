import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CronError, nextFireTime, parseCron } from '../cron.ts';

const FIRING: readonly (readonly [string, string, string, string, string | null])[] = [
    ['every day at nine', '0 0 9 * * ?', '2026-11-23T10:00:00Z', 'UTC', '2026-11-24T09:00:00Z'],
    [
        'the same day when the hour is still to come',
        '0 30 9 * * ?',
        '2026-11-23T09:29:59Z',
        'UTC',
        '2026-11-23T09:30:00Z'
    ],
    ['strictly after the instant', '0 0 9 * * ?', '2026-11-23T09:00:00Z', 'UTC', '2026-11-24T09:00:00Z'],
    ['local time of the zone', '0 0 9 * * ?', '2026-11-23T00:00:00Z', 'America/New_York', '2026-11-23T14:00:00Z'],
    ['weekdays only', '0 0 8 ? * MON-FRI', '2026-11-27T12:00:00Z', 'UTC', '2026-11-30T08:00:00Z'],
    ['steps of hours', '0 5 0/6 * * ?', '2026-11-23T06:05:00Z', 'UTC', '2026-11-23T12:05:00Z'],
    ['last day of the month', '0 0 0 L * ?', '2027-02-01T00:00:00Z', 'UTC', '2027-02-28T00:00:00Z'],
    ['nearest weekday', '0 0 0 15W * ?', '2026-08-01T00:00:00Z', 'UTC', '2026-08-14T00:00:00Z'],
    ['last Friday', '0 0 0 ? * 6L', '2026-11-01T00:00:00Z', 'UTC', '2026-11-27T00:00:00Z'],
    ['first Monday', '0 0 0 ? * 2#1', '2026-11-23T00:00:00Z', 'UTC', '2026-12-07T00:00:00Z'],
    ['one year', '0 0 0 3 9 ? 2042', '2026-11-23T00:00:00Z', 'UTC', '2042-09-03T00:00:00Z'],
    ['never again', '0 0 0 3 9 ? 2022', '2026-11-23T00:00:00Z', 'UTC', null],
    ['no such day', '0 0 0 30 2 ?', '2026-11-23T00:00:00Z', 'UTC', null],
    ['lists of months by name', '0 0 0 1 JAN,JUL ?', '2026-11-23T00:00:00Z', 'UTC', '2027-01-01T00:00:00Z']
];

describe('nextFireTime', () => {
    for (const [name, cron, after, zone, expected] of FIRING) {
        it(`fires: ${name}`, () => {
            const next = nextFireTime(parseCron(cron), Date.parse(after), zone);
            assert.equal(next === null ? null : new Date(next).toISOString().replace('.000Z', 'Z'), expected);
        });
    }
});

describe('parseCron', () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
        ['0 */5 * * * ?', /Seconds and minutes must be specified as integers/],
        ['0 0 0 ? * ?', /can only be spec/],
        ['0 0 25 * * ?', /Hour values must be between 0 and 23/],
        ['0 0', /Unexpected end of expression/],
        ['0 0 0 1 1 2', /both a day-of-week AND a day-of-month/]
    ];
    for (const [cron, message] of wrong) {
        it(`refuses ${cron}`, () => {
            assert.throws(
                () => parseCron(cron),
                (error: unknown) => error instanceof CronError && message.test(error.message)
            );
        });
    }
});
