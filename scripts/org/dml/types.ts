/** What callers pass to a save and what they get back. */
import type { ObjectDef } from '../schema/model.ts';
import type { AccessMode } from '../runtime/transaction.ts';
import type { SObject } from '../values/sobject.ts';

export interface DmlOptions {
    /** True: the first failure undoes everything and throws. False: good rows stay, bad rows report. */
    readonly allOrNone: boolean;
    readonly access: AccessMode;
    /** True while the platform itself saves (roll-ups, conversion): read-only fields may be set, nothing is counted. */
    readonly isInternal?: boolean;
    /** True: text that is too long is cut instead of refused. */
    readonly truncates?: boolean;
}

export interface RowError {
    readonly message: string;
    readonly statusCode: string;
    /** Canonical field names; empty for errors of the whole record. */
    readonly fields: readonly string[];
}

export interface RowResult {
    id: string | null;
    success: boolean;
    /** Upsert only: true when the row was inserted. */
    created?: boolean;
    errors: RowError[];
}

export type SaveOperation = 'insert' | 'update';

/** One record on its way through the order of execution. */
export interface SaveRow {
    /** Position in the caller's list. */
    readonly index: number;
    /** The caller's record; it gets the id of an insert and nothing else. */
    readonly source: SObject;
    /** What is stored before an update; null for an insert. */
    old: SObject | null;
    /** The record that before triggers change and that is saved: the stored row with the caller's values over it. */
    record: SObject;
    errors: RowError[];
    /** Null until an insert was stored. */
    id: string | null;
}

/** One chunk of at most 200 records of one object. */
export interface SaveChunk {
    readonly operation: SaveOperation;
    readonly def: ObjectDef;
    readonly options: DmlOptions;
    readonly rows: SaveRow[];
}

/** Records that the platform passes to triggers at once. */
export const chunkSize = 200;

/** Rows without an error so far. */
export function alive<T extends { errors: RowError[] }>(rows: readonly T[]): T[] {
    return rows.filter((row) => row.errors.length === 0);
}

/** Marks a row as failed. */
export function fail(
    row: { errors: RowError[] },
    statusCode: string,
    message: string,
    fields: readonly string[] = []
): void {
    row.errors.push({ statusCode, message, fields });
}
