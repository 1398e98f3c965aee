/** JSON across the border between a browser and `@AuraEnabled` methods: typed on the way in, as the platform writes it on the way out. */
import type { ClassMeta, FieldMeta, Value } from '../runtime/program.ts';
import type { ObjectDef, Schema } from '../schema/model.ts';
import { Blob } from '../values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { convert } from '../values/convert.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { enumConstant, EnumValue } from '../values/enums.ts';
import { ApexException, ApexObject, apexException } from '../values/exceptions.ts';
import { apexTypeOfField } from '../values/fieldTypes.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { toText } from '../values/text.ts';
import { OBJECT_TYPE, typeToken, type TypeToken } from '../values/typeToken.ts';
import { metaChain } from '../values/userMethods.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface AuraReader {
    readonly schema: Schema;
    classNamed(name: string): ClassMeta | undefined;
}

const INTEGER_MAX = 2_147_483_647;

function isObject(json: Json): json is { [key: string]: Json } {
    return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function wrong(json: Json, type: TypeToken): ApexException {
    return apexException('TypeException', `Invalid value for type ${type.name}: ${JSON.stringify(json).slice(0, 200)}`);
}

/** Text and numbers, whatever JSON type they came in, as forms in browsers give both. */
/** JSON text of a scalar as Apex reads it: strings without their quotes. */
function scalarText(json: Json | undefined): string {
    return typeof json === 'string' ? json : JSON.stringify(json ?? null);
}

const SCALARS: Readonly<Record<string, (json: Json) => Value | undefined>> = {
    String: (json) => (typeof json === 'object' ? undefined : String(json)),
    Id: (json) => (typeof json === 'string' ? (json === '' ? null : convert(json, 'Id')) : undefined),
    Boolean: (json) =>
        json === true || json === 'true' ? true : json === false || json === 'false' ? false : undefined,
    Integer: (json) => {
        const number = numberOf(json);
        return number !== undefined && Number.isInteger(number) && Math.abs(number) <= INTEGER_MAX ? number : undefined;
    },
    Long: (json) => (/^-?\d+$/.test(scalarText(json)) ? BigInt(scalarText(json)) : undefined),
    Double: (json) => {
        const number = numberOf(json);
        return number === undefined ? undefined : new ApexDouble(number);
    },
    Decimal: (json) => (numberOf(json) === undefined ? undefined : Decimal.of(json as string | number)),
    Date: (json) => (typeof json === 'string' ? (ApexDate.parseIso(json.slice(0, 10)) ?? undefined) : undefined),
    Datetime: (json) => {
        if (typeof json === 'number') return ApexDatetime.fromEpochMs(json);
        return typeof json === 'string' ? (ApexDatetime.parseIso(json) ?? undefined) : undefined;
    },
    Time: (json) => {
        if (typeof json === 'number') return ApexTime.fromMsOfDay(json);
        return typeof json === 'string' ? (ApexTime.parseIso(json) ?? undefined) : undefined;
    },
    Blob: (json) => (typeof json === 'string' ? new Blob(new Uint8Array(Buffer.from(json, 'base64'))) : undefined)
};

function numberOf(json: Json): number | undefined {
    if (typeof json === 'number') return json;
    return typeof json === 'string' && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(json) ? Number(json) : undefined;
}

/**
 * An argument of a controller method.
 * @throws ApexException System.TypeException when the JSON does not fit the type
 */
export function fromJson(json: Json | undefined, type: TypeToken, reader: AuraReader): Value {
    if (json === null || json === undefined) {
        return null;
    }
    const scalar = type.args.length === 0 && Object.hasOwn(SCALARS, type.name) ? SCALARS[type.name] : undefined;
    if (scalar) {
        const value = scalar(json);
        if (value === undefined) {
            throw wrong(json, type);
        }
        return value;
    }
    if (type.name === 'Object') {
        return untyped(json);
    }
    if (type.base === 'List' || type.base === 'Set') {
        if (!Array.isArray(json)) {
            throw wrong(json, type);
        }
        const items = json.map((item) => fromJson(item, type.args[0] ?? OBJECT_TYPE, reader));
        return type.base === 'List' ? new ApexList(type, items) : new ApexSet(type, items);
    }
    if (!isObject(json)) {
        const constant = typeof json === 'string' ? enumConstant(type.name, json) : undefined;
        if (constant) {
            return constant;
        }
        throw wrong(json, type);
    }
    if (type.base === 'Map') {
        const [keyType = OBJECT_TYPE, valueType = OBJECT_TYPE] = type.args;
        const entries = Object.entries(json).map(
            ([key, item]) => [fromJson(key, keyType, reader), fromJson(item, valueType, reader)] as const
        );
        return new ApexMap(type, entries);
    }
    const meta = reader.classNamed(type.name);
    if (meta) {
        return userObject(json, meta, reader);
    }
    return record(json, type, reader);
}

/** JSON of an unknown type, as `Object` parameters get it. */
function untyped(json: Json): Value {
    if (Array.isArray(json)) {
        return new ApexList(typeToken('List<Object>'), json.map(untyped));
    }
    if (isObject(json)) {
        return new ApexMap(
            typeToken('Map<String,Object>'),
            Object.entries(json).map(([key, item]) => [key, untyped(item)] as const)
        );
    }
    if (typeof json === 'number') {
        if (!Number.isInteger(json)) return Decimal.of(json);
        return Math.abs(json) <= INTEGER_MAX ? json : BigInt(json);
    }
    return json;
}

/** Own and inherited instance members, the most derived first. */
function membersOf(meta: ClassMeta, reader: AuraReader): FieldMeta[] {
    const inherited = meta.superclass ? reader.classNamed(meta.superclass.name) : undefined;
    return [...meta.fields.filter((field) => !field.isStatic), ...(inherited ? membersOf(inherited, reader) : [])];
}

function userObject(json: { [key: string]: Json }, meta: ClassMeta, reader: AuraReader): Value {
    const instance = meta.construct([]);
    for (const field of membersOf(meta, reader)) {
        const key =
            field.name in json
                ? field.name
                : Object.keys(json).find((each) => each.toLowerCase() === field.name.toLowerCase());
        if (key !== undefined && field.isWritable && isAuraEnabled(field)) {
            field.set(instance, fromJson(json[key], field.type, reader));
        }
    }
    return instance;
}

const isAuraEnabled = (field: FieldMeta): boolean =>
    field.annotations.some((annotation) => annotation.name === 'auraenabled');

function record(json: { [key: string]: Json }, type: TypeToken, reader: AuraReader): SObject {
    const attributes = isObject(json.attributes ?? null) ? (json.attributes as { [key: string]: Json }) : {};
    const named = json.sobjectType ?? attributes.type ?? json.apiName ?? null;
    const def = reader.schema.object(type.name === 'SObject' ? scalarText(named) : type.name);
    if (!def) {
        throw wrong(json, type);
    }
    const made = new SObject(def);
    // Records of the UI API carry their fields as {value, displayValue} below `fields`.
    const source =
        isObject(json.fields ?? null) && json.apiName !== undefined
            ? uiFields(json.fields as { [key: string]: Json })
            : json;
    for (const [name, item] of Object.entries(source)) {
        const field = def.fields.get(name.toLowerCase());
        if (field) {
            made.put(field.name, fromJson(item, typeToken(apexTypeOfField(field)), reader));
        } else {
            relation(made, def, name, item, reader);
        }
    }
    if (json.id !== undefined && made.id === null) {
        made.put('Id', json.id);
    }
    return made;
}

function uiFields(fields: { [key: string]: Json }): { [key: string]: Json } {
    return Object.fromEntries(
        Object.entries(fields).map(([name, entry]) => [name, isObject(entry) && 'value' in entry ? entry.value : entry])
    );
}

function relation(made: SObject, def: ObjectDef, name: string, item: Json, reader: AuraReader): void {
    const parent = reader.schema.parentRelationship(def, name);
    const target = parent?.referenceTo?.[0];
    if (parent && target !== undefined && isObject(item)) {
        made.put(name, record(item, typeToken(parent.referenceTo?.length === 1 ? target : 'SObject'), reader));
    }
}

/** A result as JSON. Null members of records and objects are left out, as the platform leaves them out. */
export function toJson(value: Value): Json {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number') return value;
    if (typeof value === 'bigint') return Number(value);
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof ApexDouble) return value.value;
    if (value instanceof ApexDatetime) return value.toIso();
    if (value instanceof ApexDate) return value.toIso();
    if (value instanceof ApexTime) return value.msOfDay;
    if (value instanceof Blob) return Buffer.from(value.bytes).toString('base64');
    if (value instanceof EnumValue) return value.name;
    if (value instanceof ApexList) return value.items.map(toJson);
    if (value instanceof ApexSet) return [...value.values()].map(toJson);
    if (value instanceof ApexMap) {
        return Object.fromEntries([...value.entries()].map(([key, item]) => [toText(key), toJson(item)]));
    }
    if (value instanceof SObject) {
        return Object.fromEntries(
            [...value.fields].filter(([, item]) => item !== null).map(([name, item]) => [name, toJson(item)])
        );
    }
    if (value instanceof ApexObject && metaChain(value).length > 0) {
        const result: { [key: string]: Json } = {};
        for (const meta of [...metaChain(value)].reverse()) {
            for (const field of meta.fields) {
                if (!field.isStatic && field.isReadable && isAuraEnabled(field)) {
                    const item = field.get(value);
                    if (item !== null) {
                        result[field.name] = toJson(item);
                    }
                }
            }
        }
        return result;
    }
    return toText(value);
}
