/** Brings the tables of a data file to the schema: new objects and fields are added, nothing is dropped. */
import { ToolError } from '../../shared/toolError.ts';
import { columnType } from './codec.ts';
import { columnDefinition, createIndex, createTable, indexedFields, quoted } from './ddl.ts';
import { derivedExpression } from './derived.ts';
import type { ObjectDef, Schema } from '../schema/model.ts';
import type { DatabaseSync } from 'node:sqlite';

interface Column {
    readonly name: string;
    readonly type: string;
    /** 2: virtual generated column. */
    readonly hidden: number;
}

function columnsOf(database: DatabaseSync, table: string): Map<string, Column> {
    const columns = database.prepare(`PRAGMA table_xinfo(${quoted(table)})`).all() as unknown as Column[];
    return new Map(columns.map((column) => [column.name, column]));
}

/** Declared type as SQLite reports it: without the collation. */
function plainType(type: string): string {
    return type.replace(/ COLLATE NOCASE$/, '');
}

function addMissingColumns(database: DatabaseSync, object: ObjectDef, file: string): void {
    const table = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(object.name);
    const tableSql = String(table?.['sql'] ?? '');
    const present = columnsOf(database, object.name);
    for (const field of object.fields.values()) {
        const type = columnType(field);
        if (type === null) continue;
        const isDerived = derivedExpression(object, field) !== null;
        const column = present.get(field.name);
        const definition = columnDefinition(object, field);
        if (column && isDerived && tableSql.includes(definition)) continue;
        if (column && isDerived) {
            // The expression may have changed with the package's picklist values; nothing is stored in it
            database.exec(`DROP INDEX IF EXISTS ${quoted(`${object.name}.${field.name}`)}`);
            database.exec(`ALTER TABLE ${quoted(object.name)} DROP COLUMN ${quoted(field.name)}`);
        } else if (column) {
            if (column.type === plainType(type)) continue;
            throw new ToolError(
                'DataFileError',
                `${file} holds ${object.name}.${field.name} as ${column.type}, the package now says ${plainType(type)}.`,
                ['Start with a new data file.', 'Undo the change of the field type.']
            );
        }
        database.exec(`ALTER TABLE ${quoted(object.name)} ADD COLUMN ${definition}`);
    }
}

function checkPrefix(database: DatabaseSync, object: ObjectDef, file: string): void {
    const known = database.prepare('SELECT prefix FROM "_object" WHERE name = ?').get(object.name);
    if (!known) {
        database.prepare('INSERT INTO "_object" (name, prefix) VALUES (?, ?)').run(object.name, object.keyPrefix);
    } else if (known['prefix'] !== object.keyPrefix) {
        throw new ToolError(
            'DataFileError',
            `${file} gave ${object.name} the key prefix ${String(known['prefix'])}, the package now gives ${object.keyPrefix}.`,
            ['Start with a new data file.']
        );
    }
}

/** Throws ToolError when stored data does not fit the schema any more. */
export function syncTables(database: DatabaseSync, schema: Schema, file: string): void {
    database.exec('CREATE TABLE IF NOT EXISTS "_object" (name TEXT PRIMARY KEY, prefix TEXT NOT NULL) WITHOUT ROWID');
    database.exec(
        'CREATE TABLE IF NOT EXISTS "_counter" (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID'
    );
    const tables = new Set(
        database
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .all()
            .map((row) => String(row['name']))
    );
    for (const object of schema.objects) {
        // Platform events are published, not stored
        if (object.kind === 'platformEvent') continue;
        checkPrefix(database, object, file);
        if (tables.has(object.name)) addMissingColumns(database, object, file);
        else database.exec(createTable(object));
        for (const field of indexedFields(object)) database.exec(createIndex(object, field));
    }
}
