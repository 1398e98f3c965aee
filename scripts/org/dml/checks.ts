/** System validation: what the platform checks without any rule of the package. */
import type { FieldDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { apexEquals } from '../values/equality.ts';
import { isValidId } from '../values/ids.ts';
import { Decimal } from '../values/decimal.ts';
import { checkLookupFilter } from './lookupFilters.ts';
import { storedRow } from './storage.ts';
import { alive, fail } from './types.ts';
import type { SaveChunk, SaveRow } from './types.ts';

const textTypes = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox']);
const emailPattern = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/;

/** Before triggers only references and restricted picklists are checked; after them everything. */
export function checkReferencesAndPicklists(tx: Transaction, chunk: SaveChunk): void {
    for (const row of alive(chunk.rows)) {
        for (const field of changedFields(chunk, row)) {
            checkReference(tx, row, field);
            checkPicklist(row, field);
        }
    }
}

/** Required fields, lengths, ranges, formats, references, picklists of every row that is still good. */
export function checkSystemRules(tx: Transaction, chunk: SaveChunk): void {
    for (const row of alive(chunk.rows)) {
        checkRequired(chunk, row);
        for (const field of changedFields(chunk, row)) {
            checkText(chunk, row, field);
            checkNumber(row, field);
            checkBoolean(row, field);
            checkReference(tx, row, field);
            checkLookupFilter(tx, row, field);
            checkPicklist(row, field);
        }
    }
}

// Stored values passed these checks when they were saved.
function changedFields(chunk: SaveChunk, row: SaveRow): FieldDef[] {
    return [...chunk.def.fields.values()].filter((field) => {
        if (field.formula !== undefined || field.rollup !== undefined || field.type === 'id') {
            return false;
        }
        const value = valueOf(row, field);
        return row.old === null
            ? row.record.fields.has(field.name)
            : !apexEquals(value, row.old.fields.get(field.name) ?? null);
    });
}

function valueOf(row: SaveRow, field: FieldDef): Value {
    return row.record.fields.get(field.name) ?? null;
}

function checkRequired(chunk: SaveChunk, row: SaveRow): void {
    const missing = [...chunk.def.fields.values()]
        .filter(
            (field) => (field.isRequired || field.isMasterDetail === true) && field.isCreateable && !field.isAutoNumber
        )
        .filter((field) => field.type !== 'boolean' && isBlank(valueOf(row, field)) && !isFilledOnSave(chunk, field))
        .map((field) => field.name);
    if (missing.length > 0) {
        fail(row, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
    }
}

// Text names of custom objects fall back to the record's id.
function isFilledOnSave(chunk: SaveChunk, field: FieldDef): boolean {
    return field.isNameField && chunk.def.kind !== 'standard';
}

function isBlank(value: Value): boolean {
    return value === null || (typeof value === 'string' && value.trim() === '');
}

function checkText(chunk: SaveChunk, row: SaveRow, field: FieldDef): void {
    const value = valueOf(row, field);
    if (!textTypes.has(field.type) || typeof value !== 'string') {
        return;
    }
    if (field.length !== undefined && value.length > field.length) {
        if (chunk.options.truncates === true || row.source.truncatesText) {
            row.record.load(field.name, value.slice(0, field.length));
            return;
        }
        fail(row, 'STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, [
            field.name
        ]);
    }
    if (field.type === 'email' && !emailPattern.test(value)) {
        fail(row, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
    }
}

function checkNumber(row: SaveRow, field: FieldDef): void {
    const value = valueOf(row, field);
    if (!(value instanceof Decimal) || field.precision === undefined) {
        return;
    }
    const wholeDigits = field.precision - (field.scale ?? 0);
    const magnitude = value.unscaled < 0n ? value.negate() : value;
    if (magnitude.setScale(0, 'DOWN').unscaled >= 10n ** BigInt(wholeDigits)) {
        fail(
            row,
            'NUMBER_OUTSIDE_VALID_RANGE',
            `${field.label}: value outside of valid range on numeric field: ${value.toText()}`,
            [field.name]
        );
    }
}

function checkBoolean(row: SaveRow, field: FieldDef): void {
    if (field.type === 'boolean' && valueOf(row, field) === null && field.isCreateable) {
        fail(row, 'INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: `, [field.name]);
    }
}

function checkPicklist(row: SaveRow, field: FieldDef): void {
    if (field.isRestrictedPicklist !== true || field.picklistValues === undefined) {
        return;
    }
    const value = valueOf(row, field);
    const chosen = value === null ? [] : field.type === 'multipicklist' ? String(value).split(';') : [String(value)];
    const known = new Set(field.picklistValues.filter((each) => each.isActive).map((each) => each.value.toLowerCase()));
    const bad = chosen.find((each) => !known.has(each.trim().toLowerCase()));
    if (bad !== undefined && row.errors.every((error) => !error.fields.includes(field.name))) {
        fail(
            row,
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            `${field.label}: bad value for restricted picklist field: ${bad}`,
            [field.name]
        );
    }
}

function checkReference(tx: Transaction, row: SaveRow, field: FieldDef): void {
    const value = valueOf(row, field);
    if (field.type !== 'reference' || value === null || row.errors.some((error) => error.fields.includes(field.name))) {
        return;
    }
    const id = String(value);
    const target = isValidId(id) ? tx.schema.objectByPrefix(id.slice(0, 3)) : undefined;
    const allowed = field.referenceTo ?? [];
    if (target !== undefined && !allowed.includes(target.name) && !allowed.some((each) => each.startsWith('*'))) {
        fail(row, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
        return;
    }
    if (target === undefined) {
        fail(row, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
        return;
    }
    if (storedRow(tx, target, id) === null) {
        fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
    }
}
