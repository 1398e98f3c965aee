/** UI API: object-info and picklist-values. */
import type { FieldDef, FieldType, ObjectDef } from '../../schema/model.ts';
import type { UserAccess } from '../../security/access.ts';
import type { Gateway } from '../gateway.ts';
import { badRequest, HttpError } from '../httpError.ts';
import { userIdOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';

export const UI_API_BASE = '/services/data/:version/ui-api';
/** Record type of an object that has none. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const DATA_TYPES: Readonly<Record<FieldType, string>> = {
    id: 'String',
    string: 'String',
    textarea: 'TextArea',
    email: 'Email',
    phone: 'Phone',
    url: 'Url',
    picklist: 'Picklist',
    multipicklist: 'MultiPicklist',
    combobox: 'ComboBox',
    boolean: 'Boolean',
    integer: 'Int',
    long: 'Long',
    double: 'Double',
    currency: 'Currency',
    percent: 'Percent',
    date: 'Date',
    datetime: 'DateTime',
    time: 'Time',
    reference: 'Reference',
    address: 'Address',
    location: 'Location',
    base64: 'Base64',
    anytype: 'AnyType'
};

/** Icons of SLDS's standard set; custom objects get one of the custom set by their key prefix. */
const STANDARD_ICONS = new Set([
    'lead',
    'account',
    'contact',
    'opportunity',
    'campaign',
    'task',
    'event',
    'case',
    'user',
    'product',
    'contract',
    'asset',
    'order'
]);

/** @throws HttpError 404 when there is no such object or the user may not read it: both look alike. */
export function readableObject(gateway: Gateway, access: UserAccess, name: string): ObjectDef {
    const def = gateway.schema.object(name);
    if (!def || !access.canReadObject(def)) {
        throw new HttpError(404, { errorCode: 'INVALID_TYPE', message: `sObject type '${name}' is not supported.` });
    }
    return def;
}

export function objectInfoRoutes(gateway: Gateway): Route[] {
    const route = (pattern: string, handler: (context: RequestContext, access: UserAccess) => unknown): Route => ({
        method: 'GET',
        pattern: UI_API_BASE + pattern,
        access: 'token',
        handler: (context) => ({ json: handler(context, gateway.access(userIdOf(gateway, context))) })
    });
    return [
        route('/object-info/:object', (context, access) =>
            objectInfo(gateway, access, readableObject(gateway, access, context.params['object'] ?? ''))
        ),
        route('/object-info/:object/picklist-values/:recordType', (context, access) => {
            const def = readableObject(gateway, access, context.params['object'] ?? '');
            const fields = [...def.fields.values()].filter(
                (field) => field.picklistValues && access.canReadField(def, field)
            );
            return {
                eTag: '',
                picklistFieldValues: Object.fromEntries(fields.map((field) => [field.name, picklistJson(field)]))
            };
        }),
        route('/object-info/:object/picklist-values/:recordType/:field', (context, access) => {
            const def = readableObject(gateway, access, context.params['object'] ?? '');
            const field = gateway.schema.field(def, context.params['field'] ?? '');
            if (!field || !access.canReadField(def, field) || !field.picklistValues) {
                throw badRequest('INVALID_FIELD', `${def.name} has no picklist field ${context.params['field'] ?? ''}`);
            }
            return picklistJson(field);
        })
    ];
}

function picklistJson(field: FieldDef): Record<string, unknown> {
    const json = (value: { label: string; value: string }) => ({
        attributes: null,
        label: value.label,
        value: value.value,
        validFor: []
    });
    const values = (field.picklistValues ?? []).filter((value) => value.isActive);
    const standard = values.find((value) => value.isDefault);
    return {
        controllerValues: {},
        defaultValue: standard ? json(standard) : null,
        eTag: '',
        url: '',
        values: values.map(json)
    };
}

export function objectInfo(gateway: Gateway, access: UserAccess, def: ObjectDef): Record<string, unknown> {
    const fields = [...def.fields.values()].filter((field) => access.canReadField(def, field));
    const nameFields = fields.filter((field) => field.isNameField).map((field) => field.name);
    return {
        apiName: def.name,
        label: def.label,
        labelPlural: def.pluralLabel,
        keyPrefix: def.keyPrefix,
        custom: def.kind === 'custom',
        createable: def.isCreateable && access.canCreateObject(def),
        updateable: def.isUpdateable && access.canEditObject(def),
        deletable: def.isDeletable && access.canDeleteObject(def),
        queryable: def.isQueryable,
        searchable: true,
        feedEnabled: false,
        layoutable: true,
        mruEnabled: true,
        defaultRecordTypeId: MASTER_RECORD_TYPE,
        recordTypeInfos: {
            [MASTER_RECORD_TYPE]: {
                available: true,
                defaultRecordTypeMapping: true,
                master: true,
                name: 'Master',
                recordTypeId: MASTER_RECORD_TYPE
            }
        },
        nameFields: nameFields.length > 0 ? nameFields : ['Id'],
        themeInfo: { color: '', iconName: iconName(def), iconUrl: '' },
        fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(gateway, access, def, field)])),
        childRelationships: gateway.schema
            .childRelationships(def)
            .filter(
                (child) =>
                    access.canReadObject(child.childObject) && access.canReadField(child.childObject, child.field)
            )
            .map((child) => ({
                childObjectApiName: child.childObject.name,
                fieldName: child.field.name,
                junctionIdListNames: [],
                junctionReferenceTo: [],
                relationshipName: child.name
            })),
        dependentFields: {}
    };
}

function fieldInfo(gateway: Gateway, access: UserAccess, def: ObjectDef, field: FieldDef): Record<string, unknown> {
    const canEdit = access.canEditField(def, field);
    return {
        apiName: field.name,
        label: field.label,
        dataType: DATA_TYPES[field.type],
        custom: field.isCustom,
        nameField: field.isNameField,
        required: field.isRequired,
        createable: field.isCreateable && canEdit,
        updateable: field.isUpdateable && canEdit,
        calculated: field.formula !== undefined || field.rollup !== undefined,
        filterable: field.isFilterable,
        sortable: field.isSortable,
        unique: field.isUnique,
        externalId: field.isExternalId,
        htmlFormatted: false,
        inlineHelpText: field.inlineHelpText ?? null,
        length: field.length ?? 0,
        precision: field.precision ?? 0,
        scale: field.scale ?? 0,
        extraTypeInfo: null,
        compound: false,
        compoundComponentName: null,
        compoundFieldName: null,
        controllerName: null,
        controllingFields: [],
        reference: field.type === 'reference',
        relationshipName: field.relationshipName ?? null,
        polymorphicForeignKey: (field.referenceTo?.length ?? 0) > 1,
        referenceTargetField: null,
        referenceToInfos: (field.referenceTo ?? []).map((apiName) => ({
            apiName,
            nameFields: [...(gateway.schema.object(apiName)?.fields.values() ?? [])]
                .filter((target) => target.isNameField)
                .map((target) => target.name)
        })),
        searchPrefilterable: false
    };
}

function iconName(def: ObjectDef): string {
    if (STANDARD_ICONS.has(def.name.toLowerCase())) return `standard:${def.name.toLowerCase()}`;
    if (def.kind !== 'custom') return 'standard:record';
    const number = [...def.keyPrefix].reduce((sum, character) => sum * 36 + parseInt(character, 36), 0);
    return `custom:custom${(number % 100) + 1}`;
}
