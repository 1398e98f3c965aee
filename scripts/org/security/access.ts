/** What a user may do with objects, fields, classes: the union of the profile and the assigned permission sets. */
import type { FieldDef, ObjectDef, ObjectPermission, PermissionGrant, Schema } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import { rowsWhere } from '../store/select.ts';
import type { SObject } from '../values/sobject.ts';
import { builtInProfile } from './profiles.ts';
import { grantOfRows } from './rowGrants.ts';

/** Answers about one user. Object and field questions know nothing of single records: see `sharing.ts`. */
export interface UserAccess {
    canReadObject(def: ObjectDef): boolean;
    canCreateObject(def: ObjectDef): boolean;
    canEditObject(def: ObjectDef): boolean;
    canDeleteObject(def: ObjectDef): boolean;
    /** Sees every record of the object, whatever sharing says. */
    viewAll(def: ObjectDef): boolean;
    /** Edits and deletes every record of the object, whatever sharing says. */
    modifyAll(def: ObjectDef): boolean;
    canReadField(def: ObjectDef, field: FieldDef): boolean;
    canEditField(def: ObjectDef, field: FieldDef): boolean;
    /** Name of a top-level Apex class. */
    hasClass(name: string): boolean;
    hasCustomPermission(name: string): boolean;
    /** `ModifyAllData`, `ViewAllData`, `ApiEnabled`, ... */
    hasUserPermission(name: string): boolean;
    /** API names of applications and tabs that the user gets. */
    hasApplication(name: string): boolean;
    /** `Visible`, `Available`, `None`, ... or undefined when nothing grants the tab. */
    tabVisibility(name: string): string | undefined;
}

type Operation = 'read' | 'create' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';

/** Objects whose rows every user may read: they describe the org and its people. */
const readableByAll = new Set(
    [
        'User',
        'Group',
        'GroupMember',
        'UserRole',
        'Profile',
        'PermissionSet',
        'PermissionSetAssignment',
        'QueueSobject',
        'Organization',
        'BusinessHours',
        'Holiday',
        'RecordType',
        'LeadStatus',
        'OpportunityStage',
        'CaseStatus',
        'TaskStatus',
        'AsyncApexJob',
        'CronTrigger',
        'CronJobDetail',
        'ApexClass',
        'ApexTrigger',
        'CustomNotificationType',
        'CustomPermission',
        'SetupEntityAccess',
        'UserRecordAccess',
        'EntityDefinition',
        'FieldDefinition',
        'StaticResource',
        'EmailTemplate'
    ].map((name) => name.toLowerCase())
);

/** Children that follow their parent's object permission on the platform: `CampaignMember` has its own, these have none. */
const permissionParents: Readonly<Record<string, string>> = {
    contentdocumentlink: 'ContentDocument',
    emailmessagerelation: 'EmailMessage',
    opportunitycontactrole: 'Opportunity',
    accountcontactrole: 'Account'
};

/** Activities have no object permission: these user permissions stand in for it. */
const activityPermissions: Readonly<Record<string, string>> = { task: 'EditTask', event: 'EditEvent' };

/**
 * @param isAdministrator everything is allowed
 * @param grants profile and permission sets
 */
function buildAccess(schema: Schema, isAdministrator: boolean, grants: readonly PermissionGrant[]): UserAccess {
    const hasUserPermission = (name: string): boolean =>
        isAdministrator || grants.some((grant) => grant.userPermissions.has(name));

    const objectAllows = (def: ObjectDef, operation: Operation): boolean => {
        if (isAdministrator || hasUserPermission('ModifyAllData')) {
            return true;
        }
        const wantsRead = operation === 'read' || operation === 'viewAll';
        if (wantsRead && hasUserPermission('ViewAllData')) {
            return true;
        }
        return grants.some((grant) => {
            const permission = grant.objects.get(def.name.toLowerCase());
            return permission !== undefined && implied(permission, operation);
        });
    };

    const mayUse = (def: ObjectDef, operation: Operation): boolean => {
        const owner = permissionOwner(schema, def);
        switch (owner.kind) {
            case 'customMetadata':
                return operation === 'read' && seesCustomMetadata(owner);
            case 'customSettingList':
            case 'customSettingHierarchy':
                return (
                    isAdministrator ||
                    hasUserPermission('CustomizeApplication') ||
                    hasUserPermission('ViewCustomSettings')
                );
            default:
                break;
        }
        const activity = activityPermissions[owner.name.toLowerCase()];
        if (activity !== undefined) {
            const isAllowed = hasUserPermission(operation === 'read' ? 'ActivitiesAccess' : activity);
            return isAllowed || objectAllows(owner, operation);
        }
        if (operation === 'read' && readableByAll.has(owner.name.toLowerCase())) {
            return true;
        }
        return objectAllows(owner, operation);
    };

    const seesCustomMetadata = (def: ObjectDef): boolean =>
        isAdministrator ||
        hasUserPermission('CustomizeApplication') ||
        hasUserPermission('ViewAllCustomMetadata') ||
        grants.some((grant) => grant.customMetadataTypes.has(def.name.toLowerCase()));

    const fieldAllows = (def: ObjectDef, field: FieldDef, operation: 'read' | 'edit'): boolean => {
        const key = `${def.name}.${permissionName(def, field)}`.toLowerCase();
        return grants.some((grant) => {
            const permission = grant.fields.get(key);
            return permission !== undefined && (permission.edit || (operation === 'read' && permission.read));
        });
    };

    return {
        canReadObject: (def) => mayUse(def, 'read'),
        canCreateObject: (def) => mayUse(def, 'create'),
        canEditObject: (def) => mayUse(def, 'edit'),
        canDeleteObject: (def) => mayUse(def, 'delete'),
        viewAll: (def) => objectAllows(permissionOwner(schema, def), 'viewAll'),
        modifyAll: (def) => objectAllows(permissionOwner(schema, def), 'modifyAll'),
        canReadField: (def, field) =>
            mayUse(def, 'read') && (isAdministrator || isFree(def, field) || fieldAllows(def, field, 'read')),
        canEditField: (def, field) => {
            const settable = field.isCreateable || field.isUpdateable;
            return settable && (isAdministrator || isFree(def, field) || fieldAllows(def, field, 'edit'));
        },
        hasClass: (name) => isAdministrator || hasUserPermission('AuthorApex') || anyHas(grants, 'classes', name),
        // An administrator has no custom permission by being one: it must be assigned.
        hasCustomPermission: (name) => anyHas(grants, 'customPermissions', name),
        hasUserPermission,
        hasApplication: (name) => isAdministrator || anyHas(grants, 'applications', name),
        tabVisibility: (name) => {
            const found = grants.map((grant) => lookUp(grant.tabs, name)).filter((value) => value !== undefined);
            return (
                found.find((value) => value !== 'None' && value !== 'Hidden') ??
                found[0] ??
                (isAdministrator ? 'Visible' : undefined)
            );
        }
    };
}

// Parts of an address share the permission of the address.
function permissionName(def: ObjectDef, field: FieldDef): string {
    const part =
        /^(\w*?)(Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy|StateCode|CountryCode)$/.exec(
            field.name
        );
    const compound = part === null ? undefined : def.fields.get(`${part[1]}address`.toLowerCase());
    return compound?.type === 'address' ? compound.name : field.name;
}

const nameParts = new Set(['FirstName', 'MiddleName', 'LastName', 'Salutation', 'Suffix']);

// The parts of a person's name go with the object, as the name does.
function isFree(def: ObjectDef, field: FieldDef): boolean {
    return !field.isPermissionable || openFields(def) || (nameParts.has(field.name) && def.kind === 'standard');
}

// Field permissions exist for records of business objects only.
function openFields(def: ObjectDef): boolean {
    return (
        def.kind === 'customMetadata' ||
        def.kind === 'share' ||
        def.kind === 'history' ||
        readableByAll.has(def.name.toLowerCase()) ||
        def.name.toLowerCase() in permissionParents
    );
}

// Share and history rows, and a few children, have no permission of their own.
function permissionOwner(schema: Schema, def: ObjectDef): ObjectDef {
    const explicit = permissionParents[def.name.toLowerCase()];
    if (explicit !== undefined) {
        return schema.object(explicit) ?? def;
    }
    if (def.kind === 'share') {
        return schema.object(def.name.replace(/__Share$/i, '__c').replace(/Share$/i, '')) ?? def;
    }
    if (def.kind === 'history') {
        return schema.object(def.name.replace(/__History$/i, '__c').replace(/History$/i, '')) ?? def;
    }
    return def;
}

/** Edit implies read, view all implies read, modify all implies everything. */
function implied(permission: ObjectPermission, operation: Operation): boolean {
    if (permission.modifyAll) {
        return operation !== 'create' || permission.create;
    }
    switch (operation) {
        case 'read':
            return permission.read || permission.edit || permission.create || permission.delete || permission.viewAll;
        case 'create':
            return permission.create;
        case 'edit':
            return permission.edit || permission.delete;
        case 'delete':
            return permission.delete;
        case 'viewAll':
            return permission.viewAll;
        case 'modifyAll':
            return false;
    }
}

function anyHas(
    grants: readonly PermissionGrant[],
    list: 'classes' | 'customPermissions' | 'applications',
    name: string
): boolean {
    const lower = name.toLowerCase();
    return grants.some((grant) => [...grant[list]].some((each) => each.toLowerCase() === lower));
}

function lookUp(map: ReadonlyMap<string, string>, name: string): string | undefined {
    const lower = name.toLowerCase();
    for (const [key, value] of map) {
        if (key.toLowerCase() === lower) {
            return value;
        }
    }
    return undefined;
}

/** Tables that say what a user may do. */
const PERMISSION_TABLES = [
    'User',
    'Profile',
    'PermissionSet',
    'PermissionSetAssignment',
    'PermissionSetGroup',
    'PermissionSetGroupComponent',
    'ObjectPermissions',
    'FieldPermissions',
    'SetupEntityAccess',
    'ApexClass',
    'CustomPermission'
];

interface KnownAccess {
    readonly revision: number;
    readonly access: UserAccess;
}

/** What was worked out before, until one of the tables changes. */
const known = new WeakMap<Store, Map<string, KnownAccess>>();

/**
 * Access of a user from the rows of User, Profile, PermissionSet and PermissionSetAssignment.
 * Throws Error when the user or the profile is not there: a world without them is broken.
 */
export function accessOf(schema: Schema, store: Store, userId: string): UserAccess {
    const revision = store.revisionOf(PERMISSION_TABLES);
    const ofStore = known.get(store) ?? new Map<string, KnownAccess>();
    known.set(store, ofStore);
    const before = ofStore.get(userId);
    if (before?.revision === revision) {
        return before.access;
    }
    const access = workOutAccess(schema, store, userId);
    ofStore.set(userId, { revision, access });
    return access;
}

function workOutAccess(schema: Schema, store: Store, userId: string): UserAccess {
    const user = rowById(schema, store, 'User', userId);
    const profileName = String(rowById(schema, store, 'Profile', String(user.get('ProfileId'))).get('Name'));
    const profile = builtInProfile(schema, profileName) ?? lookUpGrant(schema.profiles, profileName);
    if (profile === undefined) {
        throw new Error(`Profile ${profileName} is neither built in nor part of the package`);
    }
    const assignments = rowsWhere(store, required(schema, 'PermissionSetAssignment'), { AssigneeId: userId });
    const grants = [profile];
    for (const permissionSet of assignments.flatMap((assignment) => assignedSets(schema, store, assignment))) {
        const packaged = lookUpGrant(schema.permissionSets, String(permissionSet.fields.get('Name')));
        if (packaged !== undefined) {
            grants.push(packaged);
        }
        grants.push(grantOfRows(schema, store, permissionSet));
    }
    return buildAccess(schema, profile.name === 'System Administrator', grants);
}

// An assignment names a permission set or a group of them.
function assignedSets(schema: Schema, store: Store, assignment: SObject): SObject[] {
    const groupId = assignment.get('PermissionSetGroupId');
    if (groupId === null) {
        const setId = assignment.get('PermissionSetId');
        return setId === null ? [] : [rowById(schema, store, 'PermissionSet', setId)];
    }
    const name = String(rowById(schema, store, 'PermissionSetGroup', groupId).get('DeveloperName'));
    const group = schema.permissionSetGroups.get(name) ?? schema.permissionSetGroups.get(name.toLowerCase());
    const names = group?.permissionSets ?? [];
    return names.flatMap((each) => rowsWhere(store, required(schema, 'PermissionSet'), { Name: each }));
}

function lookUpGrant(grants: ReadonlyMap<string, PermissionGrant>, name: string): PermissionGrant | undefined {
    const lower = name.toLowerCase();
    return (
        grants.get(name) ??
        grants.get(lower) ??
        [...grants.values()].find((grant) => grant.name.toLowerCase() === lower)
    );
}

function required(schema: Schema, name: string): ObjectDef {
    const def = schema.object(name);
    if (def === undefined) {
        throw new Error(`Object ${name} is missing from the schema`);
    }
    return def;
}

function rowById(schema: Schema, store: Store, object: string, id: string): SObject {
    const row = store.row(required(schema, object), id);
    if (row === undefined) {
        throw new Error(`There is no ${object} with the id ${id}`);
    }
    return row;
}
