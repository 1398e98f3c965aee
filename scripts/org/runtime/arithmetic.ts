/** Operators on Apex values, called by emitted code. A null operand raises a NullPointerException; comparisons give false. */
import type { Value } from './program.ts';
import { Decimal, DecimalError } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { compareNumbers, isNumeric } from '../values/equality.ts';
import { apexException } from '../values/exceptions.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';

const dayMs = 86_400_000;

export function nullPointer(): Error {
    return apexException('NullPointerException', 'Attempt to de-reference a null object') as unknown as Error;
}

/** The value, which must not be null. */
export function notNull(value: Value): Value {
    if (value === null || value === undefined) throw nullPointer();
    return value;
}

function divideByZero(): Error {
    return apexException('MathException', 'Divide by 0') as unknown as Error;
}

export function divideIntegers(left: number, right: number): number {
    if (left === null || right === null) throw nullPointer();
    if (right === 0) throw divideByZero();
    return (left / right) | 0;
}

export function divideLongs(left: bigint, right: bigint): bigint {
    if (left === null || right === null) throw nullPointer();
    if (right === 0n) throw divideByZero();
    return BigInt.asIntN(64, left / right);
}

export function divideDecimals(left: Decimal, right: Decimal): Decimal {
    if (left === null || right === null) throw nullPointer();
    try {
        return left.divide(right);
    } catch (error) {
        if (error instanceof DecimalError) throw apexException('MathException', error.message);
        throw error;
    }
}

/** `+`, `-`, `*`, `/` of Doubles. */
export function doubleOperation(operator: string, left: ApexDouble, right: ApexDouble): ApexDouble {
    if (left === null || right === null) throw nullPointer();
    const [a, b] = [left.value, right.value];
    switch (operator) {
        case '+':
            return new ApexDouble(a + b);
        case '-':
            return new ApexDouble(a - b);
        case '*':
            return new ApexDouble(a * b);
        default:
            if (b === 0) throw divideByZero();
            return new ApexDouble(a / b);
    }
}

/** Date, Datetime or Time plus (`sign` 1) or minus (-1) a number: days, or milliseconds for Time. */
export function addToTemporal(value: Value, amount: Value, sign: 1 | -1): Value {
    notNull(value);
    notNull(amount);
    const count =
        typeof amount === 'object' ? (amount instanceof Decimal ? amount.toNumber() : amount.value) : Number(amount);
    if (value instanceof ApexDate) return value.addDays(sign * Math.trunc(count));
    if (value instanceof ApexDatetime)
        return ApexDatetime.fromEpochMs(value.epochMs + Math.round(sign * count * dayMs));
    return ApexTime.fromMsOfDay(((((value as ApexTime).msOfDay + sign * Math.trunc(count)) % dayMs) + dayMs) % dayMs);
}

/** Negative, zero or positive; NaN when the values cannot be ordered or one is null. Strings ignore case. */
function order(left: Value, right: Value): number {
    if (left === null || right === null || left === undefined || right === undefined) return Number.NaN;
    if (isNumeric(left)) return compareNumbers(left, right);
    if (typeof left === 'string') {
        const [a, b] = [left.toLowerCase(), (right as string).toLowerCase()];
        return a < b ? -1 : a > b ? 1 : 0;
    }
    return instantOf(left) - instantOf(right);
}

function instantOf(value: Value): number {
    if (value instanceof ApexDate) return value.epochDay * dayMs;
    if (value instanceof ApexDatetime) return value.epochMs;
    if (value instanceof ApexTime) return value.msOfDay;
    return Number.NaN;
}

export function isLess(left: Value, right: Value): boolean {
    return typeof left === 'number' && typeof right === 'number' ? left < right : order(left, right) < 0;
}
export function isLessOrEqual(left: Value, right: Value): boolean {
    return typeof left === 'number' && typeof right === 'number' ? left <= right : order(left, right) <= 0;
}
export function isGreater(left: Value, right: Value): boolean {
    return typeof left === 'number' && typeof right === 'number' ? left > right : order(left, right) > 0;
}
export function isGreaterOrEqual(left: Value, right: Value): boolean {
    return typeof left === 'number' && typeof right === 'number' ? left >= right : order(left, right) >= 0;
}

export function shiftLong(operator: string, left: bigint, right: Value): bigint {
    notNull(left);
    notNull(right);
    const by = BigInt(right) & 63n;
    if (operator === '<<') return BigInt.asIntN(64, left << by);
    if (operator === '>>') return BigInt.asIntN(64, left >> by);
    return BigInt.asIntN(64, BigInt.asUintN(64, left) >> by);
}
