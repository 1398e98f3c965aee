/** Rows of set-up objects written by the engine itself: past triggers, validation and sharing. */
import type { Value } from '../runtime/program.ts';
import type { Clock } from '../runtime/transaction.ts';
import type { ObjectDef, Schema } from '../schema/model.ts';
import { rowsWhere } from '../store/select.ts';
import type { Store } from '../store/store.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDatetime } from '../values/temporal.ts';

/** Writes and finds rows in one store. Column names that an object does not have are a mistake and throw. */
export class SetupRows {
    readonly schema: Schema;
    readonly store: Store;
    private readonly clock: Clock;

    constructor(schema: Schema, store: Store, clock: Clock) {
        this.schema = schema;
        this.store = store;
        this.clock = clock;
    }

    def(object: string): ObjectDef {
        const def = this.schema.object(object);
        if (!def) {
            throw new Error(`Object ${object} is missing from the schema`);
        }
        return def;
    }

    /** @param by id of the user who is written as creator */
    insert(object: string, values: Readonly<Record<string, Value>>, by: string | null = null): string {
        const def = this.def(object);
        const record = new SObject(def);
        const now = ApexDatetime.fromEpochMs(this.clock.now());
        const audit: Record<string, Value> = {
            CreatedDate: now,
            LastModifiedDate: now,
            SystemModstamp: now,
            ...(by === null ? {} : { CreatedById: by, LastModifiedById: by }),
            IsDeleted: false
        };
        for (const [name, value] of Object.entries(audit)) {
            if (def.fields.has(name.toLowerCase())) {
                record.load(name, value);
            }
        }
        for (const [name, value] of Object.entries(values)) {
            record.load(this.column(def, name), value);
        }
        const id = this.store.nextId(def);
        record.load('Id', id);
        this.store.insertRow(def, record.fields);
        return id;
    }

    update(object: string, id: string, values: Readonly<Record<string, Value>>): void {
        const def = this.def(object);
        const changed = Object.entries(values).map(([name, value]) => [this.column(def, name), value] as const);
        this.store.updateRow(def, id, new Map(changed));
    }

    delete(object: string, id: string): void {
        this.store.deleteRow(this.def(object), id);
    }

    where(object: string, values: Readonly<Record<string, Value>>): SObject[] {
        return rowsWhere(this.store, this.def(object), values);
    }

    /** Id of the first row with these values, or null. */
    find(object: string, values: Readonly<Record<string, Value>>): string | null {
        return this.where(object, values)[0]?.id ?? null;
    }

    /** Finds the row by its key or writes it; other values are brought up to date. */
    ensure(
        object: string,
        key: Readonly<Record<string, Value>>,
        values: Readonly<Record<string, Value>>,
        by: string | null = null
    ): string {
        const known = this.find(object, key);
        if (known === null) {
            return this.insert(object, { ...key, ...values }, by);
        }
        if (Object.keys(values).length > 0) {
            this.update(object, known, values);
        }
        return known;
    }

    /**
     * Deletes the rows that were written from metadata and have none any more; those that somebody made stay.
     * @param dependents objects whose rows go with them, each with its field
     */
    prune(object: string, kept: ReadonlySet<string>, dependents: Readonly<Record<string, string>> = {}): void {
        const def = this.def(object);
        const rows = this.where(object, def.fields.has('createdbyid') ? { CreatedById: null } : {});
        for (const { id } of rows) {
            if (id === null || kept.has(id)) continue;
            for (const [dependent, field] of Object.entries(dependents)) {
                this.where(dependent, { [field]: id }).forEach((row) => this.delete(dependent, row.id as string));
            }
            this.store.purgeRow(def, id);
        }
    }

    private column(def: ObjectDef, name: string): string {
        const field = def.fields.get(name.toLowerCase());
        if (!field) {
            throw new Error(`${def.name} has no column ${name}`);
        }
        return field.name;
    }
}
