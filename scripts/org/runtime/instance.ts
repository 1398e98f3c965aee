/** Run-time types: `instanceof`, casts, and the type an Apex value has. */
import type { ObjectDef } from '../schema/model.ts';
import { Blob } from '../values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { typeNameOf } from '../values/convert.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { EnumValue } from '../values/enums.ts';
import { ApexException, ApexObject, apexException, isExceptionOf } from '../values/exceptions.ts';
import { isValidId } from '../values/ids.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import type { TypeToken } from '../values/typeToken.ts';
import type { Value } from './program.ts';

const numericRanks: Readonly<Record<string, number>> = { Integer: 0, Long: 1, Double: 2, Decimal: 3 };

const primitiveTests: Readonly<Record<string, (value: Value) => boolean>> = {
    Object: () => true,
    String: (value) => typeof value === 'string',
    Id: (value) => typeof value === 'string' && isValidId(value),
    Boolean: (value) => typeof value === 'boolean',
    Integer: (value) => typeof value === 'number',
    Long: (value) => typeof value === 'number' || typeof value === 'bigint',
    Double: (value) =>
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof ApexDouble ||
        value instanceof Decimal,
    Decimal: (value) =>
        typeof value === 'number' ||
        typeof value === 'bigint' ||
        value instanceof Decimal ||
        value instanceof ApexDouble,
    Date: (value) => value instanceof ApexDate,
    Datetime: (value) => value instanceof ApexDatetime || value instanceof ApexDate,
    Time: (value) => value instanceof ApexTime,
    Blob: (value) => value instanceof Blob,
    SObject: (value) => value instanceof SObject
};

/** True when a value of the type `from` is also one of `to`: arguments of collections. */
function isTokenWithin(
    from: TypeToken,
    to: TypeToken,
    isUserSubtype: (from: TypeToken, to: TypeToken) => boolean,
    schemaHas: (name: string) => boolean
): boolean {
    if (from === to || to.name === 'Object') return true;
    if (from.args.length || to.args.length) {
        const sameShape = from.base === to.base && from.args.length === to.args.length;
        return (
            sameShape &&
            from.args.every((arg, i) => isTokenWithin(arg, to.args[i] as TypeToken, isUserSubtype, schemaHas))
        );
    }
    // Collections of records of unknown type may be used as collections of a concrete one, and the reverse.
    if (to.name === 'SObject') return schemaHas(from.name);
    if (from.name === 'SObject') return schemaHas(to.name);
    const idOrString = (name: string): boolean => name === 'Id' || name === 'String';
    if (idOrString(from.name) && idOrString(to.name)) return true;
    return isUserSubtype(from, to);
}

export interface TypeWorld {
    /** The type and all its ancestors, for a user's class by its token; undefined for others. */
    ancestors(type: TypeToken): ReadonlySet<TypeToken> | undefined;
    object(name: string): ObjectDef | undefined;
    /** Whether a library object is of the library type. */
    isLibraryInstance(value: Value, type: TypeToken): boolean;
}

/** `value instanceof type`; null is an instance of nothing. */
export function isInstance(value: Value, type: TypeToken, world: TypeWorld): boolean {
    if (value === null || value === undefined) return false;
    const test =
        type.args.length === 0 && Object.hasOwn(primitiveTests, type.name) ? primitiveTests[type.name] : undefined;
    if (test) return test(value);
    if (value instanceof SObject) return value.def.name === type.name;
    if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) {
        const subtype = (from: TypeToken, to: TypeToken): boolean => world.ancestors(from)?.has(to) ?? false;
        const hasObject = (name: string): boolean => world.object(name) !== undefined;
        if (type.base === 'Iterable' && !(value instanceof ApexMap)) {
            return type.args.every((arg, i) => isTokenWithin(value.type.args[i] as TypeToken, arg, subtype, hasObject));
        }
        return isTokenWithin(value.type, type, subtype, hasObject);
    }
    if (value instanceof EnumValue) return value.type === type;
    if (value instanceof ApexObject) {
        const types = (value.constructor as { types?: ReadonlySet<TypeToken> }).types;
        if (types?.has(type)) return true;
        if (value instanceof ApexException) return isExceptionOf(value, type.name);
        if (types) return false;
    }
    return world.isLibraryInstance(value, type);
}

/** `(type) value`. @throws TypeException `Invalid conversion from runtime type X to Y` */
export function castTo(value: Value, type: TypeToken, world: TypeWorld): Value {
    if (value === null || value === undefined) return null;
    const rank = type.args.length === 0 ? numericRanks[type.name] : undefined;
    if (rank !== undefined) {
        const isWithin = isInstance(value, type, world);
        if (isWithin) return toNumericType(value, type.name);
    } else if (type.name === 'Id' && typeof value === 'string') {
        return value;
    } else if (isInstance(value, type, world)) {
        return value;
    }
    throw apexException('TypeException', `Invalid conversion from runtime type ${typeNameOf(value)} to ${type.name}`);
}

/** Integer, Long, Double or Decimal to one of them. Narrowing cuts off. */
export function toNumericType(value: Value, name: string): Value {
    if (value === null || value === undefined) return null;
    switch (name) {
        case 'Integer':
            if (typeof value === 'number') return value;
            if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
            return value instanceof Decimal ? Number(BigInt.asIntN(32, value.toBigInt())) : Math.trunc(value.value) | 0;
        case 'Long':
            if (typeof value === 'bigint') return value;
            if (typeof value === 'number') return BigInt(value);
            return BigInt.asIntN(64, value instanceof Decimal ? value.toBigInt() : BigInt(Math.trunc(value.value)));
        case 'Double':
            if (value instanceof ApexDouble) return value;
            return new ApexDouble(value instanceof Decimal ? value.toNumber() : Number(value));
        default:
            if (value instanceof Decimal) return value;
            return Decimal.of(value instanceof ApexDouble ? value.toText() : value);
    }
}
