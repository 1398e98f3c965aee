/** Which rows and fields the running user may see in a query. */
import { sharingPredicate } from '../security/sharing.ts';
import { queryException, unknownField, unknownObject } from './errors.ts';
import type { SoqlQuery } from './ast.ts';
import type { SqlPart } from './conditions.ts';
import type { TouchedField } from './scope.ts';
import type { AccessMode, Transaction } from '../runtime/transaction.ts';
import type { ObjectDef } from '../schema/model.ts';
import type { ApexException } from '../values/exceptions.ts';

/** The mode that a query runs in: its own WITH clause wins over the class that holds it. */
export function accessOfQuery(query: SoqlQuery, caller: AccessMode): AccessMode {
    if (query.with === 'USER_MODE') return { mode: 'user', withSharing: true };
    if (query.with === 'SYSTEM_MODE') return { mode: 'system', withSharing: caller.withSharing };
    return caller;
}

/** Condition that keeps rows which the user may not see out; null when there are none. */
export function sharingCondition(
    tx: Transaction,
    object: ObjectDef,
    alias: string,
    access: AccessMode
): SqlPart | null {
    if (access.mode === 'system' && !access.withSharing) return null;
    return sharingPredicate(tx, object, alias);
}

/** A QueryException that tells `getInaccessibleFields()` what was missing: object name to field names. */
function inaccessible(exception: ApexException, fields: readonly TouchedField[]): ApexException {
    const byObject = new Map<string, Set<string>>();
    for (const { object, field } of fields) {
        const names = byObject.get(object.name) ?? new Set();
        names.add(field.name);
        byObject.set(object.name, names);
    }
    return Object.assign(exception, { inaccessibleFields: byObject });
}

/** Throws QueryException when user mode, or WITH SECURITY_ENFORCED, meets an object or field that the user cannot read. */
export function checkReadable(
    tx: Transaction,
    query: SoqlQuery,
    access: AccessMode,
    from: ObjectDef,
    touched: readonly TouchedField[]
): void {
    const isEnforced = query.with === 'SECURITY_ENFORCED';
    if (access.mode !== 'user' && !isEnforced) return;
    const user = tx.user.access;
    const hidden = touched.filter(
        ({ object, field, isSelected }) =>
            (!isEnforced || isSelected || access.mode === 'user') &&
            object.name !== 'Name' &&
            (!user.canReadObject(object) || !user.canReadField(object, field))
    );
    if (access.mode === 'user' && !user.canReadObject(from)) {
        throw inaccessible(unknownObject(from.name), hidden);
    }
    const first = hidden[0];
    if (!first && user.canReadObject(from)) return;
    if (isEnforced && access.mode !== 'user') {
        throw inaccessible(
            queryException('Insufficient permissions: secure query included inaccessible field'),
            hidden
        );
    }
    if (first) throw inaccessible(unknownField(first.field.name, first.object.name), hidden);
}
