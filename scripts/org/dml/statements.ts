/** DML statements as their callers make them: each is told to the request's debug log when Apex makes it. */
import { lineOfApex } from '../runtime/requestLog.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { SObject } from '../values/sobject.ts';
import * as remove from './delete.ts';
import * as lists from './lists.ts';
import * as merging from './merge.ts';
import type { DmlOptions, RowResult } from './types.ts';
import * as upserting from './upsert.ts';

/** Inserts records. With allOrNone a failure throws DmlException and nothing is left behind. */
export function insertRecords(tx: Transaction, records: readonly SObject[], options: DmlOptions): RowResult[] {
    return told(tx, 'Insert', records, () => lists.insertRecords(tx, records, options));
}

/** Updates records by their Id. With allOrNone a failure throws DmlException and nothing is left behind. */
export function updateRecords(tx: Transaction, records: readonly SObject[], options: DmlOptions): RowResult[] {
    return told(tx, 'Update', records, () => lists.updateRecords(tx, records, options));
}

/**
 * Inserts or updates records, see `upsert.ts`.
 * @param externalIdField canonical field name; null for the Id
 */
export function upsertRecords(
    tx: Transaction,
    records: readonly SObject[],
    externalIdField: string | null,
    options: DmlOptions
): RowResult[] {
    return told(tx, 'Upsert', records, () => upserting.upsertRecords(tx, records, externalIdField, options));
}

/** Moves records to the recycle bin. With allOrNone a failure throws DmlException and nothing is deleted. */
export function deleteRecords(tx: Transaction, records: readonly SObject[], options: DmlOptions): RowResult[] {
    return told(tx, 'Delete', records, () => remove.deleteRecords(tx, records, options));
}

/** Takes records out of the recycle bin, with the details that went with them. */
export function undeleteRecords(tx: Transaction, records: readonly SObject[], options: DmlOptions): RowResult[] {
    return told(tx, 'Undelete', records, () => remove.undeleteRecords(tx, records, options));
}

/** Merges up to two records into the master, see `merge.ts`. */
export function mergeRecords(
    tx: Transaction,
    master: SObject,
    losers: readonly SObject[],
    options: DmlOptions
): merging.MergeOutcome {
    return told(tx, 'Merge', [master, ...losers], () => merging.mergeRecords(tx, master, losers, options));
}

function told<T>(tx: Transaction, operation: string, records: readonly SObject[], work: () => T): T {
    const line = tx.log ? lineOfApex() : null;
    if (line === null) return work();
    const type = records[0]?.def.name ?? 'SObject';
    tx.log?.write('DML_BEGIN', line, `Op:${operation}`, `Type:${type}`, `Rows:${records.length}`);
    try {
        return work();
    } finally {
        tx.log?.write('DML_END', line);
    }
}
