/** The server's gateway over an open org. */
import { deleteRecords, insertRecords, updateRecords, upsertRecords } from '../../dml/save.ts';
import type { DmlOptions, RowResult } from '../../dml/save.ts';
import { controllerMethod, isCacheable } from '../../engine/controllers.ts';
import type { DebugLog } from '../../engine/debugLogs.ts';
import type { Org } from '../../engine/org.ts';
import type { OrgTransaction } from '../../engine/transaction.ts';
import type { RestAnswer, RestCall } from '../../lib/rest.ts';
import type { AccessMode } from '../../runtime/transaction.ts';
import type { FieldDef, ObjectDef } from '../../schema/model.ts';
import { accessOf } from '../../security/access.ts';
import type { UserAccess } from '../../security/access.ts';
import { parseSoql } from '../../soql/parser.ts';
import { countQuery, runDynamic, runQuery } from '../../soql/run.ts';
import { discoverTests } from '../../test/discovery.ts';
import { ApexException, dmlException, isExceptionOf } from '../../values/exceptions.ts';
import { SObject } from '../../values/sobject.ts';
import { badRequest, HttpError, notFound } from '../httpError.ts';
import type {
    AnonymousAnswer,
    Gateway,
    HostUser,
    Json,
    JsonRecord,
    QueryOptions,
    RecordInput,
    SaveOperation,
    SaveOptions,
    SaveResult
} from '../gateway.ts';
import { soqlString } from '../soqlText.ts';
import { recordFromJson, recordToJson } from './recordJson.ts';
import { onlySelected } from './selectedColumns.ts';

/** Requests act as their user: object, field and record access apply, as for REST on the platform. */
const USER_MODE: AccessMode = { mode: 'user', withSharing: true };
const SYSTEM_MODE: AccessMode = { mode: 'system', withSharing: false };

export function orgGateway(org: Org): Gateway {
    return new OrgGateway(org);
}

class OrgGateway implements Gateway {
    readonly users: readonly HostUser[];
    readonly defaultApp: string | null;
    private readonly org: Org;
    private readonly clockStops: readonly { readonly object: string; readonly field: string }[];

    constructor(org: Org) {
        this.org = org;
        this.users = org.world.users
            .filter((user) => user.isActive)
            .flatMap((user) => {
                const id = org.users.get(user.alias);
                if (id === undefined) return [];
                return [
                    {
                        id,
                        alias: user.alias,
                        userName: user.userName,
                        name: [user.firstName, user.lastName].filter(Boolean).join(' '),
                        email: user.email,
                        profile: user.profile,
                        role: user.role ?? '',
                        timeZone: user.timeZone,
                        locale: user.locale,
                        isPersona: user.isPersona,
                        personaLabel: user.personaLabel ?? user.alias
                    }
                ];
            });
        const { app, clockStops } = org.world.rest;
        this.defaultApp = typeof app === 'string' ? app : null;
        this.clockStops = (Array.isArray(clockStops) ? clockStops : []).map((stop: unknown) =>
            this.clockStop(String(stop))
        );
    }

    get schema() {
        return this.org.schema;
    }

    get organization() {
        return { id: this.org.organizationId, ...this.org.world.organization };
    }

    private clockStop(stop: string): { object: string; field: string } {
        const [objectName = '', fieldName = ''] = stop.split('.');
        const def = this.org.schema.object(objectName);
        const field = def && this.org.schema.field(def, fieldName);
        if (!def || field?.type !== 'datetime')
            throw new Error(`"clockStops" of the world file names ${stop}, which is no datetime field of the package.`);
        return { object: def.name, field: field.name };
    }

    now(): number {
        return this.org.clock.now();
    }

    nextDue(): number | null {
        const now = new Date(this.now()).toISOString();
        const stops = this.clockStops.flatMap(({ object, field }) => {
            const [row] = this.inTransaction(this.org.administratorId, (tx) =>
                runDynamic(
                    tx,
                    `SELECT ${field} FROM ${object} WHERE ${field} > ${now} ORDER BY ${field} ASC LIMIT 1`,
                    () => null,
                    SYSTEM_MODE
                )
            );
            const value = row && (recordToJson(row, 'Z')[field] as string | null);
            return value ? [Date.parse(value)] : [];
        });
        return stops.length === 0 ? this.nextScheduled() : Math.min(...stops);
    }

    nextScheduled(): number | null {
        const scheduled = this.org.nextScheduledInstant();
        return scheduled !== null && scheduled > this.now() ? scheduled : null;
    }

    advanceTo(epochMs: number): void {
        this.org.advanceTo(epochMs);
    }

    access(userId: string): UserAccess {
        return accessOf(this.org.schema, this.org.store, userId);
    }

    object(name: string): ObjectDef {
        const def = this.org.schema.object(name);
        if (!def) throw notFound();
        return def;
    }

    query(userId: string, soql: string, options: QueryOptions = {}): JsonRecord[] {
        const parsed = parseSoql(soql);
        const [bind] = parsed.binds;
        if (bind) throw badRequest('MALFORMED_QUERY', `Bind variables only allowed in Apex code: ${bind.source}`);
        const rows = this.inTransaction(userId, (tx) => runQuery(tx, parsed, [], USER_MODE));
        return onlySelected(
            parsed,
            rows.map((row) => recordToJson(row, options.utcSuffix ?? 'Z'))
        );
    }

    count(userId: string, soql: string): number {
        return this.inTransaction(userId, (tx) => countQuery(tx, parseSoql(soql), [], USER_MODE));
    }

    save(userId: string, operation: SaveOperation, rows: readonly RecordInput[], options: SaveOptions): SaveResult[] {
        try {
            return this.inTransaction(userId, (tx) => {
                const results: SaveResult[] = [];
                for (const group of groupsOfOneType(rows)) {
                    const def = this.object(group[0]?.type ?? '');
                    const records = group.map((row) => this.record(tx, def, row));
                    results.push(...this.permittedSave(tx, operation, records, options));
                }
                return results;
            });
        } catch (error) {
            if (error instanceof ApexException && error.dmlErrors.length > 0) return rolledBack(rows, error);
            throw error;
        }
    }

    /** A save that the user has no right to is a failure of its rows, as in every API, and no exception. */
    private permittedSave(
        tx: OrgTransaction,
        operation: SaveOperation,
        records: readonly SObject[],
        options: SaveOptions
    ): SaveResult[] {
        try {
            return this.saveGroup(tx, operation, records, options);
        } catch (error) {
            if (!isExceptionOf(error, 'SecurityException')) throw error;
            const def = records[0]?.def;
            const { statusCode, message } = refusalOf(operation, def, tx.user.access);
            if (options.allOrNone) {
                const rows = records.map(({ id }, index) => ({ index, id, message, statusCode, fields: [] }));
                throw dmlException(message, rows);
            }
            return records.map(() => ({ id: null, success: false, errors: [{ statusCode, message, fields: [] }] }));
        }
    }

    private saveGroup(
        tx: OrgTransaction,
        operation: SaveOperation,
        records: readonly SObject[],
        options: SaveOptions
    ): SaveResult[] {
        const dml: DmlOptions = { allOrNone: options.allOrNone, access: USER_MODE };
        switch (operation) {
            case 'insert':
                return insertRecords(tx, records, dml).map(resultOf);
            case 'update':
                return updateRecords(tx, records, dml).map(resultOf);
            case 'delete':
                return deleteRecords(tx, records, dml).map(resultOf);
            case 'upsert':
                return upsertRecords(tx, records, this.upsertField(records, options), dml).map(resultOf);
        }
    }

    private upsertField(records: readonly SObject[], options: SaveOptions): string | null {
        const name = options.externalIdField;
        if (name === undefined || name.toLowerCase() === 'id') return null;
        const def = records[0]?.def;
        const field = def && this.org.schema.field(def, name);
        if (!field)
            throw badRequest('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
        return field.name;
    }

    private record(tx: OrgTransaction, def: ObjectDef, row: RecordInput): SObject {
        const record = recordFromJson(this.org.schema, def, row.fields, (reference, parent) =>
            this.parentId(tx, reference, parent)
        );
        if (row.id !== undefined) record.put('Id', row.id);
        return record;
    }

    /** Id of the record that an external id names. @throws HttpError 400 when there is none. */
    private parentId(tx: OrgTransaction, reference: FieldDef, parent: Readonly<Record<string, unknown>>): string {
        const { attributes, ...keys } = parent as { attributes?: { type?: string } } & Record<string, unknown>;
        const [key] = Object.entries(keys);
        const def = this.object(attributes?.type ?? reference.referenceTo?.[0] ?? '');
        const field = key && this.org.schema.field(def, key[0]);
        if (!key || !field)
            throw badRequest(
                'INVALID_FIELD',
                `${reference.relationshipName ?? reference.name} needs one external id of ${def.name}`,
                [reference.name]
            );
        const [row] = runDynamic(
            tx,
            `SELECT Id FROM ${def.name} WHERE ${field.name} = ${soqlString(String(key[1]))} LIMIT 1`,
            noBinds,
            USER_MODE
        );
        if (row?.id) return row.id;
        throw badRequest(
            'INVALID_FIELD',
            `Foreign key external ID: ${String(key[1])} not found for field ${field.name} in entity ${def.name}`,
            [reference.name]
        );
    }

    callApex(
        userId: string,
        className: string,
        methodName: string,
        params: Readonly<Record<string, Json>>,
        mustBeCacheable: boolean
    ): Json {
        const method = controllerMethod(this.org.program, className, methodName);
        if (!method) throw apexRefusal(404, `There is no @AuraEnabled method ${className}.${methodName}.`);
        if (mustBeCacheable && !isCacheable(method)) {
            throw apexRefusal(
                500,
                `Apex methods that are to be cached must be marked as @AuraEnabled(cacheable=true): ${className}.${methodName}`
            );
        }
        const answer = this.org.callController(userId, className, methodName, params);
        if (answer.state === 'SUCCESS') return answer.returnValue;
        const { exceptionType, isUserDefinedException, message } = answer.error;
        throw HttpError.withBody(500, { message, exceptionType, isUserDefinedException, stackTrace: '' });
    }

    callRest(userId: string, call: RestCall): RestAnswer {
        return this.org.callRest(userId, call);
    }

    debugLogs(): readonly DebugLog[] {
        return this.org.debugLogs.all;
    }

    deleteDebugLog(number: number): void {
        this.org.debugLogs.delete(number);
    }

    testClasses(): readonly string[] {
        return discoverTests(this.org.program, null).classes.map(({ meta }) => meta.name);
    }

    executeAnonymous(userId: string, text: string): AnonymousAnswer {
        return this.org.executeAnonymous(userId, text);
    }

    private inTransaction<T>(userId: string, work: (tx: OrgTransaction) => T): T {
        return this.org.transaction({ userId }, work);
    }
}

const noBinds = (name: string): never => {
    throw badRequest('MALFORMED_QUERY', `Bind variables only allowed in Apex code: ${name}`);
};

/** What the platform's APIs say to somebody who has no such right on the object. */
function refusalOf(
    operation: SaveOperation,
    def: ObjectDef | undefined,
    access: UserAccess
): { statusCode: string; message: string } {
    if (def && !access.canReadObject(def)) {
        return { statusCode: 'INVALID_TYPE', message: `sObject type '${def.name}' is not supported.` };
    }
    if (operation === 'insert') {
        return {
            statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
            message: `entity type cannot be inserted: ${def?.label ?? ''}`
        };
    }
    return { statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights on object id' };
}

function apexRefusal(status: number, message: string): HttpError {
    return HttpError.withBody(status, {
        message,
        exceptionType: 'System.NoAccessException',
        isUserDefinedException: false,
        stackTrace: ''
    });
}

/** Runs of rows of one type: a save takes one type at a time and keeps the order. */
function groupsOfOneType(rows: readonly RecordInput[]): RecordInput[][] {
    const groups: RecordInput[][] = [];
    for (const row of rows) {
        const last = groups.at(-1);
        if (last?.[0]?.type.toLowerCase() === row.type.toLowerCase()) last.push(row);
        else groups.push([row]);
    }
    return groups;
}

function resultOf(result: RowResult): SaveResult {
    return {
        id: result.success ? result.id : null,
        success: result.success,
        ...(result.created === undefined ? {} : { created: result.created }),
        errors: result.errors.map((error) => ({
            statusCode: error.statusCode,
            message: error.message,
            fields: [...error.fields]
        }))
    };
}

/** What every row of an all-or-nothing save hears: its own error, or that it was undone because of another's. */
function rolledBack(rows: readonly RecordInput[], error: ApexException): SaveResult[] {
    return rows.map((_row, index) => {
        const own = error.dmlErrors.filter((each) => each.index === index);
        const errors =
            own.length > 0
                ? own
                : [
                      {
                          statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
                          message:
                              'Record rolled back because not all records were valid and the request was using AllOrNone header',
                          fields: []
                      }
                  ];
        return {
            id: null,
            success: false,
            errors: errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields: [...fields] }))
        };
    });
}
