/** Small hand-made object models for tests of formulas, security and saving. */
import type { FieldDef, FieldType, ObjectDef, PermissionGrant, Schema } from '../model.ts';

/** A custom or standard field with the usual flags; override what matters. */
export function field(name: string, type: FieldType, more: Partial<FieldDef> = {}): FieldDef {
    return {
        name,
        label: name,
        type,
        isCustom: name.endsWith('__c'),
        isRequired: false,
        isUnique: false,
        isCaseSensitive: false,
        isExternalId: false,
        isAutoNumber: false,
        isNameField: name === 'Name',
        isCreateable: true,
        isUpdateable: true,
        isFilterable: true,
        isSortable: true,
        isGroupable: true,
        isPermissionable: name.endsWith('__c'),
        ...more
    };
}

/** An object with an Id and the given fields. */
export function object(
    name: string,
    keyPrefix: string,
    fields: readonly FieldDef[],
    more: Partial<ObjectDef> = {}
): ObjectDef {
    const id = field('Id', 'id', { isUpdateable: false, isCreateable: false });
    const all = fields.some(({ name: own }) => own === 'Id') ? fields : [id, ...fields];
    return {
        name,
        label: name,
        pluralLabel: `${name}s`,
        kind: name.endsWith('__c') ? 'custom' : 'standard',
        keyPrefix,
        sharingModel: 'ReadWrite',
        fields: new Map(all.map((each) => [each.name.toLowerCase(), each])),
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

/** A schema over the given objects. */
export function schemaOf(objects: readonly ObjectDef[], more: Partial<Schema> = {}): Schema {
    const byName = new Map(objects.map((each) => [each.name.toLowerCase(), each]));
    return {
        objects,
        object: (name) => byName.get(name.toLowerCase()),
        objectByPrefix: (prefix) => objects.find((each) => each.keyPrefix === prefix),
        field: (def, name) => def.fields.get(name.toLowerCase()),
        parentRelationship: (def, name) =>
            [...def.fields.values()].find((each) => each.relationshipName?.toLowerCase() === name.toLowerCase()),
        childRelationships: (def) =>
            objects.flatMap((child) =>
                [...child.fields.values()]
                    .filter((each) => each.referenceTo?.includes(def.name))
                    .map((each) => ({ name: each.childRelationshipName ?? '', childObject: child, field: each }))
            ),
        permissionSets: new Map(),
        profiles: new Map(),
        customPermissions: new Set(),
        customPermissionLabels: new Map(),
        permissionSetGroups: new Map(),
        customMetadata: [],
        labels: new Map(),
        ...more
    };
}

/** A grant with nothing in it; override what matters. */
export function grant(name: string, more: Partial<PermissionGrant> = {}): PermissionGrant {
    return {
        name,
        label: name,
        objects: new Map(),
        fields: new Map(),
        classes: new Set(),
        customPermissions: new Set(),
        userPermissions: new Set(),
        customMetadataTypes: new Set(),
        tabs: new Map(),
        applications: new Set(),
        ...more
    };
}
