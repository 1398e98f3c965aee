/** `X.object-meta.xml` and its members to an object definition. */
import { labelFromName, makeField } from './fieldDefaults.ts';
import {
    auditFields,
    customMetadataFields,
    idField,
    isDeletedField,
    ownerField,
    platformEventFields
} from './systemFields.ts';
import { child, children, flagOf, textOf } from './xml.ts';
import { formulaPlace, type Diagnostics, type MetadataFile } from './source.ts';
import type {
    FieldDef,
    FieldSetDef,
    ListViewDef,
    ObjectDef,
    ObjectKind,
    RecordTypeDef,
    SharingModel,
    ValidationRuleDef
} from './model.ts';
import type { XmlElement } from './xml.ts';

const SHARING_MODELS: readonly string[] = [
    'Private',
    'Read',
    'ReadWrite',
    'ReadWriteTransfer',
    'ControlledByParent',
    'FullAccess'
];

/** Members of one object, collected from its folder and its own file. */
export interface ObjectMembers {
    readonly validationRules: ValidationRuleDef[];
    readonly fieldSets: FieldSetDef[];
    readonly listViews: ListViewDef[];
    readonly recordTypes: RecordTypeDef[];
}

export function readValidationRule(
    element: XmlElement,
    name: string,
    path: string,
    diagnostics: Diagnostics
): ValidationRuleDef {
    const formula = textOf(element, 'errorConditionFormula');
    const message = textOf(element, 'errorMessage');
    if (!formula) diagnostics.error(path, `${name} needs <errorConditionFormula>.`, element);
    if (!message) diagnostics.error(path, `${name} needs <errorMessage>.`, element);
    const errorField = textOf(element, 'errorDisplayField');
    return {
        name,
        isActive: flagOf(element, 'active') ?? false,
        formula: formula ?? 'false',
        ...formulaPlace(path, child(element, 'errorConditionFormula')),
        message: message ?? '',
        ...(errorField ? { errorField } : {})
    };
}

export function readFieldSet(element: XmlElement, name: string): FieldSetDef {
    return {
        name,
        label: textOf(element, 'label') ?? name,
        fields: children(element, 'displayedFields').map((each) => textOf(each, 'field') ?? '')
    };
}

export function readListView(element: XmlElement, name: string): ListViewDef {
    return {
        name,
        label: textOf(element, 'label') ?? name,
        columns: children(element, 'columns').map((each) => each.text.trim()),
        scope: textOf(element, 'filterScope') ?? 'Everything',
        filters: children(element, 'filters').map((each) => ({
            field: textOf(each, 'field') ?? '',
            operation: textOf(each, 'operation') ?? 'equals',
            value: textOf(each, 'value') ?? ''
        }))
    };
}

export function readRecordType(element: XmlElement, name: string): RecordTypeDef {
    const description = textOf(element, 'description');
    return {
        developerName: name,
        label: textOf(element, 'label') ?? name,
        isActive: flagOf(element, 'active') ?? false,
        ...(description ? { description } : {})
    };
}

function kindOf(name: string, file: MetadataFile, diagnostics: Diagnostics): ObjectKind {
    if (name.endsWith('__mdt')) return 'customMetadata';
    if (name.endsWith('__e')) return 'platformEvent';
    const settings = textOf(file.root, 'customSettingsType');
    if (settings === 'List') return 'customSettingList';
    if (settings === 'Hierarchy') return 'customSettingHierarchy';
    if (settings !== undefined) {
        diagnostics.error(
            file.path,
            `customSettingsType "${settings}" is neither List nor Hierarchy.`,
            child(file.root, 'customSettingsType')
        );
    }
    return 'custom';
}

function nameField(file: MetadataFile, kind: ObjectKind, diagnostics: Diagnostics): FieldDef {
    const element = child(file.root, 'nameField');
    if (!element && kind === 'custom') diagnostics.error(file.path, 'The object needs <nameField>.', file.root);
    const label = (element && textOf(element, 'label')) ?? 'Name';
    const isAutoNumber = element !== undefined && textOf(element, 'type') === 'AutoNumber';
    return makeField({
        name: 'Name',
        label,
        type: 'string',
        length: 80,
        isNameField: true,
        isPermissionable: false,
        isAutoNumber,
        ...(isAutoNumber && element ? { autoNumberFormat: textOf(element, 'displayFormat') ?? '{0}' } : {})
    });
}

function setupOwnerField(): FieldDef {
    return makeField({
        name: 'SetupOwnerId',
        type: 'reference',
        label: 'Location',
        length: 18,
        referenceTo: ['Organization', 'Profile', 'User'],
        relationshipName: 'SetupOwner',
        isPermissionable: false
    });
}

function baseFields(file: MetadataFile, kind: ObjectKind, hasMaster: boolean, diagnostics: Diagnostics): FieldDef[] {
    if (kind === 'customMetadata') return customMetadataFields();
    if (kind === 'platformEvent') return platformEventFields();
    const name = nameField(file, kind, diagnostics);
    if (kind !== 'custom') {
        return [idField(), isDeletedField(), name, setupOwnerField(), ...auditFields()];
    }
    const hasActivities = flagOf(file.root, 'enableActivities') ?? false;
    const activity = makeField({
        name: 'LastActivityDate',
        type: 'date',
        isCreateable: false,
        isUpdateable: false,
        isPermissionable: false
    });
    return [
        idField(),
        ...(hasMaster ? [] : [ownerField(['Group', 'User'])]),
        isDeletedField(),
        name,
        ...auditFields(),
        ...(hasActivities ? [activity] : [])
    ];
}

/** Sharing model of an object file; null when it says nothing. */
export function readSharingModel(file: MetadataFile, diagnostics: Diagnostics): SharingModel | null {
    const text = textOf(file.root, 'sharingModel');
    if (text === undefined) return null;
    if (SHARING_MODELS.includes(text)) return text as SharingModel;
    diagnostics.error(
        file.path,
        `sharingModel "${text}" is none of ${SHARING_MODELS.join(', ')}.`,
        child(file.root, 'sharingModel')
    );
    return null;
}

/** Makes a custom object from its file, its fields and its members. */
export function readCustomObject(
    file: MetadataFile,
    name: string,
    fields: readonly FieldDef[],
    members: ObjectMembers,
    keyPrefix: string,
    diagnostics: Diagnostics
): ObjectDef {
    const kind = kindOf(name, file, diagnostics);
    const hasMaster = fields.some((field) => field.isMasterDetail);
    const label = textOf(file.root, 'label') ?? labelFromName(name);
    if (!textOf(file.root, 'label')) diagnostics.error(file.path, `${name} needs <label>.`, file.root);
    const fallback: SharingModel = hasMaster ? 'ControlledByParent' : 'ReadWrite';
    const model = kind === 'custom' ? (readSharingModel(file, diagnostics) ?? fallback) : 'FullAccess';
    if (kind === 'custom' && hasMaster !== (model === 'ControlledByParent')) {
        const message = hasMaster
            ? `A detail object has the sharingModel ControlledByParent, not ${model}.`
            : 'sharingModel ControlledByParent needs a master-detail field.';
        diagnostics.error(file.path, message, child(file.root, 'sharingModel') ?? file.root);
    }
    const all = [...baseFields(file, kind, hasMaster, diagnostics), ...fields];
    const description = textOf(file.root, 'description');
    const isRecord = kind !== 'customMetadata';
    return {
        name,
        label,
        pluralLabel: textOf(file.root, 'pluralLabel') ?? `${label}s`,
        kind,
        keyPrefix,
        sharingModel: model,
        fields: new Map(all.map((field) => [field.name.toLowerCase(), field])),
        ...members,
        ...(flagOf(file.root, 'enableActivities') ? { hasActivities: true } : {}),
        ...(flagOf(file.root, 'enableHistory') && kind === 'custom' ? { hasHistory: true } : {}),
        ...(kind === 'custom' && (model === 'Private' || model === 'Read') ? { shareParentField: 'ParentId' } : {}),
        isSetupObject: false,
        isCreateable: isRecord,
        isUpdateable: isRecord && kind !== 'platformEvent',
        isDeletable: isRecord && kind !== 'platformEvent',
        isQueryable: kind !== 'platformEvent',
        ...(kind === 'platformEvent' ? { publishes: publishBehavior(file) } : {}),
        ...(description ? { description } : {})
    };
}

// Without a word on it an event is published immediately, the default of the platform.
function publishBehavior(file: MetadataFile): 'immediately' | 'afterCommit' {
    return textOf(file.root, 'publishBehavior') === 'PublishAfterCommit' ? 'afterCommit' : 'immediately';
}
