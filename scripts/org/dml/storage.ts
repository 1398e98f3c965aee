/** Rows of the store as the save process needs them. */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { calculate } from '../formula/recordContext.ts';
import { rowsWhere } from '../store/select.ts';
import { SObject } from '../values/sobject.ts';

/** The stored row with its calculated fields, or null when there is none or it is in the recycle bin. */
export function storedRow(tx: Transaction, def: ObjectDef, id: string): SObject | null {
    const row = tx.store.row(def, id);
    if (row === undefined || row === null || row.fields.get('IsDeleted') === true) {
        return null;
    }
    return row;
}

/** Same with calculated fields filled in, as triggers see it. */
export function completeRow(tx: Transaction, def: ObjectDef, id: string): SObject | null {
    const row = storedRow(tx, def, id);
    if (row !== null) {
        calculate(tx, row);
    }
    return row;
}

/** Rows (not deleted) whose field has one of the values. */
export function rowsByField(tx: Transaction, def: ObjectDef, field: FieldDef, values: readonly string[]): SObject[] {
    const rows: SObject[] = [];
    for (const value of new Set(values)) {
        rows.push(...rowsWhere(tx.store, def, { [field.name]: value }));
    }
    return rows;
}

/** A copy with the same values: parent records and child lists stay out, and nothing counts as queried. */
export function copyOf(record: SObject): SObject {
    const copy = new SObject(record.def);
    for (const [name, value] of record.fields) {
        if (record.def.fields.has(name.toLowerCase())) {
            copy.load(name, value);
        }
    }
    return copy;
}
