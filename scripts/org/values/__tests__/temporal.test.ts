import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate, ApexDatetime, ApexTime } from '../temporal.ts';
import { localParts, localToEpochMs, offsetMinutes } from '../zones.ts';

test('months and years keep the day or take the last one', () => {
    assert.equal(ApexDate.of(2026, 1, 31).addMonths(1).toIso(), '2026-02-28');
    assert.equal(ApexDate.of(2024, 2, 29).addYears(1).toIso(), '2025-02-28');
    assert.equal(ApexDate.of(2026, 3, 31).addMonths(-13).toIso(), '2025-02-28');
    assert.equal(ApexDate.of(2026, 12, 31).addDays(1).toIso(), '2027-01-01');
    assert.equal(ApexDate.of(1969, 12, 31).epochDay, -1);
});

test('texts that are no dates are refused', () => {
    for (const text of ['2026-02-30', '2026-13-01', 'x', '01/02/2026', '2017-14-31']) {
        assert.equal(ApexDate.parseIso(text), null, text);
    }
    assert.equal(ApexDate.parseIso('2026-1-5')?.toIso(), '2026-01-05');
    assert.equal(ApexDate.parseIso('2026-01-05T10:00:00Z')?.toIso(), '2026-01-05');
});

test('instants are read with offsets and written in GMT', () => {
    const cases: [string, string][] = [
        ['2026-01-01T10:00:00.000Z', '2026-01-01T10:00:00.000Z'],
        ['2026-01-01T10:00:00.123+0200', '2026-01-01T08:00:00.123Z'],
        ['2026-01-01T10:00:00-05:30', '2026-01-01T15:30:00.000Z'],
        ['2026-01-01 10:00:00', '2026-01-01T10:00:00.000Z'],
        ['2026-01-01', '2026-01-01T00:00:00.000Z']
    ];
    for (const [text, iso] of cases) assert.equal(ApexDatetime.parseIso(text)?.toIso(), iso, text);
    assert.equal(ApexDatetime.parseIso('2026-01-01T25:00:00Z'), null);
});

test('times wrap around midnight', () => {
    assert.equal(
        ApexTime.of(23, 0, 0, 0)
            .addMs(2 * 3_600_000)
            .toText(),
        '01:00:00.000Z'
    );
    assert.equal(ApexTime.of(0, 0, 0, 0).addMs(-1).toText(), '23:59:59.999Z');
});

test('zones know summer time, gaps and overlaps', () => {
    const zone = 'America/Chicago';
    assert.equal(offsetMinutes(zone, Date.UTC(2026, 0, 15)), -360);
    assert.equal(offsetMinutes(zone, Date.UTC(2026, 6, 15)), -300);
    assert.equal(new Date(localToEpochMs(zone, 2026, 7, 1, 9)).toISOString(), '2026-07-01T14:00:00.000Z');
    // 2:30 does not exist on the day when clocks go forward, and exists twice when they go back.
    assert.equal(new Date(localToEpochMs(zone, 2026, 3, 8, 2, 30)).toISOString(), '2026-03-08T08:30:00.000Z');
    assert.equal(new Date(localToEpochMs(zone, 2026, 11, 1, 1, 30)).toISOString(), '2026-11-01T06:30:00.000Z');
    assert.deepEqual(localParts('Asia/Kolkata', Date.UTC(2026, 0, 1, 20, 0)), {
        year: 2026,
        month: 1,
        day: 2,
        hour: 1,
        minute: 30,
        second: 0,
        millisecond: 0
    });
    assert.equal(offsetMinutes('GMT+05:30', 0), 330);
});
