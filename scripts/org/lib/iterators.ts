/** `Iterator<T>` and `Iterable<T>`, and the iterators that collections give. */
import { abstractMember, libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { apexException } from '../values/exceptions.ts';
import { genericToken, OBJECT_TYPE, type TypeToken } from '../values/typeToken.ts';

/** Iterator of a List or Set. Has the methods of the interface under their own names. */
export class CollectionIterator {
    readonly type: TypeToken;
    private readonly items: Iterator<Value>;
    private upcoming: IteratorResult<Value> | null = null;

    constructor(collection: ApexList | ApexSet) {
        this.type = genericToken('Iterator', [collection.type.args[0] ?? OBJECT_TYPE]);
        this.items = collection[Symbol.iterator]();
    }

    get typeName(): string {
        return this.type.name;
    }

    hasNext(): boolean {
        this.upcoming ??= this.items.next();
        return this.upcoming.done !== true;
    }

    /** Throws NoSuchElementException at the end. */
    next(): Value {
        const result = this.upcoming ?? this.items.next();
        this.upcoming = null;
        if (result.done) throw apexException('NoSuchElementException', 'Iterator has no more elements.');
        return result.value;
    }
}

/** All elements of a List, a Set or a user's Iterable. */
export function elementsOf(context: RuntimeContext, iterable: Value): Value[] {
    if (iterable instanceof ApexList) return [...iterable.items];
    if (iterable instanceof ApexSet) return [...iterable.values()];
    const iterator = context.invoke(iterable, 'iterator', []);
    if (iterator instanceof CollectionIterator) return restOf(iterator);
    const items: Value[] = [];
    while (context.invoke(iterator, 'hasNext', [])) items.push(context.invoke(iterator, 'next', []));
    return items;
}

function restOf(iterator: CollectionIterator): Value[] {
    const items: Value[] = [];
    while (iterator.hasNext()) items.push(iterator.next());
    return items;
}

/** `Iterator<T>`, `Iterable<T>` */
export const iteratorLibrary: LibraryModule = () => [
    libraryClass(
        'Iterator<T>',
        { 'abstract Boolean hasNext()': abstractMember, 'abstract T next()': abstractMember },
        { kind: 'interface' }
    ),
    libraryClass('Iterable<T>', { 'abstract Iterator<T> iterator()': abstractMember }, { kind: 'interface' })
];
