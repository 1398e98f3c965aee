/** Tables, generated columns and indexes of an object. */
import { columnType } from './codec.ts';
import { derivedExpression } from './derived.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';

/** Quoted SQL name. */
export function quoted(name: string): string {
    return `"${name}"`;
}

/** Audit references are never searched by. */
const NOT_INDEXED = new Set(['CreatedById', 'LastModifiedById', 'MasterRecordId']);

/** Fields with a column that is written, in order. */
export function storedFields(object: ObjectDef): FieldDef[] {
    return [...object.fields.values()].filter(
        (field) => columnType(field) !== null && derivedExpression(object, field) === null
    );
}

/** Column definition for CREATE TABLE and ADD COLUMN. */
export function columnDefinition(object: ObjectDef, field: FieldDef): string {
    const type = columnType(field) ?? 'TEXT';
    const derived = derivedExpression(object, field);
    if (derived !== null) return `${quoted(field.name)} ${type} GENERATED ALWAYS AS (${derived}) VIRTUAL`;
    if (field.type === 'id') return `${quoted(field.name)} ${type} PRIMARY KEY NOT NULL`;
    return `${quoted(field.name)} ${type}${field.type === 'boolean' ? ' NOT NULL DEFAULT 0' : ''}`;
}

/** Fields that get an index, as the platform indexes them: lookups, external ids, unique fields, name, created date. */
export function indexedFields(object: ObjectDef): FieldDef[] {
    return [...object.fields.values()].filter((field) => {
        if (columnType(field) === null || NOT_INDEXED.has(field.name) || field.type === 'id') return false;
        const isLookup = field.type === 'reference';
        return isLookup || field.isExternalId || field.isUnique || field.isNameField || field.name === 'CreatedDate';
    });
}

export function createTable(object: ObjectDef): string {
    const fields = [...object.fields.values()].filter((field) => columnType(field) !== null);
    // Generated columns may only use columns that stand before them
    const stored = fields.filter((field) => derivedExpression(object, field) === null);
    const derived = fields.filter((field) => derivedExpression(object, field) !== null);
    const columns = [...stored, ...derived].map((field) => columnDefinition(object, field));
    return `CREATE TABLE ${quoted(object.name)} (${columns.join(', ')}) WITHOUT ROWID`;
}

export function createIndex(object: ObjectDef, field: FieldDef): string {
    return `CREATE INDEX IF NOT EXISTS ${quoted(`${object.name}.${field.name}`)} ON ${quoted(object.name)} (${quoted(field.name)})`;
}
