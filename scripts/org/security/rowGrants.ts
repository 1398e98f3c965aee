/** Permission sets that code makes: rows of PermissionSet, ObjectPermissions, FieldPermissions, SetupEntityAccess. */
import type { ObjectPermission, PermissionGrant, Schema } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import { rowsWhere } from '../store/select.ts';
import type { SObject } from '../values/sobject.ts';

/** What the rows below one permission set grant; empty for sets that come from metadata alone. */
export function grantOfRows(schema: Schema, store: Store, permissionSet: SObject): PermissionGrant {
    const name = String(permissionSet.fields.get('Name') ?? '');
    const entities = children(schema, store, 'SetupEntityAccess', permissionSet);
    return {
        name,
        label: String(permissionSet.fields.get('Label') ?? name),
        objects: objectPermissions(children(schema, store, 'ObjectPermissions', permissionSet)),
        fields: fieldPermissions(children(schema, store, 'FieldPermissions', permissionSet)),
        classes: new Set(entityNames(schema, store, entities, 'ApexClass', 'Name')),
        customPermissions: new Set(entityNames(schema, store, entities, 'CustomPermission', 'DeveloperName')),
        userPermissions: userPermissions(permissionSet),
        customMetadataTypes: new Set(),
        tabs: new Map(),
        applications: new Set()
    };
}

function children(schema: Schema, store: Store, objectName: string, permissionSet: SObject): SObject[] {
    const def = schema.object(objectName);
    return def === undefined ? [] : rowsWhere(store, def, { ParentId: permissionSet.id });
}

function objectPermissions(rows: readonly SObject[]): Map<string, ObjectPermission> {
    return new Map(
        rows.map((row) => {
            const has = (column: string): boolean => row.fields.get(column) === true;
            const permission: ObjectPermission = {
                read: has('PermissionsRead'),
                create: has('PermissionsCreate'),
                edit: has('PermissionsEdit'),
                delete: has('PermissionsDelete'),
                viewAll: has('PermissionsViewAllRecords'),
                modifyAll: has('PermissionsModifyAllRecords')
            };
            return [String(row.fields.get('SobjectType')).toLowerCase(), permission] as const;
        })
    );
}

function fieldPermissions(rows: readonly SObject[]): Map<string, { read: boolean; edit: boolean }> {
    return new Map(
        rows.map((row) => {
            const permission = {
                read: row.fields.get('PermissionsRead') === true,
                edit: row.fields.get('PermissionsEdit') === true
            };
            return [String(row.fields.get('Field')).toLowerCase(), permission] as const;
        })
    );
}

function entityNames(
    schema: Schema,
    store: Store,
    rows: readonly SObject[],
    objectName: string,
    column: string
): string[] {
    const def = schema.object(objectName);
    if (def === undefined) {
        return [];
    }
    const found = rows.map((row) => store.row(def, String(row.fields.get('SetupEntityId'))));
    return found.filter((row) => row !== undefined).map((row) => String(row.fields.get(column)));
}

function userPermissions(permissionSet: SObject): Set<string> {
    const prefix = 'Permissions';
    const granted = [...permissionSet.fields].filter(([name, value]) => name.startsWith(prefix) && value === true);
    return new Set(granted.map(([name]) => name.slice(prefix.length)));
}
