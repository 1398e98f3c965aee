/** What the server asks of an org: the whole of it in JSON terms. The engine is behind it; tests put a small double there. */
import type { DebugLog } from '../engine/debugLogs.ts';
import type { RestAnswer, RestCall } from '../lib/rest.ts';
import type { ObjectDef, Schema } from '../schema/model.ts';
import type { UserAccess } from '../security/access.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A record as REST answers with it: `attributes`, fields, parents as records, children as `{totalSize, done, records}`. */
export interface JsonRecord {
    readonly attributes: { readonly type: string; readonly url?: string };
    readonly [field: string]: unknown;
}

export interface HostUser {
    readonly id: string;
    readonly alias: string;
    readonly userName: string;
    readonly name: string;
    readonly email: string;
    readonly profile: string;
    readonly role: string;
    /** IANA name. */
    readonly timeZone: string;
    readonly locale: string;
    readonly isPersona: boolean;
    readonly personaLabel: string;
}

export interface Organization {
    /** 18 characters. */
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly language: string;
    readonly locale: string;
}

export interface RecordInput {
    /** Any spelling of an object's API name. */
    readonly type: string;
    /** Id of the record to update or delete. */
    readonly id?: string;
    /** Field or relationship name to JSON value, as in a REST body. */
    readonly fields: Readonly<Record<string, unknown>>;
}

/** Outcome of a block of Apex, as the Apex API tells it. */
export interface AnonymousAnswer {
    readonly compiled: boolean;
    readonly compileProblem: string | null;
    readonly line: number;
    readonly column: number;
    readonly success: boolean;
    readonly exceptionMessage: string | null;
    readonly exceptionStackTrace: string | null;
    /** Lines of debug output. */
    readonly log: readonly string[];
    readonly debugLog: string;
}

export type SaveOperation = 'insert' | 'update' | 'upsert' | 'delete';

export interface SaveOptions {
    /** True: one failure undoes all; the others report that they were rolled back. */
    readonly allOrNone: boolean;
    /** Upsert only; default Id. */
    readonly externalIdField?: string;
}

export interface SaveResult {
    readonly id: string | null;
    readonly success: boolean;
    readonly created?: boolean;
    readonly errors: readonly {
        readonly statusCode: string;
        readonly message: string;
        readonly fields: readonly string[];
    }[];
}

export interface QueryOptions {
    /** How datetimes end: `Z` in the UI API, `+0000` in REST. */
    readonly utcSuffix?: 'Z' | '+0000';
}

export interface Gateway {
    readonly schema: Schema;
    readonly organization: Organization;
    readonly users: readonly HostUser[];
    /** API name of the app that opens first. */
    readonly defaultApp: string | null;

    /** Time of the org in milliseconds since the epoch. */
    now(): number;
    /** The next instant after now at which something is scheduled or a configured field falls due; null: nothing. */
    nextDue(): number | null;
    /** Next instant at which a job is scheduled; null: none. */
    nextScheduled(): number | null;
    /** Moves the clock forward and runs what is scheduled on the way. */
    advanceTo(epochMs: number): void;

    access(userId: string): UserAccess;
    /** Runs a query as the user: object, field and record access apply. */
    query(userId: string, soql: string, options?: QueryOptions): JsonRecord[];
    /** Number of rows of a `SELECT COUNT()` query. */
    count(userId: string, soql: string): number;
    save(userId: string, operation: SaveOperation, rows: readonly RecordInput[], options: SaveOptions): SaveResult[];
    /** Calls an @AuraEnabled method. Throws HttpError with the body that a component receives. */
    callApex(
        userId: string,
        className: string,
        method: string,
        params: Readonly<Record<string, Json>>,
        mustBeCacheable: boolean
    ): Json;
    /** Calls an Apex REST method. Its answer, errors included, goes out as it is. */
    callRest(userId: string, call: RestCall): RestAnswer;
    /** Debug logs of requests and jobs, oldest first. */
    debugLogs(): readonly DebugLog[];
    deleteDebugLog(number: number): void;
    /** Names of the classes with tests. */
    testClasses(): readonly string[];
    /** Compiles and runs a block of Apex as the user. */
    executeAnonymous(userId: string, text: string): AnonymousAnswer;
    /** Object by any spelling. Throws HttpError 404 when there is none. */
    object(name: string): ObjectDef;
}
