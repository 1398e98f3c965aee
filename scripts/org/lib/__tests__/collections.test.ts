import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList, ApexMap, ApexSet } from '../../values/collections.ts';
import { SObject } from '../../values/sobject.ts';
import { toText } from '../../values/text.ts';
import { typeToken } from '../../values/typeToken.ts';
import { account, apexClass, instance } from '../../values/__tests__/fixtures.ts';
import { createHarness } from './pureHarness.ts';

const { call } = createHarness();
const LIST = typeToken('List<Object>');
const list = (...items: unknown[]): ApexList => new ApexList(LIST, items);

function record(id: string | null, name: string): SObject {
    const made = new SObject(account);
    if (id) made.load('Id', id);
    made.load('Name', name);
    return made;
}

test('lists grow, shrink, find and sort', () => {
    const items = list(3, 1);
    call('List.add', items, 2);
    call('List.add', items, 0, 9);
    call('List.addAll', items, items);
    assert.deepEqual(items.items, [9, 3, 1, 2, 9, 3, 1, 2]);
    assert.equal(call('List.remove', items, 0), 9);
    call('List.set', items, 0, 7);
    assert.equal(call('List.indexOf', items, 9), 3);
    assert.equal(call('List.contains', items, 8), false);
    call('List.sort', items);
    assert.deepEqual(items.items, [1, 1, 2, 2, 3, 7, 9]);
    assert.equal(call('List.toString', list('a', null)), '(a, null)');
    assert.equal(call('List.equals', list(1, 2), list(1, 2)), true);
    assert.deepEqual(call('List.new', LIST, new ApexSet(typeToken('Set<Object>'), [1, 1, 2])).items, [1, 2]);
});

test('a place outside of the list raises a ListException', () => {
    for (const [method, args] of [
        ['get', [3]],
        ['get', [-1]],
        ['remove', [3]],
        ['set', [3, 1]],
        ['add', [4, 1]]
    ] as const) {
        assert.throws(() => call(`List.${method}`, list(1, 2, 3), ...args), {
            typeName: 'System.ListException',
            message: `List index out of bounds: ${args[0]}`
        });
    }
});

test('a comparator decides the order; equal elements keep theirs', () => {
    const ByLength = apexClass('ByLength', { methods: { 'compare/2': (_self, a, b) => a.length - b.length } });
    const items = list('bb', 'a', 'aa', 'b');
    call('List.sort', items, instance(ByLength));
    assert.deepEqual(items.items, ['a', 'b', 'bb', 'aa']);
});

test('a deep clone copies records, a clone does not', () => {
    const records = list(record('001000000000001AAA', 'x'));
    const [shallow, deep, kept] = [
        call('List.clone', records),
        call('List.deepClone', records),
        call('List.deepClone', records, true)
    ];
    assert.equal(shallow.items[0], records.items[0]);
    assert.equal(deep.items[0].id, null);
    assert.equal(kept.items[0].id, '001000000000001AAA');
    assert.notEqual(kept.items[0], records.items[0]);
});

test('lists of the platform cannot be changed', () => {
    const items = list(1);
    items.isReadOnly = true;
    assert.throws(() => call('List.add', items, 2), {
        typeName: 'System.FinalException',
        message: 'Collection is read-only'
    });
});

test('iterators end with a NoSuchElementException', () => {
    const iterator = call('List.iterator', list(1));
    assert.equal(iterator.hasNext(), true);
    assert.equal(iterator.next(), 1);
    assert.equal(iterator.hasNext(), false);
    assert.throws(() => iterator.next(), { typeName: 'System.NoSuchElementException' });
});

test('sets tell whether they changed', () => {
    const set = new ApexSet(typeToken('Set<Object>'), [1, 2]);
    assert.equal(call('Set.add', set, 2), false);
    assert.equal(call('Set.addAll', set, list(2, 3)), true);
    assert.equal(call('Set.containsAll', set, list(1, 3)), true);
    assert.equal(call('Set.retainAll', set, list(1, 3)), true);
    assert.equal(call('Set.removeAll', set, list(3, 4)), true);
    assert.equal(toText(set), '{1}');
    assert.equal(call('Set.remove', set, 5), false);
});

test('maps give the previous value, take records by id and refuse those without one', () => {
    const map = new ApexMap(typeToken('Map<Id,Account>'));
    const first = record('001000000000001AAA', 'x');
    call('Map.putAll', map, list(first));
    assert.equal(call('Map.get', map, '001000000000001AAA'), first);
    assert.equal(call('Map.put', map, '001000000000001AAA', null), first);
    assert.equal(call('Map.containsKey', map, '001000000000001AAA'), true);
    assert.equal(call('Map.get', map, 'x'), null);
    assert.equal(call('Map.values', map).type.name, 'List<Account>');
    assert.equal(call('Map.remove', map, '001000000000001AAA'), null);
    assert.equal(call('Map.size', map), 0);
    assert.throws(() => call('Map.putAll', map, list(first, record(null, 'y'))), {
        typeName: 'System.ListException',
        message: 'Row with null Id at index: 1'
    });
});
