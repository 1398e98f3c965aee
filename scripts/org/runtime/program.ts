/** What the compiler hands to everyone else: classes, methods and triggers with their metadata, ready to call. */
import type { TypeToken } from '../values/typeToken.ts';
import type { TriggerUnit } from './transaction.ts';

/** Any Apex value. See `values/` for the representation of each type; null is null, never undefined. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an Apex value is dynamic by nature; its static type was checked by the compiler
export type Value = any;

export interface SourceFile {
    /** Path as shown in messages, relative to the package's root. */
    readonly path: string;
    readonly text: string;
    readonly kind: 'class' | 'trigger';
    /** From the `-meta.xml`, e.g. 66. */
    readonly apiVersion: number;
}

export interface Annotation {
    /** Lower case, e.g. `auraenabled`, `istest`. */
    readonly name: string;
    /** Keys in lower case, values as written, e.g. `{cacheable: 'true'}`. */
    readonly params: Readonly<Record<string, string>>;
}

export interface ParameterMeta {
    readonly name: string;
    readonly type: TypeToken;
}

export interface MethodMeta {
    readonly name: string;
    readonly isStatic: boolean;
    readonly isAbstract: boolean;
    readonly visibility: 'private' | 'protected' | 'public' | 'global';
    readonly parameters: readonly ParameterMeta[];
    /** `void` for none. */
    readonly returnType: TypeToken;
    readonly annotations: readonly Annotation[];
    readonly line: number;
    /** `self` is null for static methods. Arguments have the declared types already. */
    invoke(self: Value, args: readonly Value[]): Value;
}

/** A field or property of a class. */
export interface FieldMeta {
    readonly name: string;
    readonly type: TypeToken;
    readonly isStatic: boolean;
    readonly isTransient: boolean;
    readonly isFinal: boolean;
    readonly visibility: 'private' | 'protected' | 'public' | 'global';
    readonly annotations: readonly Annotation[];
    /** Declared with `{ get; ... }`: Aura and JSON treat properties with accessors as such. */
    readonly isProperty: boolean;
    readonly isReadable: boolean;
    readonly isWritable: boolean;
    get(self: Value): Value;
    set(self: Value, value: Value): void;
}

export interface ClassMeta {
    /** `Outer` or `Outer.Inner`, canonical spelling. */
    readonly name: string;
    readonly kind: 'class' | 'interface' | 'enum';
    readonly isAbstract: boolean;
    readonly visibility: 'private' | 'public' | 'global';
    readonly sharing: 'with' | 'without' | 'inherited' | 'none';
    readonly apiVersion: number;
    readonly path: string;
    readonly line: number;
    readonly superclass: TypeToken | null;
    readonly interfaces: readonly TypeToken[];
    readonly annotations: readonly Annotation[];
    readonly isTest: boolean;
    /** Own members only; the superclass has its own list. */
    readonly methods: readonly MethodMeta[];
    readonly fields: readonly FieldMeta[];
    readonly enumValues: readonly string[];
    readonly token: TypeToken;
    /** Runs the constructor whose parameters fit. Throws TypeException when there is none. */
    construct(args: readonly Value[]): Value;
    /** Source text, for describe of classes and for debuggers. */
    readonly source: string;
}

/** Statement counters of one class or trigger: line number to executions. */
export interface CoverageUnit {
    readonly name: string;
    readonly path: string;
    readonly kind: 'class' | 'trigger';
    readonly isTest: boolean;
    lines(): ReadonlyMap<number, number>;
    reset(): void;
}

export interface Program {
    /** Any spelling, `Outer.Inner` for inner types; undefined when there is none. */
    classNamed(name: string): ClassMeta | undefined;
    /** Top-level and inner classes. */
    readonly classes: readonly ClassMeta[];
    readonly triggers: readonly TriggerUnit[];
    readonly coverage: readonly CoverageUnit[];
    /** Forgets every static variable: called at the start of each transaction. */
    resetStatics(): void;
}

export interface Diagnostic {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    /** 'unsupported' names a platform feature that the local org does not have. */
    readonly kind: 'error' | 'unsupported';
}

export interface CompileResult {
    readonly program: Program | null;
    readonly diagnostics: readonly Diagnostic[];
}
