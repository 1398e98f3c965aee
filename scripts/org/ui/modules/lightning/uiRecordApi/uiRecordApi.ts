/** `lightning/uiRecordApi` over the server's UI API. */
import { request, UI_API } from 'host/http';
import { refreshRecords } from 'host/resourceCache';
import { recordIds, refreshProvisioned, wireAdapter } from 'host/wireAdapter';
import type { WireConfig } from 'host/wireAdapter';
import { plainList } from 'host/plainText';

type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };
interface FieldValue {
    readonly value: unknown;
    readonly displayValue: string | null;
}
interface UiRecord {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValue>>;
}
interface RecordInput {
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly allowSaveOnDuplicate?: boolean;
}

/** `Lead.Owner.Name` from any form of a field reference. */
export function fieldPath(field: FieldReference): string {
    return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function fieldList(value: unknown): string[] {
    if (value === undefined || value === null) return [];
    return (Array.isArray(value) ? value : [value]).filter(Boolean).map((field: FieldReference) => fieldPath(field));
}

function recordQuery(config: WireConfig): string {
    const query = new URLSearchParams();
    const fields = fieldList(config['fields']);
    const optional = fieldList(config['optionalFields']);
    if (fields.length > 0) query.set('fields', [...new Set(fields)].sort().join(','));
    if (optional.length > 0) query.set('optionalFields', [...new Set(optional)].sort().join(','));
    if (config['layoutTypes'] !== undefined) query.set('layoutTypes', plainList(config['layoutTypes']));
    return query.toString();
}

const hasFields = (config: WireConfig): boolean =>
    fieldList(config['fields']).length + fieldList(config['optionalFields']).length > 0 ||
    config['layoutTypes'] !== undefined;

export const getRecord = wireAdapter({
    isReady: (config) => Boolean(config['recordId']) && hasFields(config),
    key: (config) => `record:${String(config['recordId'])}?${recordQuery(config)}`,
    fetch: (config) => request('GET', `${UI_API}/records/${String(config['recordId'])}?${recordQuery(config)}`),
    tag: recordIds
});

export const getRecords = wireAdapter({
    isReady: (config) => Array.isArray(config['records']) && config['records'].length > 0,
    key: (config) => `records:${JSON.stringify(config['records'])}`,
    fetch: async (config) => {
        const results = await Promise.all(
            (config['records'] as WireConfig[]).flatMap((entry) =>
                (entry['recordIds'] as string[]).map((recordId) =>
                    request('GET', `${UI_API}/records/${recordId}?${recordQuery(entry)}`).then(
                        (result) => ({ statusCode: 200, result }),
                        (error: { status: number; body: unknown }) => ({
                            statusCode: error.status,
                            result: [error.body]
                        })
                    )
                )
            )
        );
        return { hasErrors: results.some((result) => result.statusCode !== 200), results };
    },
    tag: recordIds
});

function lookup(record: UiRecord | undefined | null, field: FieldReference): FieldValue | undefined {
    const [, ...names] = fieldPath(field).split('.');
    let holder: UiRecord | undefined | null = record;
    let found: FieldValue | undefined;
    for (const name of names) {
        found = holder?.fields?.[name];
        holder = found?.value as UiRecord | null | undefined;
    }
    return found;
}

export function getFieldValue(record: UiRecord | undefined | null, field: FieldReference): unknown {
    return lookup(record, field)?.value;
}

export function getFieldDisplayValue(
    record: UiRecord | undefined | null,
    field: FieldReference
): string | null | undefined {
    return lookup(record, field)?.displayValue;
}

export async function createRecord(input: RecordInput): Promise<unknown> {
    return request('POST', `${UI_API}/records`, input);
}

export async function updateRecord(input: RecordInput): Promise<unknown> {
    const { Id: id, ...fields } = input.fields as Record<string, unknown> & { Id?: string };
    const record = await request('PATCH', `${UI_API}/records/${String(id)}`, { ...input, fields });
    await refreshRecords([String(id)]);
    return record;
}

export async function deleteRecord(recordId: string): Promise<void> {
    await request('DELETE', `${UI_API}/records/${recordId}`);
    void refreshRecords([recordId]);
}

export function notifyRecordUpdateAvailable(items: readonly { readonly recordId: string }[]): Promise<void> {
    return refreshRecords(items.map((item) => item.recordId));
}

/** The older name of `notifyRecordUpdateAvailable`. */
export function getRecordNotifyChange(items: readonly { readonly recordId: string }[]): void {
    void notifyRecordUpdateAvailable(items);
}

/** `{apiName, fields}` of the fields of a record that may be created. */
export function generateRecordInputForCreate(record: UiRecord): RecordInput {
    return { apiName: record.apiName, fields: plainFields(record) };
}

export function generateRecordInputForUpdate(record: UiRecord): RecordInput {
    return { fields: { ...plainFields(record), Id: record.id } };
}

export function createRecordInputFilteredByEditedFields(input: RecordInput, original: UiRecord): RecordInput {
    const changed = Object.entries(input.fields).filter(([name, value]) => original.fields[name]?.value !== value);
    return { ...input, fields: Object.fromEntries(changed) };
}

function plainFields(record: UiRecord): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(record.fields)
            .filter(([, field]) => typeof field.value !== 'object' || field.value === null)
            .map(([name, field]) => [name, field.value])
    );
}

export function refresh(value: unknown): Promise<void> {
    return refreshProvisioned(value);
}
