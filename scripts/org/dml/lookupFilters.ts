/** Required lookup filters: what the target of a lookup has to meet, also compared with the record that points to it. */
import { holds } from '../schema/filterLogic.ts';
import type { FieldDef, FilterDef, ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import type { SObject } from '../values/sobject.ts';
import { comparable, fieldValue, meets } from './filters.ts';
import { storedRow } from './storage.ts';
import { fail } from './types.ts';
import type { SaveRow } from './types.ts';

interface Place {
    readonly def: ObjectDef;
    readonly record: SObject;
}

/** Refuses the target of a lookup that does not meet the field's filter. */
export function checkLookupFilter(tx: Transaction, row: SaveRow, field: FieldDef): void {
    const id = row.record.fields.get(field.name) ?? null;
    const { lookupFilter } = field;
    if (lookupFilter === undefined || id === null || row.errors.length > 0) {
        return;
    }
    const def = tx.schema.objectByPrefix(String(id).slice(0, 3));
    const record = def && storedRow(tx, def, String(id));
    if (!def || !record) {
        return;
    }
    const fits = (index: number): boolean => {
        const filter = lookupFilter.filters[index];
        return filter !== undefined && isMet(tx, { def, record }, { def: row.record.def, record: row.record }, filter);
    };
    if (!holds(lookupFilter.logic, fits)) {
        fail(row, 'FIELD_FILTER_VALIDATION_EXCEPTION', lookupFilter.message, [field.name]);
    }
}

function isMet(tx: Transaction, target: Place, source: Place, filter: FilterDef): boolean {
    const left = resolve(tx, target, source, filter.field);
    if (filter.valueField === undefined) {
        return meets(left.field, left.value, filter.operation, filter.value);
    }
    const { value } = resolve(tx, target, source, filter.valueField);
    return meets(left.field, left.value, filter.operation, comparable(value), { isSingle: true });
}

/**
 * The field that a path names, with its value: `Account.Industry` of the target, `$Source.Region__c` of the record that
 * is saved, `$User.Id`, `$Profile.Name` and `$UserRole.Name` of who saves it; each also through lookups.
 */
function resolve(tx: Transaction, target: Place, source: Place, path: string): { field: FieldDef; value: Value } {
    const [start = '', ...names] = path.split('.');
    let place = startOf(tx, target, source, start);
    const last = names.pop() ?? '';
    let def: ObjectDef | undefined = place?.def ?? globalObject(tx, start);
    for (const name of names) {
        const reference: FieldDef | undefined = def && tx.schema.parentRelationship(def, name);
        const id: Value = place && reference ? (place.record.fields.get(reference.name) ?? null) : null;
        def = reference && tx.schema.object(reference.referenceTo?.[0] ?? '');
        const parent = def && id !== null ? storedRow(tx, def, String(id)) : null;
        place = def && parent ? { def, record: parent } : undefined;
    }
    const field = def && tx.schema.field(def, last);
    if (field === undefined) {
        throw new Error(`A lookup filter names ${path}, which is not there`);
    }
    return { field, value: place ? fieldValue(tx, place.record, field) : null };
}

function startOf(tx: Transaction, target: Place, source: Place, start: string): Place | undefined {
    if (start === '$Source') return source;
    if (!start.startsWith('$')) return target;
    const def = globalObject(tx, start);
    const { id, profileId, roleId } = tx.user;
    const key = start === '$User' ? id : start === '$Profile' ? profileId : roleId;
    const record = def && key !== null ? storedRow(tx, def, key) : null;
    return def && record ? { def, record } : undefined;
}

/** Object behind `$User`, `$Profile` and `$UserRole`. */
function globalObject(tx: Transaction, start: string): ObjectDef | undefined {
    return start.startsWith('$') ? tx.schema.object(start.slice(1)) : undefined;
}
