/** Records in SQLite: one table an object, savepoints, ids, a cache of statements. */
import { SObject } from '../values/sobject.ts';
import { decode, encode } from './codec.ts';
import { quoted, storedFields } from './ddl.ts';
import { idOfNumber, numberOfId } from './ids.ts';
import { syncMetadataRows } from './metadataRows.ts';
import { openDatabase } from './openDatabase.ts';
import { syncTables } from './syncTables.ts';
import { columnType } from './codec.ts';
import type { SqlValue } from './codec.ts';
import type { Value } from '../runtime/program.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/model.ts';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

export interface StoreOptions {
    readonly schema: Schema;
    /** Path of the data file, or `:memory:`. */
    readonly file: string;
    /** Changes when the schema does; a data file that was brought to it before is taken as it is. */
    readonly version?: string;
}

/** Statements kept prepared; the oldest go first. */
const STATEMENTS_KEPT = 600;

interface ObjectPlan {
    readonly stored: ReadonlyMap<string, FieldDef>;
    /** Every field with a column, derived ones included. */
    readonly readable: readonly FieldDef[];
    readonly selectSql: string;
    readonly hasRecycleBin: boolean;
}

export class Store {
    readonly schema: Schema;
    /** For modules that keep tables of their own and for the query planner. */
    readonly database: DatabaseSync;
    private readonly statements = new Map<string, StatementSync>();
    private readonly revisions = new Map<string, number>();
    /** How often something was rolled back: any row may have changed back. */
    private undone = 0;
    private readonly plans = new Map<ObjectDef, ObjectPlan>();
    private readonly lastNumbers = new Map<string, number>();
    private depth = 0;

    private constructor(schema: Schema, database: DatabaseSync) {
        this.schema = schema;
        this.database = database;
    }

    /**
     * Opens or makes the data file and brings its tables to the schema. Throws ToolError when the file is damaged,
     * foreign, or holds data that does not fit the package any more.
     */
    static open(options: StoreOptions): Store {
        const store = new Store(options.schema, openDatabase(options.file));
        const { version } = options;
        if (version !== undefined && store.broughtTo('schema', version) !== undefined) return store;
        store.begin();
        try {
            syncTables(store.database, options.schema, options.file);
            syncMetadataRows(store);
            if (version !== undefined) store.bring('schema', version, '');
            store.commit();
        } catch (error) {
            store.database.close();
            throw error;
        }
        return store;
    }

    close(): void {
        this.statements.clear();
        this.database.close();
    }

    // ---- transactions --------------------------------------------------------------------------------------

    begin(): void {
        this.database.exec('BEGIN IMMEDIATE');
    }

    commit(): void {
        this.database.exec('COMMIT');
        this.depth = 0;
    }

    rollback(): void {
        this.database.exec('ROLLBACK');
        this.undone++;
        this.depth = 0;
    }

    get isInTransaction(): boolean {
        return this.database.isTransaction;
    }

    /** Marks a point to return to; tokens nest. */
    savepoint(): number {
        const token = ++this.depth;
        this.database.exec(`SAVEPOINT s${token}`);
        return token;
    }

    /** Undoes everything since the savepoint, which stays usable; later savepoints are gone. */
    rollbackTo(token: number): void {
        this.database.exec(`ROLLBACK TO s${token}`);
        this.undone++;
        this.depth = token;
    }

    /** Keeps everything since the savepoint and forgets it and later ones. */
    release(token: number): void {
        this.database.exec(`RELEASE s${token}`);
        this.depth = token - 1;
    }

    // ---- versions ------------------------------------------------------------------------------------------

    /** What was noted when a part of the data was brought to this version; undefined when it is at another one. */
    broughtTo(part: string, version: string): string | undefined {
        this.database.exec(
            'CREATE TABLE IF NOT EXISTS "_version" (part TEXT PRIMARY KEY, version TEXT NOT NULL, note TEXT NOT NULL) WITHOUT ROWID'
        );
        const row = this.database.prepare('SELECT version, note FROM "_version" WHERE part = ?').get(part);
        return row?.['version'] === version ? String(row['note']) : undefined;
    }

    /** Notes that a part of the data is at a version from now on. */
    bring(part: string, version: string, note: string): void {
        this.database
            .prepare('INSERT OR REPLACE INTO "_version" (part, version, note) VALUES (?, ?, ?)')
            .run(part, version, note);
    }

    // ---- revisions -----------------------------------------------------------------------------------------

    /** Changes whenever rows of one of the objects may have changed: what was derived from them is then out of date. */
    revisionOf(objectNames: readonly string[]): number {
        return objectNames.reduce((sum, name) => sum + (this.revisions.get(name) ?? 0), this.undone);
    }

    private touch(object: ObjectDef): void {
        this.revisions.set(object.name, (this.revisions.get(object.name) ?? 0) + 1);
    }

    // ---- statements ----------------------------------------------------------------------------------------

    /** A prepared statement for that text; asked again it is the same one. */
    statement(sql: string): StatementSync {
        let statement = this.statements.get(sql);
        if (statement) return statement;
        if (this.statements.size >= STATEMENTS_KEPT) {
            const oldest = this.statements.keys().next().value;
            if (oldest !== undefined) this.statements.delete(oldest);
        }
        statement = this.database.prepare(sql);
        this.statements.set(sql, statement);
        return statement;
    }

    /** Rows of a query as arrays in the order of its columns. */
    rowsOf(sql: string, params: readonly SqlValue[]): SqlValue[][] {
        const statement = this.statement(sql);
        statement.setReturnArrays(true);
        return statement.all(...params) as unknown as SqlValue[][];
    }

    // ---- ids -----------------------------------------------------------------------------------------------

    /** A new id; numbers of undone work are not given out again while the store is open. */
    nextId(object: ObjectDef): string {
        let last = this.lastNumbers.get(object.name);
        if (last === undefined) {
            const [row] = this.rowsOf(`SELECT max("Id") FROM ${quoted(object.name)}`, []);
            last = typeof row?.[0] === 'string' ? numberOfId(row[0]) : 0;
        }
        this.lastNumbers.set(object.name, last + 1);
        return idOfNumber(object.keyPrefix, last + 1);
    }

    /** Next value of a counter (auto numbers), from 1; undone with the work that asked for it. */
    nextNumber(counter: string): number {
        const [row] = this.rowsOf(
            'INSERT INTO "_counter" (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
            [counter]
        );
        return Number(row?.[0]);
    }

    // ---- rows ----------------------------------------------------------------------------------------------

    private plan(object: ObjectDef): ObjectPlan {
        let plan = this.plans.get(object);
        if (!plan) {
            const readable = [...object.fields.values()].filter((field) => columnType(field) !== null);
            plan = {
                stored: new Map(storedFields(object).map((field) => [field.name, field])),
                readable,
                selectSql: `SELECT ${readable.map((field) => quoted(field.name)).join(', ')} FROM ${quoted(object.name)}`,
                hasRecycleBin: object.fields.has('isdeleted')
            };
            this.plans.set(object, plan);
        }
        return plan;
    }

    /**
     * Writes a new row. Keys are canonical field names and must hold `Id`; names without a stored column (formulas,
     * derived fields, relationships) are passed over.
     */
    insertRow(object: ObjectDef, values: ReadonlyMap<string, Value>): void {
        this.touch(object);
        const { stored } = this.plan(object);
        const columns: string[] = [];
        const params: SqlValue[] = [];
        for (const [name, value] of values) {
            const field = stored.get(name);
            if (!field) continue;
            columns.push(quoted(name));
            params.push(encode(field, value));
        }
        const marks = columns.map(() => '?').join(', ');
        this.statement(`INSERT INTO ${quoted(object.name)} (${columns.join(', ')}) VALUES (${marks})`).run(...params);
    }

    /** Overwrites the given fields of a row. Returns false when there is no such row. */
    updateRow(object: ObjectDef, id: string, values: ReadonlyMap<string, Value>): boolean {
        this.touch(object);
        const { stored } = this.plan(object);
        const columns: string[] = [];
        const params: SqlValue[] = [];
        for (const [name, value] of values) {
            const field = stored.get(name);
            if (!field || field.type === 'id') continue;
            columns.push(`${quoted(name)} = ?`);
            params.push(encode(field, value));
        }
        if (columns.length === 0) return this.row(object, id) !== undefined;
        const sql = `UPDATE ${quoted(object.name)} SET ${columns.join(', ')} WHERE "Id" = ?`;
        return this.statement(sql).run(...params, id).changes > 0;
    }

    /** Moves a row to the recycle bin; objects without one lose it for good. Returns false when there is no such row. */
    deleteRow(object: ObjectDef, id: string): boolean {
        this.touch(object);
        if (!this.plan(object).hasRecycleBin) return this.purgeRow(object, id);
        const sql = `UPDATE ${quoted(object.name)} SET "IsDeleted" = 1 WHERE "Id" = ? AND "IsDeleted" = 0`;
        return this.statement(sql).run(id).changes > 0;
    }

    /** Takes a row back out of the recycle bin. */
    undeleteRow(object: ObjectDef, id: string): boolean {
        this.touch(object);
        this.touch(object);
        if (!this.plan(object).hasRecycleBin) return false;
        const sql = `UPDATE ${quoted(object.name)} SET "IsDeleted" = 0 WHERE "Id" = ? AND "IsDeleted" = 1`;
        return this.statement(sql).run(id).changes > 0;
    }

    /** Removes a row for good. */
    purgeRow(object: ObjectDef, id: string): boolean {
        this.touch(object);
        return this.statement(`DELETE FROM ${quoted(object.name)} WHERE "Id" = ?`).run(id).changes > 0;
    }

    /** The row with its stored and derived fields, also from the recycle bin; undefined when there is none. */
    row(object: ObjectDef, id: string): SObject | undefined {
        return this.selectRows(object, '"Id" = ?', [id])[0];
    }

    /** Rows by id; ids without a row are not in the map. */
    rows(object: ObjectDef, ids: Iterable<string>): Map<string, SObject> {
        const rows = this.selectRows(object, '"Id" IN (SELECT value FROM json_each(?))', [JSON.stringify([...ids])]);
        return new Map(rows.map((row) => [row.fields.get('Id') as string, row]));
    }

    /** First row of an object by id, e.g. the organisation; undefined when the table is empty. */
    firstRow(objectName: string): SObject | undefined {
        const object = this.schema.object(objectName);
        return object && this.selectRows(object, '1 ORDER BY "Id" LIMIT 1', [])[0];
    }

    /** Rows that fulfil an SQL condition over the object's columns, recycle bin included. */
    selectRows(object: ObjectDef, condition: string, params: readonly SqlValue[]): SObject[] {
        const { readable, selectSql } = this.plan(object);
        return this.rowsOf(`${selectSql} WHERE ${condition}`, params).map((cells) => {
            const record = new SObject(object);
            for (let index = 0; index < readable.length; index++) {
                const field = readable[index] as FieldDef;
                const value = decode(field, cells[index]);
                if (value !== null) record.load(field.name, value);
            }
            return record;
        });
    }
}
