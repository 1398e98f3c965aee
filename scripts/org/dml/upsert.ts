/** Upsert: each record is inserted or updated, depending on its Id or on an external id that is already there. */
import type { FieldDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { rowsWhere } from '../store/select.ts';
import { apexException } from '../values/exceptions.ts';
import type { SObject } from '../values/sobject.ts';
import { operationFailed } from './failure.ts';
import { countDml, newRow, saveRows, undoOnThrow } from './lists.ts';
import { alive, fail } from './types.ts';
import type { DmlOptions, RowResult, SaveRow } from './types.ts';

/**
 * @param externalIdField canonical field name; null for the Id
 * Throws DmlException (all-or-none), SObjectException when the field cannot identify records.
 */
export function upsertRecords(
    tx: Transaction,
    records: readonly SObject[],
    externalIdField: string | null,
    options: DmlOptions
): RowResult[] {
    if (records.length === 0) {
        return [];
    }
    countDml(tx, records.length, options);
    const rows = records.map(newRow);
    const created = new Set<SaveRow>();
    const isById = externalIdField === null || externalIdField.toLowerCase() === 'id';
    if (isById) {
        rows.filter((row) => row.source.id === null).forEach((row) => created.add(row));
    } else {
        matchByKey(tx, rows, keyField(records[0]!, externalIdField), created);
    }
    const save = (): void => {
        if (options.allOrNone && rows.some((row) => row.errors.length > 0)) {
            throw operationFailed(
                'Upsert',
                rows.map((row) => ({ index: row.index, id: row.source.id, errors: row.errors }))
            );
        }
        const good = alive(rows);
        const updates = good.filter((row) => !created.has(row));
        const inserts = good.filter((row) => created.has(row));
        if (inserts.length > 0) {
            saveRows(tx, 'insert', 'Upsert', inserts, options);
        }
        if (updates.length > 0) {
            saveRows(tx, 'update', 'Upsert', updates, options);
        }
    };
    const matched = isById ? [] : rows.filter((row) => !created.has(row));
    try {
        if (options.allOrNone) {
            undoOnThrow(tx, save);
        } else {
            save();
        }
    } catch (problem) {
        // Nothing was saved: records that were only matched, or inserted before another failed, keep no id.
        [...matched, ...created].forEach((row) => row.source.fields.delete('Id'));
        throw problem;
    }
    return rows.map((row) => ({
        id: row.id ?? row.source.id,
        success: row.errors.length === 0,
        created: row.errors.length === 0 && created.has(row),
        errors: row.errors
    }));
}

function keyField(record: SObject, name: string): FieldDef {
    const field = record.def.fields.get(name.toLowerCase());
    if (field === undefined || !(field.isExternalId || field.isUnique || field.type === 'id')) {
        throw apexException(
            'SObjectException',
            `Invalid field for upsert, must be an External Id custom or standard indexed field: ${name}`
        );
    }
    return field;
}

function matchByKey(tx: Transaction, rows: readonly SaveRow[], field: FieldDef, created: Set<SaveRow>): void {
    const keyOf = (row: SaveRow): string | null => {
        const value: Value = row.source.fields.get(field.name) ?? null;
        return value === null ? null : field.isCaseSensitive ? String(value) : String(value).toLowerCase();
    };
    const twice = repeated(rows.map(keyOf));
    for (const row of rows) {
        const value: Value = row.source.fields.get(field.name) ?? null;
        if (value === null) {
            if (row.source.id === null) {
                created.add(row);
            }
            continue;
        }
        if (twice.has(keyOf(row))) {
            fail(row, 'DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [field.name]);
            continue;
        }
        const found = rowsWhere(tx.store, row.source.def, { [field.name]: value });
        if (found.length === 0) {
            created.add(row);
        } else if (found.length === 1) {
            row.source.load('Id', found[0]!.id);
        } else {
            fail(
                row,
                'DUPLICATE_EXTERNAL_ID',
                `${field.name}: more than one record found for external id field: [${found.map((each) => each.id).join(', ')}]`,
                [field.name]
            );
        }
    }
}

/** Values that are there more than once. */
function repeated(values: readonly (string | null)[]): ReadonlySet<string | null> {
    const seen = new Set<string | null>();
    return new Set(values.filter((value) => value !== null && seen.size === seen.add(value).size));
}
