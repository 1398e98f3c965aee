/** Insert and update of lists of records: checks of the list itself, chunks of 200, retries, all or none. */
import type { ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { apexException, dmlException } from '../values/exceptions.ts';
import type { SObject } from '../values/sobject.ts';
import { isValidId } from '../values/ids.ts';
import { operationFailed } from './failure.ts';
import { forbidMixedDml } from './mixed.ts';
import { ChunkFailed, executeSave } from './order.ts';
import { requireDmlAllowed, requireObjectPermission } from './permissions.ts';
import { storedRow } from './storage.ts';
import { alive, chunkSize, fail } from './types.ts';
import type { DmlOptions, RowResult, SaveOperation, SaveRow } from './types.ts';

const attemptsOfPartialSave = 3;

/** Inserts records. With allOrNone a failure throws DmlException and nothing is left behind. */
export function insertRecords(tx: Transaction, records: readonly SObject[], options: DmlOptions): RowResult[] {
    return saveRecords(tx, 'insert', 'Insert', records, options);
}

/** Updates records by their Id. With allOrNone a failure throws DmlException and nothing is left behind. */
export function updateRecords(tx: Transaction, records: readonly SObject[], options: DmlOptions): RowResult[] {
    return saveRecords(tx, 'update', 'Update', records, options);
}

/** Saves changes that the platform itself makes: no permission, no limit, read-only fields allowed; triggers do run. */
export function updateInternally(tx: Transaction, records: readonly SObject[]): void {
    saveRecords(tx, 'update', 'Update', records, internalOptions);
}

/** Options of saves that the platform makes by itself. */
export const internalOptions: DmlOptions = {
    allOrNone: true,
    access: { mode: 'system', withSharing: false },
    isInternal: true
};

/** Counts one DML statement with its rows. Throws LimitException. */
export function countDml(tx: Transaction, rows: number, options: DmlOptions): void {
    if (options.isInternal !== true) {
        tx.limits.consume('dmlStatements');
        tx.limits.consume('dmlRows', rows);
    }
}

/** Runs work so that all-or-none failures leave nothing behind. */
export function undoOnThrow<T>(tx: Transaction, work: () => T): T {
    const savepoint = tx.store.savepoint();
    try {
        const result = work();
        tx.store.release(savepoint);
        return result;
    } catch (problem) {
        tx.store.rollbackTo(savepoint);
        tx.store.release(savepoint);
        throw problem;
    }
}

/** @param verb first word of the exception's message */
export function saveRecords(
    tx: Transaction,
    operation: SaveOperation,
    verb: string,
    records: readonly SObject[],
    options: DmlOptions
): RowResult[] {
    if (records.length === 0) {
        return [];
    }
    countDml(tx, records.length, options);
    const rows = records.map((record, index) => newRow(record, index));
    saveRows(tx, operation, verb, rows, options);
    return rows.map((row) => ({ id: row.id ?? row.source.id, success: row.errors.length === 0, errors: row.errors }));
}

/** A record at the start of its way. */
export function newRow(source: SObject, index: number): SaveRow {
    return { index, source, old: null, record: source, errors: [], id: null };
}

/** Saves prepared rows; their errors, and the ids of the callers' records, are set afterwards. */
export function saveRows(
    tx: Transaction,
    operation: SaveOperation,
    verb: string,
    rows: readonly SaveRow[],
    options: DmlOptions
): void {
    checkList(tx, operation, verb, rows, options);
    if (options.allOrNone && rows.some((row) => row.errors.length > 0)) {
        throw operationFailed(verb, rows.map(asFailed));
    }
    const save = (): void => {
        for (const chunk of chunksOf(alive(rows))) {
            saveChunk(tx, operation, verb, chunk, options);
        }
    };
    if (options.allOrNone) {
        undoOnThrow(tx, save);
    } else {
        save();
    }
    for (const row of alive(rows)) {
        if (operation === 'insert') {
            row.source.load('Id', row.id);
        }
    }
}

function asFailed(row: SaveRow): { index: number; id: string | null; errors: SaveRow['errors'] } {
    return { index: row.index, id: row.source.id, errors: row.errors };
}

// Neighbours of the same object go together, 200 at most.
function chunksOf(rows: readonly SaveRow[]): SaveRow[][] {
    const chunks: SaveRow[][] = [];
    for (const row of rows) {
        const last = chunks[chunks.length - 1];
        if (last !== undefined && last.length < chunkSize && last[0]!.source.def === row.source.def) {
            last.push(row);
        } else {
            chunks.push([row]);
        }
    }
    return chunks;
}

function checkList(
    tx: Transaction,
    operation: SaveOperation,
    verb: string,
    rows: readonly SaveRow[],
    options: DmlOptions
): void {
    const objects = new Set<ObjectDef>(rows.map((row) => row.source.def));
    for (const def of objects) {
        requireDmlAllowed(def, operation, options);
        requireObjectPermission(tx, def, operation, options);
        forbidMixedDml(
            tx,
            def,
            operation,
            verb,
            rows.map((row) => row.source),
            options
        );
    }
    const seen = new Set<unknown>();
    for (const row of rows) {
        const id = row.source.id;
        const key = operation === 'insert' ? row.source : id;
        if (key !== null && seen.has(key)) {
            const shown =
                operation === 'insert'
                    ? 'Before Insert or Upsert list must not have two identically equal elements'
                    : `Duplicate id in list: ${id}`;
            throw apexException('ListException', shown);
        }
        seen.add(key);
        checkId(operation, row);
    }
}

function checkId(operation: SaveOperation, row: SaveRow): void {
    const id = row.source.id;
    if (operation === 'insert') {
        if (id !== null) {
            fail(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
        }
    } else if (id === null) {
        fail(row, 'MISSING_ARGUMENT', 'Id not specified in an update call', []);
    } else if (!isValidId(id) || id.slice(0, 3) !== row.source.def.keyPrefix) {
        fail(row, 'MALFORMED_ID', `malformed id ${id}`, ['Id']);
    }
}

function saveChunk(
    tx: Transaction,
    operation: SaveOperation,
    verb: string,
    rows: SaveRow[],
    options: DmlOptions
): void {
    const def = rows[0]!.source.def;
    const limits = tx.limits.mark();
    for (let attempt = 1; ; attempt++) {
        // A further attempt starts with what was used before the first one.
        limits.restore();
        const current = alive(rows);
        loadStored(tx, operation, current);
        const chunk = { operation, def, options, rows: current };
        const savepoint = options.allOrNone ? null : tx.store.savepoint();
        try {
            executeSave(tx, chunk);
        } catch (problem) {
            if (savepoint !== null) {
                tx.store.rollbackTo(savepoint);
                tx.store.release(savepoint);
            }
            if (problem instanceof ChunkFailed) {
                throw operationFailed(verb, rows.map(asFailed));
            }
            throw problem;
        }
        const hasFailures = current.some((row) => row.errors.length > 0);
        if (savepoint !== null) {
            if (hasFailures) {
                tx.store.rollbackTo(savepoint);
            }
            tx.store.release(savepoint);
        }
        if (!hasFailures || alive(current).length === 0) {
            return;
        }
        if (attempt === attemptsOfPartialSave) {
            const message = 'Too many batch retries in the presence of Apex triggers and partial failures.';
            throw dmlException(message, [
                { index: rows[0]!.index, id: null, message, statusCode: 'UNKNOWN_EXCEPTION', fields: [] }
            ]);
        }
    }
}

// An unknown id fails alone; the rest goes on.
function loadStored(tx: Transaction, operation: SaveOperation, rows: readonly SaveRow[]): void {
    for (const row of rows) {
        row.id = null;
        row.old = operation === 'insert' ? null : storedRow(tx, row.source.def, row.source.id!);
        if (operation === 'update' && row.old === null) {
            const deleted = tx.store.row(row.source.def, row.source.id!);
            if (deleted) {
                fail(row, 'ENTITY_IS_DELETED', 'entity is deleted', []);
            } else {
                fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
            }
        }
    }
}
