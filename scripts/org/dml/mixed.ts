/** Setup objects (users, groups, ...) and business records may not be saved in one transaction. */
import type { ObjectDef } from '../schema/model.ts';
import type { RunningUser, Transaction } from '../runtime/transaction.ts';
import { dmlException } from '../values/exceptions.ts';
import type { DmlOptions } from './types.ts';

interface Touched {
    setup: string | null;
    other: string | null;
}

const key = Symbol('mixed DML');

/**
 * Notes the kind of object that is saved. System.runAs starts afresh: the state belongs to the running user of the moment.
 * Throws DmlException MIXED_DML_OPERATION.
 */
export function forbidMixedDml(tx: Transaction, def: ObjectDef, verb: string, options: DmlOptions): void {
    if (options.isInternal === true) {
        return;
    }
    const states = tx.slot(key, () => new WeakMap<RunningUser, Touched>());
    let touched = states.get(tx.user);
    if (touched === undefined) {
        touched = { setup: null, other: null };
        states.set(tx.user, touched);
    }
    const conflict = def.isSetupObject ? touched.other : touched.setup;
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
    if (def.isSetupObject) {
        touched.setup = def.name;
    } else {
        touched.other = def.name;
    }
}

/** Forgets what was saved: Test.startTest and Test.stopTest begin a new context. */
export function forgetMixedDml(tx: Transaction): void {
    tx.slot(key, () => new WeakMap<RunningUser, Touched>()).delete(tx.user);
}
