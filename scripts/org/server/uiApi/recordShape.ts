/** Records in the UI API's shape: which fields to read, and how their values look. */
import type { FieldDef, FieldType, ObjectDef } from '../../schema/model.ts';
import type { UserAccess } from '../../security/access.ts';
import type { Gateway, HostUser, JsonRecord } from '../gateway.ts';
import { badRequest } from '../httpError.ts';
import { soqlId } from '../soqlText.ts';
import { MASTER_RECORD_TYPE } from './objectInfo.ts';

export interface FieldSelection {
    /** Paths below the object, e.g. `Name`, `Owner.Name`, in canonical spelling. */
    readonly paths: readonly string[];
}

/** Their parts are fields of their own; the local org does not select the whole. */
const COMPOUND: ReadonlySet<FieldType> = new Set(['address', 'location', 'base64']);

interface UiRecord {
    readonly [name: string]: unknown;
}

/**
 * Checks `Lead.Name`-like paths against the schema and the user's field access.
 * @throws HttpError 400 for a required field that is not there or not readable; optional ones are left out.
 */
export function selectFields(
    gateway: Gateway,
    access: UserAccess,
    def: ObjectDef,
    required: readonly string[],
    optional: readonly string[]
): FieldSelection {
    const paths = new Set<string>();
    for (const [list, isRequired] of [
        [required, true],
        [optional, false]
    ] as const) {
        for (const name of list) {
            const path = resolvePath(gateway, access, def, name);
            if (path !== undefined) paths.add(path);
            else if (isRequired)
                throw badRequest(
                    'INVALID_FIELD',
                    `No such column '${name.replace(/^\w+\./, '')}' on entity '${def.name}', or you may not read it.`
                );
        }
    }
    return { paths: [...paths] };
}

function resolvePath(gateway: Gateway, access: UserAccess, def: ObjectDef, name: string): string | undefined {
    const [first = '', ...rest] = name.split('.');
    const parts = first.toLowerCase() === def.name.toLowerCase() && rest.length > 0 ? rest : [first, ...rest];
    const resolved: string[] = [];
    let holder: ObjectDef | undefined = def;
    for (const [index, part] of parts.entries()) {
        if (!holder) return undefined;
        if (index === parts.length - 1) {
            const field = gateway.schema.field(holder, part);
            if (!field || !access.canReadField(holder, field) || COMPOUND.has(field.type)) return undefined;
            resolved.push(field.name);
        } else {
            const reference: FieldDef | undefined = gateway.schema.parentRelationship(holder, part);
            if (!reference?.relationshipName || !access.canReadField(holder, reference)) return undefined;
            resolved.push(reference.relationshipName);
            // Of a polymorphic parent only what all targets have can be read; users come first.
            const targets = reference.referenceTo ?? [];
            holder = gateway.schema.object(targets.find((target) => target === 'User') ?? targets[0] ?? '');
        }
    }
    return resolved.join('.');
}

/** Every field of the object that the user may read. */
export function allFields(access: UserAccess, def: ObjectDef): FieldSelection {
    return {
        paths: [...def.fields.values()]
            .filter((field) => access.canReadField(def, field) && !COMPOUND.has(field.type))
            .map((field) => field.name)
    };
}

/** Columns of a SELECT: the paths, what identifies each record, and what every answer has. */
export function selectList(def: ObjectDef, selection: FieldSelection): string {
    const columns = new Set(['Id']);
    for (const name of ['SystemModstamp', 'LastModifiedDate', 'LastModifiedById'])
        if (def.fields.has(name.toLowerCase())) columns.add(name);
    for (const path of selection.paths) {
        columns.add(path);
        const parts = path.split('.');
        for (let length = 1; length < parts.length; length++) columns.add(`${parts.slice(0, length).join('.')}.Id`);
    }
    return [...columns].join(', ');
}

/** One record by id. @returns undefined when it does not exist or the user may not see it. */
export function readRecord(
    gateway: Gateway,
    user: HostUser,
    def: ObjectDef,
    id: string,
    selection: FieldSelection
): UiRecord | undefined {
    const [row] = gateway.query(
        user.id,
        `SELECT ${selectList(def, selection)} FROM ${def.name} WHERE Id = ${soqlId(id)}`
    );
    return row && uiRecord(gateway, user, def, row, selection.paths);
}

export function uiRecord(
    gateway: Gateway,
    user: HostUser,
    def: ObjectDef,
    row: JsonRecord,
    paths: readonly string[]
): UiRecord {
    const fields: Record<string, unknown> = {};
    const nested = new Map<string, string[]>();
    for (const path of paths) {
        const [head = '', ...rest] = path.split('.');
        if (rest.length > 0) nested.set(head, [...(nested.get(head) ?? []), rest.join('.')]);
        else {
            const field = gateway.schema.field(def, head);
            if (field)
                fields[field.name] = {
                    displayValue: displayValue(gateway, user, field, row[field.name]),
                    value: row[field.name] ?? null
                };
        }
    }
    for (const [relationship, inner] of nested) {
        const parent = row[relationship] as JsonRecord | null | undefined;
        const parentDef = parent ? concreteObject(gateway, parent) : undefined;
        const value = parent && parentDef ? uiRecord(gateway, user, parentDef, parent, inner) : null;
        const name = (value?.['fields'] as { Name?: { value?: unknown } } | undefined)?.Name?.value;
        fields[relationship] = { displayValue: name ?? null, value };
    }
    return {
        apiName: def.name,
        childRelationships: {},
        eTag: '',
        fields,
        id: row['Id'],
        lastModifiedById: row['LastModifiedById'] ?? null,
        lastModifiedDate: row['LastModifiedDate'] ?? null,
        recordTypeId: MASTER_RECORD_TYPE,
        recordTypeInfo: null,
        systemModstamp: row['SystemModstamp'] ?? null,
        weakEtag: Date.parse(textOf(row['SystemModstamp'])) || 0
    };
}

/** Polymorphic parents come as `Name`; their id says what they are. */
function concreteObject(gateway: Gateway, record: JsonRecord): ObjectDef | undefined {
    const id = record['Id'];
    return (
        (typeof id === 'string' && gateway.schema.objectByPrefix(id.slice(0, 3))) ||
        gateway.schema.object(record.attributes.type)
    );
}

/** The text that the platform formats for the user; null where the value itself is shown. */
function displayValue(gateway: Gateway, user: HostUser, field: FieldDef, value: unknown): string | null {
    if (value === null || value === undefined) return null;
    const locale = user.locale.replace('_', '-');
    switch (field.type) {
        case 'picklist':
            return field.picklistValues?.find((candidate) => candidate.value === value)?.label ?? textOf(value);
        case 'multipicklist':
            return textOf(value);
        case 'date':
            return new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(Date.parse(textOf(value)));
        case 'datetime':
            return new Intl.DateTimeFormat(locale, {
                timeZone: user.timeZone,
                dateStyle: 'short',
                timeStyle: 'short'
            }).format(Date.parse(textOf(value)));
        case 'currency':
            return new Intl.NumberFormat(locale, { style: 'currency', currency: gateway.organization.currency }).format(
                Number(value)
            );
        case 'percent':
            return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: field.scale ?? 0 }).format(
                Number(value) / 100
            );
        case 'double':
        case 'integer':
        case 'long':
            return new Intl.NumberFormat(locale, {
                minimumFractionDigits: field.scale ?? 0,
                maximumFractionDigits: field.scale ?? 0
            }).format(Number(value));
        default:
            return null;
    }
}

/** Values of fields are texts, numbers and booleans. */
function textOf(value: unknown): string {
    return typeof value === 'string'
        ? value
        : typeof value === 'number' || typeof value === 'boolean'
          ? String(value)
          : '';
}
