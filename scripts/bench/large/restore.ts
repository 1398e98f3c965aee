/**
 * Puts rows into an org the way a restored backup does: as they are, without triggers and rules. Two million touches
 * through the API would measure the API.
 */
import type { Org } from '../../org/engine/org.ts';
import type { ObjectDef } from '../../org/schema/model.ts';
import type { Value } from '../../org/runtime/program.ts';
import { idOfNumber } from '../../org/store/ids.ts';
import { ApexDate, ApexDatetime } from '../../org/values/temporal.ts';
import type { LargeRow } from '../../data/large/stream.ts';

/** Rows per transaction of the data file. */
const PORTION = 20_000;
/** Numbers far above those that the org gives itself. */
const FIRST_ID = 1_000_000;
const DAY = 86_400_000;

export interface Restored {
    readonly rows: number;
    readonly milliseconds: number;
}

/**
 * @param say told after every portion
 * @throws Error when a row names an object or a field that the org does not have
 */
export function restore(org: Org, rows: Iterable<LargeRow>, reps: number, say: (line: string) => void): Restored {
    const started = performance.now();
    const writer = new Writer(org, reps);
    let count = 0;
    org.store.begin();
    for (const row of rows) {
        writer.write(row);
        count++;
        if (count % PORTION === 0) {
            org.store.commit();
            org.store.begin();
            if (count % (PORTION * 10) === 0) say(`${count} rows are in`);
        }
    }
    org.store.commit();
    return { rows: count, milliseconds: performance.now() - started };
}

/** Id of a restored row. */
function restoredId(object: ObjectDef, number: number): string {
    return idOfNumber(object.keyPrefix, FIRST_ID + number);
}

class Writer {
    private readonly org: Org;
    private readonly objects = new Map<string, ObjectDef>();
    private readonly owners: readonly string[];
    private readonly now: ApexDatetime;

    constructor(org: Org, reps: number) {
        this.org = org;
        this.now = ApexDatetime.fromEpochMs(org.clock.now());
        this.owners = this.makeReps(reps);
    }

    write({ object: name, number, fields, references }: LargeRow): void {
        const object = this.object(name);
        const values = new Map<string, Value>([['Id', restoredId(object, number)]]);
        this.stamp(object, values, this.owners[number % this.owners.length] as string);
        for (const [field, value] of Object.entries(fields)) values.set(field, this.valueOf(object, field, value));
        for (const [field, [target, targetNumber]] of Object.entries(references)) {
            const id = target === 'User' ? this.owners[targetNumber] : restoredId(this.object(target), targetNumber);
            values.set(field, id);
        }
        this.org.store.insertRow(object, values);
    }

    private object(name: string): ObjectDef {
        const known = this.objects.get(name) ?? this.org.schema.object(name);
        if (!known) throw new Error(`The org has no object ${name}`);
        this.objects.set(name, known);
        return known;
    }

    private valueOf(object: ObjectDef, name: string, value: string | number | boolean | null): Value {
        const field = object.fields.get(name.toLowerCase());
        if (!field) throw new Error(`${object.name} has no field ${name}`);
        if (typeof value !== 'number') return value;
        if (field.type === 'datetime') return ApexDatetime.fromEpochMs(value);
        return field.type === 'date' ? ApexDate.fromEpochDay(Math.floor(value / DAY)) : value;
    }

    private stamp(object: ObjectDef, values: Map<string, Value>, owner: string): void {
        if (object.fields.get('name')?.isAutoNumber) {
            values.set('Name', `R-${String(this.org.store.nextNumber(object.name)).padStart(7, '0')}`);
        }
        for (const field of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) values.set(field, this.now);
        for (const field of ['OwnerId', 'CreatedById', 'LastModifiedById']) values.set(field, owner);
        values.set('IsDeleted', false);
    }

    /** As many users as the profile has representatives, each like the first one. */
    private makeReps(count: number): readonly string[] {
        const object = this.object('User');
        const [like] = this.org.store.selectRows(object, '"Username" LIKE ?', ['priya@%']);
        if (!like) throw new Error('There is nobody to make representatives after');
        this.org.store.begin();
        const ids = Array.from({ length: count }, (_, number) => {
            const id = restoredId(object, number);
            const values = new Map<string, Value>(like.fields);
            for (const [field, value] of Object.entries({
                Id: id,
                Username: `rep${number}@large.example`,
                Name: `Rep ${number}`
            }))
                values.set(field, value);
            this.org.store.insertRow(object, values);
            return id;
        });
        this.org.store.commit();
        return ids;
    }
}
