/** Text of values: concatenation, debug output and `String.valueOf(Object)`. */
import type { Value } from '../runtime/program.ts';
import { Blob } from './blob.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { EnumValue } from './enums.ts';
import { ApexException, ApexObject, messageOf } from './exceptions.ts';
import { SObject } from './sobject.ts';
import { metaChain, userMethods } from './userMethods.ts';

/** Collections that contain themselves, and chains deeper than this, end in `...`. */
const DEEPEST = 20;

/** `null` for null. Dates read `2026-01-31 00:00:00`, datetimes are in GMT. */
export function toText(value: Value): string {
    return textAt(value, 0);
}

function textAt(value: Value, depth: number): string {
    if (typeof value === 'string') return value;
    if (value === null || value === undefined) return 'null';
    if (typeof value !== 'object') return String(value);
    if (depth > DEEPEST) return '...';
    if (value instanceof EnumValue) return value.name;
    if (value instanceof SObject) return recordText(value, depth);
    if (value instanceof ApexList) return `(${value.items.map((item) => textAt(item, depth + 1)).join(', ')})`;
    if (value instanceof ApexSet) return `{${[...value.values()].map((item) => textAt(item, depth + 1)).join(', ')}}`;
    if (value instanceof ApexMap) {
        const entries = [...value.entries()];
        return `{${entries.map(([key, item]) => `${textAt(key, depth + 1)}=${textAt(item, depth + 1)}`).join(', ')}}`;
    }
    if (value instanceof Blob) return `Blob[${value.bytes.length}]`;
    if (value instanceof ApexObject) return objectText(value, depth);
    if (typeof value.toText === 'function') return value.toText();
    return String(value);
}

/** `Account:{Name=x, Id=001...}` */
function recordText(record: SObject, depth: number): string {
    const fields = [...record.fields].map(([name, value]) => `${name}=${textAt(value, depth + 1)}`);
    return `${record.def.name}:{${fields.join(', ')}}`;
}

/** The user's `toString()`, an exception's type and message, or `Foo:[a=1, b=null]`. */
function objectText(value: ApexObject, depth: number): string {
    const methods = userMethods(value);
    if (methods.toString) return textAt(methods.toString.invoke(value, []), depth);
    if (value instanceof ApexException) return `${value.typeName}: ${messageOf(value)}`;
    const [meta] = metaChain(value);
    // Library objects have no metadata; they describe themselves or show their class.
    if (!meta)
        return typeof (value as Value).toText === 'function' ? (value as Value).toText() : value.constructor.name;
    const name = meta.name.slice(meta.name.lastIndexOf('.') + 1);
    const fields = methods.fields
        .filter((field) => !field.isProperty || field.isReadable)
        .map((field) => `${field.name}=${textAt(field.get(value), depth + 1)}`);
    return `${name}:[${fields.join(', ')}]`;
}
