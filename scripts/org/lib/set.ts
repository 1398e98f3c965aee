/** `Set<T>` */
import { libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { collectionEquals, hashCode } from '../values/equality.ts';
import { toText } from '../values/text.ts';
import type { TypeToken } from '../values/typeToken.ts';
import { CollectionIterator, elementsOf } from './iterators.ts';
import { requireArguments } from './support.ts';

/** True when one of them was new. */
function addAll(self: ApexSet, items: Iterable<Value>): boolean {
    let changed = false;
    for (const item of [...items]) changed = self.add(item) || changed;
    return changed;
}

function containsAll(self: ApexSet, items: Iterable<Value>): boolean {
    for (const item of items) if (!self.has(item)) return false;
    return true;
}

/** True when one of them was there. */
function removeAll(self: ApexSet, items: Iterable<Value>): boolean {
    let changed = false;
    for (const item of [...items]) changed = self.delete(item) || changed;
    return changed;
}

/** Keeps only the elements that are among the items; true when others were there. */
function retainAll(self: ApexSet, items: Iterable<Value>): boolean {
    const kept = new ApexSet(self.type, items);
    return removeAll(
        self,
        [...self.values()].filter((item) => !kept.has(item))
    );
}

function of(items: Value): Iterable<Value> {
    requireArguments(items);
    return items instanceof ApexList ? items.items : (items as ApexSet).values();
}

function members(context: RuntimeContext) {
    return {
        'new()': (type: TypeToken) => new ApexSet(type),
        'new(List<T> items)': (type: TypeToken, items: ApexList) => new ApexSet(type, of(items)),
        'new(Set<T> items)': (type: TypeToken, items: ApexSet) => new ApexSet(type, of(items)),
        'new(Iterable<T> items)': (type: TypeToken, items: Value) => {
            requireArguments(items);
            return new ApexSet(type, elementsOf(context, items));
        },
        'Boolean add(T item)': (self: ApexSet, item: Value) => self.add(item),
        'Boolean addAll(List<T> items)': (self: ApexSet, items: ApexList) => addAll(self, of(items)),
        'Boolean addAll(Set<T> items)': (self: ApexSet, items: ApexSet) => addAll(self, of(items)),
        'Boolean addAll(Iterable<T> items)': (self: ApexSet, items: Value) => {
            requireArguments(items);
            return addAll(self, elementsOf(context, items));
        },
        'void clear()': (self: ApexSet) => self.clear(),
        'Set<T> clone()': (self: ApexSet) => new ApexSet(self.type, self.values()),
        'Boolean contains(T item)': (self: ApexSet, item: Value) => self.has(item),
        'Boolean containsAll(List<T> items)': (self: ApexSet, items: ApexList) => containsAll(self, of(items)),
        'Boolean containsAll(Set<T> items)': (self: ApexSet, items: ApexSet) => containsAll(self, of(items)),
        'Boolean equals(Object other)': collectionEquals,
        'Integer hashCode()': hashCode,
        'Boolean isEmpty()': (self: ApexSet) => self.size === 0,
        'Iterator<T> iterator()': (self: ApexSet) => new CollectionIterator(self),
        'Boolean remove(T item)': (self: ApexSet, item: Value) => self.delete(item),
        'Boolean removeAll(List<T> items)': (self: ApexSet, items: ApexList) => removeAll(self, of(items)),
        'Boolean removeAll(Set<T> items)': (self: ApexSet, items: ApexSet) => removeAll(self, of(items)),
        'Boolean retainAll(List<T> items)': (self: ApexSet, items: ApexList) => retainAll(self, of(items)),
        'Boolean retainAll(Set<T> items)': (self: ApexSet, items: ApexSet) => retainAll(self, of(items)),
        'Integer size()': (self: ApexSet) => self.size,
        'String toString()': toText
    };
}

/** `Set<T>` */
export const setLibrary: LibraryModule = (context) => [
    libraryClass('Set<T>', members(context), { interfaces: ['Iterable<T>'] })
];
