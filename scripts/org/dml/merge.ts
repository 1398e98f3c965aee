/** Merge: children of the losers move to the winner, the losers go. */
import type { Transaction } from '../runtime/transaction.ts';
import type { SObject } from '../values/sobject.ts';
import { childrenOf, deleteMerged } from './delete.ts';
import { operationFailed } from './failure.ts';
import { requireObjectPermission } from './permissions.ts';
import { countDml, internalOptions, saveRecords, undoOnThrow } from './lists.ts';
import { storedRow } from './storage.ts';
import type { DmlOptions, RowError, RowResult } from './types.ts';

const mergeable = new Set(['Lead', 'Contact', 'Account', 'Case', 'Individual']);
const mostLosers = 2;

export interface MergeOutcome extends RowResult {
    readonly mergedIds: readonly string[];
    readonly movedIds: readonly string[];
}

/**
 * Merges up to two records into the master. Moved children fire no triggers; the losers fire delete triggers
 * (`MasterRecordId` is set in after delete), the master update triggers.
 * Throws DmlException (all-or-none).
 */
export function mergeRecords(
    tx: Transaction,
    master: SObject,
    losers: readonly SObject[],
    options: DmlOptions
): MergeOutcome {
    countDml(tx, losers.length + 1, options);
    const problem = problemOf(tx, master, losers);
    if (problem === null) {
        requireObjectPermission(tx, master.def, 'delete', options);
        requireObjectPermission(tx, master.def, 'update', options);
    }
    const moved: string[] = [];
    const outcome = {
        id: master.id,
        success: true,
        errors: [],
        mergedIds: losers.map((loser) => loser.id!),
        movedIds: moved
    };
    if (problem !== null) {
        if (options.allOrNone) {
            throw operationFailed('Merge', [{ index: 0, id: master.id, errors: [problem] }]);
        }
        return { ...outcome, success: false, errors: [problem], mergedIds: [] };
    }
    undoOnThrow(tx, () => {
        const winners = new Map(losers.map((loser) => [loser.id!, master.id!]));
        deleteMerged(tx, losers, winners, options, () => {
            for (const loser of losers) {
                moveChildren(tx, loser, master.id!, moved);
            }
        });
        saveRecords(tx, 'update', 'Merge', [master], { ...internalOptions, access: options.access });
    });
    return outcome;
}

function problemOf(tx: Transaction, master: SObject, losers: readonly SObject[]): RowError | null {
    const error = (statusCode: string, message: string): RowError => ({ statusCode, message, fields: [] });
    if (!mergeable.has(master.def.name)) {
        return error('INVALID_OPERATION', `Merge is not supported for ${master.def.name}`);
    }
    if (losers.length === 0 || losers.length > mostLosers) {
        return error('INVALID_OPERATION', 'Between one and two records can be merged into the master record');
    }
    if (losers.some((loser) => loser.def !== master.def)) {
        return error('INVALID_OPERATION', 'Records to merge must be of the same type as the master record');
    }
    if (losers.some((loser) => loser.id === master.id)) {
        return error('INVALID_CROSS_REFERENCE_KEY', 'The master record cannot be merged with itself');
    }
    const unknown = [master, ...losers].some(
        (record) => record.id === null || storedRow(tx, master.def, record.id) === null
    );
    return unknown ? error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id') : null;
}

function moveChildren(tx: Transaction, loser: SObject, masterId: string, moved: string[]): void {
    for (const { relationship, rows } of childrenOf(tx, loser.def, loser.id!)) {
        const { childObject, field } = relationship;
        for (const row of rows) {
            tx.store.updateRow(childObject, row.id!, new Map([[field.name, masterId]]));
            moved.push(row.id!);
        }
    }
}
