/**
 * How a platform class is written down: signature text beside its implementation.
 *
 * ```ts
 * export const mathLibrary: LibraryModule = () => [
 *     libraryClass('Math', {
 *         'static Integer mod(Integer dividend, Integer divisor)': (a, b) => a % b,
 *     }),
 * ];
 * ```
 *
 * Signature forms (Apex spelling, parsed by `types/`):
 *   `static Integer mod(Integer a, Integer b)`      implementation gets (a, b)
 *   `Boolean contains(String part)`                 implementation gets (self, part); self is never null
 *   `new(String name)`                              constructor; implementation gets (name), returns the instance
 *   `static String EMPTY`  /  `Integer size`        read-only property: (self?) => value
 *   `Integer size { get; set; }`                    read-write property: { get: (self) => v, set: (self, v) => void }
 *   `abstract Integer compareTo(Object other)`      for interfaces and abstract classes: `abstractMember`
 * Generic classes name their parameters: `libraryClass('Map<K,V>', { 'V get(K key)': ... })`.
 * Arguments arrive converted to the declared parameter types (Integer widened to Long, Double, Decimal; String to Id; ...).
 * A constructor of a generic class receives the TypeToken of the concrete type as its first argument.
 */
import type { Program, Value } from './program.ts';
import type { Transaction } from './transaction.ts';
import { abstractMember } from '../types/abstractMember.ts';
import type { TypeToken } from '../values/typeToken.ts';

export { abstractMember };

export type Implementation = (...args: Value[]) => Value;
export interface Accessors {
    get: Implementation;
    set: Implementation;
}
export type Member = Implementation | Accessors | typeof abstractMember;

export interface LibraryClass {
    /** `String`, `Map<K,V>`, `Database.SaveResult`. The namespaces System and Schema may be left out in Apex. */
    readonly name: string;
    readonly kind: 'class' | 'interface' | 'enum';
    /** `System`, `Schema`, `Database`, `Messaging`, ... */
    readonly namespace: string;
    readonly superclass?: string;
    readonly interfaces: readonly string[];
    readonly isAbstract: boolean;
    /** A user's class may extend it (Exception, ...). */
    readonly isExtensible: boolean;
    readonly members: Readonly<Record<string, Member>>;
    readonly enumValues: readonly string[];
}

export interface LibraryOptions {
    kind?: 'class' | 'interface' | 'enum';
    namespace?: string;
    superclass?: string;
    interfaces?: readonly string[];
    isAbstract?: boolean;
    isExtensible?: boolean;
    enumValues?: readonly string[];
}

export function libraryClass(
    name: string,
    members: Record<string, Member>,
    options: LibraryOptions = {}
): LibraryClass {
    return {
        name,
        kind: options.kind ?? 'class',
        namespace: options.namespace ?? 'System',
        superclass: options.superclass,
        interfaces: options.interfaces ?? [],
        isAbstract: options.isAbstract ?? false,
        isExtensible: options.isExtensible ?? false,
        members,
        enumValues: options.enumValues ?? []
    };
}

/** What an implementation may ask of the running org. One per engine; `tx()` is the transaction of the moment. */
export interface RuntimeContext {
    tx(): Transaction;
    program(): Program;
    /** Calls a method of a user's object by name and argument count, with virtual dispatch; ignores case. */
    invoke(target: Value, method: string, args: readonly Value[]): Value;
    /** True when the object's class is, extends or implements the named type. */
    isInstance(target: Value, type: TypeToken): boolean;
    /** Stack of the running Apex code, innermost first. */
    callStack(): readonly { readonly className: string; readonly method: string; readonly line: number }[];
    /** Access mode of the code that is calling: sharing keyword of the innermost class, default mode by its API version. */
    callerAccess(): { readonly withSharing: boolean; readonly defaultMode: 'user' | 'system' };
    /**
     * Value of a variable of the calling method, for binds of dynamic queries: `:name` or `:a.b`.
     * Absent where the compiler does not offer it; throws QueryException `Variable does not exist: x`.
     */
    bindOf?(expression: string): Value;
}

/** One file of `lib/` exports one of these. */
export type LibraryModule = (context: RuntimeContext) => readonly LibraryClass[];
