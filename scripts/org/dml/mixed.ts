/** Setup objects (users, groups, ...) and business records may not be saved in one transaction. */
import type { ObjectDef } from '../schema/model.ts';
import type { RunningUser, Transaction } from '../runtime/transaction.ts';
import type { SObject } from '../values/sobject.ts';
import { dmlException } from '../values/exceptions.ts';
import type { DmlOptions } from './types.ts';

interface Touched {
    setup: string | null;
    other: string | null;
}

const key = Symbol('mixed DML');

/** Objects that do not mix with others, in lower case. Groups may be inserted and updated freely. */
const setupObjects = new Set([
    'fieldpermissions',
    'groupmember',
    'objectpermissions',
    'permissionset',
    'permissionsetassignment',
    'permissionsetgroup',
    'permissionsetgroupcomponent',
    'queuesobject',
    'setupentityaccess',
    'userrole'
]);
/** Changing one of these fields of a user makes the update a set-up operation. */
const guardedUserFields = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

/**
 * Notes the kind of object that is saved. System.runAs starts afresh: the state belongs to the running user of the moment.
 * Throws DmlException MIXED_DML_OPERATION.
 */
export function forbidMixedDml(
    tx: Transaction,
    def: ObjectDef,
    operation: 'insert' | 'update' | 'delete' | 'undelete',
    verb: string,
    records: readonly SObject[],
    options: DmlOptions
): void {
    if (options.isInternal === true) {
        return;
    }
    const isSetup = isSetupOperation(def, operation, records);
    // Users without a role, and groups, go with everything.
    if (!isSetup && def.isSetupObject) {
        return;
    }
    const touched = touchedBy(tx);
    const conflict = isSetup ? touched.other : touched.setup;
    if (conflict !== null) {
        const message =
            'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ' +
            `${def.name}, original object: ${conflict}`;
        const error = { index: 0, id: null, message, statusCode: 'MIXED_DML_OPERATION', fields: [] };
        throw dmlException(
            `${verb} failed. First exception on row 0; first error: MIXED_DML_OPERATION, ${message}: []`,
            [error]
        );
    }
    if (isSetup) {
        touched.setup = def.name;
    } else {
        touched.other = def.name;
    }
}

function isSetupOperation(def: ObjectDef, operation: string, records: readonly SObject[]): boolean {
    const own = records.filter((record) => record.def === def);
    switch (def.name) {
        case 'User':
            return operation === 'insert'
                ? own.some((record) => (record.fields.get('UserRoleId') ?? null) !== null)
                : own.some((record) => guardedUserFields.some((name) => record.fields.has(name)));
        case 'Group':
            return operation === 'delete' || operation === 'undelete';
        default:
            return setupObjects.has(def.name.toLowerCase());
    }
}

function touchedBy(tx: Transaction): Touched {
    const states = tx.slot(key, () => new WeakMap<RunningUser, Touched>());
    let touched = states.get(tx.user);
    if (touched === undefined) {
        touched = { setup: null, other: null };
        states.set(tx.user, touched);
    }
    return touched;
}

/** Forgets what was saved: a test begins a new context after its set-up and around startTest and stopTest. */
export function forgetMixedDml(tx: Transaction): void {
    tx.slot(key, () => new WeakMap<RunningUser, Touched>()).delete(tx.user);
}
