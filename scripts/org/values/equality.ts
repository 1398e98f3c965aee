/**
 * The three equalities of Apex, and hashing that agrees with the one of collections.
 *
 * `identityEquals`    `===`: the same object; primitives by value, strings case-insensitively as `==` does
 * `apexEquals`        `==`: numbers by value whatever their types, strings ignoring case, user objects by their `equals`
 * `collectionEquals`  keys, `contains`, asserts: like `equals()`, strings with case
 */
import type { Value } from '../runtime/program.ts';
import { Blob } from './blob.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { Decimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { EnumValue } from './enums.ts';
import { ApexObject } from './exceptions.ts';
import { SObject } from './sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from './temporal.ts';
import { userMethods } from './userMethods.ts';

/** Starts the hash of values that need `collectionEquals` after the hash matched. */
const LOOSE = '\u0001';
/** Starts the exact hash of composed values, so that no plain string can be mistaken for one. */
const EXACT = '\u0000';

/** True for Integer, Long, Double and Decimal. */
export function isNumeric(value: Value): boolean {
    return (
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof Decimal ||
        value instanceof ApexDouble
    );
}

/** Compares two non-null numbers of any of the four types. NaN is neither less, equal nor greater: gives NaN. */
export function compareNumbers(left: Value, right: Value): number {
    if (typeof left === typeof right && typeof left !== 'object') return left < right ? -1 : left > right ? 1 : 0;
    if (left instanceof ApexDouble || right instanceof ApexDouble) {
        const leftNumber = toDouble(left);
        const rightNumber = toDouble(right);
        if (Number.isNaN(leftNumber) || Number.isNaN(rightNumber)) return Number.NaN;
        if (left instanceof Decimal && Number.isFinite(rightNumber)) return left.compare(Decimal.of(rightNumber));
        if (right instanceof Decimal && Number.isFinite(leftNumber)) return Decimal.of(leftNumber).compare(right);
        return leftNumber < rightNumber ? -1 : leftNumber > rightNumber ? 1 : 0;
    }
    return toDecimal(left).compare(toDecimal(right));
}

function toDouble(value: Value): number {
    if (value instanceof ApexDouble) return value.value;
    return value instanceof Decimal ? value.toNumber() : Number(value);
}

function toDecimal(value: Value): Decimal {
    return value instanceof Decimal ? value : Decimal.of(value);
}

function lists(left: ApexList, right: ApexList, equal: (a: Value, b: Value) => boolean): boolean {
    return (
        left.items.length === right.items.length && left.items.every((item, index) => equal(item, right.items[index]))
    );
}

function sets(left: ApexSet, right: ApexSet): boolean {
    if (left.size !== right.size) return false;
    for (const item of left.values()) if (!right.has(item)) return false;
    return true;
}

function maps(left: ApexMap, right: ApexMap): boolean {
    if (left.size !== right.size) return false;
    for (const [key, value] of left.entries()) {
        const other = right.get(key);
        if (other === undefined || !collectionEquals(value, other)) return false;
    }
    return true;
}

/** Records are equal when they are of one object and every populated field is equal; null counts as not populated. */
function records(left: SObject, right: SObject): boolean {
    if (left.def.name !== right.def.name) return false;
    for (const [name, value] of left.fields) {
        if (!collectionEquals(value, right.fields.get(name) ?? null)) return false;
    }
    for (const [name, value] of right.fields) {
        if (value !== null && !left.fields.has(name)) return false;
    }
    return true;
}

/** Milliseconds do not count when Datetimes are compared for equality; for `<` and `>` they do. */
function secondOf(value: ApexDatetime): number {
    return Math.floor(value.epochMs / 1000);
}

/** Everything but strings, numbers of mixed types and the objects themselves; undefined when the kinds differ. */
function sameKind(left: Value, right: Value, equal: (a: Value, b: Value) => boolean): boolean {
    if (left instanceof ApexDatetime) {
        if (right instanceof ApexDatetime) return secondOf(left) === secondOf(right);
        return right instanceof ApexDate && secondOf(left) === right.epochDay * 86_400;
    }
    if (left instanceof ApexDate) {
        if (right instanceof ApexDate) return left.epochDay === right.epochDay;
        return right instanceof ApexDatetime && secondOf(right) === left.epochDay * 86_400;
    }
    if (left instanceof ApexTime) return right instanceof ApexTime && left.msOfDay === right.msOfDay;
    if (left instanceof SObject) return right instanceof SObject && records(left, right);
    if (left instanceof ApexList) return right instanceof ApexList && lists(left, right, equal);
    if (left instanceof ApexSet) return right instanceof ApexSet && sets(left, right);
    if (left instanceof ApexMap) return right instanceof ApexMap && maps(left, right);
    if (left instanceof Blob) return right instanceof Blob && left.equals(right);
    if (left instanceof EnumValue) {
        return right instanceof EnumValue && left.name === right.name && left.type === right.type;
    }
    if (left instanceof ApexObject) {
        const equals = userMethods(left).equals;
        return equals !== null && equals.invoke(left, [right]) === true;
    }
    if (left !== null && typeof left === 'object' && typeof left.apexEquals === 'function')
        return left.apexEquals(right) === true;
    return false;
}

/** Operator `==`. */
export function apexEquals(left: Value, right: Value): boolean {
    if (left === right) return true;
    if (left === null || right === null) return false;
    if (typeof left === 'string' && typeof right === 'string') return stringsEqual(left, right);
    if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) === 0;
    return sameKind(left, right, apexEquals);
}

/** Strings of `==`: without case; an id of 15 characters equals its form with 18. */
export function stringsEqual(left: string, right: string): boolean {
    return left === right || (left.length === right.length && left.toLowerCase() === right.toLowerCase());
}

/** Equality of keys, of `contains` and of `equals()`. */
export function collectionEquals(left: Value, right: Value): boolean {
    if (left === right) return true;
    if (left === null || right === null || left === undefined || right === undefined) return false;
    if (typeof left === 'string') return false;
    if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) === 0;
    return sameKind(left, right, collectionEquals);
}

/** Operator `===`. */
export function identityEquals(left: Value, right: Value): boolean {
    if (left === right) return true;
    if (left === null || right === null) return false;
    if (typeof left === 'string' && typeof right === 'string') return stringsEqual(left, right);
    if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) === 0;
    if (
        left instanceof ApexDate ||
        left instanceof ApexDatetime ||
        left instanceof ApexTime ||
        left instanceof EnumValue
    ) {
        return sameKind(left, right, identityEquals);
    }
    return false;
}

let nextIdentity = 1;
const identities = new WeakMap<object, number>();

/** A number that stays with the object: the hash of objects without `hashCode`. */
function identityNumber(value: object): number {
    let identity = identities.get(value);
    if (identity === undefined) {
        identity = nextIdentity++;
        identities.set(value, identity);
    }
    return identity;
}

function composed(prefix: string, parts: Iterable<Value>): string {
    let loose = false;
    let text = prefix;
    for (const part of parts) {
        const hash = nested(part);
        loose ||= hash.startsWith(LOOSE);
        text += `${hash}\u0002`;
    }
    return (loose ? LOOSE : EXACT) + text;
}

/** Hash text of a value inside of another one: kinds that hash to themselves get a letter. */
function nested(value: Value): string {
    const hash = hashKey(value);
    if (typeof hash === 'string') return hash.startsWith(LOOSE) || hash.startsWith(EXACT) ? hash : `s${hash}`;
    if (typeof hash === 'object' && hash !== null) return `o${identityNumber(hash)}`;
    return `${typeof hash === 'number' ? 'n' : 'p'}${String(hash)}`;
}

/**
 * A key for a JavaScript Map such that equal values give the same key. Strings, Integers, Booleans and null stand for
 * themselves, objects without `equals` too. When `isLooseKey` says so, equal keys may belong to different values.
 */
export function hashKey(value: Value): Value {
    if (typeof value !== 'object' || value === null)
        return typeof value === 'bigint' ? numberKey(value) : (value ?? null);
    if (value instanceof Decimal) return decimalKey(value);
    if (value instanceof ApexDouble)
        return Number.isFinite(value.value) ? decimalKey(Decimal.of(value.value)) : `${EXACT}d${value.value}`;
    if (value instanceof ApexDate) return `${EXACT}t${value.epochDay * 86_400_000}`;
    if (value instanceof ApexDatetime) return `${EXACT}t${secondOf(value)}`;
    if (value instanceof ApexTime) return `${EXACT}T${value.msOfDay}`;
    if (value instanceof EnumValue) return `${EXACT}e${value.type.name}.${value.name}`;
    if (value instanceof SObject) return recordKey(value);
    if (value instanceof ApexList) return composed('l', value.items);
    if (value instanceof ApexSet) return LOOSE + `S${value.size}`;
    if (value instanceof ApexMap) return LOOSE + `M${value.size}`;
    if (value instanceof Blob) return EXACT + 'b' + Buffer.from(value.bytes).toString('base64');
    if (value instanceof ApexObject) {
        const methods = userMethods(value);
        if (!methods.equals && !methods.hashCode) return value;
        return `${LOOSE}u${methods.hashCode ? methods.hashCode.invoke(value, []) : identityNumber(value)}`;
    }
    if (typeof value.apexEquals === 'function') return `${LOOSE}x`;
    return value;
}

function numberKey(value: bigint): Value {
    return value >= -9_007_199_254_740_991n && value <= 9_007_199_254_740_991n ? Number(value) : `${EXACT}d${value}`;
}

function decimalKey(value: Decimal): Value {
    const plain = value.stripZeros();
    return plain.scale === 0 ? numberKey(plain.unscaled) : `${EXACT}d${plain.toText()}`;
}

function recordKey(record: SObject): string {
    const names = [...record.fields.keys()].filter((name) => record.fields.get(name) !== null).sort();
    const parts: Value[] = [];
    for (const name of names) parts.push(name, record.fields.get(name));
    return composed(`r${record.def.name}\u0002`, parts);
}

/** True when values with this `hashKey` still have to be compared with `collectionEquals`. */
export function isLooseKey(hash: Value): boolean {
    return typeof hash === 'string' && hash.charCodeAt(0) === 1;
}

/** 32-bit hash as `System.hashCode` gives it; strings hash as in Java. */
export function hashCode(value: Value): number {
    if (value === null) return 0;
    if (typeof value === 'number') return value | 0;
    if (typeof value === 'boolean') return value ? 1231 : 1237;
    if (typeof value === 'string') return textHash(value);
    if (value instanceof ApexObject && userMethods(value).hashCode)
        return userMethods(value).hashCode!.invoke(value, []);
    const key = hashKey(value);
    if (typeof key === 'object') return identityNumber(key);
    return typeof key === 'number' ? key | 0 : textHash(String(key));
}

function textHash(text: string): number {
    let hash = 0;
    for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
    return hash;
}
