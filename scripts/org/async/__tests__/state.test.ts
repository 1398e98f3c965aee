import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClassMeta, FieldMeta } from '../../runtime/program.ts';
import type { Schema } from '../../schema/model.ts';
import { ApexList, ApexMap, ApexSet } from '../../values/collections.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { ApexObject, Unsupported } from '../../values/exceptions.ts';
import { collectionEquals } from '../../values/equality.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { typeToken } from '../../values/typeToken.ts';
import { readState, writeState } from '../state.ts';

class Job extends ApexObject {
    ids: unknown = null;
    self: unknown = null;
    cache: unknown = null;
}

const field = (name: string, isTransient: boolean): FieldMeta => ({ name, isTransient, isStatic: false }) as FieldMeta;
Job.meta = {
    name: 'Job',
    fields: [field('ids', false), field('self', false), field('cache', true)]
} as unknown as ClassMeta;

const reader = {
    schema: { object: () => undefined } as unknown as Schema,
    allocate: (name: string) => (name === 'Job' ? new Job() : undefined)
};

describe('state of jobs', () => {
    const values: readonly (readonly [string, unknown])[] = [
        ['null', null],
        ['text', 'a'],
        ['Integer', 7],
        ['Long', 9_007_199_254_740_993n],
        ['Decimal with scale', Decimal.of('1.50')],
        ['Double', new ApexDouble(0.1)],
        ['Date', ApexDate.of(2026, 11, 23)],
        ['Datetime', ApexDatetime.fromEpochMs(1_700_000_000_123)],
        ['Time', ApexTime.of(9, 30, 0, 5)],
        ['list', new ApexList(typeToken('List<Integer>'), [1, 2])],
        ['set', new ApexSet(typeToken('Set<String>'), ['a', 'b'])],
        ['map', new ApexMap(typeToken('Map<String,Decimal>'), [['a', Decimal.of('2.0')]])]
    ];
    for (const [name, value] of values) {
        it(`keeps ${name}`, () => {
            const copy = readState(writeState(value), reader);
            assert.ok(collectionEquals(copy, value) || copy === value);
        });
    }

    it('keeps the scale of a Decimal', () => {
        assert.equal((readState(writeState(Decimal.of('1.50')), reader) as Decimal).scale, 2);
    });

    it('copies objects with cycles and leaves transient fields out', () => {
        const job = new Job();
        job.ids = new ApexList(typeToken('List<String>'), ['a']);
        job.self = job;
        job.cache = 'expensive';
        const copy = readState(writeState(job), reader) as Job;
        assert.notEqual(copy, job);
        assert.equal(copy.self, copy);
        assert.deepEqual((copy.ids as ApexList).items, ['a']);
        assert.equal(copy.cache, null);
    });

    it('hands library objects over alive, and says so when they are lost', () => {
        const token = { typeName: 'SObjectType' };
        const state = writeState(new ApexList(typeToken('List<Object>'), [token]));
        assert.equal((readState(state, reader) as ApexList).items[0], token);
        assert.throws(() => readState({ json: state.json, live: [] }, reader), Unsupported);
    });
});
