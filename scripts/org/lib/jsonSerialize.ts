/** Apex values to JSON. */
import type { Value } from '../runtime/program.ts';
import { Blob } from '../values/blob.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { typeNameOf } from '../values/convert.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { EnumValue } from '../values/enums.ts';
import { ApexException, ApexObject, apexException } from '../values/exceptions.ts';
import { REST_ROOT } from '../runtime/apiVersion.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import { toText } from '../values/text.ts';
import { metaChain, userMethods } from '../values/userMethods.ts';
import { isJsonWritable } from './jsonForms.ts';
import { JsonWriter, quoteJson } from './jsonWriter.ts';

const DEEPEST = 500;

export interface SerializeOptions {
    readonly isPretty: boolean;
    /** Leaves null fields of user objects out. */
    readonly suppressNulls: boolean;
}

/** The text of one value. Throws JSONException for types that JSON has no form for and for cycles. */
export function serializeJson(value: Value, options: SerializeOptions): string {
    const writer = new JsonWriter(options.isPretty);
    writeValue(writer, value, options.suppressNulls);
    return writer.result;
}

/** Writes a value of any type. */
export function writeValue(writer: JsonWriter, value: Value, suppressNulls: boolean): void {
    if (writer.depth > DEEPEST)
        throw apexException('JSONException', 'Maximum depth reached: the value may contain itself');
    const scalar = scalarText(value);
    if (scalar !== null) {
        writer.raw(scalar);
    } else if (value instanceof ApexList || value instanceof ApexSet) {
        writer.startArray();
        for (const item of value) writeValue(writer, item, suppressNulls);
        writer.endArray();
    } else if (value instanceof ApexMap) {
        writer.startObject();
        for (const [key, item] of value.entries()) {
            writer.fieldName(key instanceof ApexDatetime ? key.toIso() : toText(key));
            writeValue(writer, item, suppressNulls);
        }
        writer.endObject();
    } else if (value instanceof SObject) {
        writeRecord(writer, value, suppressNulls);
    } else if (value instanceof ApexObject && !(value instanceof ApexException) && metaChain(value).length > 0) {
        writeMembers(writer, membersOf(value), suppressNulls);
    } else if (isJsonWritable(value)) {
        const form = value.toJson();
        if (typeof form === 'string') writer.raw(quoteJson(form));
        else writeMembers(writer, form, suppressNulls);
    } else {
        throw apexException('JSONException', `Apex Type unsupported in JSON: ${typeNameOf(value)}`);
    }
}

function writeMembers(writer: JsonWriter, members: Iterable<readonly [string, Value]>, suppressNulls: boolean): void {
    writer.startObject();
    for (const [name, content] of members) {
        if (content === null && suppressNulls) continue;
        writer.fieldName(name);
        writeValue(writer, content, suppressNulls);
    }
    writer.endObject();
}

/** Text of values that are no objects or arrays; null for the others. */
function scalarText(value: Value): string | null {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return quoteJson(value);
    if (typeof value !== 'object') return String(value);
    if (value instanceof Decimal) return value.toText();
    if (value instanceof ApexDouble) return Number.isFinite(value.value) ? value.toText() : quoteJson(value.toText());
    if (value instanceof ApexDate || value instanceof ApexDatetime) return quoteJson(value.toIso());
    if (value instanceof ApexTime) return quoteJson(value.toText());
    if (value instanceof Blob) return quoteJson(Buffer.from(value.bytes).toString('base64'));
    if (value instanceof EnumValue) return quoteJson(value.name);
    return null;
}

function* membersOf(value: ApexObject): Iterable<readonly [string, Value]> {
    for (const field of userMethods(value).fields) {
        if (!field.isTransient && field.isReadable) yield [field.name, field.get(value)];
    }
}

/** Fields with their names, parents as objects, children as query results; first of all the attributes. */
function writeRecord(writer: JsonWriter, record: SObject, suppressNulls: boolean): void {
    writer.startObject();
    writer.fieldName('attributes');
    writer.startObject();
    writer.fieldName('type');
    writer.raw(quoteJson(record.def.name));
    if (record.id !== null && !record.isAggregate) {
        writer.fieldName('url');
        writer.raw(quoteJson(`${REST_ROOT}/sobjects/${record.def.name}/${record.id}`));
    }
    writer.endObject();
    for (const [name, value] of record.fields) {
        writer.fieldName(name);
        if (value instanceof ApexList) {
            writer.startObject();
            writer.fieldName('totalSize');
            writer.raw(String(value.items.length));
            writer.fieldName('done');
            writer.raw('true');
            writer.fieldName('records');
            writeValue(writer, value, suppressNulls);
            writer.endObject();
        } else if (value instanceof ApexDatetime) {
            writer.raw(quoteJson(value.toIso().replace('Z', '+0000')));
        } else {
            writeValue(writer, value, suppressNulls);
        }
    }
    writer.endObject();
}
