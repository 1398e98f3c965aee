import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { roundingMode } from '../enums.ts';
import { createHarness } from './pureHarness.ts';

const harness = createHarness();
const { call } = harness;
const decimal = (text: string): Decimal => Decimal.of(text);
const double = (value: number): ApexDouble => new ApexDouble(value);
const instant = (iso: string): ApexDatetime => ApexDatetime.parseIso(iso)!;

function shown(value: unknown): unknown {
    return value !== null && typeof value === 'object' && 'toText' in value
        ? (value as { toText(): string }).toText()
        : value;
}

test('numbers', () => {
    const cases: [string, unknown[], unknown][] = [
        ['Integer.valueOf', ['42'], 42],
        ['Integer.valueOf', [decimal('4.9')], 4],
        ['Integer.format', [1234567], '1,234,567'],
        ['Long.valueOf', ['9999999999'], 9999999999n],
        ['Long.intValue', [4294967297n], 1],
        ['Double.valueOf', ['1.5'], '1.5'],
        ['Double.round', [double(2.5)], 3n],
        ['Double.intValue', [double(-2.9)], -2],
        ['Decimal.valueOf', ['12.40'], '12.40'],
        ['Decimal.divide', [decimal('19'), decimal('100'), 3], '0.190'],
        ['Decimal.divide', [decimal('1'), decimal('8'), 2, roundingMode.of('UP')], '0.13'],
        ['Decimal.round', [decimal('2.5')], 2n],
        ['Decimal.round', [decimal('2.5'), roundingMode.of('HALF_UP')], 3n],
        ['Decimal.setScale', [decimal('5.245'), 2], '5.24'],
        ['Decimal.pow', [decimal('4.12'), 2], '16.9744'],
        ['Decimal.precision', [decimal('123.45')], 5],
        ['Decimal.stripTrailingZeros', [decimal('1.500')], '1.5'],
        ['Decimal.format', [decimal('12345.60')], '12,345.60'],
        ['Boolean.valueOf', ['TRUE'], true],
        ['Boolean.valueOf', ['yes'], false],
        ['Math.abs', [-5], 5],
        ['Math.abs', [decimal('-5.50')], '5.50'],
        ['Math.ceil', [decimal('32.1')], '33'],
        ['Math.floor', [double(-1.5)], '-2.0'],
        ['Math.max', [decimal('1'), decimal('2')], '2'],
        ['Math.mod', [-7, 3], -1],
        ['Math.mod', [12n, 5n], 2n],
        ['Math.pow', [double(2), double(10)], '1024.0'],
        ['Math.round', [decimal('4.5')], 4],
        ['Math.round', [decimal('5.5')], 6],
        ['Math.roundToLong', [decimal('5.5')], 6n],
        ['Math.sqrt', [double(9)], '3.0'],
        ['Math.signum', [decimal('-3')], '-1']
    ];
    for (const [method, args, expected] of cases) assert.equal(shown(call(method, ...args)), expected, method);
    const failures: [string, unknown[], string, string][] = [
        ['Integer.valueOf', ['abc'], 'System.TypeException', 'Invalid integer: abc'],
        ['Integer.valueOf', ['2147483648'], 'System.TypeException', 'Invalid integer: 2147483648'],
        ['Decimal.valueOf', ['x'], 'System.TypeException', 'Invalid decimal: x'],
        ['Integer.valueOf', [null], 'System.NullPointerException', 'Argument cannot be null.'],
        ['Math.mod', [1, 0], 'System.MathException', 'Divide by 0'],
        ['Decimal.divide', [decimal('1'), decimal('0'), 2], 'System.MathException', 'Divide by 0']
    ];
    for (const [method, args, typeName, message] of failures) {
        assert.throws(() => call(method, ...args), { typeName, message }, method);
    }
});

test('dates', () => {
    const day = ApexDate.of(2026, 1, 31);
    const cases: [string, unknown[], unknown][] = [
        ['Date.today', [], '2026-01-15 00:00:00'],
        ['Date.newInstance', [2026, 14, 1], '2027-02-01 00:00:00'],
        ['Date.valueOf', ['2026-3-4'], '2026-03-04 00:00:00'],
        ['Date.parse', ['12/27/2025'], '2025-12-27 00:00:00'],
        ['Date.daysInMonth', [2024, 2], 29],
        ['Date.isLeapYear', [1900], false],
        ['Date.addMonths', [day, 1], '2026-02-28 00:00:00'],
        ['Date.daysBetween', [day, ApexDate.of(2026, 3, 1)], 29],
        ['Date.monthsBetween', [ApexDate.of(2026, 1, 31), ApexDate.of(2026, 2, 1)], 1],
        ['Date.toStartOfWeek', [day], '2026-01-25 00:00:00'],
        ['Date.toStartOfMonth', [day], '2026-01-01 00:00:00'],
        ['Date.dayOfYear', [day], 31],
        ['Date.format', [day], '1/31/2026']
    ];
    for (const [method, args, expected] of cases) assert.equal(shown(call(method, ...args)), expected, method);
    assert.throws(() => call('Date.valueOf', 'x'), { typeName: 'System.TypeException', message: 'Invalid date: x' });
    assert.throws(() => call('Date.parse', '27/12/2025'), { message: 'Invalid date: 27/12/2025' });
});

test('datetimes in the zone of the user', () => {
    const when = instant('2026-01-31T15:05:09.007Z');
    const cases: [string, unknown[], unknown][] = [
        ['Datetime.newInstance', [2026, 7, 1, 9, 0, 0], '2026-07-01 14:00:00'],
        ['Datetime.newInstance', [ApexDate.of(2026, 1, 1), ApexTime.of(0, 0, 0, 0)], '2026-01-01 06:00:00'],
        ['Datetime.newInstanceGmt', [2026, 7, 1], '2026-07-01 00:00:00'],
        ['Datetime.newInstance', [1000n], '1970-01-01 00:00:01'],
        ['Datetime.now', [], '2026-01-15 12:00:00'],
        ['Datetime.valueOf', ['2026-01-01 00:00:00'], '2026-01-01 06:00:00'],
        ['Datetime.valueOfGmt', ['2026-01-01 00:00:00'], '2026-01-01 00:00:00'],
        ['Datetime.parse', ['10/14/2026 11:46 PM'], '2026-10-15 04:46:00'],
        ['Datetime.addMonths', [when, 1], '2026-02-28 15:05:09'],
        ['Datetime.addHours', [when, -24], '2026-01-30 15:05:09'],
        ['Datetime.hour', [when], 9],
        ['Datetime.hourGmt', [when], 15],
        ['Datetime.date', [instant('2026-02-01T03:00:00Z')], '2026-01-31 00:00:00'],
        ['Datetime.dateGmt', [instant('2026-02-01T03:00:00Z')], '2026-02-01 00:00:00'],
        ['Datetime.time', [when], '09:05:09.007Z'],
        ['Datetime.getTime', [when], BigInt(Date.UTC(2026, 0, 31, 15, 5, 9, 7))],
        ['Datetime.isSameDay', [when, instant('2026-02-01T03:00:00Z')], true],
        ['Datetime.format', [when], '1/31/2026, 9:05 AM'],
        ['Datetime.format', [when, "yyyy-MM-dd'T'HH:mm:ss.SSSZ"], '2026-01-31T09:05:09.007-0600'],
        ['Datetime.format', [when, 'EEEE, MMMM d, yyyy h:mm a z'], 'Saturday, January 31, 2026 9:05 AM CST'],
        ['Datetime.format', [when, 'yy D u K k XXX', 'Asia/Kolkata'], '26 31 6 8 20 +05:30'],
        ['Datetime.format', [when, "h 'o''clock'"], "9 o'clock"],
        ['Datetime.formatGmt', [when, 'E, dd MMM yyyy HH:mm:ss'], 'Sat, 31 Jan 2026 15:05:09']
    ];
    for (const [method, args, expected] of cases)
        assert.equal(shown(call(method, ...args)), expected, `${method} ${String(args[1])}`);
    assert.throws(() => call('Datetime.valueOf', 'x'), {
        typeName: 'System.TypeException',
        message: 'Invalid date/time: x'
    });
    assert.throws(() => call('Datetime.format', when, 'b'), { message: "Illegal pattern character 'b'" });
});

test('times and zones', () => {
    assert.equal(shown(call('Time.addHours', call('Time.newInstance', 23, 30, 0, 0), 1)), '00:30:00.000Z');
    const zone = call('TimeZone.getTimeZone', 'America/Chicago');
    assert.equal(call('TimeZone.getOffset', zone, instant('2026-07-01T00:00:00Z')), -18_000_000);
    assert.equal(call('TimeZone.getDisplayName', zone), '(GMT-06:00) Central Standard Time (America/Chicago)');
    assert.equal(call('TimeZone.getID', call('TimeZone.getTimeZone', 'Nowhere/Else')), 'GMT');
});
