/** From source files to a running program. */
import { url as inspectorUrl } from 'node:inspector';
import { Script } from 'node:vm';
import type {
    ClassMeta,
    CompileResult,
    CoverageUnit,
    Diagnostic,
    Program,
    SourceFile,
    Value
} from '../runtime/program.ts';
import type { ClassRecord } from '../runtime/record.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { registerUnit } from '../runtime/stacks.ts';
import type { TriggerMoment, TriggerUnit } from '../runtime/transaction.ts';
import type { Schema } from '../schema/model.ts';
import type { TriggerDeclaration, TypeDeclaration } from '../syntax/ast.ts';
import { ApexSyntaxError } from '../syntax/lexer.ts';
import { parseClass, parseTrigger } from '../syntax/parser.ts';
import type { ApexType } from '../types/model.ts';
import { TypeTable } from '../types/table.ts';
import { typeToken } from '../values/typeToken.ts';
import { Declarer, EmittedNames } from './declare.ts';
import type { RecordSource } from './declare.ts';
import { describeClass } from './describeClass.ts';
import { Diagnostics } from './diagnostics.ts';
import { ClassEmitter } from './emitClass.ts';
import { classMeta, linkInstances } from './meta.ts';
import { Names } from './names.ts';
import { sourceMapComment } from './sourceMap.ts';
import { StatementCounters } from './unit.ts';
import type { Unit } from './unit.ts';
import type { UserClass } from './userClass.ts';

export interface CompileOptions {
    /**
     * Gives a program even when there are errors: what could not be compiled throws Unsupported when it runs, files that
     * could not be parsed are left out. For suites that use more of the platform than there is.
     */
    readonly keepGoing?: boolean;
}

/** What later compilations against the same program need. */
export interface ProgramScope {
    readonly names: Names;
    readonly emitted: EmittedNames;
}

const scopes = new WeakMap<Program, () => ProgramScope>();

/** Scope of a program that was made here. */
export function scopeOf(program: Program): ProgramScope {
    const scope = scopes.get(program);
    if (!scope) throw new Error('The program was not made by the compiler');
    return scope();
}

/** Says where the scope of a program comes from; it is made when somebody asks. */
export function setScope(program: Program, scope: () => ProgramScope): void {
    scopes.set(program, scope);
}

/** A class whose only caller is the runtime: body of a trigger or an anonymous block. */
export function syntheticClass(
    name: string,
    at: { line: number; column: number },
    parts: Pick<TypeDeclaration, 'members'>
): TypeDeclaration {
    return {
        kind: 'class',
        modifiers: { annotations: [], words: new Set() },
        name,
        superclass: null,
        interfaces: [],
        enumValues: [],
        members: parts.members,
        line: at.line,
        column: at.column
    };
}

/** Makes methods of a trigger or anonymous block static, as they have no instance. */
export function asStatic<T extends TypeDeclaration['members'][number]>(member: T): T {
    if (member.kind !== 'method') return member;
    return { ...member, modifiers: { ...member.modifiers, words: new Set([...member.modifiers.words, 'static']) } };
}

function triggerClass(trigger: TriggerDeclaration): TypeDeclaration {
    return syntheticClass(trigger.name, trigger, {
        members: [
            ...trigger.members.map(asStatic),
            {
                kind: 'method',
                modifiers: { annotations: [], words: new Set(['static']) },
                returnType: {
                    parts: [{ name: 'void', args: [] }],
                    arrayDepth: 0,
                    line: trigger.line,
                    column: trigger.column
                },
                name: 'run$trigger',
                parameters: [],
                body: trigger.body,
                line: trigger.line,
                column: trigger.column
            }
        ]
    });
}

/** Evaluates an emitted script: from then on its record works. */
export function runScript(
    text: string,
    record: ClassRecord,
    pool: readonly Value[],
    counts: number[],
    runtime: Runtime
): void {
    const script = new Script(text, { filename: registerUnit(record) });
    (script.runInThisContext() as (...args: Value[]) => void)(runtime.dollar, pool, counts);
    linkInstances(record);
}

/** Evaluates the script of a unit that was just emitted. */
export function runUnit(unit: Unit, source: SourceFile, runtime: Runtime): void {
    // Maps cost time and memory: only a debugger reads them.
    const map = inspectorUrl() ? `\n${sourceMapComment(unit.record.origins, source.path, source.text)}` : '';
    runScript(unit.script() + map, unit.record, unit.pool, unit.counters.counts, runtime);
}

/** What the rest of the org sees of a class: its types and its metadata. */
export function publishClass(one: UserClass, table: TypeTable, runtime: Runtime): ClassMeta {
    publishTypes(one, table);
    const meta = classMeta(describeClass(one), one.record, one.source, (value, type) =>
        runtime.context.isInstance(value, type)
    );
    linkInstances(one.record);
    return meta;
}

/** Ancestors of a class as tokens; generic interfaces of the library also without their arguments. */
function publishTypes(one: UserClass, table: TypeTable): void {
    for (const type of table.hierarchy(one.type)) {
        if (type.base === 'Object') continue;
        one.record.types.add(type.token);
        if (type.args.length) one.record.types.add(typeToken(type.base));
    }
}

/** Superclasses before subclasses. */
export function inOrder(classes: readonly UserClass[]): UserClass[] {
    const done = new Set<UserClass>();
    const visit = (one: UserClass): void => {
        if (done.has(one)) return;
        if (one.userSuperclass) visit(one.userSuperclass);
        done.add(one);
    };
    classes.forEach(visit);
    return [...done];
}

/** A trigger as a class. */
interface DeclaredTrigger {
    readonly node: TriggerDeclaration;
    readonly one: UserClass;
    readonly type: ApexType;
}

/** Classes and triggers with their members; nothing is emitted yet. */
export interface DeclaredProgram extends ProgramScope {
    /** Superclasses before subclasses. */
    readonly classes: readonly UserClass[];
    readonly triggers: readonly DeclaredTrigger[];
    readonly diagnostics: Diagnostics;
}

/** @param recordOf gives the record of a class that runs already; a new one is made where it has none */
export function declareProgram(
    sources: readonly SourceFile[],
    schema: Schema,
    runtime: Runtime,
    recordOf?: RecordSource
): DeclaredProgram {
    const diagnostics = new Diagnostics();
    const table = new TypeTable(schema, runtime.libraryClasses);
    const names = new Names(table, diagnostics);
    const emitted = new EmittedNames();
    const declarer = new Declarer(names, emitted, recordOf);
    const triggers: DeclaredTrigger[] = [];

    for (const source of sources) {
        try {
            if (source.kind === 'class') {
                declarer.declare(parseClass(source.text), source);
                continue;
            }
            const node = parseTrigger(source.text);
            const object = schema.object(node.object);
            if (!object) {
                diagnostics.add('error', source.path, node, `Invalid type: ${node.object}`);
                continue;
            }
            const one = declarer.declare(triggerClass(node), source, null, 'trigger');
            triggers.push({ node, one, type: table.sobjectType(object) });
        } catch (error) {
            if (!(error instanceof ApexSyntaxError)) throw error;
            diagnostics.add('error', source.path, error, error.message);
        }
    }

    for (const one of declarer.classes) declarer.resolveParents(one);
    declarer.breakCycles();
    const classes = inOrder(declarer.classes);
    for (const one of classes) declarer.declareMembers(one);
    return { names, emitted, classes, triggers, diagnostics };
}

/** What came of compiling, for whoever keeps it: see `kept.ts`. */
export interface CompiledParts {
    readonly sources: readonly SourceFile[];
    readonly classes: readonly UserClass[];
    readonly triggers: readonly DeclaredTrigger[];
    /** One for each class. */
    readonly units: readonly Unit[];
    readonly counters: ReadonlyMap<SourceFile, StatementCounters>;
}

const parts = new WeakMap<Program, CompiledParts>();

/** Parts of a program that `compileProgram` made; undefined for one that was kept. */
export function partsOf(program: Program): CompiledParts | undefined {
    return parts.get(program);
}

/**
 * Compiles a package's classes and triggers.
 *
 * @param runtime gives the library and is called by the compiled code; see runtime/runtime.ts
 * @returns a program unless there are errors; diagnostics of kind 'unsupported' do not prevent one
 */
export function compileProgram(
    sources: readonly SourceFile[],
    schema: Schema,
    runtime: Runtime,
    options: CompileOptions = {}
): CompileResult {
    const declared = declareProgram(sources, schema, runtime);
    const { names, emitted, classes, triggers, diagnostics } = declared;
    const counters = new Map<SourceFile, StatementCounters>();
    const units: Unit[] = [];
    for (const one of classes) {
        let counter = counters.get(one.source);
        if (!counter) counters.set(one.source, (counter = new StatementCounters()));
        const trigger = triggers.find((candidate) => candidate.one === one);
        units.push(new ClassEmitter(one, names, counter, trigger?.type).emit());
    }

    const found: Diagnostic[] = diagnostics.list();
    if (diagnostics.hasErrors && !options.keepGoing) return { program: null, diagnostics: found };

    for (const [i, unit] of units.entries()) runUnit(unit, (classes[i] as UserClass).source, runtime);
    const metas: ClassMeta[] = [];
    for (const one of classes) {
        const meta = publishClass(one, names.table, runtime);
        if (one.record.kind === 'class') metas.push(meta);
    }
    const coverage: CoverageUnit[] = [];
    for (const [source, counter] of counters) {
        const top = classes.find((one) => one.source === source && !one.outer);
        if (top) coverage.push(coverageUnit(top.name, source, top.isTest, counter));
    }
    const program = makeProgram(
        metas,
        triggers.map(({ node, one, type }) =>
            triggerUnit(
                node.name,
                type.name,
                node.moments as TriggerMoment[],
                one.record,
                one.methods.get('run$trigger')?.[0]?.jsName ?? ''
            )
        ),
        classes.map((one) => one.record),
        coverage
    );
    setScope(program, () => ({ names, emitted }));
    parts.set(program, { sources, classes, triggers, units, counters });
    return { program, diagnostics: found };
}

/** @param jsName emitted name of the trigger's body */
export function triggerUnit(
    name: string,
    object: string,
    moments: readonly TriggerMoment[],
    record: ClassRecord,
    jsName: string
): TriggerUnit {
    return { name, object, moments: new Set(moments), run: () => record[jsName]() };
}

export function coverageUnit(
    name: string,
    source: SourceFile,
    isTest: boolean,
    counter: Pick<StatementCounters, 'lines' | 'reset'>
): CoverageUnit {
    return {
        name,
        path: source.path,
        kind: source.kind,
        isTest,
        lines: () => counter.lines(),
        reset: () => counter.reset()
    };
}

export function makeProgram(
    classes: readonly ClassMeta[],
    triggers: readonly TriggerUnit[],
    records: readonly ClassRecord[],
    coverage: readonly CoverageUnit[]
): Program {
    const byName = new Map(classes.map((meta) => [meta.name.toLowerCase(), meta]));
    return {
        classNamed: (name) => byName.get(name.toLowerCase()),
        classes,
        triggers,
        coverage,
        resetStatics() {
            for (const record of records) record.S = null;
        }
    };
}
