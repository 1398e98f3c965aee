/** Step 1: the record to save from what is stored, what the caller gave and what is there by default. */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { calculate, formulaOfDefault, recordContext } from '../formula/recordContext.ts';
import { toFieldValue } from '../formula/compile.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate, ApexDatetime } from '../values/temporal.ts';
import { rowsByField, storedRow } from './storage.ts';
import { localParts } from '../values/zones.ts';
import { alive, fail } from './types.ts';
import type { DmlOptions, SaveChunk, SaveRow } from './types.ts';
import { apexEquals } from '../values/equality.ts';

/** Fills `row.record` for every row. Rows that cannot even be prepared get errors. */
export function prepareRows(tx: Transaction, chunk: SaveChunk): void {
    for (const row of alive(chunk.rows)) {
        row.record = chunk.operation === 'insert' ? newRecord(tx, chunk, row) : changedRecord(tx, chunk, row);
        if (tx.triggersOf(chunk.def, `before ${chunk.operation}`).length > 0) {
            calculate(tx, row.record);
        }
    }
}

function newRecord(tx: Transaction, chunk: SaveChunk, row: SaveRow): SObject {
    const record = new SObject(chunk.def);
    takeGivenValues(tx, chunk, row, record);
    for (const field of chunk.def.fields.values()) {
        if (!record.fields.has(field.name)) {
            const value = defaultValue(tx, record, field);
            if (value !== null) {
                record.load(field.name, value);
            }
        }
    }
    return record;
}

function changedRecord(tx: Transaction, chunk: SaveChunk, row: SaveRow): SObject {
    const record = new SObject(chunk.def);
    for (const [name, value] of row.old!.fields) {
        record.load(name, value);
    }
    takeGivenValues(tx, chunk, row, record);
    return record;
}

function takeGivenValues(tx: Transaction, chunk: SaveChunk, row: SaveRow, record: SObject): void {
    const isInsert = chunk.operation === 'insert';
    for (const [name, value] of row.source.fields) {
        const field = chunk.def.fields.get(name.toLowerCase());
        if (field === undefined) {
            takeParentByExternalId(tx, row, record, name, value);
            continue;
        }
        const isWritable = isInsert ? field.isCreateable : field.isUpdateable;
        if (isWritable || maySetReadOnly(chunk.options, field)) {
            record.load(field.name, value === '' ? null : value);
        } else if (!isInsert && field.isCreateable && !apexEquals(value, row.old!.fields.get(field.name) ?? null)) {
            fail(
                row,
                'INVALID_FIELD_FOR_INSERT_UPDATE',
                `Unable to create/update fields: ${field.name}. Please check the security settings of this field and ` +
                    'verify that it is read/write for your profile or permission set.',
                [field.name]
            );
        }
        // Other read-only fields of a queried record travel along and are ignored, as on the platform.
    }
}

function maySetReadOnly(options: DmlOptions, field: FieldDef): boolean {
    return options.isInternal === true && field.formula === undefined && field.name !== 'Id';
}

// `new Child__c(Parent__r = new Parent__c(Key__c = 'x'))` points to the parent by its external id.
function takeParentByExternalId(tx: Transaction, row: SaveRow, record: SObject, name: string, value: Value): void {
    const lookup = tx.schema.parentRelationship(record.def, name);
    if (
        lookup === undefined ||
        !(value instanceof SObject) ||
        row.source.fields.has(lookup.name) ||
        value.id !== null
    ) {
        return;
    }
    const keys = [...value.fields].filter(([key]) => value.def.fields.get(key.toLowerCase())?.isExternalId === true);
    const [key] = keys;
    if (key === undefined || value.queried !== null) {
        return;
    }
    const field = value.def.fields.get(key[0].toLowerCase())!;
    const matches = rowsByField(tx, value.def, field, [String(key[1])]);
    if (matches.length === 1) {
        record.load(lookup.name, matches[0]!.id);
    } else {
        const problem = matches.length === 0 ? 'not found' : 'found more than once';
        fail(
            row,
            'INVALID_FIELD',
            `Foreign key external ID: ${String(key[1]).toLowerCase()} ${problem} for field ${field.name} in entity ${value.def.name}`
        );
    }
}

/** Default of a field for a new record; null when there is none. */
export function defaultValue(tx: Transaction, record: SObject, field: FieldDef): Value {
    if (field.name === 'OwnerId' && field.isCreateable) {
        return tx.user.id;
    }
    if (field.name === 'SetupOwnerId') {
        // A hierarchy setting without an owner is the organisation's.
        return tx.store.firstRow('Organization')?.id ?? null;
    }
    const chosen = field.picklistValues?.find((value) => value.isDefault);
    if (chosen !== undefined) {
        return chosen.value;
    }
    if (field.defaultFormula !== undefined) {
        const result = formulaOfDefault(tx, record.def, field).evaluate(recordContext(tx, record, null));
        return toFieldValue(result, field);
    }
    return field.type === 'boolean' && field.formula === undefined ? false : null;
}

/** Names and flags that follow from other fields: full names, states of stages and statuses. */
export function deriveFields(tx: Transaction, record: SObject): void {
    const def = record.def;
    // People have a name in parts; no custom field can be called so.
    if (def.fields.has('lastname')) {
        const parts = [record.fields.get('FirstName') ?? null, record.fields.get('LastName') ?? null];
        record.load('Name', parts.filter((part) => part !== null && part !== '').join(' ') || null);
    }
    deriveStates(tx, def, record);
}

// A stage or status carries flags that the platform copies to read-only fields of the record.
function deriveStates(tx: Transaction, def: ObjectDef, record: SObject): void {
    const set = (fieldName: string, value: Value): void => {
        if (def.fields.has(fieldName.toLowerCase())) {
            record.load(fieldName, value);
        }
    };
    switch (def.name) {
        case 'Opportunity':
            deriveStage(tx, record, set);
            break;
        case 'Task':
            deriveCompletion(tx, record, set);
            set('AccountId', accountOfActivity(tx, record));
            break;
        case 'Event':
            set('AccountId', accountOfActivity(tx, record));
            break;
        case 'Case':
            set(
                'IsClosed',
                statusFlag(tx, 'CaseStatus', 'IsClosed', record.fields.get('Status')) ??
                    record.fields.get('Status') === 'Closed'
            );
            break;
        case 'CampaignMember':
            deriveResponse(tx, record, set);
            break;
        default:
            break;
    }
}

function statusRow(tx: Transaction, object: string, value: Value): SObject | null {
    const def = tx.schema.object(object);
    const field = def && tx.schema.field(def, 'ApiName');
    if (def === undefined || field === undefined || value === null || value === undefined) {
        return null;
    }
    return rowsByField(tx, def, field, [String(value)])[0] ?? null;
}

function statusFlag(tx: Transaction, object: string, column: string, value: Value): boolean | null {
    const row = statusRow(tx, object, value);
    return row === null ? null : row.fields.get(column) === true;
}

function deriveStage(tx: Transaction, record: SObject, set: (field: string, value: Value) => void): void {
    const stage = record.fields.get('StageName') ?? null;
    const row = statusRow(tx, 'OpportunityStage', stage);
    set('IsClosed', row === null ? String(stage).startsWith('Closed') : row.fields.get('IsClosed') === true);
    set('IsWon', row === null ? stage === 'Closed Won' : row.fields.get('IsWon') === true);
    if (row !== null) {
        set('ForecastCategory', row.fields.get('ForecastCategory') ?? null);
        set('ForecastCategoryName', row.fields.get('ForecastCategoryName') ?? null);
        if ((record.fields.get('Probability') ?? null) === null) {
            set('Probability', row.fields.get('DefaultProbability') ?? null);
        }
    }
    const before = record.id === null ? null : storedRow(tx, record.def, record.id);
    if (before !== null && (before.fields.get('StageName') ?? null) !== stage) {
        set('LastStageChangeDate', thisSecond(tx));
    }
}

function thisSecond(tx: Transaction): ApexDatetime {
    return ApexDatetime.fromEpochMs(Math.floor(tx.clock.now() / 1000) * 1000);
}

// A task is completed when its status first says so; opened again, it is not completed any more.
function deriveCompletion(tx: Transaction, record: SObject, set: (field: string, value: Value) => void): void {
    const status = record.fields.get('Status');
    const isClosed = statusFlag(tx, 'TaskStatus', 'IsClosed', status) ?? status === 'Completed';
    set('IsClosed', isClosed);
    set('CompletedDateTime', isClosed ? (record.fields.get('CompletedDateTime') ?? thisSecond(tx)) : null);
}

// An activity belongs to the account of what it is about, or else of the contact it is with.
function accountOfActivity(tx: Transaction, record: SObject): Value {
    for (const name of ['WhatId', 'WhoId']) {
        const id = record.fields.get(name) ?? null;
        const def = typeof id === 'string' ? tx.schema.objectByPrefix(id.slice(0, 3)) : undefined;
        if (def?.name === 'Account') {
            return id;
        }
        const account = def?.fields.has('accountid') ? storedRow(tx, def, String(id))?.fields.get('AccountId') : null;
        if (account) {
            return account;
        }
    }
    return null;
}

// The day of the first response stays when the status changes later.
function deriveResponse(tx: Transaction, record: SObject, set: (field: string, value: Value) => void): void {
    const responded = memberResponded(tx, record);
    set('HasResponded', responded);
    if (responded && (record.fields.get('FirstRespondedDate') ?? null) === null) {
        const { year, month, day } = localParts(tx.user.timeZone, tx.clock.now());
        set('FirstRespondedDate', ApexDate.of(year, month, day));
    }
}

function memberResponded(tx: Transaction, record: SObject): boolean {
    const def = tx.schema.object('CampaignMemberStatus');
    const campaign = record.fields.get('CampaignId') ?? null;
    const status = record.fields.get('Status') ?? null;
    const field = def && tx.schema.field(def, 'CampaignId');
    const rows = def && field && campaign !== null ? rowsByField(tx, def, field, [campaign]) : [];
    const row = rows.find((each) => each.fields.get('Label') === status);
    return row === undefined ? status === 'Responded' : row.fields.get('HasResponded') === true;
}
