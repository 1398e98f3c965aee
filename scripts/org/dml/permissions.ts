/** What the running user may save: object and field permissions in user mode, record sharing where it applies. */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { recordAccess } from '../security/sharing.ts';
import { apexException, dmlException } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { alive, fail } from './types.ts';
import type { DmlOptions, RowError, SaveChunk, SaveRow } from './types.ts';

/** True when sharing of records limits this operation. */
function enforcesSharing(options: DmlOptions): boolean {
    return options.isInternal !== true && (options.access.mode === 'user' || options.access.withSharing);
}

/** Objects that take no DML at all, whoever asks. Throws TypeException. */
export function requireDmlAllowed(
    def: ObjectDef,
    operation: 'insert' | 'update' | 'delete' | 'undelete',
    options: DmlOptions
): void {
    const allowed =
        operation === 'insert' ? def.isCreateable : operation === 'update' ? def.isUpdateable : def.isDeletable;
    if ((!allowed || def.kind === 'customMetadata' || def.kind === 'platformEvent') && options.isInternal !== true) {
        const verb = operation.charAt(0).toUpperCase() + operation.slice(1);
        throw apexException('TypeException', `DML operation ${verb.toUpperCase()} not allowed on ${def.name}`);
    }
}

/** Object permission in user mode. Throws SecurityException. */
export function requireObjectPermission(
    tx: Transaction,
    def: ObjectDef,
    operation: 'insert' | 'update' | 'delete' | 'undelete',
    options: DmlOptions
): void {
    if (options.access.mode !== 'user' || options.isInternal === true) {
        return;
    }
    const access = tx.user.access;
    const allowed =
        operation === 'insert'
            ? access.canCreateObject(def)
            : operation === 'update'
              ? access.canEditObject(def)
              : access.canDeleteObject(def);
    if (!allowed) {
        throw apexException('SecurityException', `Access to entity '${def.name}' denied`);
    }
}

/** Fields of the caller's records that the user may not write, in user mode. */
export function inaccessibleFields(
    tx: Transaction,
    def: ObjectDef,
    rows: readonly SaveRow[],
    operation: 'insert' | 'update'
): FieldDef[] {
    const found = new Map<string, FieldDef>();
    for (const row of rows) {
        for (const name of row.source.fields.keys()) {
            // A parent named by its external id writes the lookup.
            const field = def.fields.get(name.toLowerCase()) ?? writtenLookup(tx, def, row, name);
            if (field !== undefined && !mayWrite(tx, def, field, operation)) {
                found.set(field.name, field);
            }
        }
    }
    return [...found.values()];
}

function writtenLookup(tx: Transaction, def: ObjectDef, row: SaveRow, name: string): FieldDef | undefined {
    const parent: unknown = row.source.fields.get(name);
    const isNamedByKey = parent instanceof SObject && parent.queried === null && parent.id === null;
    return isNamedByKey ? tx.schema.parentRelationship(def, name) : undefined;
}

function mayWrite(tx: Transaction, def: ObjectDef, field: FieldDef, operation: 'insert' | 'update'): boolean {
    if (field.type === 'id' || field.formula !== undefined) {
        return true;
    }
    const isWritable = operation === 'insert' ? field.isCreateable : field.isUpdateable;
    if (!isWritable) {
        // System fields of a queried record travel along; a field that can be written only once does not.
        return !field.isCreateable || operation === 'insert';
    }
    // Every populated field counts, also one that was only queried and not changed.
    return tx.user.access.canEditField(def, field);
}

/** The exception that the platform throws for inaccessible fields; `getDmlFieldNames(0)` names them. */
export function requireFieldPermissions(tx: Transaction, chunk: SaveChunk): void {
    if (chunk.options.access.mode !== 'user' || chunk.options.isInternal === true) {
        return;
    }
    const fields = inaccessibleFields(tx, chunk.def, alive(chunk.rows), chunk.operation);
    if (fields.length === 0) {
        return;
    }
    const message = `Operation failed due to fields being inaccessible on Sobject ${chunk.def.name}, check errors on Exception or Result!`;
    const names = fields.map((field) => field.name);
    if (chunk.options.allOrNone) {
        const errors = chunk.rows.map((row) => ({
            index: row.index,
            id: row.source.id,
            message,
            statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
            fields: names
        }));
        throw dmlException(message, errors);
    }
    for (const row of alive(chunk.rows)) {
        const own = inaccessibleFields(tx, chunk.def, [row], chunk.operation).map((field) => field.name);
        if (own.length > 0) {
            fail(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, own);
        }
    }
}

/** Edit access to every row of an update, where sharing applies. */
export function checkEditAccess(tx: Transaction, chunk: SaveChunk): void {
    if (!enforcesSharing(chunk.options) || chunk.operation === 'insert') {
        return;
    }
    for (const row of alive(chunk.rows)) {
        if (!recordAccess(tx, chunk.def, row.source.id!, 'edit')) {
            fail(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
        }
    }
}

/** Access to the records that new references point to: edit on a master, read on others. */
export function checkReferenceAccess(tx: Transaction, chunk: SaveChunk): void {
    if (!enforcesSharing(chunk.options)) {
        return;
    }
    for (const row of alive(chunk.rows)) {
        for (const field of chunk.def.fields.values()) {
            const id = row.source.fields.get(field.name) ?? null;
            if (field.type !== 'reference' || id === null || field.name === 'OwnerId') {
                continue;
            }
            if (row.old !== null && row.old.fields.get(field.name) === id) {
                continue;
            }
            checkOneReference(tx, row, field, String(id));
        }
    }
}

function checkOneReference(tx: Transaction, row: SaveRow, field: FieldDef, id: string): void {
    const target = tx.schema.objectByPrefix(id.slice(0, 3));
    if (target === undefined) {
        return;
    }
    const level = field.isMasterDetail === true ? 'edit' : 'read';
    if (tx.store.row(target, id) && !recordAccess(tx, target, id, level)) {
        fail(
            row,
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
            `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
            []
        );
    }
}

/** Delete access to one row, where sharing applies. */
export function checkDeleteAccess(
    tx: Transaction,
    def: ObjectDef,
    row: { errors: RowError[]; id: string },
    options: DmlOptions
): void {
    if (enforcesSharing(options) && !recordAccess(tx, def, row.id, 'delete')) {
        fail(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
    }
}
