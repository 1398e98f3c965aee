/** ObjectPermissions, FieldPermissions and SetupEntityAccess rows of the package's permission sets. */
import { rowsWhere } from './select.ts';
import type { Store } from './store.ts';
import type { Value } from '../runtime/program.ts';
import type { PermissionGrant } from '../schema/model.ts';

type Row = Record<string, Value>;

function objectRows(store: Store, grant: PermissionGrant): Row[] {
    return [...grant.objects].map(([name, permission]) => ({
        SobjectType: store.schema.object(name)?.name ?? name,
        PermissionsRead: permission.read,
        PermissionsCreate: permission.create,
        PermissionsEdit: permission.edit,
        PermissionsDelete: permission.delete,
        PermissionsViewAllRecords: permission.viewAll,
        PermissionsModifyAllRecords: permission.modifyAll
    }));
}

function fieldRows(store: Store, grant: PermissionGrant): Row[] {
    return [...grant.fields].map(([key, permission]) => {
        const [objectName = '', fieldName = ''] = key.split('.');
        const object = store.schema.object(objectName);
        const name = object?.fields.get(fieldName)?.name ?? fieldName;
        return {
            SobjectType: object?.name ?? objectName,
            Field: `${object?.name ?? objectName}.${name}`,
            PermissionsRead: permission.read,
            PermissionsEdit: permission.edit
        };
    });
}

/** Classes and custom permissions have rows of their own; those that have none yet are left out. */
function accessRows(store: Store, grant: PermissionGrant): Row[] {
    const rows = (objectName: string, key: string, names: Iterable<string>): Row[] => {
        const object = store.schema.object(objectName);
        if (!object) return [];
        return [...names].flatMap((name) => {
            const id = rowsWhere(store, object, { [key]: name })[0]?.id;
            return id ? [{ SetupEntityId: id, SetupEntityType: objectName }] : [];
        });
    };
    return [
        ...rows('ApexClass', 'Name', grant.classes),
        ...rows('CustomPermission', 'DeveloperName', grant.customPermissions)
    ];
}

/**
 * Writes what the permission sets grant as rows, replacing what an earlier start wrote. Call it once the PermissionSet,
 * ApexClass and CustomPermission rows are there.
 */
export function syncPermissionRows(store: Store): void {
    const { schema } = store;
    const sets = schema.object('PermissionSet');
    if (!sets) return;
    for (const grant of schema.permissionSets.values()) {
        const parent = rowsWhere(store, sets, { Name: grant.name })[0]?.id;
        if (!parent) continue;
        const tables: [string, Row[]][] = [
            ['ObjectPermissions', objectRows(store, grant)],
            ['FieldPermissions', fieldRows(store, grant)],
            ['SetupEntityAccess', accessRows(store, grant)]
        ];
        for (const [name, rows] of tables) {
            const object = schema.object(name);
            if (!object) continue;
            for (const old of rowsWhere(store, object, { ParentId: parent })) store.purgeRow(object, old.id ?? '');
            for (const row of rows) {
                store.insertRow(
                    object,
                    new Map<string, Value>([['Id', store.nextId(object)], ['ParentId', parent], ...Object.entries(row)])
                );
            }
        }
    }
}
