/** Turns SQL rows into records: a tree of what to load from which column. */
import { decode } from '../store/codec.ts';
import { SObject } from '../values/sobject.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { SqlValue } from '../store/codec.ts';

interface LoadedField {
    readonly name: string;
    readonly column: number;
    /** Null for text made by a function. */
    readonly field: FieldDef | null;
}

/** What to load into records of one place. */
export class RecordShape {
    readonly object: ObjectDef;
    readonly idColumn: number;
    readonly fields: LoadedField[] = [];
    readonly parents = new Map<string, ParentShape>();
    readonly queried = new Set<string>(['Id']);

    constructor(object: ObjectDef, idColumn: number) {
        this.object = object;
        this.idColumn = idColumn;
    }

    addField(name: string, column: number, field: FieldDef | null): void {
        if (this.fields.some((each) => each.name === name)) return;
        this.fields.push({ name, column, field });
        this.queried.add(name);
    }

    addParent(name: string, shape: ParentShape): void {
        this.parents.set(name, shape);
        this.queried.add(name);
    }

    /** The record of a row. */
    record(cells: readonly SqlValue[]): SObject {
        const record = new SObject(this.object);
        for (const { name, column, field } of this.fields) {
            const value = field ? decode(field, cells[column]) : (cells[column] ?? null);
            if (value !== null) record.load(name, value);
        }
        const id = cells[this.idColumn];
        if (typeof id === 'string') record.load('Id', id);
        for (const [name, parent] of this.parents) {
            const loaded = parent.record(cells);
            if (loaded) record.load(name, loaded);
        }
        record.queried = new Set(this.queried);
        return record;
    }
}

/** Parent of one object, or for TYPEOF one shape for each object that it names. */
export class ParentShape {
    readonly idColumn: number;
    /** Shapes by key prefix of the parent's id; used first. */
    readonly byPrefix = new Map<string, RecordShape>();
    otherwise: RecordShape | null = null;

    constructor(idColumn: number) {
        this.idColumn = idColumn;
    }

    record(cells: readonly SqlValue[]): SObject | null {
        const id = cells[this.idColumn];
        if (typeof id !== 'string') return null;
        const shape = this.byPrefix.get(id.slice(0, 3)) ?? this.otherwise;
        return shape ? shape.record(cells) : null;
    }
}
