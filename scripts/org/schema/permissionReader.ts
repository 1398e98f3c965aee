/** Permission sets and profiles to what they grant. */
import { children, flagOf, textOf } from './xml.ts';
import type { MetadataFile } from './source.ts';
import type { ObjectPermission, PermissionGrant } from './model.ts';
import type { XmlElement } from './xml.ts';

function enabledNames(root: XmlElement, element: string, nameElement: string, flag = 'enabled'): Set<string> {
    const names = new Set<string>();
    for (const each of children(root, element)) {
        const name = textOf(each, nameElement);
        if (name !== undefined && flagOf(each, flag)) names.add(name.toLowerCase());
    }
    return names;
}

function objectPermissions(root: XmlElement): Map<string, ObjectPermission> {
    const objects = new Map<string, ObjectPermission>();
    for (const each of children(root, 'objectPermissions')) {
        const name = textOf(each, 'object');
        if (name === undefined) continue;
        objects.set(name.toLowerCase(), {
            read: flagOf(each, 'allowRead') ?? false,
            create: flagOf(each, 'allowCreate') ?? false,
            edit: flagOf(each, 'allowEdit') ?? false,
            delete: flagOf(each, 'allowDelete') ?? false,
            viewAll: flagOf(each, 'viewAllRecords') ?? false,
            modifyAll: flagOf(each, 'modifyAllRecords') ?? false
        });
    }
    return objects;
}

/** Reads one permission set or profile; names of what it grants are in lower case, user permissions as written. */
export function readPermissions(file: MetadataFile): PermissionGrant {
    const { root } = file;
    const fields = new Map<string, { read: boolean; edit: boolean }>();
    for (const each of children(root, 'fieldPermissions')) {
        const name = textOf(each, 'field');
        if (name === undefined) continue;
        const edit = flagOf(each, 'editable') ?? false;
        fields.set(name.toLowerCase(), { read: edit || (flagOf(each, 'readable') ?? false), edit });
    }
    const tabs = new Map<string, string>();
    for (const element of ['tabSettings', 'tabVisibilities']) {
        for (const each of children(root, element)) {
            tabs.set((textOf(each, 'tab') ?? '').toLowerCase(), textOf(each, 'visibility') ?? 'None');
        }
    }
    const userPermissions = new Set<string>();
    for (const each of children(root, 'userPermissions')) {
        const name = textOf(each, 'name');
        if (name !== undefined && flagOf(each, 'enabled')) userPermissions.add(name);
    }
    return {
        name: file.name,
        label: textOf(root, 'label') ?? file.name,
        description: textOf(root, 'description') ?? '',
        objects: objectPermissions(root),
        fields,
        classes: enabledNames(root, 'classAccesses', 'apexClass'),
        customPermissions: enabledNames(root, 'customPermissions', 'name'),
        userPermissions,
        customMetadataTypes: new Set([
            ...enabledNames(root, 'customMetadataTypeAccesses', 'name'),
            ...enabledNames(root, 'customSettingAccesses', 'name')
        ]),
        tabs,
        applications: enabledNames(root, 'applicationVisibilities', 'application', 'visible')
    };
}
