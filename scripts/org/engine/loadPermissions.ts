/** Rows that show what permission sets grant: SetupEntityAccess, ObjectPermissions, FieldPermissions. Queries read them. */
import type { Value } from '../runtime/program.ts';
import type { PermissionGrant, Schema } from '../schema/model.ts';
import type { SetupRows } from './rows.ts';

type Row = Readonly<Record<string, Value>>;

/** Makes a table hold exactly these rows for some permission sets; `keys` name a row. */
function syncRows(
    rows: SetupRows,
    object: string,
    keys: readonly string[],
    parents: ReadonlySet<string>,
    wanted: Row[]
): void {
    const keyOf = (read: (name: string) => Value): string => keys.map((key) => String(read(key))).join(' ');
    const present = new Map(
        rows
            .where(object, {})
            .filter((row) => parents.has(String(row.fields.get('ParentId'))))
            .map((row) => [keyOf((name) => row.fields.get(name)), row])
    );
    for (const row of wanted) {
        const key = keyOf((name) => row[name]);
        const known = present.get(key);
        present.delete(key);
        if (!known) {
            rows.insert(object, row);
        } else if (Object.entries(row).some(([name, value]) => (known.fields.get(name) ?? null) !== value)) {
            rows.update(object, known.id as string, row);
        }
    }
    for (const stale of present.values()) {
        rows.delete(object, stale.id as string);
    }
}

/** Id of a row by its name in lower case. */
function idsByName(rows: SetupRows, object: string, column: string): Map<string, string> {
    return new Map(
        rows.where(object, {}).map((row) => [String(row.fields.get(column)).toLowerCase(), row.id as string] as const)
    );
}

/**
 * Writes the rows for every permission set.
 * @param permissionSets id by lower-case name
 */
export function loadPermissionRows(rows: SetupRows, schema: Schema, permissionSets: ReadonlyMap<string, string>): void {
    const classes = idsByName(rows, 'ApexClass', 'Name');
    const permissions = idsByName(rows, 'CustomPermission', 'DeveloperName');
    const parents = new Set(permissionSets.values());
    const grants = [...schema.permissionSets.values()].flatMap((grant): [string, PermissionGrant][] => {
        const id = permissionSets.get(grant.name.toLowerCase());
        return id === undefined ? [] : [[id, grant]];
    });
    const access = (
        parent: string,
        names: ReadonlySet<string>,
        ids: ReadonlyMap<string, string>,
        type: string
    ): Row[] =>
        [...names].flatMap((name) => {
            const id = ids.get(name.toLowerCase());
            return id === undefined ? [] : [{ ParentId: parent, SetupEntityId: id, SetupEntityType: type }];
        });
    syncRows(
        rows,
        'SetupEntityAccess',
        ['ParentId', 'SetupEntityId'],
        parents,
        grants.flatMap(([parent, grant]) => [
            ...access(parent, grant.classes, classes, 'ApexClass'),
            ...access(parent, grant.customPermissions, permissions, 'CustomPermission')
        ])
    );
    syncRows(
        rows,
        'ObjectPermissions',
        ['ParentId', 'SobjectType'],
        parents,
        grants.flatMap(([parent, grant]) =>
            [...grant.objects].map(([name, permission]) => ({
                ParentId: parent,
                SobjectType: schema.object(name)?.name ?? name,
                PermissionsRead: permission.read,
                PermissionsCreate: permission.create,
                PermissionsEdit: permission.edit,
                PermissionsDelete: permission.delete,
                PermissionsViewAllRecords: permission.viewAll,
                PermissionsModifyAllRecords: permission.modifyAll
            }))
        )
    );
    syncRows(
        rows,
        'FieldPermissions',
        ['ParentId', 'Field'],
        parents,
        grants.flatMap(([parent, grant]) =>
            [...grant.fields].map(([name, permission]) => {
                const [objectName = '', fieldName = ''] = name.split('.');
                const object = schema.object(objectName);
                const field = object && schema.field(object, fieldName);
                return {
                    ParentId: parent,
                    SobjectType: object?.name ?? objectName,
                    Field: `${object?.name ?? objectName}.${field?.name ?? fieldName}`,
                    PermissionsRead: permission.read,
                    PermissionsEdit: permission.edit
                };
            })
        )
    );
}
