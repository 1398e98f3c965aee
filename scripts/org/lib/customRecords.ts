/** `Rule__mdt.getInstance(...)`, `.getAll()`; `Setting__c.getInstance()`, `.getOrgDefaults()`, `.getValues(...)`, `.getAll()`. */
import type { Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { ObjectDef } from '../schema/model.ts';
import { rowsWhere } from '../store/select.ts';
import { ApexMap } from '../values/collections.ts';
import { Unsupported } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import { services } from './services.ts';

export type CustomRecordMethod = 'getinstance' | 'getall' | 'getorgdefaults' | 'getvalues';

/** All fields of such a record count as queried. */
function known(record: SObject): SObject {
    record.queried = new Set([...record.def.fields.values()].map((field) => field.name));
    return record;
}

function customMetadata(tx: Transaction, def: ObjectDef, method: CustomRecordMethod, args: readonly Value[]): Value {
    if (method === 'getall') {
        const rows = rowsWhere(tx.store, def, {});
        return new ApexMap(
            typeToken(`Map<String,${def.name}>`),
            rows.map((row) => [row.fields.get('DeveloperName'), known(row)] as const)
        );
    }
    if (method !== 'getinstance') {
        throw new Unsupported(`${def.name}.${method}`);
    }
    const key = String(args[0] ?? '');
    const row = rowsWhere(tx.store, def, {}).find(
        (candidate) =>
            candidate.id === key ||
            candidate.id?.slice(0, 15) === key ||
            String(candidate.fields.get('DeveloperName')).toLowerCase() === key.toLowerCase()
    );
    return row ? known(row) : null;
}

function settingOf(tx: Transaction, def: ObjectDef, ownerId: string): SObject | null {
    return rowsWhere(tx.store, def, { SetupOwnerId: ownerId })[0] ?? null;
}

/** A record of defaults: fields with default values, everything else empty, not stored. */
function emptySetting(def: ObjectDef): SObject {
    const record = new SObject(def);
    for (const field of def.fields.values()) {
        if (field.type === 'boolean' && field.isCustom) {
            record.load(field.name, field.defaultFormula?.toLowerCase() === 'true');
        }
    }
    return record;
}

/** Values of the user, the profile and the org, the most special one first. */
function hierarchy(tx: Transaction, def: ObjectDef, method: CustomRecordMethod, args: readonly Value[]): Value {
    const organizationId = services(tx).organization.id;
    switch (method) {
        case 'getorgdefaults':
            return known(settingOf(tx, def, organizationId) ?? emptySetting(def));
        case 'getvalues': {
            const found = settingOf(tx, def, String(args[0] ?? ''));
            return found ? known(found) : null;
        }
        case 'getinstance': {
            const given = args[0] === undefined || args[0] === null ? tx.user.id : String(args[0]);
            const user =
                given.startsWith('005') && given !== tx.user.id ? services(tx).runningUser(tx, given) : tx.user;
            const owners = given.startsWith('005')
                ? [organizationId, user.profileId, user.id]
                : [organizationId, given];
            const merged = emptySetting(def);
            for (const owner of owners) {
                const row = settingOf(tx, def, owner);
                for (const [name, value] of row?.fields ?? []) {
                    merged.load(name, value);
                }
            }
            return known(merged);
        }
        default:
            throw new Unsupported(`${def.name}.${method} of a hierarchy setting`);
    }
}

function listSetting(tx: Transaction, def: ObjectDef, method: CustomRecordMethod, args: readonly Value[]): Value {
    const rows = rowsWhere(tx.store, def, {});
    if (method === 'getall') {
        return new ApexMap(
            typeToken(`Map<String,${def.name}>`),
            rows.map((row) => [row.fields.get('Name'), known(row)] as const)
        );
    }
    if (method === 'getorgdefaults') {
        throw new Unsupported(`${def.name}.getOrgDefaults of a list setting`);
    }
    const key = String(args[0] ?? '').toLowerCase();
    const row = rows.find((candidate) => String(candidate.fields.get('Name')).toLowerCase() === key);
    return row ? known(row) : null;
}

/** Answers one of these calls. */
export function customRecord(
    tx: Transaction,
    def: ObjectDef,
    method: CustomRecordMethod,
    args: readonly Value[]
): Value {
    switch (def.kind) {
        case 'customMetadata':
            return customMetadata(tx, def, method, args);
        case 'customSettingHierarchy':
            return hierarchy(tx, def, method, args);
        case 'customSettingList':
            return listSetting(tx, def, method, args);
        default:
            throw new Unsupported(`${def.name}.${method}`);
    }
}
