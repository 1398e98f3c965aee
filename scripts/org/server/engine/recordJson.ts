/** Records between the engine's values and JSON. */
import { REST_ROOT } from '../../runtime/apiVersion.ts';
import type { Value } from '../../runtime/program.ts';
import type { FieldDef, ObjectDef, Schema } from '../../schema/model.ts';
import { Blob } from '../../values/blob.ts';
import { ApexList } from '../../values/collections.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import type { JsonRecord } from '../gateway.ts';
import { badRequest } from '../httpError.ts';

/** @param utcSuffix how datetimes end */
export function recordToJson(record: SObject, utcSuffix: 'Z' | '+0000'): JsonRecord {
    const type = record.def.name;
    const id = record.id;
    const json: Record<string, unknown> & { attributes: JsonRecord['attributes'] } = {
        attributes: id === null ? { type } : { type, url: `${REST_ROOT}/sobjects/${type}/${id}` }
    };
    for (const name of record.queried ?? []) {
        const field = record.def.fields.get(name.toLowerCase());
        if (field && !record.fields.has(field.name)) json[field.name] = field.type === 'boolean' ? false : null;
        else if (!field && !record.fields.has(name)) json[name] = null;
    }
    for (const [name, value] of record.fields) {
        // The engine knows more of a row than the query asked for: its id, the references behind its parents.
        if (!record.queried || record.queried.has(name)) json[name] = valueToJson(value, utcSuffix);
    }
    return json;
}

function valueToJson(value: Value, utcSuffix: 'Z' | '+0000'): unknown {
    if (value === null || value === undefined) return null;
    if (value instanceof SObject) return recordToJson(value, utcSuffix);
    if (value instanceof ApexList) {
        const records = value.items.map((item) => valueToJson(item, utcSuffix));
        return records.length === 0 ? null : { totalSize: records.length, done: true, records };
    }
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof ApexDouble) return value.value;
    if (value instanceof ApexDatetime) return new Date(value.epochMs).toISOString().replace(/Z$/, utcSuffix);
    if (value instanceof ApexDate) return value.toIso();
    if (value instanceof ApexTime) return value.toText();
    if (value instanceof Blob) return Buffer.from(value.bytes).toString('base64');
    return typeof value === 'bigint' ? Number(value) : value;
}

/**
 * A record from the fields of a REST body.
 * @param parentId finds the record that a relationship names by an external id, e.g. `{"Lead__r": {"Key__c": "x"}}`
 * @throws HttpError 400 for names the object does not have and values of the wrong type
 */
export function recordFromJson(
    schema: Schema,
    def: ObjectDef,
    fields: Readonly<Record<string, unknown>>,
    parentId: (reference: FieldDef, parent: Readonly<Record<string, unknown>>) => string
): SObject {
    const record = new SObject(def);
    for (const [name, value] of Object.entries(fields)) {
        const field = schema.field(def, name);
        if (field) {
            record.put(field.name, fieldFromJson(field, value));
            continue;
        }
        const reference = schema.parentRelationship(def, name);
        if (!reference || typeof value !== 'object' || Array.isArray(value)) {
            throw badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${def.name}`, [name]);
        }
        record.put(reference.name, value === null ? null : parentId(reference, value as Record<string, unknown>));
    }
    return record;
}

function fieldFromJson(field: FieldDef, value: unknown): Value {
    if (value === null || value === '') return null;
    const wrong = () =>
        badRequest(
            'JSON_PARSER_ERROR',
            `Cannot deserialize instance of ${field.type} from value ${JSON.stringify(value)}`,
            [field.name]
        );
    switch (field.type) {
        case 'boolean':
            if (typeof value === 'boolean') return value;
            if (value === 'true' || value === 'false') return value === 'true';
            throw wrong();
        case 'integer':
            if (typeof value !== 'number' && typeof value !== 'string') throw wrong();
            if (!Number.isInteger(Number(value))) throw wrong();
            return Number(value);
        case 'long':
            if ((typeof value !== 'number' && typeof value !== 'string') || !/^-?\d+$/.test(String(value)))
                throw wrong();
            return BigInt(value);
        case 'double':
        case 'currency':
        case 'percent':
            if ((typeof value !== 'number' && typeof value !== 'string') || !Number.isFinite(Number(value)))
                throw wrong();
            return Decimal.of(typeof value === 'number' ? plainNumber(value) : value.trim());
        case 'date': {
            const date = typeof value === 'string' ? ApexDate.parseIso(value.slice(0, 10)) : null;
            if (date === null) throw wrong();
            return date;
        }
        case 'datetime': {
            const epochMs = typeof value === 'string' ? Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : NaN;
            if (Number.isNaN(epochMs)) throw wrong();
            return ApexDatetime.fromEpochMs(epochMs);
        }
        case 'time': {
            const time = typeof value === 'string' ? ApexTime.parseIso(value) : null;
            if (time === null) throw wrong();
            return time;
        }
        case 'base64':
            if (typeof value !== 'string') throw wrong();
            return new Blob(new Uint8Array(Buffer.from(value, 'base64')));
        default:
            if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw wrong();
            return String(value);
    }
}

/** Digits without an exponent. */
function plainNumber(value: number): string {
    const text = String(value);
    return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
