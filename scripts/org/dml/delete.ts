/** Delete and undelete, with what happens to the records that point to the deleted ones. */
import type { ChildRelationship, ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { calculate } from '../formula/recordContext.ts';
import { forgetSharing } from '../security/sharing.ts';
import { rowsWhere } from '../store/select.ts';
import { apexException } from '../values/exceptions.ts';
import type { SObject } from '../values/sobject.ts';
import { operationFailed } from './failure.ts';
import { forbidMixedDml } from './mixed.ts';
import { checkDeleteAccess, requireDmlAllowed, requireObjectPermission } from './permissions.ts';
import { updateRollups } from './rollups.ts';
import { countDml, undoOnThrow } from './lists.ts';
import { shareWithoutMembers } from './sharingRules.ts';
import { copyOf, rowsByField, storedRow } from './storage.ts';
import { fireTriggers } from './triggers.ts';
import { alive, chunkSize, fail } from './types.ts';
import type { DmlOptions, RowError, RowResult } from './types.ts';

interface DeleteRow {
    readonly index: number;
    readonly id: string;
    readonly def: ObjectDef;
    record: SObject | null;
    errors: RowError[];
}

/** Winner of a merge by loser id: the losers' `MasterRecordId`. */
export type MergeWinners = ReadonlyMap<string, string>;

const attempts = 3;

/** Moves records to the recycle bin. With allOrNone a failure throws DmlException and nothing is deleted. */
export function deleteRecords(tx: Transaction, records: readonly SObject[], options: DmlOptions): RowResult[] {
    if (records.length === 0) {
        return [];
    }
    countDml(tx, records.length, options);
    const rows = rowsOf(records, 'delete');
    for (const def of new Set(rows.map((row) => row.def))) {
        requireDmlAllowed(def, 'delete', options);
        requireObjectPermission(tx, def, 'delete', options);
        forbidMixedDml(tx, def, 'delete', 'Delete', records, options);
    }
    runChunks(tx, 'Delete', rows, options, (chunk) => deleteChunk(tx, chunk, options, new Map()));
    return rows.map(resultOf);
}

/** Deletes the losers of a merge; their children were moved before. */
export function deleteMerged(
    tx: Transaction,
    records: readonly SObject[],
    winners: MergeWinners,
    options: DmlOptions,
    moveChildren: () => void
): void {
    const rows = rowsOf(records, 'delete');
    deleteChunk(tx, rows, options, winners, moveChildren);
    if (rows.some((row) => row.errors.length > 0)) {
        throw operationFailed('Merge', rows);
    }
}

/** Takes records out of the recycle bin, with the details that went with them. */
export function undeleteRecords(tx: Transaction, records: readonly SObject[], options: DmlOptions): RowResult[] {
    if (records.length === 0) {
        return [];
    }
    countDml(tx, records.length, options);
    const rows = rowsOf(records, 'undelete');
    for (const def of new Set(rows.map((row) => row.def))) {
        requireDmlAllowed(def, 'undelete', options);
        requireObjectPermission(tx, def, 'undelete', options);
        forbidMixedDml(tx, def, 'undelete', 'Undelete', records, options);
    }
    runChunks(tx, 'Undelete', rows, options, (chunk) => undeleteChunk(tx, chunk));
    return rows.map(resultOf);
}

function resultOf(row: DeleteRow): RowResult {
    return { id: row.id, success: row.errors.length === 0, errors: row.errors };
}

function rowsOf(records: readonly SObject[], call: string): DeleteRow[] {
    const seen = new Set<string>();
    return records.map((record, index) => {
        const id = record.id;
        if (id === null) {
            const error = { statusCode: 'MISSING_ARGUMENT', message: `Id not specified in ${call} call`, fields: [] };
            throw operationFailed(call === 'delete' ? 'Delete' : 'Undelete', [{ index, id: null, errors: [error] }]);
        }
        if (seen.has(id)) {
            throw apexException('ListException', `Duplicate id in list: ${id}`);
        }
        seen.add(id);
        return { index, id, def: record.def, record: null, errors: [] };
    });
}

function runChunks(
    tx: Transaction,
    verb: string,
    rows: readonly DeleteRow[],
    options: DmlOptions,
    run: (chunk: DeleteRow[]) => void
): void {
    const all = (): void => {
        for (let start = 0; start < rows.length; start += chunkSize) {
            runChunk(tx, verb, rows.slice(start, start + chunkSize), options, run);
        }
    };
    if (options.allOrNone) {
        undoOnThrow(tx, all);
    } else {
        all();
    }
}

function runChunk(
    tx: Transaction,
    verb: string,
    rows: DeleteRow[],
    options: DmlOptions,
    run: (chunk: DeleteRow[]) => void
): void {
    for (let attempt = 1; attempt <= attempts; attempt++) {
        const current = alive(rows);
        const savepoint = tx.store.savepoint();
        let isDone = false;
        try {
            for (const def of new Set(current.map((row) => row.def))) {
                run(current.filter((row) => row.def === def));
            }
            isDone = current.every((row) => row.errors.length === 0);
        } finally {
            if (!isDone) {
                tx.store.rollbackTo(savepoint);
            }
            tx.store.release(savepoint);
        }
        if (isDone) {
            return;
        }
        if (options.allOrNone) {
            throw operationFailed(verb, rows);
        }
    }
}

function deleteChunk(
    tx: Transaction,
    rows: readonly DeleteRow[],
    options: DmlOptions,
    winners: MergeWinners,
    afterDelete?: () => void
): void {
    const def = rows[0]!.def;
    for (const row of rows) {
        row.record = storedRow(tx, def, row.id);
        if (row.record === null) {
            const isDeleted = Boolean(tx.store.row(def, row.id));
            fail(
                row,
                isDeleted ? 'ENTITY_IS_DELETED' : 'INVALID_CROSS_REFERENCE_KEY',
                isDeleted ? 'entity is deleted' : 'invalid cross reference id'
            );
        } else {
            checkDeleteAccess(tx, def, row, options);
        }
    }
    if (def.isSetupObject) {
        forgetSharing(tx);
    }
    const view = (
        row: DeleteRow,
        masterRecordId: string | null
    ): { errors: RowError[]; newRecord: null; oldRecord: SObject } => {
        const oldRecord = copyOf(row.record!);
        calculate(tx, oldRecord);
        if (masterRecordId !== null && def.fields.has('masterrecordid')) {
            oldRecord.load('MasterRecordId', masterRecordId);
        }
        oldRecord.readOnly = true;
        return { errors: row.errors, newRecord: null, oldRecord };
    };
    fireTriggers(
        tx,
        def,
        'before delete',
        alive(rows).map((row) => view(row, null))
    );
    for (const row of alive(rows)) {
        const blocker = winners.has(row.id) ? null : restrictingChild(tx, def, row.id);
        if (blocker !== null) {
            const message = `Your attempt to delete ${def.label} could not be completed because it is associated with the following ${blocker.pluralLabel}.: `;
            fail(row, 'DELETE_FAILED', message);
        }
    }
    const good = alive(rows);
    afterDelete?.();
    const touched: Details[] = [];
    for (const row of good) {
        if (!winners.has(row.id)) {
            releaseChildren(tx, def, row.id, touched);
        }
        const winner = winners.get(row.id);
        if (winner !== undefined && def.fields.has('masterrecordid')) {
            tx.store.updateRow(def, row.id, new Map([['MasterRecordId', winner]]));
        }
        tx.store.deleteRow(def, row.id);
    }
    shareWithoutMembers(tx, def);
    fireTriggers(
        tx,
        def,
        'after delete',
        good.map((row) => view(row, winners.get(row.id) ?? null))
    );
    updateRollups(
        tx,
        def,
        good.map((row) => row.record!)
    );
    touched.forEach((details) => updateRollups(tx, details.def, details.records));
}

interface Details {
    readonly def: ObjectDef;
    readonly records: readonly SObject[];
}

// Objects without a recycle bin lose their rows at once.
function isPermanent(def: ObjectDef): boolean {
    return !def.fields.has('isdeleted');
}

/** Records that name that one in a lookup, by relationship. */
export function childrenOf(
    tx: Transaction,
    def: ObjectDef,
    id: string
): { relationship: ChildRelationship; rows: SObject[] }[] {
    return tx.schema
        .childRelationships(def)
        .filter(
            ({ childObject, field }) =>
                field.formula === undefined && hasRows(childObject) && field.name !== 'MasterRecordId'
        )
        .map((relationship) => ({
            relationship,
            rows: rowsByField(tx, relationship.childObject, relationship.field, [id])
        }))
        .filter(({ rows }) => rows.length > 0);
}

/** Objects whose records the store keeps. */
function hasRows(def: ObjectDef): boolean {
    return def.kind !== 'customMetadata' && def.kind !== 'platformEvent' && def.isQueryable;
}

function cascades(relationship: ChildRelationship): boolean {
    const { field, childObject } = relationship;
    return (
        field.isMasterDetail === true ||
        field.deleteConstraint === 'Cascade' ||
        childObject.kind === 'share' ||
        childObject.kind === 'history'
    );
}

function restrictingChild(tx: Transaction, def: ObjectDef, id: string): ObjectDef | null {
    for (const { relationship, rows } of childrenOf(tx, def, id)) {
        if (relationship.field.deleteConstraint === 'Restrict' && !cascades(relationship)) {
            return relationship.childObject;
        }
        if (cascades(relationship)) {
            const blocker = rows
                .map((row) => restrictingChild(tx, relationship.childObject, row.id!))
                .find((each) => each !== null);
            if (blocker) {
                return blocker;
            }
        }
    }
    return null;
}

// Details go with their master and lookups are emptied; neither fires triggers of the children.
function releaseChildren(tx: Transaction, def: ObjectDef, id: string, touched: Details[]): void {
    for (const { relationship, rows } of childrenOf(tx, def, id)) {
        const child = relationship.childObject;
        for (const row of rows) {
            if (cascades(relationship)) {
                releaseChildren(tx, child, row.id!, touched);
                tx.store.deleteRow(child, row.id!);
            } else if (relationship.field.name !== 'OwnerId') {
                tx.store.updateRow(child, row.id!, new Map([[relationship.field.name, null]]));
            }
        }
        if (cascades(relationship)) {
            touched.push({ def: child, records: rows });
        }
    }
}

function undeleteChunk(tx: Transaction, rows: readonly DeleteRow[]): void {
    const def = rows[0]!.def;
    for (const row of rows) {
        const stored = tx.store.row(def, row.id) ?? null;
        if (stored === null || stored.fields.get('IsDeleted') !== true) {
            fail(row, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
            continue;
        }
        restore(tx, def, row.id);
        row.record = storedRow(tx, def, row.id);
    }
    const view = alive(rows).map((row) => {
        const newRecord = copyOf(row.record!);
        calculate(tx, newRecord);
        newRecord.readOnly = true;
        return { errors: row.errors, newRecord, oldRecord: null };
    });
    fireTriggers(tx, def, 'after undelete', view);
    updateRollups(
        tx,
        def,
        alive(rows).map((row) => row.record!)
    );
}

function restore(tx: Transaction, def: ObjectDef, id: string): void {
    tx.store.undeleteRow(def, id);
    for (const relationship of tx.schema.childRelationships(def)) {
        if (!cascades(relationship) || isPermanent(relationship.childObject) || !hasRows(relationship.childObject)) {
            continue;
        }
        const link = { [relationship.field.name]: id, IsDeleted: true };
        for (const row of rowsWhere(tx.store, relationship.childObject, link, { includeDeleted: true })) {
            restore(tx, relationship.childObject, row.id!);
        }
    }
}
