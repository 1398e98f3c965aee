/** `UserRecordAccess` has no rows of its own: it answers `WHERE UserId = x AND RecordId IN (...)`. */
import { recordAccess } from '../security/sharing.ts';
import { SObject } from '../values/sobject.ts';
import { queryException } from './errors.ts';
import { listValues, literalValue } from './filterValues.ts';
import type { SoqlCondition, SoqlQuery } from './ast.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import type { ObjectDef } from '../schema/model.ts';
import { Unsupported } from '../values/exceptions.ts';

function comparisons(condition: SoqlCondition | null): Extract<SoqlCondition, { kind: 'comparison' }>[] {
    if (condition === null) return [];
    if (condition.kind === 'comparison') return [condition];
    if (condition.kind === 'and') return condition.operands.flatMap(comparisons);
    throw queryException('UserRecordAccess can only be filtered by UserId and RecordId');
}

/** Rows for the records that the condition names. Only the running user can be asked for. */
export function recordAccessRows(
    tx: Transaction,
    query: SoqlQuery,
    binds: readonly Value[],
    object: ObjectDef
): SObject[] {
    const context = { tx, binds };
    const ids: string[] = [];
    const wanted = new Map<string, boolean>();
    let userId: string | null = null;
    for (const { left, operator, right } of comparisons(query.where)) {
        const name = left.kind === 'field' ? (left.path.at(-1) ?? '').toLowerCase() : '';
        const field = tx.schema.field(object, name);
        if (!field || right.kind === 'query')
            throw queryException(`No such column '${name}' on entity 'UserRecordAccess'.`);
        const items = right.kind === 'list' ? right.items : [right];
        if (name === 'userid') userId = String(literalValue(context, field, items[0] ?? { kind: 'null' }));
        else if (name === 'recordid') ids.push(...listValues(context, { ...field, field }, items).map(String));
        else if (field.type === 'boolean' && operator === '=' && right.kind !== 'list')
            wanted.set(field.name, Boolean(literalValue(context, field, right)));
        else throw new Unsupported(`SOQL filter UserRecordAccess.${name}`);
    }
    if (userId !== tx.user.id) throw new Unsupported('UserRecordAccess of another user');
    const rows: SObject[] = [];
    for (const id of ids) {
        const target = tx.schema.objectByPrefix(id.slice(0, 3));
        if (!target || !tx.store.row(target, id)) continue;
        const can = (level: 'read' | 'edit' | 'delete'): boolean => {
            const user = tx.user.access;
            const allowed =
                level === 'read'
                    ? user.canReadObject(target)
                    : level === 'edit'
                      ? user.canEditObject(target)
                      : target.isDeletable && user.canDeleteObject(target);
            return allowed && recordAccess(tx, target, id, level);
        };
        const record = new SObject(object);
        record.load('RecordId', id);
        record.load('UserId', userId);
        const [read, edit, remove] = [can('read'), can('edit'), can('delete')];
        record.load('HasReadAccess', read);
        record.load('HasEditAccess', edit);
        record.load('HasDeleteAccess', remove);
        record.load('HasTransferAccess', remove);
        record.load('HasAllAccess', remove);
        record.load('MaxAccessLevel', remove ? 'All' : edit ? 'Edit' : read ? 'Read' : 'None');
        if ([...wanted].some(([name, value]) => record.fields.get(name) !== value)) continue;
        record.queried = new Set([...object.fields.values()].map((field) => field.name));
        rows.push(record);
    }
    return rows;
}
