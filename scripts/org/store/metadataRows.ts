/**
 * Rows that follow from metadata: custom metadata records, lead statuses, opportunity stages, record types, entity and
 * field definitions, models of campaign influence. They are brought up to date at every start and keep their ids.
 */
import { encode, valueOfText } from './codec.ts';
import { quoted } from './ddl.ts';
import type { Store } from './store.ts';
import type { Value } from '../runtime/program.ts';
import type { CustomMetadataRecord, ObjectDef, Schema } from '../schema/model.ts';

type Row = Record<string, Value>;

/** Makes the table hold exactly these rows; `keys` name a row. Rows with an `Id` of their own keep it. */
function syncRows(store: Store, objectName: string, keys: readonly string[], rows: readonly Row[]): void {
    const object = store.schema.object(objectName);
    if (!object) return;
    const keyOf = (read: (name: string) => Value): string =>
        keys
            .map((key) => String(read(key)))
            .join('\n')
            .toLowerCase();
    const present = new Map(
        store.selectRows(object, '1', []).map((row) => [keyOf((name) => row.fields.get(name)), row])
    );
    for (const row of rows) {
        const key = keyOf((name) => row[name]);
        const known = present.get(key);
        present.delete(key);
        const values = new Map<string, Value>(Object.entries(row));
        if (known) {
            const isChanged = [...values].some(([name, value]) => {
                const field = object.fields.get(name.toLowerCase());
                return field !== undefined && encode(field, value) !== encode(field, known.fields.get(name) ?? null);
            });
            if (isChanged) store.updateRow(object, known.fields.get('Id') as string, values);
        } else store.insertRow(object, new Map([['Id', row['Id'] ?? store.nextId(object)], ...values]));
    }
    for (const row of present.values()) store.purgeRow(object, row.fields.get('Id') as string);
}

function picklist(schema: Schema, object: string, field: string): readonly Row[] {
    const values = schema.object(object)?.fields.get(field.toLowerCase())?.picklistValues ?? [];
    return values.map((value, index) => ({ ...value, flags: value.flags ?? {}, order: index + 1 }));
}

const FORECAST_NAMES: Readonly<Record<string, string>> = {
    BestCase: 'Best Case',
    MostLikely: 'Most Likely',
    Forecast: 'Commit'
};

function statusRows(store: Store): void {
    const { schema } = store;
    flagRows(store, 'LeadStatus', 'Lead', 'Status', 'converted', 'IsConverted');
    flagRows(store, 'TaskStatus', 'Task', 'Status', 'closed', 'IsClosed');
    flagRows(store, 'TaskPriority', 'Task', 'Priority', 'highPriority', 'IsHighPriority');
    flagRows(store, 'CaseStatus', 'Case', 'Status', 'closed', 'IsClosed');
    syncRows(
        store,
        'OpportunityStage',
        ['ApiName'],
        picklist(schema, 'Opportunity', 'StageName').map((each) => ({
            MasterLabel: each['label'],
            ApiName: each['value'],
            SortOrder: each['order'],
            IsActive: each['isActive'],
            IsClosed: each['flags'].closed === true,
            IsWon: each['flags'].won === true,
            DefaultProbability: each['flags'].probability ?? 0,
            ForecastCategory: each['flags'].forecastCategory ?? 'Pipeline',
            ForecastCategoryName:
                FORECAST_NAMES[each['flags'].forecastCategory] ?? each['flags'].forecastCategory ?? 'Pipeline'
        }))
    );
}

/** Statuses whose one flag has a column of the same meaning. */
function flagRows(store: Store, target: string, object: string, field: string, flag: string, column: string): void {
    const rows = picklist(store.schema, object, field).map((each) => ({
        MasterLabel: each['label'],
        ApiName: each['value'],
        SortOrder: each['order'],
        IsDefault: each['isDefault'],
        [column]: each['flags'][flag] === true
    }));
    syncRows(store, target, ['ApiName'], rows);
}

function definitionRows(store: Store): void {
    const { schema } = store;
    const objects = schema.objects.filter((object) => object.kind !== 'share' && object.kind !== 'history');
    const plain = (name: string): string => name.replace(/__[a-z]+$/i, '');
    syncRows(
        store,
        'EntityDefinition',
        ['QualifiedApiName'],
        objects.map((object) => ({
            Id: object.name,
            DurableId: object.name,
            QualifiedApiName: object.name,
            DeveloperName: plain(object.name),
            Label: object.label,
            MasterLabel: object.label,
            PluralLabel: object.pluralLabel,
            KeyPrefix: object.keyPrefix,
            IsCustomSetting: object.kind === 'customSettingHierarchy' || object.kind === 'customSettingList',
            IsQueryable: object.isQueryable,
            IsTriggerable: object.isCreateable && object.kind !== 'customSettingList',
            InternalSharingModel: object.sharingModel
        }))
    );
    syncRows(
        store,
        'FieldDefinition',
        ['DurableId'],
        objects.flatMap((object) =>
            [...object.fields.values()].map((field) => ({
                Id: `${object.name}.${field.name}`,
                DurableId: `${object.name}.${field.name}`,
                QualifiedApiName: field.name,
                DeveloperName: plain(field.name),
                EntityDefinitionId: object.name,
                Label: field.label,
                MasterLabel: field.label,
                DataType: field.type,
                RelationshipName: field.relationshipName ?? null,
                Length: field.length ?? 0,
                Precision: field.precision ?? 0,
                Scale: field.scale ?? 0,
                IsIndexed: field.isExternalId || field.isUnique || field.type === 'reference',
                IsCalculated: field.formula !== undefined,
                IsNillable: !field.isRequired
            }))
        )
    );
    syncRows(
        store,
        'RecordType',
        ['SobjectType', 'DeveloperName'],
        objects.flatMap((object) =>
            (object.recordTypes ?? []).map((type) => ({
                Name: type.label,
                DeveloperName: type.developerName,
                Description: type.description ?? null,
                SobjectType: object.name,
                IsActive: type.isActive
            }))
        )
    );
}

/** A relationship field of a record names its target: an object, a field, or a record of another type. */
function metadataTarget(store: Store, type: ObjectDef, record: CustomMetadataRecord, name: string): string | null {
    const field = type.fields.get(name.toLowerCase());
    const text = record.values[name] ?? null;
    const target = field?.referenceTo?.[0];
    if (text === null || target === undefined) return text;
    if (target === 'EntityDefinition') return text;
    if (target === 'FieldDefinition') {
        if (text.includes('.')) return text;
        const entity = Object.entries(record.values).find(
            ([other]) => type.fields.get(other.toLowerCase())?.referenceTo?.[0] === 'EntityDefinition'
        );
        return `${entity?.[1] ?? ''}.${text}`;
    }
    const found = store.rowsOf(`SELECT "Id" FROM ${quoted(target)} WHERE "QualifiedApiName" = ?`, [
        text.split('.').at(-1) ?? text
    ]);
    return (found[0]?.[0] as string | undefined) ?? null;
}

function customMetadataRows(store: Store): void {
    const types = store.schema.objects.filter((object) => object.kind === 'customMetadata');
    const rowsOf = (type: ObjectDef, withTargets: boolean): Row[] =>
        store.schema.customMetadata
            .filter((record) => record.type === type.name)
            .map((record) => {
                const row: Row = {
                    DeveloperName: record.developerName,
                    MasterLabel: record.label,
                    Label: record.label,
                    QualifiedApiName: record.developerName,
                    Language: 'en_US'
                };
                for (const field of type.fields.values()) {
                    if (!field.isCustom || field.formula !== undefined) continue;
                    if (field.type === 'reference') {
                        if (withTargets) row[field.name] = metadataTarget(store, type, record, field.name);
                    } else row[field.name] = valueOfText(field, record.values[field.name] ?? null);
                }
                return row;
            });
    // Twice, since a record may refer to one of a type that comes later
    for (const type of types) syncRows(store, type.name, ['DeveloperName'], rowsOf(type, false));
    for (const type of types) syncRows(store, type.name, ['DeveloperName'], rowsOf(type, true));
}

/** Groups of permission sets; rows that people made stay. */
function permissionSetGroupRows(store: Store): void {
    const object = store.schema.object('PermissionSetGroup');
    if (!object) return;
    const present = new Set(store.selectRows(object, '1', []).map((row) => row.fields.get('DeveloperName')));
    for (const [name, group] of store.schema.permissionSetGroups) {
        if (present.has(name)) continue;
        const row: Row = { DeveloperName: name, MasterLabel: group.label, Language: 'en_US', Status: 'Updated' };
        store.insertRow(object, new Map([['Id', store.nextId(object)], ...Object.entries(row)]));
    }
}

/** Brings all of these rows up to date. */
export function syncMetadataRows(store: Store): void {
    permissionSetGroupRows(store);
    syncRows(
        store,
        'PlatformCachePartition',
        ['DeveloperName'],
        (store.schema.cachePartitions ?? []).map((each) => ({
            DeveloperName: each.name,
            MasterLabel: each.label,
            Language: 'en_US',
            IsDefaultPartition: each.isDefault
        }))
    );
    syncRows(
        store,
        'CampaignInfluenceModel',
        ['DeveloperName'],
        (store.schema.influenceModels ?? []).map((model) => ({
            DeveloperName: model.developerName,
            MasterLabel: model.label,
            Language: 'en_US',
            ModelDescription: model.description,
            IsActive: true,
            IsDefaultModel: model.isDefault,
            IsModelLocked: model.isLocked
        }))
    );
    statusRows(store);
    definitionRows(store);
    customMetadataRows(store);
}
