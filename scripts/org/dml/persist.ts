/** Writing of rows that passed every check: unique values, ids, audit fields. */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { forgetSharing } from '../security/sharing.ts';
import { apexEquals } from '../values/equality.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDatetime } from '../values/temporal.ts';
import { shareObjectName } from '../schema/assemble.ts';
import { rowsWhere } from '../store/select.ts';
import { rowsByField } from './storage.ts';
import { fail } from './types.ts';
import type { SaveChunk, SaveRow } from './types.ts';

/** Stores one row; a duplicate of a unique value becomes an error of the row. */
export function persistRow(tx: Transaction, chunk: SaveChunk, row: SaveRow): void {
    if (chunk.def.isSetupObject) {
        forgetSharing(tx);
    }
    if (!uniqueValuesAreFree(tx, chunk, row)) {
        return;
    }
    stampAudit(tx, chunk, row);
    if (chunk.operation === 'insert') {
        row.id = tx.store.nextId(chunk.def);
        row.record.load('Id', row.id);
        nameNewRow(tx, chunk.def, row);
        startRollups(row);
        tx.store.insertRow(chunk.def, row.record.fields);
    } else {
        tx.store.updateRow(chunk.def, row.record.id!, row.record.fields);
        dropManualShares(tx, chunk.def, row);
    }
}

function uniqueValuesAreFree(tx: Transaction, chunk: SaveChunk, row: SaveRow): boolean {
    for (const field of chunk.def.fields.values()) {
        const value = row.record.fields.get(field.name) ?? null;
        if (!field.isUnique || value === null || field.isAutoNumber) {
            continue;
        }
        if (row.old !== null && apexEquals(value, row.old.fields.get(field.name) ?? null) && !field.isCaseSensitive) {
            continue;
        }
        const other = ownerOfValue(tx, chunk.def, field, value, row.record.id);
        if (other !== null) {
            failDuplicate(chunk.def, row, field, other);
            return false;
        }
    }
    return true;
}

function failDuplicate(def: ObjectDef, row: SaveRow, field: FieldDef, other: string): void {
    if (def.name === 'User' && field.name === 'Username') {
        const text =
            'Duplicate Username.<br>The username already exists in this or another Salesforce organization. ' +
            "Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address). ";
        fail(row, 'DUPLICATE_USERNAME', text, ['Username']);
        return;
    }
    const message = `duplicate value found: ${field.name} duplicates value on record with id: ${other.slice(0, 15)}`;
    fail(row, 'DUPLICATE_VALUE', message, []);
}

// Columns compare without regard to case unless the field says otherwise; the recycle bin does not count.
function ownerOfValue(
    tx: Transaction,
    def: ObjectDef,
    field: FieldDef,
    value: Value,
    ownId: string | null
): string | null {
    const rows = rowsWhere(tx.store, def, { [field.name]: value });
    const other = rows.find((each) => each.id !== ownId);
    return other?.id ?? null;
}

function stampAudit(tx: Transaction, chunk: SaveChunk, row: SaveRow): void {
    const now = ApexDatetime.fromEpochMs(Math.floor(tx.clock.now() / 1000) * 1000);
    const set = (name: string, value: Value): void => {
        if (chunk.def.fields.has(name.toLowerCase())) {
            row.record.load(name, value);
        }
    };
    if (chunk.operation === 'insert') {
        set('CreatedDate', now);
        set('CreatedById', tx.user.id);
        set('IsDeleted', false);
    }
    set('LastModifiedDate', now);
    set('LastModifiedById', tx.user.id);
    set('SystemModstamp', now);
}

/** A master without details counts none, and their sum is nothing. */
function startRollups(row: SaveRow): void {
    for (const { name, rollup } of row.record.def.fields.values()) {
        if (rollup?.operation === 'count' || rollup?.operation === 'sum') {
            row.record.load(name, Decimal.of(0));
        }
    }
}

function nameNewRow(tx: Transaction, def: ObjectDef, row: SaveRow): void {
    for (const field of def.fields.values()) {
        if (field.isAutoNumber) {
            row.record.load(
                field.name,
                autoNumber(
                    field.autoNumberFormat ?? '{0}',
                    tx.store.nextNumber(`${def.name}.${field.name}`),
                    tx.clock.now()
                )
            );
        } else if (
            field.isNameField &&
            def.kind !== 'standard' &&
            (row.record.fields.get(field.name) ?? null) === null
        ) {
            row.record.load(field.name, row.id);
        }
    }
}

/** `HO-{00000}` and 7 give `HO-00007`; `{YYYY}`, `{YY}`, `{MM}`, `{DD}` are parts of today's date (GMT). */
export function autoNumber(format: string, number: number, epochMs: number): string {
    const today = new Date(epochMs).toISOString();
    return format
        .replaceAll('{YYYY}', today.slice(0, 4))
        .replaceAll('{YY}', today.slice(2, 4))
        .replaceAll('{MM}', today.slice(5, 7))
        .replaceAll('{DD}', today.slice(8, 10))
        .replace(/\{(0+)\}/, (_all, zeros: string) => String(number).padStart(zeros.length, '0'));
}

// Shares that people made by hand go when the owner changes; those of Apex managed sharing stay.
function dropManualShares(tx: Transaction, def: ObjectDef, row: SaveRow): void {
    const before = row.old?.fields.get('OwnerId') ?? null;
    const after = row.record.fields.get('OwnerId') ?? null;
    const shareDef = tx.schema.object(shareObjectName(def));
    if (before === null || before === after || shareDef === undefined) {
        return;
    }
    const parent = shareDef.fields.get('parentid') ?? shareDef.fields.get(`${def.name}id`.toLowerCase());
    for (const share of parent === undefined ? [] : rowsByField(tx, shareDef, parent, [row.record.id!])) {
        if (share.fields.get('RowCause') === 'Manual') {
            tx.store.purgeRow(shareDef, share.id!);
        }
    }
}
