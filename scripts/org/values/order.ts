/** The order of `List.sort()`. */
import type { Value } from '../runtime/program.ts';
import { Blob } from './blob.ts';
import { EnumValue } from './enums.ts';
import { compareNumbers, isNumeric } from './equality.ts';
import { apexException, ApexObject } from './exceptions.ts';
import { SObject } from './sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from './temporal.ts';
import { userMethods } from './userMethods.ts';

function sign(left: number | string, right: number | string): number {
    return left < right ? -1 : left > right ? 1 : 0;
}

/** Instants and days on one line; undefined for anything else. */
function instant(value: Value): number | undefined {
    if (value instanceof ApexDatetime) return value.epochMs;
    if (value instanceof ApexDate) return value.epochDay * 86_400_000;
    return value instanceof ApexTime ? value.msOfDay : undefined;
}

/**
 * Records are sorted by object label, then Name, then the other standard fields in the order of their names, then the
 * custom fields.
 */
function compareRecords(left: SObject, right: SObject): number {
    const byObject = sign(left.def.label, right.def.label);
    if (byObject !== 0) return byObject;
    const names = new Set([...left.fields.keys(), ...right.fields.keys()]);
    const rank = (name: string): string =>
        (name === 'Name' ? '0' : /__c$/i.test(name) ? '2' : '1') + name.toLowerCase();
    for (const name of [...names].sort((a, b) => sign(rank(a), rank(b)))) {
        const [one, other] = [left.fields.get(name) ?? null, right.fields.get(name) ?? null];
        if (one instanceof SObject || other instanceof SObject || name === 'Id') continue;
        const order = one instanceof Blob || other instanceof Blob ? 0 : compareValues(one, other);
        if (order !== 0) return order;
    }
    return sign(left.id ?? '', right.id ?? '');
}

/**
 * Negative, zero or positive. Nulls come first; user objects are compared by their `compareTo`.
 * Throws ListException for values that have no order.
 */
export function compareValues(left: Value, right: Value): number {
    if (left === right) return 0;
    if (left === null) return right instanceof ApexObject ? -compareObjects(right, left) : -1;
    if (right === null && !(left instanceof ApexObject)) return 1;
    if (typeof left === 'string' && typeof right === 'string') return sign(left, right);
    if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) || 0;
    if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
    if (left instanceof EnumValue && right instanceof EnumValue) return left.ordinal - right.ordinal;
    if (left instanceof SObject && right instanceof SObject) return compareRecords(left, right);
    const [one, other] = [instant(left), instant(right)];
    if (one !== undefined && other !== undefined) return one - other;
    if (left instanceof ApexObject) return compareObjects(left, right);
    throw notComparable();
}

function compareObjects(left: ApexObject, right: Value): number {
    const { compareTo } = userMethods(left);
    if (!compareTo) throw notComparable();
    return compareTo.invoke(left, [right]);
}

function notComparable(): unknown {
    return apexException('ListException', 'One or more of the items in this list is not Comparable.');
}
