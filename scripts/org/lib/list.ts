/** `List<T>`, `Comparable`, `Comparator<T>` */
import { abstractMember, libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { collectionEquals, hashCode } from '../values/equality.ts';
import { apexException } from '../values/exceptions.ts';
import { compareValues } from '../values/order.ts';
import { SObject } from '../values/sobject.ts';
import { toText } from '../values/text.ts';
import type { TypeToken } from '../values/typeToken.ts';
import { sobjectTypeOf } from './describeTokens.ts';
import { CollectionIterator, elementsOf } from './iterators.ts';
import { requireArguments } from './support.ts';

/** Throws ListException `List index out of bounds: 3`. */
function checkIndex(list: ApexList, index: number, limit = list.items.length): void {
    requireArguments(index);
    if (index < 0 || index >= limit) throw apexException('ListException', `List index out of bounds: ${index}`);
}

function writable(list: ApexList): ApexList {
    if (list.isReadOnly) throw apexException('FinalException', 'Collection is read-only');
    return list;
}

function addAll(self: ApexList, items: Iterable<Value>): void {
    // A list may be added to itself: take its elements first.
    for (const item of [...items]) writable(self).items.push(item);
}

/** Copies the records; the flags are those of `SObject.clone`. Other elements are kept. */
function deepClone(self: ApexList, preserveId = false, preserveTimestamps = false, preserveNumber = false): ApexList {
    const copy = (item: Value): Value =>
        item instanceof SObject ? item.clone(preserveId ?? false, true, preserveTimestamps, preserveNumber) : item;
    return new ApexList(self.type, self.items.map(copy));
}

/** The record type of the elements: from the declared type, else from the first record. */
/** The object of the list's declared type; null for a list of any records, whatever it holds. */
function sobjectType(context: RuntimeContext, self: ApexList): Value {
    const declared = context.tx().schema.object(self.type.args[0]?.name ?? '');
    return declared ? sobjectTypeOf(declared) : null;
}

function members(context: RuntimeContext) {
    return {
        'new()': (type: TypeToken) => new ApexList(type),
        'new(List<T> items)': (type: TypeToken, items: ApexList) => {
            requireArguments(items);
            return new ApexList(type, [...items.items]);
        },
        'new(Set<T> items)': (type: TypeToken, items: ApexSet) => {
            requireArguments(items);
            return new ApexList(type, [...items.values()]);
        },
        'new(Iterable<T> items)': (type: TypeToken, items: Value) => {
            requireArguments(items);
            return new ApexList(type, elementsOf(context, items));
        },
        'void add(T item)': (self: ApexList, item: Value) => {
            writable(self).items.push(item);
        },
        'void add(Integer index, T item)': (self: ApexList, index: number, item: Value) => {
            checkIndex(self, index, self.items.length + 1);
            writable(self).items.splice(index, 0, item);
        },
        'void addAll(List<T> items)': (self: ApexList, items: ApexList) => {
            requireArguments(items);
            addAll(self, items.items);
        },
        'void addAll(Set<T> items)': (self: ApexList, items: ApexSet) => {
            requireArguments(items);
            addAll(self, items.values());
        },
        'void addAll(Iterable<T> items)': (self: ApexList, items: Value) => {
            requireArguments(items);
            addAll(self, elementsOf(context, items));
        },
        'void clear()': (self: ApexList) => {
            writable(self).items.length = 0;
        },
        'List<T> clone()': (self: ApexList) => new ApexList(self.type, [...self.items]),
        'Boolean contains(T item)': (self: ApexList, item: Value) =>
            self.items.some((one) => collectionEquals(one, item)),
        'List<T> deepClone()': (self: ApexList) => deepClone(self),
        'List<T> deepClone(Boolean preserveId)': deepClone,
        'List<T> deepClone(Boolean preserveId, Boolean preserveTimestamps)': deepClone,
        'List<T> deepClone(Boolean preserveId, Boolean preserveTimestamps, Boolean preserveAutonumber)': deepClone,
        'Boolean equals(Object other)': collectionEquals,
        'T get(Integer index)': (self: ApexList, index: number) => {
            checkIndex(self, index);
            return self.items[index];
        },
        'SObjectType getSObjectType()': (self: ApexList) => sobjectType(context, self),
        'Integer hashCode()': hashCode,
        'Integer indexOf(T item)': (self: ApexList, item: Value) =>
            self.items.findIndex((one) => collectionEquals(one, item)),
        'Boolean isEmpty()': (self: ApexList) => self.items.length === 0,
        'Iterator<T> iterator()': (self: ApexList) => new CollectionIterator(self),
        'T remove(Integer index)': (self: ApexList, index: number) => {
            checkIndex(self, index);
            return writable(self).items.splice(index, 1)[0];
        },
        'void set(Integer index, T item)': (self: ApexList, index: number, item: Value) => {
            checkIndex(self, index);
            writable(self).items[index] = item;
        },
        'Integer size()': (self: ApexList) => self.items.length,
        'void sort()': (self: ApexList) => {
            writable(self).items.sort(compareValues);
        },
        'void sort(Comparator<T> comparator)': (self: ApexList, comparator: Value) => {
            requireArguments(comparator);
            writable(self).items.sort((left, right) => context.invoke(comparator, 'compare', [left, right]));
        },
        'String toString()': toText
    };
}

/** `List<T>`, `Comparable`, `Comparator<T>` */
export const listLibrary: LibraryModule = (context) => [
    libraryClass('List<T>', members(context), { interfaces: ['Iterable<T>'] }),
    libraryClass('Comparable', { 'abstract Integer compareTo(Object other)': abstractMember }, { kind: 'interface' }),
    libraryClass(
        'Comparator<T>',
        { 'abstract Integer compare(T left, T right)': abstractMember },
        { kind: 'interface' }
    )
];
