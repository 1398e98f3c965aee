/** Puts object definitions together into a Schema: expands open references, derives share and history objects. */
import { makeField } from './fieldDefaults.ts';
import { auditFields, idField, isDeletedField } from './systemFields.ts';
import type {
    ChildRelationship,
    CustomMetadataRecord,
    FieldDef,
    LabelDef,
    ObjectDef,
    PermissionGrant,
    Schema
} from './model.ts';

/** Everything a Schema is made of. */
export interface SchemaParts {
    readonly objects: readonly ObjectDef[];
    readonly permissionSets: ReadonlyMap<string, PermissionGrant>;
    readonly profiles: ReadonlyMap<string, PermissionGrant>;
    readonly customPermissions: ReadonlyMap<string, string>;
    readonly permissionSetGroups: ReadonlyMap<
        string,
        { readonly label: string; readonly permissionSets: readonly string[] }
    >;
    readonly customMetadata: readonly CustomMetadataRecord[];
    readonly labels: ReadonlyMap<string, LabelDef>;
    readonly cachePartitions?: Schema['cachePartitions'];
    readonly influenceModels?: Schema['influenceModels'];
}

/** Standard objects that activities may be about; custom ones say so themselves. */
const WHAT_OBJECTS = [
    'Account',
    'Opportunity',
    'Campaign',
    'Case',
    'Asset',
    'Contract',
    'Order',
    'Product2',
    'Solution',
    'ListEmail'
];

function isRecordObject(object: ObjectDef): boolean {
    return (object.kind === 'standard' && !object.isSetupObject && object.isCreateable) || object.kind === 'custom';
}

function fieldMap(fields: readonly FieldDef[]): Map<string, FieldDef> {
    return new Map(fields.map((field) => [field.name.toLowerCase(), field]));
}

/** Replaces `*what` and `*any` in references by the objects of this org. */
function expandReferences(objects: readonly ObjectDef[]): ObjectDef[] {
    const any = [...objects.filter(isRecordObject).map((object) => object.name), 'User'];
    const custom = objects.filter((object) => object.hasActivities === true && object.kind === 'custom');
    const what = [...WHAT_OBJECTS, ...custom.map((object) => object.name)];
    return objects.map((object) => {
        if (![...object.fields.values()].some((field) => field.referenceTo?.[0]?.startsWith('*'))) return object;
        const fields = [...object.fields.values()].map((field) => {
            const first = field.referenceTo?.[0];
            if (first === '*what') return { ...field, referenceTo: what };
            return first === '*any' ? { ...field, referenceTo: any } : field;
        });
        return { ...object, fields: fieldMap(fields) };
    });
}

/** Field that names the record on the share and history object of an object. */
function parentFieldOf(object: ObjectDef): string {
    return object.kind === 'custom' ? 'ParentId' : `${object.name}Id`;
}

/** True for objects with rows in a share table. */
function hasShareObject(object: ObjectDef): boolean {
    if (object.kind === 'standard') return object.shareParentField !== undefined;
    return object.kind === 'custom' && (object.sharingModel === 'Private' || object.sharingModel === 'Read');
}

/** `LeadShare`, `Thing__Share`. */
export function shareObjectName(object: ObjectDef): string {
    return object.kind === 'custom' ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`;
}

function derivedObject(name: string, kind: 'share' | 'history', prefix: string, fields: FieldDef[]): ObjectDef {
    const isWritable = kind === 'share';
    return {
        name,
        label: name,
        pluralLabel: name,
        kind,
        keyPrefix: prefix,
        sharingModel: 'FullAccess',
        fields: fieldMap(fields),
        validationRules: [],
        fieldSets: [],
        listViews: [],
        isSetupObject: false,
        isCreateable: isWritable,
        isUpdateable: isWritable,
        isDeletable: isWritable,
        isQueryable: true
    };
}

function shareObject(object: ObjectDef, prefix: string): ObjectDef {
    const parent = parentFieldOf(object);
    const levels = ['Read', 'Edit', 'All'].map((value) => ({ value, label: value, isDefault: false, isActive: true }));
    const level = (name: string, values = levels): FieldDef =>
        makeField({ name, type: 'picklist', length: 40, picklistValues: values });
    const none = { value: 'None', label: 'None', isDefault: false, isActive: true };
    const own = object.kind === 'custom' ? 'AccessLevel' : `${object.name}AccessLevel`;
    const others = object.name === 'Account' ? ['Opportunity', 'Case', 'Contact'] : [];
    return derivedObject(shareObjectName(object), 'share', prefix, [
        idField(),
        makeField({
            name: parent,
            type: 'reference',
            length: 18,
            referenceTo: [object.name],
            relationshipName: parent.slice(0, -2),
            childRelationshipName: 'Shares',
            deleteConstraint: 'Cascade',
            isRequired: true,
            isUpdateable: false
        }),
        makeField({
            name: 'UserOrGroupId',
            type: 'reference',
            length: 18,
            referenceTo: ['Group', 'User'],
            relationshipName: 'UserOrGroup',
            isRequired: true,
            isUpdateable: false
        }),
        { ...level(own), isRequired: true },
        ...others.map((name) => level(`${name}AccessLevel`, [none, ...levels])),
        makeField({ name: 'RowCause', type: 'picklist', length: 40, isUpdateable: false }),
        ...auditFields().filter((field) => field.name.startsWith('LastModified')),
        isDeletedField()
    ]);
}

function historyObject(object: ObjectDef, prefix: string): ObjectDef {
    const parent = parentFieldOf(object);
    const custom = object.name.replace(/__c$/, '__History');
    const standard = object.name === 'Opportunity' ? 'OpportunityFieldHistory' : `${object.name}History`;
    const value = (name: string): FieldDef =>
        makeField({ name, type: 'anytype', length: 255, isCreateable: false, isUpdateable: false });
    return derivedObject(object.kind === 'custom' ? custom : standard, 'history', prefix, [
        idField(),
        isDeletedField(),
        makeField({
            name: parent,
            type: 'reference',
            length: 18,
            referenceTo: [object.name],
            relationshipName: parent.slice(0, -2),
            childRelationshipName: 'Histories',
            deleteConstraint: 'Cascade'
        }),
        ...auditFields().filter((field) => field.name.startsWith('Created')),
        makeField({ name: 'Field', type: 'picklist', length: 255 }),
        makeField({ name: 'DataType', type: 'picklist', length: 255 }),
        value('OldValue'),
        value('NewValue')
    ]);
}

const PREFIX_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Gives out key prefixes `x00` to `xzz`. They follow from the name, so that an object keeps its prefix when others
 * come and go, and records in a data file stay what they are.
 */
export class PrefixRegistry {
    private readonly taken: Set<string>;

    constructor(taken: Iterable<string>) {
        this.taken = new Set(taken);
    }

    next(name: string, first: string): string {
        let hash = 2166136261;
        for (const char of name.toLowerCase()) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
        for (let slot = hash % 3844; ; slot = (slot + 1) % 3844) {
            const prefix = first + PREFIX_DIGITS[Math.floor(slot / 62)] + PREFIX_DIGITS[slot % 62];
            if (this.taken.has(prefix)) continue;
            this.taken.add(prefix);
            return prefix;
        }
    }
}

class AssembledSchema implements Schema {
    readonly objects: readonly ObjectDef[];
    readonly permissionSets: ReadonlyMap<string, PermissionGrant>;
    readonly profiles: ReadonlyMap<string, PermissionGrant>;
    readonly customPermissions: ReadonlySet<string>;
    readonly customPermissionLabels: ReadonlyMap<string, string>;
    readonly permissionSetGroups: SchemaParts['permissionSetGroups'];
    readonly customMetadata: readonly CustomMetadataRecord[];
    readonly labels: ReadonlyMap<string, LabelDef>;
    readonly cachePartitions: NonNullable<Schema['cachePartitions']>;
    readonly influenceModels: NonNullable<Schema['influenceModels']>;
    private readonly byName = new Map<string, ObjectDef>();
    private readonly byPrefix = new Map<string, ObjectDef>();
    private readonly parents = new Map<ObjectDef, Map<string, FieldDef>>();
    private children: Map<string, ChildRelationship[]> | null = null;

    constructor(parts: SchemaParts, objects: readonly ObjectDef[]) {
        this.objects = objects;
        this.permissionSets = parts.permissionSets;
        this.profiles = parts.profiles;
        this.customPermissions = new Set(parts.customPermissions.keys());
        this.customPermissionLabels = parts.customPermissions;
        this.permissionSetGroups = parts.permissionSetGroups;
        this.customMetadata = parts.customMetadata;
        this.labels = parts.labels;
        this.cachePartitions = parts.cachePartitions ?? [];
        this.influenceModels = parts.influenceModels ?? [];
        for (const object of objects) {
            this.byName.set(object.name.toLowerCase(), object);
            if (!this.byPrefix.has(object.keyPrefix)) this.byPrefix.set(object.keyPrefix, object);
        }
    }

    object(name: string): ObjectDef | undefined {
        return this.byName.get(name.toLowerCase());
    }

    objectByPrefix(keyPrefix: string): ObjectDef | undefined {
        return this.byPrefix.get(keyPrefix);
    }

    field(object: ObjectDef, name: string): FieldDef | undefined {
        return object.fields.get(name.toLowerCase());
    }

    parentRelationship(object: ObjectDef, relationshipName: string): FieldDef | undefined {
        let known = this.parents.get(object);
        if (!known) {
            known = new Map();
            for (const field of object.fields.values()) {
                if (field.relationshipName) known.set(field.relationshipName.toLowerCase(), field);
            }
            this.parents.set(object, known);
        }
        return known.get(relationshipName.toLowerCase());
    }

    childRelationships(object: ObjectDef): readonly ChildRelationship[] {
        this.children ??= this.collectChildren();
        return this.children.get(object.name) ?? [];
    }

    private collectChildren(): Map<string, ChildRelationship[]> {
        const children = new Map<string, ChildRelationship[]>();
        for (const childObject of this.objects) {
            for (const field of childObject.fields.values()) {
                if (!field.childRelationshipName) continue;
                for (const parent of field.referenceTo ?? []) {
                    const list = children.get(parent) ?? [];
                    list.push({ name: field.childRelationshipName, childObject, field });
                    children.set(parent, list);
                }
            }
        }
        return children;
    }
}

/** Makes the Schema. Objects that share or track history get their share and history objects here. */
export function assembleSchema(parts: SchemaParts): Schema {
    const objects = expandReferences(parts.objects);
    const prefixes = new PrefixRegistry(objects.map((object) => object.keyPrefix));
    const derived: ObjectDef[] = [];
    for (const object of objects) {
        if (hasShareObject(object)) derived.push(shareObject(object, prefixes.next(shareObjectName(object), '0')));
        if (object.hasHistory) derived.push(historyObject(object, prefixes.next(`${object.name} history`, '0')));
    }
    return new AssembledSchema(parts, [...objects, ...derived]);
}
