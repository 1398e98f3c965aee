import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal, DecimalError, type RoundingMode } from '../decimal.ts';
import { ApexDouble } from '../double.ts';

const d = (text: string): Decimal => Decimal.of(text);

test('division keeps 33 significant digits, or the exact quotient', () => {
    const cases: [string, string, string][] = [
        ['1', '3', '0.333333333333333333333333333333333'],
        ['2', '3', '0.666666666666666666666666666666667'],
        ['10', '3', '3.33333333333333333333333333333333'],
        ['1', '4', '0.25'],
        ['10.00', '4', '2.50'],
        ['6', '2', '3'],
        ['100', '8', '12.5'],
        ['0', '3', '0'],
        ['-7', '2', '-3.5'],
        ['1', '1000', '0.001']
    ];
    for (const [left, right, expected] of cases) {
        assert.equal(d(left).divide(d(right)).toText(), expected, `${left} / ${right}`);
    }
    assert.throws(() => d('1').divide(d('0.00')), DecimalError);
});

test('all rounding modes agree with the tables of the reference', () => {
    const inputs = ['5.5', '2.5', '1.6', '1.1', '1.0', '-1.0', '-1.1', '-1.6', '-2.5', '-5.5'];
    const expected: Record<Exclude<RoundingMode, 'UNNECESSARY'>, number[]> = {
        UP: [6, 3, 2, 2, 1, -1, -2, -2, -3, -6],
        DOWN: [5, 2, 1, 1, 1, -1, -1, -1, -2, -5],
        CEILING: [6, 3, 2, 2, 1, -1, -1, -1, -2, -5],
        FLOOR: [5, 2, 1, 1, 1, -1, -2, -2, -3, -6],
        HALF_UP: [6, 3, 2, 1, 1, -1, -1, -2, -3, -6],
        HALF_DOWN: [5, 2, 2, 1, 1, -1, -1, -2, -2, -5],
        HALF_EVEN: [6, 2, 2, 1, 1, -1, -1, -2, -2, -6]
    };
    for (const [mode, results] of Object.entries(expected)) {
        const rounded = inputs.map((input) =>
            Number(
                d(input)
                    .setScale(0, mode as RoundingMode)
                    .toText()
            )
        );
        assert.deepEqual(rounded, results, mode);
    }
    assert.throws(() => d('1.1').setScale(0, 'UNNECESSARY'), /Rounding necessary/);
});

test('arithmetic keeps the scale', () => {
    assert.equal(d('1.50').add(d('2')).toText(), '3.50');
    assert.equal(d('1.50').multiply(d('2.0')).toText(), '3.000');
    assert.equal(d('1').subtract(d('0.001')).toText(), '0.999');
    assert.equal(d('-0.05').toText(), '-0.05');
    assert.equal(d('1E3').toText(), '1000');
    assert.equal(d('1.5e-3').toText(), '0.0015');
    assert.equal(d('1.00').compare(d('1')), 0);
    assert.equal(d('5.5').remainder(d('2')).toText(), '1.5');
});

test('a double reads as in Java', () => {
    const cases: [number, string][] = [
        [1, '1.0'],
        [0.1, '0.1'],
        [-0, '-0.0'],
        [1e7, '1.0E7'],
        [1234567.5, '1234567.5'],
        [0.0001, '1.0E-4'],
        [Number.NaN, 'NaN'],
        [Number.NEGATIVE_INFINITY, '-Infinity']
    ];
    for (const [value, text] of cases) assert.equal(new ApexDouble(value).toText(), text);
});
