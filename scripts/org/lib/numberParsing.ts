/** Text and loose values to numbers, with the platform's errors. */
import type { Value } from '../runtime/program.ts';
import { decimalOfDouble } from '../values/convert.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { apexException } from '../values/exceptions.ts';
import { typeNameOf } from '../values/convert.ts';
import { requireArguments } from './support.ts';

const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Throws TypeException `Invalid integer: abc`; null gives NullPointerException. */
export function parseInteger(text: string): number {
    requireArguments(text);
    const trimmed = text.trim();
    const value = INTEGER.test(trimmed) ? Number(trimmed) : Number.NaN;
    if (!(value >= -2_147_483_648 && value <= 2_147_483_647))
        throw apexException('TypeException', `Invalid integer: ${text}`);
    return value;
}

/** Throws TypeException `Invalid long: abc`. */
export function parseLong(text: string): bigint {
    requireArguments(text);
    const trimmed = text.trim();
    const value = INTEGER.test(trimmed) ? BigInt(trimmed) : null;
    if (value === null || BigInt.asIntN(64, value) !== value)
        throw apexException('TypeException', `Invalid long: ${text}`);
    return value;
}

/** Throws TypeException `Invalid decimal: abc`. */
export function parseDecimal(text: string): Decimal {
    requireArguments(text);
    if (!NUMBER.test(text.trim())) throw apexException('TypeException', `Invalid decimal: ${text}`);
    return Decimal.of(text.trim());
}

/** Throws TypeException `Invalid double: abc`. */
export function parseDouble(text: string): ApexDouble {
    requireArguments(text);
    if (!NUMBER.test(text.trim())) throw apexException('TypeException', `Invalid double: ${text}`);
    return new ApexDouble(Number(text.trim()));
}

function wrongType(value: Value, target: string): unknown {
    return apexException('TypeException', `Invalid conversion from runtime type ${typeNameOf(value)} to ${target}`);
}

/** `Integer.valueOf(Object)`: text is read, other numbers are cut off. */
export function integerOf(value: Value): number {
    requireArguments(value);
    if (typeof value === 'string') return parseInteger(value);
    return Number(BigInt.asIntN(32, wholeOf(value, 'Integer')));
}

/** `Long.valueOf`-like conversion of any number. */
export function longOf(value: Value): bigint {
    requireArguments(value);
    if (typeof value === 'string') return parseLong(value);
    return BigInt.asIntN(64, wholeOf(value, 'Long'));
}

function wholeOf(value: Value, target: string): bigint {
    if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value);
    if (value instanceof Decimal) return value.toBigInt();
    if (value instanceof ApexDouble) return BigInt(Math.trunc(Number.isFinite(value.value) ? value.value : 0));
    throw wrongType(value, target);
}

export function doubleOf(value: Value): ApexDouble {
    requireArguments(value);
    if (typeof value === 'string') return parseDouble(value);
    if (value instanceof ApexDouble) return value;
    if (value instanceof Decimal) return new ApexDouble(value.toNumber());
    if (typeof value === 'number' || typeof value === 'bigint') return new ApexDouble(Number(value));
    throw wrongType(value, 'Double');
}

export function decimalOf(value: Value): Decimal {
    requireArguments(value);
    if (typeof value === 'string') return parseDecimal(value);
    if (value instanceof Decimal) return value;
    if (value instanceof ApexDouble) return decimalOfDouble(value);
    if (typeof value === 'number' || typeof value === 'bigint') return Decimal.of(value);
    throw wrongType(value, 'Decimal');
}
