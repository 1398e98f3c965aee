/** Anonymous Apex: statements that run once against the program in use. */
import type { Diagnostic, SourceFile } from '../runtime/program.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ApexSyntaxError } from '../syntax/lexer.ts';
import { parseAnonymous } from '../syntax/parser.ts';
import { Declarer } from './declare.ts';
import { Diagnostics } from './diagnostics.ts';
import { ClassEmitter } from './emitClass.ts';
import { Names } from './names.ts';
import { asStatic, inOrder, publishClass, runUnit, scopeOf, syntheticClass } from './program.ts';
import { StatementCounters } from './unit.ts';

export interface AnonymousResult {
    /** Null when there are errors. Runs the block; exceptions of Apex are thrown as they are. */
    readonly run: (() => void) | null;
    readonly diagnostics: readonly Diagnostic[];
}

const path = 'AnonymousBlock';

/**
 * Compiles anonymous Apex.
 *
 * @param text statements, which may be mixed with methods and classes
 * @param runtime its program in use is what the block may name
 */
export function compileAnonymous(text: string, runtime: Runtime, apiVersion = 66): AnonymousResult {
    const { names: programNames, emitted } = scopeOf(runtime.context.program());
    const diagnostics = new Diagnostics();
    const names = new Names(programNames.table, diagnostics);
    for (const [lower, one] of programNames.classes) names.classes.set(lower, one);
    const declarer = new Declarer(names, emitted);
    const source: SourceFile = { path, text, kind: 'class', apiVersion };
    try {
        const { statements, methods, types } = parseAnonymous(text);
        const at = { line: 1, column: 1 };
        const voidType = { parts: [{ name: 'void', args: [] }], arrayDepth: 0, ...at };
        const node = syntheticClass(path, at, {
            members: [
                ...types,
                ...methods.map(asStatic),
                {
                    kind: 'method',
                    modifiers: { annotations: [], words: new Set(['static']) },
                    returnType: voidType,
                    name: 'run$block',
                    parameters: [],
                    body: { kind: 'block', statements, ...at },
                    ...at
                }
            ]
        });
        const block = declarer.declare(node, source, null, 'anonymous');
        for (const one of declarer.classes) declarer.resolveParents(one);
        declarer.breakCycles();
        const ordered = inOrder(declarer.classes).filter((one) => declarer.classes.includes(one));
        for (const one of ordered) declarer.declareMembers(one);
        const counters = new StatementCounters();
        const units = ordered.map((one) => new ClassEmitter(one, names, counters).emit());
        const found = diagnostics.list();
        if (diagnostics.hasErrors) return { run: null, diagnostics: found };
        for (const unit of units) runUnit(unit, source, runtime);
        for (const one of ordered) publishClass(one, names.table, runtime);
        const jsName = block.methods.get('run$block')?.[0]?.jsName ?? '';
        return { run: () => block.record[jsName](), diagnostics: found };
    } catch (error) {
        if (!(error instanceof ApexSyntaxError)) throw error;
        diagnostics.add('error', path, error, error.message);
        return { run: null, diagnostics: diagnostics.list() };
    }
}
