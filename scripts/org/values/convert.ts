/** Conversions of assignments, and the run-time types of values. */
import type { Value } from '../runtime/program.ts';
import type { FieldDef } from '../schema/model.ts';
import { Blob } from './blob.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { Decimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { EnumValue } from './enums.ts';
import { apexException, ApexException, ApexObject } from './exceptions.ts';
import { apexTypeOfField } from './fieldTypes.ts';
import { toId18 } from './ids.ts';
import { SObject } from './sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from './temporal.ts';
import type { TypeToken } from './typeToken.ts';
import { metaChain } from './userMethods.ts';

/** Name of a value's run-time type as error texts show it: `Integer`, `List<Account>`, `Foo`. Null gives `null`. */
export function typeNameOf(value: Value): string {
    switch (typeof value) {
        case 'string':
            return 'String';
        case 'number':
            return 'Integer';
        case 'bigint':
            return 'Long';
        case 'boolean':
            return 'Boolean';
    }
    if (value === null || value === undefined) return 'null';
    if (value instanceof Decimal) return 'Decimal';
    if (value instanceof ApexDouble) return 'Double';
    if (value instanceof ApexDate) return 'Date';
    if (value instanceof ApexDatetime) return 'Datetime';
    if (value instanceof ApexTime) return 'Time';
    if (value instanceof Blob) return 'Blob';
    if (value instanceof SObject) return value.def.name;
    if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return value.type.name;
    if (value instanceof EnumValue) return value.type.name;
    if (value instanceof ApexException) return value.typeName;
    if (value instanceof ApexObject) return metaChain(value)[0]?.name ?? libraryTypeName(value);
    return libraryTypeName(value);
}

/** Library objects tell their Apex type in a `typeName` property; else the JavaScript class has to do. */
function libraryTypeName(value: Value): string {
    return typeof value.typeName === 'string' ? value.typeName : value.constructor.name;
}

/** Long of a bigint, cut to 64 bits. */
export function toLong(value: bigint): bigint {
    return BigInt.asIntN(64, value);
}

/**
 * Converts a value to a declared type as an assignment does: Integer to Long, Double and Decimal, Long to Double and
 * Decimal, Double to Decimal and back, String to Id (StringException when it is none), Date to Datetime.
 * Everything else comes back as it is: the compiler has checked it.
 */
export function convert(value: Value, target: TypeToken | string): Value {
    if (value === null || value === undefined) return null;
    switch (typeof target === 'string' ? target : target.name) {
        case 'Long':
            return typeof value === 'number' ? BigInt(value) : value;
        case 'Double':
            if (typeof value === 'number' || typeof value === 'bigint') return new ApexDouble(Number(value));
            return value instanceof Decimal ? new ApexDouble(value.toNumber()) : value;
        case 'Decimal':
            if (typeof value === 'number' || typeof value === 'bigint') return Decimal.of(value);
            return value instanceof ApexDouble ? decimalOfDouble(value) : value;
        case 'Id':
            return typeof value === 'string' ? toId(value) : value;
        case 'Datetime':
            return value instanceof ApexDate ? ApexDatetime.fromEpochMs(value.epochDay * 86_400_000) : value;
        default:
            return value;
    }
}

/** The digits that a Double shows. Throws MathException for NaN and infinities. */
export function decimalOfDouble(value: ApexDouble): Decimal {
    if (!Number.isFinite(value.value))
        throw apexException('MathException', 'Cannot convert Infinity or NaN to Decimal');
    return Decimal.of(value.toText());
}

/** The 18-character id. Throws StringException `Invalid id: x`. */
export function toId(text: string): string {
    const id = toId18(text);
    if (id === null) throw apexException('StringException', `Invalid id: ${text}`);
    return id;
}

const ACCEPTED: Readonly<Record<string, (value: Value) => boolean>> = {
    String: (value) => typeof value === 'string' || value instanceof EnumValue,
    Id: (value) => typeof value === 'string',
    Boolean: (value) => typeof value === 'boolean',
    Integer: (value) => typeof value === 'number',
    Long: (value) => typeof value === 'number' || typeof value === 'bigint',
    Decimal: (value) =>
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof Decimal ||
        value instanceof ApexDouble,
    Date: (value) => value instanceof ApexDate || value instanceof ApexDatetime,
    Datetime: (value) => value instanceof ApexDatetime || value instanceof ApexDate,
    Time: (value) => value instanceof ApexTime,
    Blob: (value) => value instanceof Blob
};

/** Converts a value for a record's field. Throws SObjectException `Illegal assignment from X to Y`. */
export function convertForField(value: Value, field: FieldDef): Value {
    if (value === null || value === undefined) return null;
    const target = apexTypeOfField(field);
    const accepts = ACCEPTED[target];
    if (!accepts) return value;
    if (!accepts(value)) {
        if (target === 'Integer' && (value instanceof Decimal || typeof value === 'bigint') && isWhole(value)) {
            return Number(value instanceof Decimal ? value.toBigInt() : value);
        }
        throw apexException('SObjectException', `Illegal assignment from ${typeNameOf(value)} to ${target}`);
    }
    if (target === 'String') return value instanceof EnumValue ? value.name : value;
    if (target === 'Date' && value instanceof ApexDatetime) return value.dateGmt();
    return convert(value, target);
}

function isWhole(value: Decimal | bigint): boolean {
    return typeof value === 'bigint' || value.stripZeros().scale === 0;
}
