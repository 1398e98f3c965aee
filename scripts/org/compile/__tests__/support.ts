/** Compiles and runs small pieces of Apex without an org: library of pure classes, scripted data. */
import { pureLibraries } from '../../lib/pure.ts';
import { platformLibraries } from '../../lib/platform.ts';
import { platformOperations } from '../../engine/platformOperations.ts';
import type { CompileResult, Diagnostic, SourceFile, Value } from '../../runtime/program.ts';
import { createRuntime } from '../../runtime/runtime.ts';
import type { DataOperations, Runtime } from '../../runtime/runtime.ts';
import type { AccessMode, Transaction } from '../../runtime/transaction.ts';
import { loadSchema } from '../../schema/load.ts';
import { LimitException } from '../../values/exceptions.ts';
import { SObject } from '../../values/sobject.ts';
import { toText } from '../../values/text.ts';
import { compileProgram } from '../program.ts';

export const { schema } = loadSchema({ sourceDirs: [] });

/** What reached the data layer. */
export interface DataCall {
    readonly verb: string;
    readonly records?: readonly SObject[];
    readonly binds?: readonly Value[];
    readonly field?: string | null;
    readonly access: AccessMode;
}

export interface Bench {
    readonly runtime: Runtime;
    readonly calls: DataCall[];
    /** Rows that the next queries answer. */
    rows: SObject[];
    readonly result: CompileResult;
    readonly diagnostics: readonly Diagnostic[];
    /** Calls a static method without arguments. */
    call(className: string, method: string): Value;
}

export function record(object: string, values: Record<string, Value>): SObject {
    const def = schema.object(object);
    if (!def) throw new Error(`No object ${object}`);
    const made = new SObject(def);
    for (const [name, value] of Object.entries(values)) made.put(name, value);
    return made;
}

/** Compiles classes given by their text; triggers are recognised by their first word. */
export function compile(texts: readonly string[], apiVersion = 60): Bench {
    const calls: DataCall[] = [];
    const bench = { calls, rows: [] as SObject[] } as unknown as Bench & { rows: SObject[] };
    const data: DataOperations = {
        query(_tx, _query, binds, access) {
            calls.push({ verb: 'query', binds, access });
            return bench.rows;
        },
        count(_tx, _query, binds, access) {
            calls.push({ verb: 'count', binds, access });
            return bench.rows.length;
        },
        search(_tx, text, binds, access) {
            calls.push({ verb: text, binds, access });
            return [bench.rows];
        },
        dml(_tx, verb, records, field, access) {
            calls.push({ verb, records, field, access });
        },
        merge(_tx, master, losers, access) {
            calls.push({ verb: 'merge', records: [master, ...losers], access });
        }
    };
    const slots = new Map<symbol, unknown>();
    let ticks = 0;
    const tx = {
        schema,
        isTest: true,
        limits: {
            consume(name: string) {
                if (name === 'cpuTime' && ++ticks > 3) throw new LimitException('Too many CPU time');
            }
        },
        clock: { now: () => 1_700_000_000_000 },
        user: { id: '005000000000001AAA', timeZone: 'America/Chicago', locale: 'en_US', language: 'en_US' },
        slot(key: symbol, create: () => unknown) {
            if (!slots.has(key)) slots.set(key, create());
            return slots.get(key);
        }
    } as unknown as Transaction;
    const runtime = createRuntime({
        schema,
        library: [...pureLibraries, ...platformLibraries],
        data,
        platform: platformOperations(schema, () => tx),
        currentTransaction: () => tx
    });
    const sources = texts.map((text, index): SourceFile => {
        const isTrigger = /^\s*trigger\b/.test(text);
        return {
            path: `Source${index}.${isTrigger ? 'trigger' : 'cls'}`,
            text,
            kind: isTrigger ? 'trigger' : 'class',
            apiVersion
        };
    });
    const result = compileProgram(sources, schema, runtime);
    if (result.program) runtime.useProgram(result.program);
    return Object.assign(bench, {
        runtime,
        result,
        diagnostics: result.diagnostics,
        call(className: string, method: string): Value {
            const found = result.program?.classNamed(className)?.methods.find((one) => one.name === method);
            if (!found) throw new Error(problems(result.diagnostics) || `No method ${className}.${method}`);
            return found.invoke(null, []);
        }
    });
}

export function problems(diagnostics: readonly Diagnostic[]): string {
    return diagnostics.map((one) => `${one.path}:${one.line}:${one.column} ${one.kind} ${one.message}`).join('\n');
}

/** Runs a body that returns an Object and gives its text; other members and classes may be added. */
export function evaluate(body: string, members = '', ...classes: string[]): string {
    const statements = /\breturn\b/.test(body) ? body : `return ${body};`;
    const bench = compile([`public class T { ${members}\n public static Object run() { ${statements} } }`, ...classes]);
    if (bench.diagnostics.length) return problems(bench.diagnostics);
    try {
        return toText(bench.call('T', 'run'));
    } catch (error) {
        const seen = bench.runtime.normalizeError(error) as { typeName?: string; message: string };
        if (!seen.typeName) throw error;
        return `${seen.typeName}: ${seen.message}`;
    }
}
