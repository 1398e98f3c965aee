/** `Map<K,V>` */
import { libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { collectionEquals, hashCode } from '../values/equality.ts';
import { apexException } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { toText } from '../values/text.ts';
import { OBJECT_TYPE, type TypeToken } from '../values/typeToken.ts';
import { sobjectTypeOf } from './describeTokens.ts';
import { listType, requireArguments } from './support.ts';

function writable(map: ApexMap): ApexMap {
    if (map.isReadOnly) throw apexException('FinalException', 'Collection is read-only');
    return map;
}

/** Records by id. Throws ListException for a record without one. */
function putRecords(map: ApexMap, records: ApexList): ApexMap {
    requireArguments(records);
    records.items.forEach((record: SObject | null, index) => {
        const id = record?.id ?? null;
        if (id === null) throw apexException('ListException', `Row with null Id at index: ${index}`);
        writable(map).set(id, record);
    });
    return map;
}

function putAll(map: ApexMap, other: ApexMap): ApexMap {
    requireArguments(other);
    for (const [key, value] of other.entries()) writable(map).set(key, value);
    return map;
}

function deepCopy(value: Value): Value {
    if (value instanceof SObject) return value.clone(true, true, true, true);
    if (value instanceof ApexList) return new ApexList(value.type, value.items.map(deepCopy));
    return value;
}

function members(context: RuntimeContext) {
    return {
        'new()': (type: TypeToken) => new ApexMap(type),
        'new(Map<K,V> entries)': (type: TypeToken, entries: ApexMap) => putAll(new ApexMap(type), entries),
        'new(List<SObject> records)': (type: TypeToken, records: ApexList) => putRecords(new ApexMap(type), records),
        'void clear()': (self: ApexMap) => writable(self).clear(),
        'Map<K,V> clone()': (self: ApexMap) => new ApexMap(self.type, self.entries()),
        'Boolean containsKey(K key)': (self: ApexMap, key: Value) => self.has(key),
        'Map<K,V> deepClone()': (self: ApexMap) =>
            new ApexMap(
                self.type,
                [...self.entries()].map(([key, value]) => [key, deepCopy(value)])
            ),
        'Boolean equals(Object other)': collectionEquals,
        'V get(K key)': (self: ApexMap, key: Value) => self.get(key) ?? null,
        'SObjectType getSObjectType()': (self: ApexMap) => {
            const def = context.tx().schema.object(self.type.args[1]?.name ?? '');
            return def ? sobjectTypeOf(def) : null;
        },
        'Integer hashCode()': hashCode,
        'Boolean isEmpty()': (self: ApexMap) => self.size === 0,
        'Set<K> keySet()': (self: ApexMap) => self.keySet(),
        'V put(K key, V value)': (self: ApexMap, key: Value, value: Value) => {
            const previous = self.get(key) ?? null;
            writable(self).set(key, value);
            return previous;
        },
        'void putAll(Map<K,V> entries)': (self: ApexMap, entries: ApexMap) => void putAll(self, entries),
        'void putAll(List<SObject> records)': (self: ApexMap, records: ApexList) => void putRecords(self, records),
        'V remove(K key)': (self: ApexMap, key: Value) => {
            const previous = self.get(key) ?? null;
            writable(self).delete(key);
            return previous;
        },
        'Integer size()': (self: ApexMap) => self.size,
        'String toString()': toText,
        'List<V> values()': (self: ApexMap) =>
            new ApexList(listType(self.type.args[1] ?? OBJECT_TYPE), [...self.values()])
    };
}

/** `Map<K,V>` */
export const mapLibrary: LibraryModule = (context) => [libraryClass('Map<K,V>', members(context))];
