/** Meaning of the operators: three-valued logic, blank text equal to blank, date arithmetic in days. */
import { Decimal } from '../values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import type { Value } from '../runtime/program.ts';
import { FormulaRuntimeError, FormulaSyntaxError, isBlank } from './types.ts';
import type { Bound, FormulaType } from './types.ts';

const msPerDay = 86_400_000;
const divisionScale = 24;

/** Digits kept by a division. Throws FormulaRuntimeError for a zero divisor. */
export function divide(left: Decimal, right: Decimal): Decimal {
    if (right.unscaled === 0n) {
        throw new FormulaRuntimeError('Division by zero');
    }
    return trimmed(left.divide(right, divisionScale, 'HALF_UP'));
}

/** The same number without zeros at the end of its decimals. */
export function trimmed(value: Decimal): Decimal {
    let { unscaled, scale } = value;
    while (scale > 0 && unscaled % 10n === 0n) {
        unscaled /= 10n;
        scale--;
    }
    return Decimal.fromUnscaled(unscaled, scale);
}

/** Compiles a binary operator. Throws FormulaSyntaxError when the operands' types do not fit. */
export function bindBinary(operator: string, left: Bound, right: Bound, offset: number): Bound {
    switch (operator) {
        case '||':
        case '&&':
            return bindLogical(operator, left, right, offset);
        case '=':
        case '<>':
            return bindEquality(operator === '<>', left, right, offset);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return bindComparison(operator, left, right, offset);
        case '&':
            return bindConcatenation(left, right, offset);
        case '+':
            return left.type === 'text' || right.type === 'text'
                ? bindConcatenation(left, right, offset)
                : bindSum(1, left, right, offset);
        case '-':
            return bindSum(-1, left, right, offset);
        default:
            return bindProduct(operator, left, right, offset);
    }
}

/** Rejects an operand of another type. `null` fits everywhere. Throws FormulaSyntaxError. */
export function requireType(bound: Bound, wanted: readonly FormulaType[], user: string): void {
    if (bound.type === 'null' || wanted.includes(bound.type)) {
        return;
    }
    if (bound.type === 'picklist' || bound.type === 'multipicklist') {
        const name = bound.reference?.field.name ?? 'the field';
        throw new FormulaSyntaxError(
            `Field ${name} is a ${bound.type === 'picklist' ? 'picklist' : 'multi-select picklist'} field. ` +
                'Such fields are only supported in certain functions.',
            bound.offset
        );
    }
    throw new FormulaSyntaxError(
        `Incorrect parameter type for ${user}. Expected ${wanted.map(title).join(', ')}, received ${title(bound.type)}`,
        bound.offset
    );
}

function title(type: FormulaType): string {
    return type === 'datetime' ? 'Date/Time' : type.charAt(0).toUpperCase() + type.slice(1);
}

function bindLogical(operator: string, left: Bound, right: Bound, offset: number): Bound {
    requireType(left, ['boolean'], `operator '${operator}'`);
    requireType(right, ['boolean'], `operator '${operator}'`);
    // A blank operand counts as false, and the right side is evaluated only when it matters.
    const run: Bound['run'] =
        operator === '&&'
            ? (context) => left.run(context) === true && right.run(context) === true
            : (context) => left.run(context) === true || right.run(context) === true;
    return { type: 'boolean', offset, run };
}

function sameKind(operator: string, left: Bound, right: Bound, allowed: readonly FormulaType[]): FormulaType {
    requireType(left, allowed, `operator '${operator}'`);
    requireType(right, allowed, `operator '${operator}'`);
    if (left.type !== 'null' && right.type !== 'null') {
        requireType(right, [left.type], `operator '${operator}'`);
    }
    return left.type === 'null' ? right.type : left.type;
}

function bindEquality(negate: boolean, left: Bound, right: Bound, offset: number): Bound {
    const type = sameKind(negate ? '<>' : '=', left, right, ['text', 'number', 'boolean', 'date', 'datetime', 'time']);
    const run: Bound['run'] = (context) => {
        const result = equalValues(left.run(context), right.run(context), type === 'text' || type === 'null');
        return result === null ? null : result !== negate;
    };
    return { type: 'boolean', offset, run };
}

/** Equality of formula values: null when a side is null, but blank text equals blank text. */
export function equalValues(left: Value, right: Value, asText: boolean): boolean | null {
    if (asText) {
        return (left ?? '') === (right ?? '');
    }
    if (left === null || right === null) {
        return null;
    }
    return typeof left === 'string' || typeof left === 'boolean' ? left === right : order(left, right) === 0;
}

function bindComparison(operator: string, left: Bound, right: Bound, offset: number): Bound {
    sameKind(operator, left, right, ['text', 'number', 'date', 'datetime', 'time']);
    const run: Bound['run'] = (context) => {
        const leftValue = left.run(context);
        const rightValue = right.run(context);
        if (leftValue === null || rightValue === null) {
            return null;
        }
        const sign = order(leftValue, rightValue);
        return operator === '<' ? sign < 0 : operator === '<=' ? sign <= 0 : operator === '>' ? sign > 0 : sign >= 0;
    };
    return { type: 'boolean', offset, run };
}

/** Order of two values of the same kind; negative, zero or positive. */
export function order(left: Value, right: Value): number {
    if (left instanceof Decimal) {
        return left.compare(right);
    }
    if (typeof left === 'string') {
        return left < right ? -1 : left > right ? 1 : 0;
    }
    return pointInTime(left) - pointInTime(right);
}

function pointInTime(value: Value): number {
    if (value instanceof ApexDate) {
        return value.epochDay;
    }
    return value instanceof ApexDatetime ? value.epochMs : (value as ApexTime).msOfDay;
}

function bindConcatenation(left: Bound, right: Bound, offset: number): Bound {
    requireType(left, ['text'], "operator '&'");
    requireType(right, ['text'], "operator '&'");
    const run: Bound['run'] = (context) => {
        const text = (left.run(context) ?? '') + (right.run(context) ?? '');
        return isBlank(text) ? null : text;
    };
    return { type: 'text', offset, run };
}

function bindSum(sign: 1 | -1, left: Bound, right: Bound, offset: number): Bound {
    const user = `operator '${sign === 1 ? '+' : '-'}'`;
    requireType(left, ['number', 'date', 'datetime', 'time'], user);
    requireType(right, ['number', 'date', 'datetime', 'time'], user);
    const type = sumType(sign, left.type, right.type);
    if (type === null) {
        throw new FormulaSyntaxError(
            `Incorrect parameter type for ${user}. Received ${title(left.type)}, ${title(right.type)}`,
            offset
        );
    }
    const run: Bound['run'] = (context) => {
        const leftValue = left.run(context);
        const rightValue = right.run(context);
        return leftValue === null || rightValue === null ? null : sum(sign, leftValue, rightValue);
    };
    return { type, offset, run };
}

function sumType(sign: 1 | -1, left: FormulaType, right: FormulaType): FormulaType | null {
    const leftTemporal = left !== 'number' && left !== 'null';
    const rightTemporal = right !== 'number' && right !== 'null';
    if (leftTemporal && rightTemporal) {
        return sign === -1 && left === right ? 'number' : null;
    }
    if (rightTemporal) {
        return sign === 1 ? right : null;
    }
    return leftTemporal ? left : 'number';
}

function sum(sign: 1 | -1, left: Value, right: Value): Value {
    if (left instanceof Decimal && right instanceof Decimal) {
        return sign === 1 ? left.add(right) : left.subtract(right);
    }
    if (left instanceof Decimal) {
        return shifted(right, left);
    }
    if (right instanceof Decimal) {
        return shifted(left, sign === 1 ? right : right.negate());
    }
    if (left instanceof ApexDate) {
        return Decimal.of(left.epochDay - right.epochDay);
    }
    if (left instanceof ApexTime) {
        return Decimal.of((left.msOfDay - right.msOfDay + msPerDay) % msPerDay);
    }
    return divide(Decimal.of(left.epochMs - right.epochMs), Decimal.of(msPerDay));
}

// Dates take whole days, date/times fractions of a day, times milliseconds around the clock.
function shifted(value: Value, amount: Decimal): Value {
    if (value instanceof ApexDate) {
        return ApexDate.fromEpochDay(value.epochDay + Math.trunc(amount.toNumber()));
    }
    if (value instanceof ApexTime) {
        const ms = (value.msOfDay + Math.trunc(amount.toNumber())) % msPerDay;
        return timeOfDay((ms + msPerDay) % msPerDay);
    }
    const ms = amount.multiply(Decimal.of(msPerDay)).setScale(0, 'HALF_UP').toNumber();
    return ApexDatetime.fromEpochMs(value.epochMs + ms);
}

/** A time from milliseconds after midnight. */
export function timeOfDay(ms: number): ApexTime {
    return ApexTime.fromMsOfDay(ms);
}

function bindProduct(operator: string, left: Bound, right: Bound, offset: number): Bound {
    requireType(left, ['number'], `operator '${operator}'`);
    requireType(right, ['number'], `operator '${operator}'`);
    const run: Bound['run'] = (context) => {
        const leftValue: Decimal | null = left.run(context);
        const rightValue: Decimal | null = right.run(context);
        if (leftValue === null || rightValue === null) {
            return null;
        }
        if (operator === '*') {
            return leftValue.multiply(rightValue);
        }
        return operator === '/' ? divide(leftValue, rightValue) : power(leftValue, rightValue);
    };
    return { type: 'number', offset, run };
}

function power(base: Decimal, exponent: Decimal): Decimal {
    const whole = exponent.toNumber();
    if (Number.isInteger(whole) && whole >= 0 && whole <= 64) {
        let result = Decimal.of(1);
        for (let i = 0; i < whole; i++) {
            result = result.multiply(base);
        }
        return result;
    }
    return fromNumber(Math.pow(base.toNumber(), whole));
}

/** Decimal of a calculated number. Throws FormulaRuntimeError when it is not finite. */
export function fromNumber(value: number): Decimal {
    if (!Number.isFinite(value)) {
        throw new FormulaRuntimeError('Result is not a number');
    }
    return Decimal.of(value);
}
