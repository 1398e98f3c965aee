/** List, Set and Map. Sets and maps keep insertion order and find their keys by value. */
import type { Value } from '../runtime/program.ts';
import { collectionEquals, hashKey, isLooseKey } from './equality.ts';
import { apexException } from './exceptions.ts';
import { genericToken, OBJECT_TYPE, type TypeToken } from './typeToken.ts';

/** An Apex `List<T>` or array. */
export class ApexList {
    /** e.g. `List<Account>` */
    readonly type: TypeToken;
    items: Value[];
    /** Lists of the platform (`Trigger.new`): changing them throws FinalException. */
    isReadOnly = false;

    constructor(type: TypeToken, items: Value[] = []) {
        this.type = type;
        this.items = items;
    }

    [Symbol.iterator](): Iterator<Value> {
        return this.items[Symbol.iterator]();
    }
}

interface Entry {
    readonly key: Value;
    value: Value;
}

/**
 * Entries by key. A key whose `hashKey` is exact finds its entry at once; keys with user-defined `equals` share a bucket per
 * hash code and are compared one by one.
 */
class KeyedEntries {
    /** Exact key, or (for loose keys) the entry's own first key object, to entry. */
    private readonly entries = new Map<Value, Entry>();
    private readonly buckets = new Map<string, Entry[]>();

    find(key: Value): Entry | undefined {
        const hash = hashKey(key);
        if (!isLooseKey(hash)) return this.entries.get(hash);
        return this.buckets.get(hash)?.find((entry) => collectionEquals(entry.key, key));
    }

    /** Replaces the value and keeps the key when there is an entry. True when the key is new. */
    set(key: Value, value: Value): boolean {
        const hash = hashKey(key);
        if (!isLooseKey(hash)) {
            const entry = this.entries.get(hash);
            if (entry) {
                entry.value = value;
                return false;
            }
            this.entries.set(hash, { key, value });
            return true;
        }
        const entry = this.buckets.get(hash)?.find((candidate) => collectionEquals(candidate.key, key));
        if (entry) {
            entry.value = value;
            return false;
        }
        const made: Entry = { key, value };
        const bucket = this.buckets.get(hash);
        if (bucket) bucket.push(made);
        else this.buckets.set(hash, [made]);
        this.entries.set(made, made);
        return true;
    }

    delete(key: Value): Entry | undefined {
        const hash = hashKey(key);
        if (!isLooseKey(hash)) {
            const entry = this.entries.get(hash);
            if (entry) this.entries.delete(hash);
            return entry;
        }
        const bucket = this.buckets.get(hash);
        const index = bucket ? bucket.findIndex((entry) => collectionEquals(entry.key, key)) : -1;
        if (!bucket || index < 0) return undefined;
        const [entry] = bucket.splice(index, 1);
        this.entries.delete(entry);
        return entry;
    }

    clear(): void {
        this.entries.clear();
        this.buckets.clear();
    }

    get size(): number {
        return this.entries.size;
    }

    all(): IterableIterator<Entry> {
        return this.entries.values();
    }
}

/** An Apex `Set<T>`. */
export class ApexSet {
    /** e.g. `Set<Id>` */
    readonly type: TypeToken;
    /** A view of a map's keys: elements can be removed (from the map too) but not added. */
    readonly isKeyView: boolean;
    private readonly content: KeyedEntries;

    constructor(type: TypeToken, items: Iterable<Value> = [], keysOf?: KeyedEntries) {
        this.type = type;
        this.isKeyView = keysOf !== undefined;
        this.content = keysOf ?? new KeyedEntries();
        for (const item of items) this.add(item);
    }

    has(item: Value): boolean {
        return this.content.find(item) !== undefined;
    }

    /** True when the item was not there. */
    add(item: Value): boolean {
        if (this.isKeyView) throw apexException('FinalException', 'Collection is read-only');
        if (this.content.find(item)) return false;
        return this.content.set(item, true);
    }

    /** True when the item was there. */
    delete(item: Value): boolean {
        return this.content.delete(item) !== undefined;
    }

    get size(): number {
        return this.content.size;
    }

    *values(): IterableIterator<Value> {
        for (const entry of this.content.all()) yield entry.key;
    }

    [Symbol.iterator](): Iterator<Value> {
        return this.values();
    }

    clear(): void {
        this.content.clear();
    }
}

/** An Apex `Map<K,V>`. */
export class ApexMap {
    /** e.g. `Map<Id,Account>` */
    readonly type: TypeToken;
    /** Maps of the platform (`Trigger.newMap`): changing them throws FinalException. */
    isReadOnly = false;
    private readonly content = new KeyedEntries();

    constructor(type: TypeToken, entries: Iterable<readonly [Value, Value]> = []) {
        this.type = type;
        for (const [key, value] of entries) this.set(key, value);
    }

    /** Undefined when there is no such key. */
    get(key: Value): Value | undefined {
        return this.content.find(key)?.value;
    }

    has(key: Value): boolean {
        return this.content.find(key) !== undefined;
    }

    set(key: Value, value: Value): void {
        this.content.set(key, value);
    }

    /** True when the key was there. */
    delete(key: Value): boolean {
        return this.content.delete(key) !== undefined;
    }

    get size(): number {
        return this.content.size;
    }

    /** The keys as a set that is backed by this map: what is removed from it leaves the map. */
    keySet(): ApexSet {
        return new ApexSet(genericToken('Set', [this.type.args[0] ?? OBJECT_TYPE]), [], this.content);
    }

    *keys(): IterableIterator<Value> {
        for (const entry of this.content.all()) yield entry.key;
    }

    *values(): IterableIterator<Value> {
        for (const entry of this.content.all()) yield entry.value;
    }

    *entries(): IterableIterator<[Value, Value]> {
        for (const entry of this.content.all()) yield [entry.key, entry.value];
    }

    clear(): void {
        this.content.clear();
    }
}
