/** Records in memory. */
import type { Value } from '../runtime/program.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import { ApexList, ApexMap } from './collections.ts';
import { convertForField } from './convert.ts';
import { apexException, type ApexException } from './exceptions.ts';
import { typeToken } from './typeToken.ts';

export interface RecordError {
    /** API name, or null for the record itself. */
    readonly field: string | null;
    readonly message: string;
    readonly statusCode: string;
}

const MAP_OF_FIELDS = typeToken('Map<String,Object>');
const AUDIT_FIELDS = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];
const relationshipCache = new WeakMap<ObjectDef, Map<string, FieldDef>>();

/** Parent relationship names of an object in lower case, with their reference field. */
function parentRelationships(def: ObjectDef): Map<string, FieldDef> {
    let names = relationshipCache.get(def);
    if (!names) {
        names = new Map();
        for (const field of def.fields.values()) {
            if (field.relationshipName) names.set(field.relationshipName.toLowerCase(), field);
        }
        relationshipCache.set(def, names);
    }
    return names;
}

/** One record: populated fields by canonical API name, parent records and child lists by relationship name. */
export class SObject {
    readonly def: ObjectDef;
    /**
     * Populated names only: a field that a query selected and that is null need not be in here, `queried` tells that it
     * is known. In insertion order.
     */
    readonly fields = new Map<string, Value>();
    /** Canonical names (fields, relationships) that the query selected; null for a record made by code. */
    queried: Set<string> | null = null;
    /** Records of after triggers and Trigger.old. */
    readOnly = false;
    errors: RecordError[] = [];
    /** Saving cuts text that is too long, as the record's own DML options ask for. */
    truncatesText = false;

    constructor(def: ObjectDef) {
        this.def = def;
    }

    get id(): string | null {
        return this.fields.get('Id') ?? null;
    }

    /** Rows of GROUP BY have aliases in place of fields. */
    get isAggregate(): boolean {
        return this.def.name === 'AggregateResult';
    }

    /**
     * Canonical spelling of a field or relationship of this record, in any spelling. Undefined when the object has none
     * (child relationships are known only when populated).
     */
    canonical(name: string): string | undefined {
        const lower = name.toLowerCase();
        const field = this.def.fields.get(lower)?.name ?? parentRelationships(this.def).get(lower)?.relationshipName;
        if (field) return field;
        for (const populated of this.fields.keys()) if (populated.toLowerCase() === lower) return populated;
        if (this.queried) for (const selected of this.queried) if (selected.toLowerCase() === lower) return selected;
        return undefined;
    }

    /**
     * Value of a field, parent relationship (SObject or null) or child relationship (list).
     * Throws SObjectException for an unknown name and for a field that the query did not select.
     */
    get(name: string): Value {
        const direct = this.fields.get(name);
        if (direct !== undefined) return direct;
        const canonical = this.canonical(name);
        if (canonical === undefined) throw this.invalidField(name);
        const value = this.fields.get(canonical);
        if (value !== undefined) return value;
        if (this.queried && !this.isKnown(canonical)) {
            throw apexException(
                'SObjectException',
                `SObject row was retrieved via SOQL without querying the requested field: ${this.def.name}.${canonical}`
            );
        }
        return this.def.fields.get(canonical.toLowerCase())?.type === 'boolean' && !this.queried ? false : null;
    }

    /** Whether reading the name is allowed although it has no value. The parent's id is known once the parent is. */
    private isKnown(canonical: string): boolean {
        const queried = this.queried!;
        if (queried.has(canonical) || canonical === 'Id') return true;
        const reference = parentRelationships(this.def).get(canonical.toLowerCase());
        // Reading through a parent that is null gives null as long as its reference field or anything of it was selected.
        return reference !== undefined && queried.has(reference.name);
    }

    /**
     * Sets a field, a parent record or a list of children. Values are converted to the field's type (Integer to Decimal,
     * ...). Throws FinalException on read-only records, SObjectException for unknown names and for wrong types.
     */
    put(name: string, value: Value): void {
        if (this.readOnly) throw apexException('FinalException', 'Record is read-only');
        if (this.isAggregate) {
            this.fields.set(this.canonical(name) ?? name, value);
            return;
        }
        const field = this.def.fields.get(name.toLowerCase());
        if (field) {
            this.fields.set(field.name, convertForField(value, field));
            return;
        }
        const canonical = this.canonical(name);
        const isRelated = value === null || value instanceof SObject || value instanceof ApexList;
        if (isRelated && canonical !== undefined) this.fields.set(canonical, value);
        else if (value instanceof ApexList) this.fields.set(name, value);
        else throw this.invalidField(name);
    }

    /** Sets what a query or a save produced, without checks: `name` is canonical and the value has the field's type. */
    load(name: string, value: Value): void {
        this.fields.set(name, value);
    }

    /** True when the field was assigned or selected by the query. */
    isSet(name: string): boolean {
        const canonical = this.canonical(name);
        if (canonical === undefined) throw this.invalidField(name);
        return this.fields.has(canonical) || (this.queried?.has(canonical) ?? false);
    }

    /**
     * A copy as `SObject.clone` makes it: without id, audit fields and auto numbers unless told to keep them. A deep clone
     * copies parent and child records too.
     */
    clone(preserveId = false, isDeep = false, preserveTimestamps = false, preserveAutoNumber = false): SObject {
        const copy = new SObject(this.def);
        copy.queried = this.queried && new Set(this.queried);
        for (const [name, value] of this.fields) {
            if (!preserveId && name === 'Id') continue;
            if (!preserveTimestamps && AUDIT_FIELDS.includes(name)) continue;
            if (!preserveAutoNumber && this.def.fields.get(name.toLowerCase())?.isAutoNumber) continue;
            copy.fields.set(name, isDeep ? deepCopy(value) : value);
        }
        return copy;
    }

    /** All populated names with their values, as a new `Map<String,Object>`. */
    populatedFields(): ApexMap {
        return new ApexMap(MAP_OF_FIELDS, this.fields.entries());
    }

    addError(field: string | null, message: string, statusCode = 'FIELD_CUSTOM_VALIDATION_EXCEPTION'): void {
        this.errors.push({ field: field === null ? null : (this.canonical(field) ?? field), message, statusCode });
    }

    private invalidField(name: string): ApexException {
        return apexException('SObjectException', `Invalid field ${name} for ${this.def.name}`);
    }
}

function deepCopy(value: Value): Value {
    if (value instanceof SObject) return value.clone(true, true, true, true);
    if (value instanceof ApexList) return new ApexList(value.type, value.items.map(deepCopy));
    return value;
}
