/**
 * The order of execution of one chunk, top to bottom as the platform documents it.
 * Not here because the local org has no flows, duplicate rules, assignment rules, workflow rules or processes. Sharing by
 * criteria comes last, with the commit.
 */
import type { Transaction, TriggerMoment } from '../runtime/transaction.ts';
import { checkReferencesAndPicklists, checkSystemRules } from './checks.ts';
import { checkEditAccess, checkReferenceAccess, requireFieldPermissions } from './permissions.ts';
import { completeFiles } from './files.ts';
import { persistRow } from './persist.ts';
import { deriveFields, prepareRows } from './prepare.ts';
import { updateRollups } from './rollups.ts';
import { checkValidationRules } from './rules.ts';
import { shareSaved } from './sharingRules.ts';
import { checkOwners, checkSpecialObjects } from './special.ts';
import { completeRow, copyOf } from './storage.ts';
import { fireTriggers } from './triggers.ts';
import { alive } from './types.ts';
import type { SaveChunk } from './types.ts';
import { calculate } from '../formula/recordContext.ts';

/** Thrown to leave a chunk of an all-or-none operation as soon as one of its rows failed. */
export class ChunkFailed extends Error {}

/**
 * Saves a chunk; failed rows carry their errors afterwards.
 * Throws ChunkFailed (all-or-none), DmlException for missing field permissions, and what triggers may not catch.
 */
export function executeSave(tx: Transaction, chunk: SaveChunk): void {
    // What the user may do at all.
    requireFieldPermissions(tx, chunk);
    checkEditAccess(tx, chunk);
    checkReferenceAccess(tx, chunk);
    stopIfFailed(chunk);

    // 1. The stored record, with the new values over it.
    prepareRows(tx, chunk);
    stopIfFailed(chunk);

    // 2. System validation of what does not come from a page: references and restricted picklists.
    checkReferencesAndPicklists(tx, chunk);
    stopIfFailed(chunk);

    // 3. Before triggers; they change the records that are saved.
    fireBefore(tx, chunk);
    stopIfFailed(chunk);

    // 4. System validation again, now of everything, then the package's validation rules.
    alive(chunk.rows).forEach((row) => deriveFields(tx, row.record));
    checkSystemRules(tx, chunk);
    checkOwners(tx, chunk);
    checkSpecialObjects(tx, chunk);
    stopIfFailed(chunk);
    checkValidationRules(tx, chunk);
    stopIfFailed(chunk);

    // 5. The record is written, not yet committed.
    alive(chunk.rows).forEach((row) => persistRow(tx, chunk, row));
    completeFiles(tx, chunk);
    stopIfFailed(chunk);
    shareSaved(tx, chunk);

    // 6. After triggers see read-only copies of what was written.
    fireAfter(tx, chunk);
    stopIfFailed(chunk);

    // 7. Roll-up summaries of the masters, which are saved like any other record.
    updateRollups(
        tx,
        chunk.def,
        alive(chunk.rows).flatMap((row) => [row.record, ...(row.old === null ? [] : [row.old])])
    );
}

function stopIfFailed(chunk: SaveChunk): void {
    if (chunk.options.allOrNone && chunk.rows.some((row) => row.errors.length > 0)) {
        throw new ChunkFailed();
    }
}

function fireBefore(tx: Transaction, chunk: SaveChunk): void {
    const moment: TriggerMoment = `before ${chunk.operation}`;
    const rows = alive(chunk.rows).map((row) => ({
        errors: row.errors,
        newRecord: row.record,
        oldRecord: row.old === null ? null : readOnlyCopy(tx, row.old)
    }));
    fireTriggers(tx, chunk.def, moment, rows);
}

function fireAfter(tx: Transaction, chunk: SaveChunk): void {
    const moment: TriggerMoment = `after ${chunk.operation}`;
    if (tx.triggersOf(chunk.def, moment).length === 0) {
        return;
    }
    const rows = alive(chunk.rows).map((row) => {
        const newRecord = completeRow(tx, chunk.def, row.record.id!)!;
        newRecord.queried = null;
        newRecord.readOnly = true;
        return { errors: row.errors, newRecord, oldRecord: row.old === null ? null : readOnlyCopy(tx, row.old) };
    });
    fireTriggers(tx, chunk.def, moment, rows);
}

function readOnlyCopy(tx: Transaction, record: Parameters<typeof copyOf>[0]): ReturnType<typeof copyOf> {
    const copy = copyOf(record);
    calculate(tx, copy);
    copy.readOnly = true;
    return copy;
}
