/** What the job queue needs of the engine. */
import type { Schema, ObjectDef } from '../schema/model.ts';
import type { Program, Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { ApexObject } from '../values/exceptions.ts';

export interface JobHost {
    readonly schema: Schema;
    program(): Program;
    invoke(target: Value, method: string, args: readonly Value[]): Value;
    isInstance(target: Value, typeName: string): boolean;
    /** An instance without running a constructor. */
    allocate(className: string): ApexObject | undefined;
    /**
     * Runs work in a transaction of its own: commits on return, rolls back on throw. Inside a test the transaction is
     * part of the test's.
     */
    inTransaction<T>(userId: string, context: Transaction['context'], work: (tx: Transaction) => T): T;
    /** Writes a row of a set-up object past triggers and validation; returns its id. */
    insertRow(tx: Transaction, object: string, values: Readonly<Record<string, Value>>): string;
    updateRow(tx: Transaction, object: string, id: string, values: Readonly<Record<string, Value>>): void;
    deleteRow(tx: Transaction, object: string, id: string): void;
    rows(tx: Transaction, object: string, field: string, value: Value): { id: string; get(field: string): Value }[];
    /** Text for AsyncApexJob.ExtendedStatus and the log. */
    errorText(error: unknown): string;
    /** Turns JavaScript errors of compiled code into Apex exceptions. */
    normalizeError(error: unknown): unknown;
    log(line: string): void;
    /** Runs the after insert triggers of a platform event for a batch of events. */
    fireEventTriggers(tx: Transaction, object: ObjectDef, events: readonly Value[]): void;
    readonly automatedUserId: string;
}
