/** A small org for tests of saving: real object model and store, triggers as JavaScript functions. */
import { assembleSchema } from '../../schema/assemble.ts';
import { makeField } from '../../schema/fieldDefaults.ts';
import { standardObjects } from '../../schema/standard/index.ts';
import { auditFields, idField, isDeletedField, ownerField } from '../../schema/systemFields.ts';
import type { FieldDef, FieldType, ObjectDef, PermissionGrant, Schema } from '../../schema/model.ts';
import type { Value } from '../../runtime/program.ts';
import type {
    AsyncWork,
    RunningUser,
    Transaction,
    TriggerFrame,
    TriggerMoment,
    TriggerUnit
} from '../../runtime/transaction.ts';
import { LimitCounters } from '../../engine/limits.ts';
import { accessOf } from '../../security/access.ts';
import { Store } from '../../store/store.ts';
import { SObject } from '../../values/sobject.ts';

/** A custom field. */
export function customField(name: string, type: FieldType, more: Partial<FieldDef> = {}): FieldDef {
    return makeField({ name, type, label: name.replace(/__c$/, '').replaceAll('_', ' '), ...more });
}

/** A custom object with system fields; details of a master have no owner. */
export function customObject(
    name: string,
    keyPrefix: string,
    fields: readonly FieldDef[],
    more: Partial<ObjectDef> = {}
): ObjectDef {
    const isDetail = fields.some((field) => field.isMasterDetail === true);
    const hasName = fields.some((field) => field.isNameField);
    const all = [
        idField(),
        isDeletedField(),
        ...(isDetail ? [] : [ownerField(['Group', 'User'])]),
        ...auditFields(),
        ...(hasName ? [] : [makeField({ name: 'Name', type: 'string', length: 80, isNameField: true })]),
        ...fields
    ];
    return {
        name,
        label: name.replace(/__c$/, ''),
        pluralLabel: `${name.replace(/__c$/, '')}s`,
        kind: 'custom',
        keyPrefix,
        sharingModel: isDetail ? 'ControlledByParent' : 'ReadWrite',
        fields: new Map(all.map((field) => [field.name.toLowerCase(), field])),
        validationRules: [],
        fieldSets: [],
        listViews: [],
        isSetupObject: false,
        isCreateable: true,
        isUpdateable: true,
        isDeletable: true,
        isQueryable: true,
        ...more
    };
}

/** Trigger code of a test: the frame is what `Trigger` shows in Apex. */
export type TriggerCode = (frame: TriggerFrame) => void;

/** Options of a test org. */
export interface TestOrgOptions {
    readonly objects?: readonly ObjectDef[];
    readonly permissionSets?: readonly PermissionGrant[];
    /** Replaces standard objects by name. */
    readonly change?: (object: ObjectDef) => ObjectDef;
}

/** An open org with a role tree Boss > Manager > Rep and one user in each, and an administrator. */
export class TestOrg {
    readonly schema: Schema;
    readonly store: Store;
    now = Date.UTC(2026, 0, 15, 12, 0);
    private readonly triggers: { object: string; unit: TriggerUnit }[] = [];
    private readonly ids = new Map<string, string>();
    private transaction: TestTransaction | null = null;

    constructor(options: TestOrgOptions = {}) {
        this.schema = assembleSchema({
            objects: [...standardObjects().map(options.change ?? ((object) => object)), ...(options.objects ?? [])],
            permissionSets: new Map((options.permissionSets ?? []).map((each) => [each.name.toLowerCase(), each])),
            profiles: new Map(),
            customPermissions: new Map(),
            permissionSetGroups: new Map(),
            customMetadata: [],
            labels: new Map()
        });
        this.store = Store.open({ schema: this.schema, file: ':memory:' });
        for (const name of ['System Administrator', 'Standard User', 'Minimum Access - Salesforce']) {
            this.row(name, 'Profile', { Name: name });
        }
        for (const each of options.permissionSets ?? []) {
            this.row(each.name, 'PermissionSet', { Name: each.name, Label: each.name });
        }
        this.row('Boss role', 'UserRole', { Name: 'Boss' });
        this.row('Manager role', 'UserRole', { Name: 'Manager', ParentRoleId: this.id('Boss role') });
        this.row('Rep role', 'UserRole', { Name: 'Rep', ParentRoleId: this.id('Manager role') });
        this.user('admin', 'System Administrator', null);
        this.user('boss', 'Minimum Access - Salesforce', 'Boss role');
        this.user('manager', 'Minimum Access - Salesforce', 'Manager role');
        this.user('rep', 'Minimum Access - Salesforce', 'Rep role');
        this.user('other', 'Minimum Access - Salesforce', 'Rep role');
    }

    /** Writes a row past every check and remembers its id under a key. */
    row(key: string, object: string, values: Readonly<Record<string, Value>>): string {
        const def = this.object(object);
        const id = this.store.nextId(def);
        this.store.insertRow(def, new Map<string, Value>([['Id', id], ...Object.entries(values)]));
        this.ids.set(key, id);
        return id;
    }

    user(alias: string, profile: string, role: string | null, permissionSets: readonly string[] = []): string {
        const id = this.row(alias, 'User', {
            LastName: alias,
            Username: `${alias}@example.com`,
            Alias: alias,
            Email: `${alias}@example.com`,
            ProfileId: this.id(profile),
            UserRoleId: role === null ? null : this.id(role),
            IsActive: true
        });
        for (const name of permissionSets) {
            this.grant(alias, name);
        }
        return id;
    }

    grant(alias: string, permissionSet: string): void {
        this.row(`${alias}:${permissionSet}`, 'PermissionSetAssignment', {
            AssigneeId: this.id(alias),
            PermissionSetId: this.id(permissionSet)
        });
    }

    id(key: string): string {
        const id = this.ids.get(key);
        if (id === undefined) {
            throw new Error(`The test has no row ${key}`);
        }
        return id;
    }

    object(name: string): ObjectDef {
        const def = this.schema.object(name);
        if (def === undefined) {
            throw new Error(`The test has no object ${name}`);
        }
        return def;
    }

    /** A record as Apex makes it. */
    record(object: string, values: Readonly<Record<string, Value>> = {}): SObject {
        const record = new SObject(this.object(object));
        for (const [name, value] of Object.entries(values)) {
            record.put(name, value);
        }
        return record;
    }

    trigger(name: string, object: string, moments: readonly TriggerMoment[], code: TriggerCode): void {
        const unit = { name, object, moments: new Set(moments), run: () => code(this.transaction!.triggerFrame!) };
        this.triggers.push({ object: object.toLowerCase(), unit });
    }

    triggersOf(object: ObjectDef, moment: TriggerMoment): TriggerUnit[] {
        return this.triggers
            .filter((each) => each.object === object.name.toLowerCase() && each.unit.moments.has(moment))
            .map((each) => each.unit);
    }

    /** A new transaction of a user. */
    as(alias: string): Transaction {
        this.transaction = new TestTransaction(this, this.runningUser(alias));
        return this.transaction;
    }

    runningUser(alias: string): RunningUser {
        const id = this.id(alias);
        const row = this.store.row(this.object('User'), id)!;
        return {
            id,
            name: alias,
            userName: `${alias}@example.com`,
            email: `${alias}@example.com`,
            profileId: row.get('ProfileId'),
            roleId: row.get('UserRoleId'),
            timeZone: 'America/New_York',
            locale: 'en_US',
            language: 'en_US',
            access: accessOf(this.schema, this.store, id)
        };
    }

    stored(object: string, id: string | null): SObject | null {
        const row = id === null ? undefined : this.store.row(this.object(object), id);
        return row === undefined || row.fields.get('IsDeleted') === true ? null : row;
    }
}

class TestTransaction implements Transaction {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: { now(): number };
    readonly limits = new LimitCounters();
    readonly isTest = true;
    readonly requestId = 'REQUEST';
    readonly context = 'sync' as const;
    user: RunningUser;
    private readonly org: TestOrg;
    private readonly frames: TriggerFrame[] = [];
    private readonly slots = new Map<symbol, unknown>();

    constructor(org: TestOrg, user: RunningUser) {
        this.org = org;
        this.schema = org.schema;
        this.store = org.store;
        this.user = user;
        this.clock = { now: () => org.now };
    }

    triggersOf(object: ObjectDef, moment: TriggerMoment): readonly TriggerUnit[] {
        return this.org.triggersOf(object, moment);
    }

    get triggerFrame(): TriggerFrame | undefined {
        return this.frames.at(-1);
    }

    withTriggerFrame<T>(frame: TriggerFrame, work: () => T): T {
        this.frames.push(frame);
        try {
            return work();
        } finally {
            this.frames.pop();
        }
    }

    withUser<T>(user: RunningUser, work: () => T): T {
        const previous = this.user;
        this.user = user;
        try {
            return work();
        } finally {
            this.user = previous;
        }
    }

    enqueue(_work: AsyncWork): void {
        throw new Error('Nothing is enqueued by a save');
    }

    slot<T>(key: symbol, create: () => T): T {
        if (!this.slots.has(key)) {
            this.slots.set(key, create());
        }
        return this.slots.get(key) as T;
    }
}
