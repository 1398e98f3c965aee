import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blob } from '../blob.ts';
import { ApexList, ApexMap, ApexSet } from '../collections.ts';
import { Decimal } from '../decimal.ts';
import { ApexDouble } from '../double.ts';
import { enumConstants } from '../enums.ts';
import { apexEquals, collectionEquals, hashCode, hashKey, identityEquals } from '../equality.ts';
import { compareValues } from '../order.ts';
import { SObject } from '../sobject.ts';
import { ApexDate } from '../temporal.ts';
import { typeToken } from '../typeToken.ts';
import { account, apexClass, instance } from './fixtures.ts';

const listOf = (...items: unknown[]): ApexList => new ApexList(typeToken('List<Object>'), items);

function record(fields: Record<string, unknown>): SObject {
    const made = new SObject(account);
    for (const [name, value] of Object.entries(fields)) made.put(name, value);
    return made;
}

const Point = apexClass('Point', {
    methods: {
        'equals/1': (self, other) => other instanceof Point && (other as { x?: number }).x === self.x,
        'hashCode/0': (self) => self.x % 2,
        'compareTo/1': (self, other) => self.x - other.x
    }
});
const Plain = apexClass('Plain', {});

test('the operator ignores case and number types; collections do not ignore case', () => {
    const cases: [unknown, unknown, boolean, boolean][] = [
        ['a', 'A', true, false],
        ['a', 'a', true, true],
        [1, 1n, true, true],
        [1, Decimal.of('1.00'), true, true],
        [new ApexDouble(1.5), Decimal.of('1.5'), true, true],
        [new ApexDouble(Number.NaN), new ApexDouble(Number.NaN), false, false],
        [null, null, true, true],
        [null, '', false, false],
        [ApexDate.of(2026, 1, 1), ApexDate.of(2026, 1, 1), true, true],
        [Blob.ofText('x'), Blob.ofText('x'), true, true],
        [listOf('a'), listOf('A'), true, false],
        [listOf(1, 2), listOf(1, 2), true, true],
        [instance(Point, { x: 3 }), instance(Point, { x: 3 }), true, true],
        [instance(Plain), instance(Plain), false, false]
    ];
    for (const [left, right, operator, collection] of cases) {
        assert.equal(apexEquals(left, right), operator, `== of ${String(left)} and ${String(right)}`);
        assert.equal(collectionEquals(left, right), collection, `equals of ${String(left)} and ${String(right)}`);
    }
});

test('identity tells apart lists and records that are equal', () => {
    assert.equal(identityEquals(listOf(1), listOf(1)), false);
    assert.equal(identityEquals(record({ Name: 'x' }), record({ Name: 'x' })), false);
    assert.equal(identityEquals(5, 5), true);
});

test('records are equal by their field values; null is like a field that is not there', () => {
    assert.equal(apexEquals(record({ Name: 'x' }), record({ Name: 'x' })), true);
    assert.equal(apexEquals(record({ Name: 'x' }), record({ Name: 'y' })), false);
    assert.equal(apexEquals(record({ Name: 'x', Since__c: null }), record({ Name: 'x' })), true);
    assert.equal(hashKey(record({ Name: 'x', Since__c: null })), hashKey(record({ Name: 'x' })));
});

test('sets find elements by value, user-defined equality and field values', () => {
    const set = new ApexSet(typeToken('Set<Object>'));
    for (const item of [
        1,
        Decimal.of('1.0'),
        'a',
        'A',
        instance(Point, { x: 3 }),
        instance(Point, { x: 5 }),
        record({ Name: 'x' })
    ]) {
        set.add(item);
    }
    assert.equal(set.size, 6);
    assert.equal(set.has(instance(Point, { x: 5 })), true);
    assert.equal(set.has(instance(Point, { x: 7 })), false);
    assert.equal(set.delete(instance(Point, { x: 3 })), true);
    assert.equal(set.has(instance(Point, { x: 5 })), true);
    assert.equal(set.has(record({ Name: 'x' })), true);
    assert.equal(set.add(listOf(instance(Point, { x: 1 }))), true);
    assert.equal(set.add(listOf(instance(Point, { x: 1 }))), false);
});

test('maps keep the order of insertion and the first key; their key set removes but does not add', () => {
    const map = new ApexMap(typeToken('Map<String,Integer>'), [
        ['b', 1],
        ['a', 2]
    ]);
    map.set('b', 3);
    assert.deepEqual(
        [...map.entries()],
        [
            ['b', 3],
            ['a', 2]
        ]
    );
    const keys = map.keySet();
    assert.equal(keys.type.name, 'Set<String>');
    keys.delete('b');
    assert.equal(map.has('b'), false);
    assert.throws(() => keys.add('c'), { message: 'Collection is read-only' });
});

test('sorting puts nulls first and orders enums by position, records by name, objects by compareTo', () => {
    const [one, two] = enumConstants('Season', ['WINTER', 'AUTUMN']);
    const sorted = (...items: unknown[]): unknown[] => items.sort(compareValues);
    assert.deepEqual(sorted('b', null, 'B', 'a'), [null, 'B', 'a', 'b']);
    assert.deepEqual(sorted(two, one), [one, two]);
    assert.deepEqual(sorted(3, 1, 2), [1, 2, 3]);
    const [x, y] = [record({ Name: 'x' }), record({ Name: 'y' })];
    assert.deepEqual(sorted(y, x), [x, y]);
    const [p1, p2] = [instance(Point, { x: 1 }), instance(Point, { x: 2 })];
    assert.deepEqual(sorted(p2, p1), [p1, p2]);
    assert.throws(() => compareValues(instance(Plain), instance(Plain)), { typeName: 'System.ListException' });
});

test('strings hash as in Java', () => {
    assert.equal(hashCode('hello'), 99162322);
    assert.equal(hashCode(instance(Point, { x: 5 })), 1);
});
