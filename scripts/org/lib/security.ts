/** `Security.stripInaccessible` and its decision. */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryModule } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { UserAccess } from '../security/access.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import type { EnumValue } from '../values/enums.ts';
import { apexException } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import { requireArguments } from './support.ts';

type Check = 'CREATABLE' | 'READABLE' | 'UPDATABLE' | 'UPSERTABLE';

/** A value of type `SObjectAccessDecision`. */
class AccessDecision {
    readonly typeName = 'SObjectAccessDecision';
    readonly records: ApexList;
    readonly removed = new Map<string, Set<string>>();
    readonly modified = new Set<number>();

    constructor(records: ApexList) {
        this.records = records;
    }
}

function mayUseObject(access: UserAccess, def: ObjectDef, check: Check): boolean {
    switch (check) {
        case 'READABLE':
            return access.canReadObject(def);
        case 'CREATABLE':
            return access.canCreateObject(def);
        case 'UPDATABLE':
            return access.canEditObject(def);
        case 'UPSERTABLE':
            return access.canCreateObject(def) && access.canEditObject(def);
    }
}

function mayUseField(access: UserAccess, def: ObjectDef, field: FieldDef, check: Check): boolean {
    if (field.type === 'id') {
        return true;
    }
    switch (check) {
        case 'READABLE':
            return access.canReadField(def, field);
        case 'CREATABLE':
            return field.isCreateable && access.canEditField(def, field);
        case 'UPDATABLE':
            return field.isUpdateable && access.canEditField(def, field);
        case 'UPSERTABLE':
            return field.isCreateable && field.isUpdateable && access.canEditField(def, field);
    }
}

class Stripper {
    private readonly access: UserAccess;
    private readonly check: Check;
    private readonly decision: AccessDecision;

    constructor(access: UserAccess, check: Check, decision: AccessDecision) {
        this.access = access;
        this.check = check;
        this.decision = decision;
    }

    /** A copy without the fields that the user may not use. */
    strip(record: SObject, index: number): SObject {
        const copy = new SObject(record.def);
        copy.queried = record.queried && new Set(record.queried);
        for (const [name, value] of record.fields) {
            const kept = this.keeps(record.def, name, value, index);
            if (kept === undefined) {
                copy.queried?.delete(name);
            } else {
                copy.load(name, kept);
            }
        }
        for (const name of record.queried ?? []) {
            const field = record.def.fields.get(name.toLowerCase());
            if (field !== undefined && !mayUseField(this.access, record.def, field, this.check)) {
                copy.queried?.delete(name);
                this.note(record.def, field.name, index);
            }
        }
        return copy;
    }

    /** The value that stays under the name; undefined when it goes. */
    private keeps(def: ObjectDef, name: string, value: Value, index: number): Value {
        const field = def.fields.get(name.toLowerCase());
        if (field !== undefined) {
            if (mayUseField(this.access, def, field, this.check)) {
                return value;
            }
            this.note(def, field.name, index);
            return undefined;
        }
        if (value instanceof SObject) {
            return this.related(value, name, def, index) ? this.strip(value, index) : undefined;
        }
        if (value instanceof ApexList) {
            const [first] = value.items;
            if (first instanceof SObject && !this.related(first, name, def, index)) {
                return undefined;
            }
            return new ApexList(
                value.type,
                value.items.map((item) => (item instanceof SObject ? this.strip(item, index) : item))
            );
        }
        return value;
    }

    private related(record: SObject, name: string, owner: ObjectDef, index: number): boolean {
        if (this.check !== 'READABLE' || mayUseObject(this.access, record.def, 'READABLE')) {
            return true;
        }
        this.note(owner, name, index);
        return false;
    }

    private note(def: ObjectDef, name: string, index: number): void {
        const names = this.decision.removed.get(def.name) ?? new Set<string>();
        names.add(name);
        this.decision.removed.set(def.name, names);
        this.decision.modified.add(index);
    }
}

function decide(access: UserAccess, check: Check, records: ApexList, enforceObject: boolean): AccessDecision {
    const decision = new AccessDecision(new ApexList(records.type));
    const stripper = new Stripper(access, check, decision);
    for (const record of records.items as SObject[]) {
        requireArguments(record);
        if (record.def.name === 'AggregateResult') {
            throw apexException('NoAccessException', 'AggregateResult SObject types are not supported');
        }
        if (enforceObject && !mayUseObject(access, record.def, check)) {
            throw apexException('NoAccessException', `No access to entity: ${record.def.name}`);
        }
        decision.records.items.push(stripper.strip(record, decision.records.items.length));
    }
    return decision;
}

export const securityLibrary: LibraryModule = (context) => {
    const strip = (type: EnumValue, records: ApexList, enforceObject: boolean | null = true): AccessDecision => {
        requireArguments(type, records);
        return decide(context.tx().user.access, type.name as Check, records, enforceObject !== false);
    };
    const setOfNames = typeToken('Set<String>');
    return [
        libraryClass('Security', {
            'static SObjectAccessDecision stripInaccessible(AccessType accessCheckType, List<SObject> sourceRecords)':
                strip,
            'static SObjectAccessDecision stripInaccessible(AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)':
                strip
        }),
        libraryClass('SObjectAccessDecision', {
            'List<SObject> getRecords()': (self: AccessDecision) => self.records,
            'Map<String,Set<String>> getRemovedFields()': (self: AccessDecision) =>
                new ApexMap(
                    typeToken('Map<String,Set<String>>'),
                    [...self.removed].map(([name, fields]) => [name, new ApexSet(setOfNames, fields)] as const)
                ),
            'Set<Integer> getModifiedIndexes()': (self: AccessDecision) =>
                new ApexSet(typeToken('Set<Integer>'), self.modified)
        })
    ];
};
