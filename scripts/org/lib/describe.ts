/** Describe: `SObjectType`, `DescribeSObjectResult`, `DescribeFieldResult`, picklists, child relationships, field sets. */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import { libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { defaultValue } from '../dml/save.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { rowsWhere } from '../store/select.ts';
import { apexException } from '../values/exceptions.ts';
import { convert } from '../values/convert.ts';
import { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import { displayType, displayTypeOf, soapType, soapTypeOf } from './describeEnums.ts';
import {
    childRelationshipOf,
    DescribeMapHolder,
    FieldSetMemberToken,
    FieldSetToken,
    PicklistEntryToken,
    RecordTypeInfoToken,
    describeOf,
    fieldDescribeOf,
    fieldTokenOf,
    sobjectTypeOf,
    type ChildRelationshipToken,
    type FieldDescribe,
    type ObjectDescribe,
    type SObjectFieldToken,
    type SObjectTypeToken
} from './describeTokens.ts';
import { libraryEnum } from './libraryEnum.ts';

/** What describe calls the master record type of every object. */
const MASTER_RECORD_TYPE_ID = '012000000000000AAA';
/** Owners are set when the record is saved. */
const OWNERS = new Set(['OwnerId', 'SetupOwnerId']);
const SYSTEM_CHILD_FIELDS = new Set(['createdbyid', 'lastmodifiedbyid']);

const list = (element: string, items: Value[]): ApexList => new ApexList(typeToken(`List<${element}>`), items);

/** A map with lower-case keys that finds them in any case, as the maps of describe do. */
function describeMap(valueType: string, entries: Iterable<readonly [string, Value]>): ApexMap {
    const map = new CaselessMap(typeToken(`Map<String,${valueType}>`));
    for (const [name, value] of entries) {
        map.set(name.toLowerCase(), value);
    }
    return map;
}

/** The maps of describe ignore the case of their keys. */
class CaselessMap extends ApexMap {
    override get(key: Value): Value | undefined {
        return super.get(typeof key === 'string' ? key.toLowerCase() : key);
    }

    override has(key: Value): boolean {
        return super.has(typeof key === 'string' ? key.toLowerCase() : key);
    }
}

/** `new Account()` through its token, with defaults when asked for. */
export function newRecord(def: ObjectDef, id: string | null): SObject {
    const record = new SObject(def);
    if (id !== null) {
        record.put('Id', convert(id, typeToken('Id')));
    }
    return record;
}

function sobjectTypeClasses(context: RuntimeContext) {
    return [
        libraryClass(
            'SObjectType',
            {
                'DescribeSObjectResult getDescribe()': (self: SObjectTypeToken) => describeOf(self.def),
                'DescribeSObjectResult getDescribe(Object options)': (self: SObjectTypeToken) => describeOf(self.def),
                'SObject newSObject()': (self: SObjectTypeToken) => newRecord(self.def, null),
                'SObject newSObject(Id id)': (self: SObjectTypeToken, id: string | null) => newRecord(self.def, id),
                'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
                    self: SObjectTypeToken,
                    _recordTypeId: string | null,
                    loadDefaults: boolean
                ) => newRecordWithDefaults(context.tx(), self.def, loadDefaults),
                'String toString()': (self: SObjectTypeToken) => self.def.name
            },
            { namespace: 'Schema' }
        ),
        libraryClass(
            'SObjectField',
            {
                'DescribeFieldResult getDescribe()': (self: SObjectFieldToken) =>
                    fieldDescribeOf(self.object, self.field),
                'DescribeFieldResult getDescribe(Object options)': (self: SObjectFieldToken) =>
                    fieldDescribeOf(self.object, self.field),
                'String toString()': (self: SObjectFieldToken) => self.field.name
            },
            { namespace: 'Schema' }
        )
    ];
}

/** A new record; with the values that a new one has by default when they are asked for. */
function newRecordWithDefaults(tx: Transaction, def: ObjectDef, loadDefaults: boolean): SObject {
    const record = newRecord(def, null);
    if (loadDefaults && def.kind === 'platformEvent' && def.fields.has('eventuuid')) {
        record.load('EventUuid', crypto.randomUUID());
    }
    if (loadDefaults) {
        for (const field of def.fields.values()) {
            const value = field.isCreateable && !OWNERS.has(field.name) ? defaultValue(tx, record, field) : null;
            if (value !== null) {
                record.put(field.name, value);
            }
        }
    }
    return record;
}

function objectDescribeClass(context: RuntimeContext) {
    const access = () => context.tx().user.access;
    return libraryClass(
        'DescribeSObjectResult',
        {
            'String getName()': (self: ObjectDescribe) => self.def.name,
            'String getLocalName()': (self: ObjectDescribe) => self.def.name,
            'String getLabel()': (self: ObjectDescribe) => self.def.label,
            'String getLabelPlural()': (self: ObjectDescribe) => self.def.pluralLabel,
            'String getKeyPrefix()': (self: ObjectDescribe) => self.def.keyPrefix || null,
            'SObjectType getSObjectType()': (self: ObjectDescribe) => sobjectTypeOf(self.def),
            'Boolean isAccessible()': (self: ObjectDescribe) => access().canReadObject(self.def),
            'Boolean isCreateable()': (self: ObjectDescribe) =>
                self.def.isCreateable && access().canCreateObject(self.def),
            'Boolean isUpdateable()': (self: ObjectDescribe) =>
                self.def.isUpdateable && access().canEditObject(self.def),
            'Boolean isDeletable()': (self: ObjectDescribe) =>
                self.def.isDeletable && access().canDeleteObject(self.def),
            'Boolean isUndeletable()': (self: ObjectDescribe) =>
                self.def.isDeletable && access().canDeleteObject(self.def),
            'Boolean isQueryable()': (self: ObjectDescribe) => self.def.isQueryable,
            'Boolean isSearchable()': (self: ObjectDescribe) => self.def.isQueryable,
            'Boolean isMergeable()': (self: ObjectDescribe) =>
                ['Account', 'Contact', 'Lead', 'Case'].includes(self.def.name),
            'Boolean isCustom()': (self: ObjectDescribe) => /__[a-z]+$/i.test(self.def.name),
            'Boolean isCustomSetting()': (self: ObjectDescribe) => self.def.kind.startsWith('customSetting'),
            'Boolean isFeedEnabled()': () => false,
            'Boolean isMruEnabled()': () => false,
            'Boolean isDeprecatedAndHidden()': () => false,
            'Boolean getHasSubtypes()': () => false,
            'List<ChildRelationship> getChildRelationships()': (self: ObjectDescribe) =>
                childRelationships(context, self.def),
            'List<RecordTypeInfo> getRecordTypeInfos()': (self: ObjectDescribe) =>
                list('RecordTypeInfo', recordTypes(context, self.def)),
            'Map<String,RecordTypeInfo> getRecordTypeInfosByName()': (self: ObjectDescribe) =>
                recordTypeMap(context, self.def, 'String', (info) => info.name),
            'Map<String,RecordTypeInfo> getRecordTypeInfosByDeveloperName()': (self: ObjectDescribe) =>
                recordTypeMap(context, self.def, 'String', (info) => info.developerName),
            'Map<Id,RecordTypeInfo> getRecordTypeInfosById()': (self: ObjectDescribe) =>
                recordTypeMap(context, self.def, 'Id', (info) => info.id),
            'SObjectTypeFields fields': (self: ObjectDescribe) => new DescribeMapHolder('SObjectTypeFields', self.def),
            'SObjectTypeFieldSets fieldSets': (self: ObjectDescribe) =>
                new DescribeMapHolder('SObjectTypeFieldSets', self.def)
        },
        { namespace: 'Schema' }
    );
}

/** Rows of RecordType for the object, and the master. */
function recordTypes(context: RuntimeContext, def: ObjectDef): RecordTypeInfoToken[] {
    const tx = context.tx();
    const table = tx.schema.object('RecordType');
    const rows = table ? rowsWhere(tx.store, table, { SobjectType: def.name }) : [];
    return [
        ...rows.map(
            (row) =>
                new RecordTypeInfoToken(
                    String(row.fields.get('Name')),
                    String(row.fields.get('DeveloperName')),
                    row.id as string,
                    false,
                    row.fields.get('IsActive') === true
                )
        ),
        new RecordTypeInfoToken('Master', 'Master', MASTER_RECORD_TYPE_ID, true, true)
    ];
}

function recordTypeMap(
    context: RuntimeContext,
    def: ObjectDef,
    key: 'String' | 'Id',
    keyOf: (info: RecordTypeInfoToken) => string
): ApexMap {
    return new ApexMap(
        typeToken(`Map<${key},RecordTypeInfo>`),
        recordTypes(context, def).map((info) => [keyOf(info), info] as const)
    );
}

function childRelationships(context: RuntimeContext, def: ObjectDef): ApexList {
    const relationships = context
        .tx()
        .schema.childRelationships(def)
        .filter((relationship) => !SYSTEM_CHILD_FIELDS.has(relationship.field.name.toLowerCase()));
    return list('ChildRelationship', relationships.map(childRelationshipOf));
}

/** Digits before and after the point of a number; 0 for other types, as describe gives them. */
function precisionOf(field: FieldDef): number {
    return field.type === 'integer' ? 0 : (field.precision ?? 0);
}

const TEXT_TYPES = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist', 'combobox']);

function lengthOf(field: FieldDef): number {
    if (field.type === 'id' || field.type === 'reference') {
        return 18;
    }
    return TEXT_TYPES.has(field.type) ? (field.length ?? 255) : 0;
}

function fieldDescribeClass(context: RuntimeContext) {
    const access = () => context.tx().user.access;
    const schema = () => context.tx().schema;
    const canRead = (self: FieldDescribe) =>
        access().canReadObject(self.object) && access().canReadField(self.object, self.field);
    return libraryClass(
        'DescribeFieldResult',
        {
            'String getName()': (self: FieldDescribe) => self.field.name,
            'String getLocalName()': (self: FieldDescribe) => self.field.name,
            'String getLabel()': (self: FieldDescribe) => self.field.label,
            'DisplayType getType()': (self: FieldDescribe) => displayTypeOf(self.field),
            'SoapType getSoapType()': (self: FieldDescribe) => soapTypeOf(self.field),
            'SObjectField getSObjectField()': (self: FieldDescribe) => fieldTokenOf(self.object, self.field),
            'SObjectType getSObjectType()': (self: FieldDescribe) => sobjectTypeOf(self.object),
            'Integer getLength()': (self: FieldDescribe) => lengthOf(self.field),
            'Integer getByteLength()': (self: FieldDescribe) => lengthOf(self.field) * 3,
            'Integer getPrecision()': (self: FieldDescribe) => precisionOf(self.field),
            'Integer getScale()': (self: FieldDescribe) => self.field.scale ?? 0,
            'Integer getDigits()': (self: FieldDescribe) =>
                self.field.type === 'integer' ? (self.field.precision ?? 9) : 0,
            'String getInlineHelpText()': (self: FieldDescribe) => self.field.inlineHelpText ?? null,
            'String getRelationshipName()': (self: FieldDescribe) => self.field.relationshipName ?? null,
            'Integer getRelationshipOrder()': (self: FieldDescribe) => self.field.masterDetailOrder ?? null,
            'List<SObjectType> getReferenceTo()': (self: FieldDescribe) =>
                list(
                    'SObjectType',
                    (self.field.referenceTo ?? []).flatMap((name) => {
                        const def = schema().object(name);
                        return def ? [sobjectTypeOf(def)] : [];
                    })
                ),
            'List<PicklistEntry> getPicklistValues()': (self: FieldDescribe) =>
                list(
                    'PicklistEntry',
                    (self.field.picklistValues ?? []).map((entry) => new PicklistEntryToken(entry))
                ),
            'String getCalculatedFormula()': (self: FieldDescribe) => self.field.formula ?? null,
            'Object getDefaultValue()': (self: FieldDescribe) =>
                self.field.picklistValues?.find((value) => value.isDefault)?.value ??
                (self.field.type === 'boolean' ? self.field.defaultFormula?.toLowerCase() === 'true' : null),
            'String getDefaultValueFormula()': (self: FieldDescribe) => self.field.defaultFormula ?? null,
            'SObjectField getController()': () => null,
            'Boolean isAccessible()': canRead,
            'Boolean isCreateable()': (self: FieldDescribe) =>
                self.field.isCreateable &&
                access().canCreateObject(self.object) &&
                access().canEditField(self.object, self.field),
            'Boolean isUpdateable()': (self: FieldDescribe) =>
                self.field.isUpdateable &&
                access().canEditObject(self.object) &&
                access().canEditField(self.object, self.field),
            'Boolean isNillable()': (self: FieldDescribe) => !self.field.isRequired && self.field.type !== 'boolean',
            'Boolean isUnique()': (self: FieldDescribe) => self.field.isUnique,
            'Boolean isExternalID()': (self: FieldDescribe) => self.field.isExternalId,
            'Boolean isIdLookup()': (self: FieldDescribe) =>
                self.field.type === 'id' || self.field.isExternalId || self.field.isNameField,
            'Boolean isCaseSensitive()': (self: FieldDescribe) => self.field.isCaseSensitive,
            'Boolean isAutoNumber()': (self: FieldDescribe) => self.field.isAutoNumber,
            'Boolean isCalculated()': (self: FieldDescribe) =>
                self.field.formula !== undefined || self.field.rollup !== undefined,
            'Boolean isCustom()': (self: FieldDescribe) => self.field.isCustom,
            'Boolean isNameField()': (self: FieldDescribe) => self.field.isNameField,
            'Boolean isNamePointing()': (self: FieldDescribe) => (self.field.referenceTo?.length ?? 0) > 1,
            'Boolean isFilterable()': (self: FieldDescribe) => self.field.isFilterable,
            'Boolean isSortable()': (self: FieldDescribe) => self.field.isSortable,
            'Boolean isGroupable()': (self: FieldDescribe) => self.field.isGroupable,
            'Boolean isPermissionable()': (self: FieldDescribe) => self.field.isPermissionable,
            'Boolean isCascadeDelete()': (self: FieldDescribe) =>
                self.field.isMasterDetail === true || self.field.deleteConstraint === 'Cascade',
            'Boolean isRestrictedDelete()': (self: FieldDescribe) => self.field.deleteConstraint === 'Restrict',
            'Boolean isRestrictedPicklist()': (self: FieldDescribe) => self.field.isRestrictedPicklist === true,
            'Boolean isDefaultedOnCreate()': (self: FieldDescribe) =>
                self.field.type === 'boolean' || self.field.defaultFormula !== undefined,
            'Boolean isWriteRequiresMasterRead()': () => false,
            'Boolean isDependentPicklist()': () => false,
            'Boolean isEncrypted()': () => false,
            'Boolean isHtmlFormatted()': () => false,
            'Boolean isAiPredictionField()': () => false,
            'Boolean isDeprecatedAndHidden()': () => false
        },
        { namespace: 'Schema' }
    );
}

function partClasses() {
    return [
        libraryClass(
            'SObjectTypeFields',
            {
                'Map<String,SObjectField> getMap()': (self: DescribeMapHolder) =>
                    describeMap(
                        'SObjectField',
                        [...self.def.fields.values()].map((field) => [field.name, fieldTokenOf(self.def, field)])
                    )
            },
            { namespace: 'Schema' }
        ),
        libraryClass(
            'SObjectTypeFieldSets',
            {
                'Map<String,FieldSet> getMap()': (self: DescribeMapHolder) =>
                    describeMap(
                        'FieldSet',
                        self.def.fieldSets.map((set) => [set.name, new FieldSetToken(self.def, set)])
                    )
            },
            { namespace: 'Schema' }
        ),
        libraryClass(
            'PicklistEntry',
            {
                'String getValue()': (self: PicklistEntryToken) => self.entry.value,
                'String getLabel()': (self: PicklistEntryToken) => self.entry.label,
                'Boolean isActive()': (self: PicklistEntryToken) => self.entry.isActive,
                'Boolean isDefaultValue()': (self: PicklistEntryToken) => self.entry.isDefault
            },
            { namespace: 'Schema' }
        ),
        libraryClass(
            'ChildRelationship',
            {
                'SObjectType getChildSObject()': (self: ChildRelationshipToken) =>
                    sobjectTypeOf(self.relationship.childObject),
                'SObjectField getField()': (self: ChildRelationshipToken) =>
                    fieldTokenOf(self.relationship.childObject, self.relationship.field),
                'String getRelationshipName()': (self: ChildRelationshipToken) => self.relationship.name || null,
                'Boolean isCascadeDelete()': (self: ChildRelationshipToken) =>
                    self.relationship.field.isMasterDetail === true ||
                    self.relationship.field.deleteConstraint === 'Cascade',
                'Boolean isRestrictedDelete()': (self: ChildRelationshipToken) =>
                    self.relationship.field.deleteConstraint === 'Restrict',
                'Boolean isDeprecatedAndHidden()': () => false
            },
            { namespace: 'Schema' }
        ),
        libraryClass(
            'RecordTypeInfo',
            {
                'String getName()': (self: RecordTypeInfoToken) => self.name,
                'String getDeveloperName()': (self: RecordTypeInfoToken) => self.developerName,
                'Id getRecordTypeId()': (self: RecordTypeInfoToken) => self.id,
                'Boolean isActive()': (self: RecordTypeInfoToken) => self.isActive,
                'Boolean isAvailable()': (self: RecordTypeInfoToken) => self.isActive,
                'Boolean isDefaultRecordTypeMapping()': (self: RecordTypeInfoToken) => self.isMaster,
                'Boolean isMaster()': (self: RecordTypeInfoToken) => self.isMaster
            },
            { namespace: 'Schema' }
        )
    ];
}

function fieldSetClasses(context: RuntimeContext) {
    return [
        libraryClass(
            'FieldSet',
            {
                'String getName()': (self: FieldSetToken) => self.set.name,
                'String getLabel()': (self: FieldSetToken) => self.set.label,
                'String getNamespace()': () => null,
                'String getDescription()': () => null,
                'SObjectType getSObjectType()': (self: FieldSetToken) => sobjectTypeOf(self.object),
                'List<FieldSetMember> getFields()': (self: FieldSetToken) =>
                    list(
                        'FieldSetMember',
                        self.set.fields.map((path) => fieldSetMember(context, self.object, path))
                    )
            },
            { namespace: 'Schema' }
        ),
        libraryClass(
            'FieldSetMember',
            {
                'String getFieldPath()': (self: FieldSetMemberToken) => self.path,
                'String getLabel()': (self: FieldSetMemberToken) => self.field.label,
                'Boolean getRequired()': () => false,
                'Boolean getDBRequired()': (self: FieldSetMemberToken) => self.field.isRequired,
                'DisplayType getType()': (self: FieldSetMemberToken) => displayTypeOf(self.field),
                'SObjectField getSObjectField()': (self: FieldSetMemberToken) => fieldTokenOf(self.object, self.field)
            },
            { namespace: 'Schema' }
        )
    ];
}

function fieldSetMember(context: RuntimeContext, object: ObjectDef, path: string): FieldSetMemberToken {
    const schema = context.tx().schema;
    let owner: ObjectDef | undefined = object;
    const steps = path.split('.');
    for (const step of steps.slice(0, -1)) {
        const reference: FieldDef | undefined = owner && schema.parentRelationship(owner, step);
        owner = reference?.referenceTo?.[0] === undefined ? undefined : schema.object(reference.referenceTo[0]);
    }
    const field = owner && schema.field(owner, steps.at(-1) as string);
    if (!owner || !field) {
        throw new Error(`Field set of ${object.name} names ${path}, which is not there`);
    }
    return new FieldSetMemberToken(owner, path, field);
}

function describeByNames(context: RuntimeContext, names: ApexList): ApexList {
    const results = names.items.map((name: Value) => {
        const def = context.tx().schema.object(String(name));
        if (!def) {
            throw apexException('InvalidParameterValueException', `Invalid SObject type: ${String(name)}`);
        }
        return describeOf(def);
    });
    return list('DescribeSObjectResult', results);
}

const describeOptions = libraryEnum('SObjectDescribeOptions', 'Schema', ['DEFAULT', 'DEFERRED', 'FULL']);

/** Everything of the Schema namespace. */
export const describeLibrary: LibraryModule = (context) => [
    displayType.libraryClass,
    soapType.libraryClass,
    describeOptions.libraryClass,
    libraryClass(
        'Schema',
        {
            'static Map<String,SObjectType> getGlobalDescribe()': () =>
                describeMap(
                    'SObjectType',
                    context.tx().schema.objects.map((def) => [def.name, sobjectTypeOf(def)])
                ),
            'static List<DescribeSObjectResult> describeSObjects(List<String> names)': (names: ApexList) =>
                describeByNames(context, names),
            'static List<DescribeSObjectResult> describeSObjects(List<String> names, Object options)': (
                names: ApexList
            ) => describeByNames(context, names)
        },
        { namespace: 'System' }
    ),
    ...sobjectTypeClasses(context),
    objectDescribeClass(context),
    fieldDescribeClass(context),
    ...partClasses(),
    ...fieldSetClasses(context)
];
