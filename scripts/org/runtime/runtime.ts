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
import { ApexException, apexException, LimitException, setStackMapper } from '../values/exceptions.ts';
import type { TypeToken } from '../values/typeToken.ts';
import { nullPointer } from './arithmetic.ts';
import { createDollar, defaultMode, isWithSharing } from './dollar.ts';
import type { Dollar } from './dollar.ts';
import { isInstance } from './instance.ts';
import type { TypeWorld } from './instance.ts';
import type { LibraryClass, LibraryModule, RuntimeContext } from './library.ts';
import { LibraryIndex, mergeLibraryClasses } from './libraryIndex.ts';
import { framesOfStack, frameText, isRaisedInEmittedCode, runningFrame } from './stacks.ts';
import { makeStub, recordsByMeta } from './stub.ts';
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
    /** What emitted code calls; only `compile/` needs it. */
    readonly dollar: Dollar;
}

setStackMapper(framesOfStack);

function stackTextOf(error: unknown): string {
    const stack = (error as { stack?: unknown } | null)?.stack;
    return typeof stack === 'string' ? stack : '';
}

function normalizeError(error: unknown): unknown {
    // Only null counts: an undefined value or a missing function would be a mistake of the compiler.
    if (error instanceof TypeError && / of null\b/.test(error.message) && isRaisedInEmittedCode(error)) {
        const exception = nullPointer() as unknown as ApexException;
        exception.stack = error.stack ?? '';
        return exception;
    }
    if (error instanceof RangeError && error.message.startsWith('Maximum call stack')) {
        return new LimitException('Maximum stack depth reached: 1001');
    }
    return error;
}

/** Makes the runtime of one engine. See the top of this file for the order of calls. */
export function createRuntime(options: RuntimeOptions): Runtime {
    let program: Program | null = null;
    const running = (): Program => {
        if (!program) throw new Error('No program is in use yet');
        return program;
    };
    const world: TypeWorld = {
        ancestors(type) {
            const meta = program?.classNamed(type.name);
            return meta && recordsByMeta.get(meta)?.types;
        },
        object: (name) => options.schema.object(name),
        isLibraryInstance: (value, type) => libraryIndex.isInstance(value, type)
    };
    const binders: Readonly<Record<string, () => Value>>[] = [];
    const context: RuntimeContext = {
        bindOf(expression) {
            const variables = binders.at(-1) ?? {};
            const lower = expression.trim().toLowerCase();
            const read = Object.hasOwn(variables, lower) ? variables[lower] : undefined;
            if (!read) throw apexException('QueryException', `Variable does not exist: ${expression}`);
            return read();
        },
        tx: options.currentTransaction,
        program: running,
        invoke: (target, method, args) => dollar.invoke(target, method, args),
        isInstance: (target, type) => isInstance(target, type, world),
        callStack: () => framesOfStack(new Error().stack ?? ''),
        callerAccess() {
            const caller = runningFrame()?.record ?? null;
            return { withSharing: isWithSharing(caller), defaultMode: defaultMode(caller) };
        }
    };
    const libraryClasses = mergeLibraryClasses(options.library.flatMap((module) => module(context)));
    const libraryIndex = new LibraryIndex(libraryClasses);
    const dollar = createDollar({
        data: options.data,
        platform: options.platform,
        library: libraryIndex,
        world,
        transaction: options.currentTransaction,
        normalizeError,
        binders
    });
    return {
        schema: options.schema,
        context,
        libraryClasses,
        data: options.data,
        platform: options.platform,
        dollar,
        useProgram(next) {
            program = next;
        },
        framesOf: (error) => framesOfStack(stackTextOf(error)),
        stackTraceOf: (error) => framesOfStack(stackTextOf(error)).map(frameText).join('\n'),
        normalizeError,
        createStub(type, handle) {
            const meta = running().classNamed(type.name);
            if (!meta || meta.kind === 'enum') {
                throw apexException('TypeException', `${type.name} cannot be stubbed`);
            }
            return makeStub(meta, running(), handle);
        }
    };
}
