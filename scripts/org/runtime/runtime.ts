/**
 * The runtime: one per engine. It joins compiled Apex (`compile/`), the platform library (`lib/`) and the data layer.
 *
 * Wiring, in this order:
 * ```ts
 * const runtime = createRuntime({ schema, library: [stringLibrary, mathLibrary, ...], data, platform, currentTransaction: () => tx });
 * const { program, diagnostics } = compileProgram(sources, schema, runtime);   // compile/program.ts
 * runtime.useProgram(program);                                                // from now on context.program() answers
 * program.resetStatics();                                                     // at the start of each transaction
 * ```
 * A check-only deployment compiles without `useProgram`.
 * `compileAnonymous(text, runtime)` (compile/anonymous.ts) gives `{ run, diagnostics }` against the program in use.
 */
import type { Schema } from '../schema/model.ts';
import type { TypeToken } from '../values/typeToken.ts';
import type { LibraryClass, LibraryModule, RuntimeContext } from './library.ts';
import type { DataOperations, PlatformOperations } from './operations.ts';
import type { MethodMeta, Program, Value } from './program.ts';
import type { Transaction } from './transaction.ts';

export type { DataOperations, DmlVerb, PlatformOperations } from './operations.ts';

export interface RuntimeOptions {
    readonly schema: Schema;
    readonly library: readonly LibraryModule[];
    readonly data: DataOperations;
    readonly platform: PlatformOperations;
    readonly currentTransaction: () => Transaction;
}

/** One frame of running Apex, innermost first. */
export interface StackFrame {
    /** `Foo`, `Outer.Inner`, a trigger's name, or `AnonymousBlock`. */
    readonly className: string;
    readonly kind: 'class' | 'trigger' | 'anonymous';
    /** Method name; `<init>` for constructors, `<clinit>` for static initialisers; empty for triggers. */
    readonly method: string;
    readonly line: number;
    readonly column: number;
}

/** What a stub does with a call; the answer must fit the method's return type. */
export type StubHandler = (self: Value, method: MethodMeta, args: readonly Value[]) => Value;

export interface Runtime {
    readonly schema: Schema;
    readonly context: RuntimeContext;
    readonly libraryClasses: readonly LibraryClass[];
    readonly data: DataOperations;
    readonly platform: PlatformOperations;
    useProgram(program: Program): void;
    /** Frames of an exception or any Error thrown by compiled code, innermost first. */
    framesOf(error: unknown): readonly StackFrame[];
    /** `Class.Foo.bar: line 12, column 1` per line, as `getStackTraceString()` and test reports show it. */
    stackTraceOf(error: unknown): string;
    /**
     * Turns what a JavaScript `catch` caught into what Apex would see: a null dereference in compiled code becomes a
     * NullPointerException, stack exhaustion a LimitException. Anything else comes back as it is.
     */
    normalizeError(error: unknown): unknown;
    /**
     * An instance of a user's class or interface whose instance methods all go to `handle` (Test.createStub).
     * No constructor and no initialiser runs.
     */
    createStub(type: TypeToken, handle: StubHandler): Value;
}
