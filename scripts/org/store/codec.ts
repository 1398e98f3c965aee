/**
 * How Apex values are kept in SQLite columns.
 *
 * Text compares without regard to case (ASCII letters); numbers are REAL and come back with the field's decimals; dates
 * are days and datetimes milliseconds since the epoch; booleans are 0 and 1; the empty string is null.
 */
import { isTextType } from '../schema/fieldDefaults.ts';
import { Blob } from '../values/blob.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { toId18 } from '../values/ids.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../values/temporal.ts';
import type { Value } from '../runtime/program.ts';
import type { FieldDef } from '../schema/model.ts';

export type SqlValue = null | number | bigint | string | Uint8Array;

/** Declared column type; null for fields without a column of their own (formulas, compound fields). */
export function columnType(field: FieldDef): string | null {
    if (field.formula !== undefined) return null;
    switch (field.type) {
        case 'address':
        case 'location':
            return null;
        case 'id':
        case 'reference':
            return 'ID_TEXT';
        case 'boolean':
            return 'BOOLEAN_INTEGER';
        case 'integer':
        case 'long':
            return 'INTEGER';
        case 'double':
        case 'currency':
        case 'percent':
            return 'REAL';
        case 'date':
            return 'DATE_INTEGER';
        case 'datetime':
            return 'DATETIME_INTEGER';
        case 'time':
            return 'TIME_INTEGER';
        case 'base64':
            return 'BLOB';
        default:
            return field.isCaseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
    }
}

function toNumber(value: Value): number {
    if (typeof value === 'number') return value;
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof ApexDouble) return value.value;
    return Number(value);
}

/** The platform keeps datetimes to the second. */
function wholeSeconds(epochMs: number): number {
    return Math.floor(epochMs / 1000) * 1000;
}

/** Apex value to column value. A value of a wrong type is the caller's fault and throws TypeError. */
export function encode(field: FieldDef, value: Value): SqlValue {
    if (value === null || value === undefined) return field.type === 'boolean' ? 0 : null;
    switch (field.type) {
        case 'id':
        case 'reference':
            return value === '' ? null : (toId18(String(value)) ?? String(value));
        case 'boolean':
            return value === true ? 1 : 0;
        case 'integer':
            return Math.trunc(toNumber(value));
        case 'long':
            return BigInt(value as bigint);
        case 'double':
        case 'currency':
        case 'percent':
            return toNumber(value);
        case 'date':
            if (value instanceof ApexDate) return value.epochDay;
            if (value instanceof ApexDatetime) return Math.floor(value.epochMs / 86_400_000);
            break;
        case 'datetime':
            if (value instanceof ApexDatetime) return wholeSeconds(value.epochMs);
            if (value instanceof ApexDate) return value.epochDay * 86_400_000;
            break;
        case 'time':
            if (value instanceof ApexTime) return value.msOfDay;
            break;
        case 'base64':
            if (value instanceof Blob) return value.bytes;
            if (typeof value === 'string') return Buffer.from(value, 'base64');
            break;
        default:
            return value === '' ? null : String(value);
    }
    throw new TypeError(`${field.name} (${field.type}) cannot hold ${String(value)}`);
}

/**
 * Number of a REAL column: at least the field's decimals. More of them are kept, as the platform does: the number of
 * decimals of a field is for display.
 */
export function decimalOf(value: number, scale: number | undefined): Decimal {
    const exact = Decimal.of(value);
    return scale === undefined || exact.scale >= scale ? exact : exact.setScale(scale);
}

/** Column value to Apex value. */
export function decode(field: FieldDef, value: SqlValue | undefined): Value {
    if (value === null || value === undefined) return field.type === 'boolean' ? false : null;
    switch (field.type) {
        case 'boolean':
            return value !== 0;
        case 'integer':
            return Number(value) | 0;
        case 'long':
            return BigInt(value as number);
        case 'double':
        case 'currency':
        case 'percent':
            return decimalOf(value as number, field.scale);
        case 'date':
            return ApexDate.fromEpochDay(value as number);
        case 'datetime':
            return ApexDatetime.fromEpochMs(value as number);
        case 'time':
            return ApexTime.fromMsOfDay(value as number);
        case 'base64':
            return new Blob(value as Uint8Array);
        default:
            return value;
    }
}

/** Text of a metadata file or a CSV cell to an Apex value. Null when it is empty or cannot be read as the type. */
export function valueOfText(field: FieldDef, text: string | null): Value {
    if (text === null || text === '') return field.type === 'boolean' ? false : null;
    if (isTextType(field.type)) return text;
    switch (field.type) {
        case 'boolean':
            return text.trim().toLowerCase() === 'true';
        case 'integer':
            return Math.trunc(Number(text));
        case 'long':
            return BigInt(text);
        case 'double':
        case 'currency':
        case 'percent':
            return Decimal.of(text.trim());
        case 'date':
            return ApexDate.parseIso(text.trim());
        case 'datetime':
            return ApexDatetime.parseIso(text.trim());
        case 'time':
            return ApexTime.parseIso(text.trim());
        default:
            return text;
    }
}
