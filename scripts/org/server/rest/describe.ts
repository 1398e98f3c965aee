/** REST describe: what data tools read to know objects and fields. */
import { REST_ROOT } from '../../runtime/apiVersion.ts';
import type { FieldDef, ObjectDef } from '../../schema/model.ts';
import type { Gateway } from '../gateway.ts';

function summary(gateway: Gateway, userId: string, def: ObjectDef): Record<string, unknown> {
    const access = gateway.access(userId);
    return {
        name: def.name,
        label: def.label,
        labelPlural: def.pluralLabel,
        keyPrefix: def.keyPrefix,
        custom: def.kind === 'custom',
        customSetting: def.kind.startsWith('customSetting'),
        queryable: def.isQueryable,
        createable: def.isCreateable && access.canCreateObject(def),
        updateable: def.isUpdateable && access.canEditObject(def),
        deletable: def.isDeletable && access.canDeleteObject(def),
        urls: {
            sobject: `${REST_ROOT}/sobjects/${def.name}`,
            describe: `${REST_ROOT}/sobjects/${def.name}/describe`
        }
    };
}

export function describeGlobal(gateway: Gateway, userId: string): Record<string, unknown> {
    const access = gateway.access(userId);
    return {
        encoding: 'UTF-8',
        maxBatchSize: 200,
        sobjects: gateway.schema.objects
            .filter((def) => access.canReadObject(def))
            .map((def) => summary(gateway, userId, def))
    };
}

export function describeObject(gateway: Gateway, userId: string, def: ObjectDef): Record<string, unknown> {
    const access = gateway.access(userId);
    return {
        ...summary(gateway, userId, def),
        fields: [...def.fields.values()]
            .filter((field) => access.canReadField(def, field))
            .map((field) => fieldJson(field)),
        childRelationships: gateway.schema.childRelationships(def).map((child) => ({
            childSObject: child.childObject.name,
            field: child.field.name,
            relationshipName: child.name
        })),
        recordTypeInfos: []
    };
}

function fieldJson(field: FieldDef): Record<string, unknown> {
    return {
        name: field.name,
        label: field.label,
        type: field.type,
        custom: field.isCustom,
        length: field.length ?? 0,
        precision: field.precision ?? 0,
        scale: field.scale ?? 0,
        nillable: !field.isRequired,
        unique: field.isUnique,
        externalId: field.isExternalId,
        idLookup: field.isExternalId || field.type === 'id',
        autoNumber: field.isAutoNumber,
        nameField: field.isNameField,
        calculated: field.formula !== undefined || field.rollup !== undefined,
        createable: field.isCreateable,
        updateable: field.isUpdateable,
        filterable: field.isFilterable,
        sortable: field.isSortable,
        groupable: field.isGroupable,
        referenceTo: field.referenceTo ?? [],
        relationshipName: field.relationshipName ?? null,
        restrictedPicklist: field.isRestrictedPicklist ?? false,
        picklistValues: (field.picklistValues ?? []).map((value) => ({
            value: value.value,
            label: value.label,
            active: value.isActive,
            defaultValue: value.isDefault
        })),
        inlineHelpText: field.inlineHelpText ?? null
    };
}
