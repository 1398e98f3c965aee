/** The composition root: opens a source tree as an org and offers it to hosts, tests and commands. */
import { readFileSync } from 'node:fs';
import { compileAnonymous } from '../compile/anonymous.ts';
import { keepProgram, restoreProgram } from '../compile/kept.ts';
import { compileProgram } from '../compile/program.ts';
import { dataLibraries } from '../lib/data.ts';
import { platformLibraries } from '../lib/platform.ts';
import { pureLibraries } from '../lib/pure.ts';
import type { RestAnswer, RestCall } from '../lib/rest.ts';
import type { CapturedEmail, CapturedNotification } from '../lib/services.ts';
import type { Diagnostic, Program } from '../runtime/program.ts';
import { createRuntime, type Runtime } from '../runtime/runtime.ts';
import { inCodeUnit } from '../runtime/requestLog.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { assembleSchema, type SchemaParts } from '../schema/assemble.ts';
import { loadSchema } from '../schema/load.ts';
import type { Schema } from '../schema/model.ts';
import { Store } from '../store/store.ts';
import type { KeptFile } from '../../shared/keptFile.ts';
import { ToolError } from '../../shared/toolError.ts';
import { invokeRest, restRefusal, restTarget } from './apexRest.ts';
import type { Json } from './auraJson.ts';
import { MovableClock } from './clock.ts';
import { DebugLogs, type LogSubject } from './debugLogs.ts';
import { controllerError, controllerMethod, invokeController, type ControllerAnswer } from './controllers.ts';
import { dataOperations } from './dataOperations.ts';
import { failureOf } from './failure.ts';
import { formulaDiagnostics } from './formulaDiagnostics.ts';
import { lookUpOrg, type KeptOrg } from './keptOrg.ts';
import { loadedWorldOf, loadWorld, textOfLoadedWorld, type LoadedWorld } from './loadWorld.ts';
import { platformOperations } from './platformOperations.ts';
import { Session } from './session.ts';
import { readSourceTree, type SourceTree } from './sources.ts';
import { TransactionStack, TriggerIndex, type OrgTransaction } from './transaction.ts';
import { defaultWorld, readWorld, type World } from './world.ts';

const MESSAGES_SHOWN = 20;
const LOG_LINES_KEPT = 5000;

export interface OpenOrgOptions {
    readonly sourceDirs: readonly string[];
    /** `config/local-org.json`; without one there is a default world. */
    readonly worldFile?: string;
    /** Path of the data file, or `:memory:` (the default). */
    readonly dataFile?: string;
    /** API version of classes without a `-meta.xml`. */
    readonly apiVersion?: number;
    /** Opens although parts do not compile: they are left out and named in `diagnostics`. */
    readonly keepGoing?: boolean;
    /** Folder where what the sources became is kept for the next start; nothing is kept when absent. */
    readonly keepIn?: string;
}

export interface TransactionRequest extends LogSubject {
    readonly userId: string;
    readonly context?: Transaction['context'];
}

export interface AnonymousResult {
    readonly compiled: boolean;
    readonly compileProblem: string | null;
    readonly line: number;
    readonly column: number;
    readonly success: boolean;
    readonly exceptionMessage: string | null;
    readonly exceptionStackTrace: string | null;
    readonly log: readonly string[];
    /** The debug log; empty when the block does not compile. */
    readonly debugLog: string;
}

/** An open org. Everything is synchronous; one thing runs at a time. */
export class Org {
    readonly schema: Schema;
    readonly program: Program;
    readonly runtime: Runtime;
    readonly world: World;
    readonly tree: SourceTree;
    readonly clock: MovableClock;
    readonly store: Store;
    /** What does not compile or load; only with `keepGoing`. */
    readonly diagnostics: readonly Diagnostic[];
    readonly stack: TransactionStack;
    private readonly triggers: TriggerIndex;
    private readonly session: Session;
    /** What requests and jobs left to read. */
    readonly debugLogs = new DebugLogs();
    private readonly lines: string[] = [];
    private listener: ((line: string) => void) | null = null;

    constructor(parts: {
        schema: Schema;
        program: Program;
        runtime: Runtime;
        world: World;
        tree: SourceTree;
        diagnostics: readonly Diagnostic[];
        stack: TransactionStack;
        dataFile: string;
        /** Changes when anything does that rows are made of; absent: they are brought up to date at every start. */
        version?: string;
    }) {
        this.schema = parts.schema;
        this.program = parts.program;
        this.runtime = parts.runtime;
        this.world = parts.world;
        this.tree = parts.tree;
        this.diagnostics = parts.diagnostics;
        this.stack = parts.stack;
        this.triggers = new TriggerIndex(parts.program);
        this.clock = new MovableClock();
        const version = parts.version === undefined ? {} : { version: parts.version };
        this.store = Store.open({ schema: parts.schema, file: parts.dataFile, ...version });
        this.session = this.openSession(this.store, this.clock, this.world, false, parts.version);
    }

    private openSession(store: Store, clock: MovableClock, world: World, isTest: boolean, version?: string): Session {
        if (world.clockStart !== null && !isTest) {
            clock.set(this.startOfClock(store, Date.parse(world.clockStart)));
        }
        const known = version === undefined ? undefined : store.broughtTo('world', version);
        if (known !== undefined) {
            return this.newSession(store, clock, loadedWorldOf(known), isTest);
        }
        store.begin();
        let loaded;
        try {
            loaded = loadWorld({
                schema: this.schema,
                store,
                clock,
                world,
                tree: this.tree,
                program: this.program
            });
            if (version !== undefined) {
                store.bring('world', version, textOfLoadedWorld(loaded));
            }
            store.commit();
        } catch (error) {
            store.rollback();
            throw error;
        }
        return this.newSession(store, clock, loaded, isTest);
    }

    private newSession(store: Store, clock: MovableClock, world: LoadedWorld, isTest: boolean): Session {
        return new Session({
            schema: this.schema,
            store,
            clock,
            program: this.program,
            runtime: this.runtime,
            stack: this.stack,
            triggers: this.triggers,
            world,
            isTest,
            staticResource: (name) => this.staticResource(name),
            debugLogs: isTest ? null : this.debugLogs,
            log: (line) => {
                if (!isTest) {
                    this.writeLog(line);
                }
            }
        });
    }

    /** A data file goes on where its clock stood; a new one starts where the world says. */
    private startOfClock(store: Store, start: number): number {
        store.database.exec(
            'CREATE TABLE IF NOT EXISTS local_clock (id INTEGER PRIMARY KEY, epoch_ms INTEGER NOT NULL)'
        );
        const row = store.database.prepare('SELECT epoch_ms AS at FROM local_clock WHERE id = 1').get();
        return Math.max(start, Number(row?.at ?? 0));
    }

    private saveClock(): void {
        this.store.database.exec(
            'CREATE TABLE IF NOT EXISTS local_clock (id INTEGER PRIMARY KEY, epoch_ms INTEGER NOT NULL)'
        );
        this.store.database
            .prepare('INSERT OR REPLACE INTO local_clock (id, epoch_ms) VALUES (1, ?)')
            .run(this.clock.now());
    }

    // ---- who is there --------------------------------------------------------------------------------------------

    /** Id of the System Administrator who owns set-up work. */
    get administratorId(): string {
        return this.session.world.administratorId;
    }

    get organizationId(): string {
        return this.session.world.organization.id;
    }

    /** User ids by alias of the world file. */
    get users(): ReadonlyMap<string, string> {
        return this.session.world.users;
    }

    /** E-mails that were sent, oldest first. */
    get emails(): readonly CapturedEmail[] {
        return this.session.outbox.emails;
    }

    /** Custom notifications that were sent, oldest first. */
    get notifications(): readonly CapturedNotification[] {
        return this.session.outbox.notifications;
    }

    // ---- work ----------------------------------------------------------------------------------------------------

    /** Runs work as a user: commits on return, rolls back on throw, then runs the jobs that are due. */
    transaction<T>(request: TransactionRequest, work: (tx: OrgTransaction) => T): T {
        try {
            return this.session.inTransaction(request.userId, request.context ?? 'sync', work, request);
        } finally {
            this.session.drain();
            this.saveClock();
        }
    }

    /** Calls an `@AuraEnabled` method as a browser would. Only mistakes of the local org itself throw. */
    callController(
        userId: string,
        className: string,
        methodName: string,
        params: Readonly<Record<string, Json>>
    ): ControllerAnswer {
        const method = controllerMethod(this.program, className, methodName);
        try {
            return this.transaction({ userId, operation: '/aura' }, (tx) => {
                if (!method) {
                    return this.refusal(`No such @AuraEnabled method: ${className}.${methodName}`);
                }
                if (!tx.user.access.hasClass(className)) {
                    return this.refusal(`You do not have access to the Apex class named '${className}'.`);
                }
                const returnValue = invokeController(tx, this.program, this.schema, className, method, params);
                return { state: 'SUCCESS', returnValue };
            });
        } catch (error) {
            const body = controllerError(error, this.runtime);
            if (!body) {
                throw error;
            }
            this.writeLog(`ERROR ${className}.${methodName} ${body.exceptionType}: ${body.message}`);
            return { state: 'ERROR', error: body };
        }
    }

    /** Calls an Apex REST method, as the platform answers it. Only mistakes of the local org itself throw. */
    callRest(userId: string, call: RestCall): RestAnswer {
        const target = restTarget(this.program, call.method, call.path);
        if (target === undefined) {
            return restRefusal(404, 'NOT_FOUND', `Could not find a match for URL ${call.path}`);
        }
        const { resource, method, allowed } = target;
        if (method === undefined) {
            const message = `HTTP Method '${call.method}' not allowed. Allowed are ${allowed.join(',')}`;
            return restRefusal(405, 'METHOD_NOT_ALLOWED', message);
        }
        try {
            return this.transaction({ userId, operation: `/services/apexrest${call.path}` }, (tx) =>
                tx.user.access.hasClass(resource.name)
                    ? inCodeUnit(tx, `${resource.name}.${method.name}`, () => invokeRest(tx, method, call))
                    : restRefusal(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${resource.name}`)
            );
        } catch (error) {
            const body = controllerError(error, this.runtime);
            if (!body) {
                throw error;
            }
            this.writeLog(`ERROR ${resource.name}.${method.name} ${body.exceptionType}: ${body.message}`);
            return restRefusal(500, 'APEX_ERROR', `${body.exceptionType}: ${body.message}\n\n${body.stackTrace}`);
        }
    }

    private refusal(message: string): ControllerAnswer {
        return {
            state: 'ERROR',
            error: { exceptionType: 'System.NoAccessException', isUserDefinedException: false, message, stackTrace: '' }
        };
    }

    /** Compiles and runs a block of Apex as a user. */
    executeAnonymous(userId: string, text: string): AnonymousResult {
        const mark = this.lines.length;
        const result = (values: Partial<AnonymousResult>): AnonymousResult => ({
            compiled: true,
            compileProblem: null,
            line: -1,
            column: -1,
            success: true,
            exceptionMessage: null,
            exceptionStackTrace: null,
            log: this.lines.slice(mark),
            debugLog: '',
            ...values
        });
        const newest = this.debugLogs.count;
        // The jobs that the block leaves behind have logs of their own.
        const logOf = (): string => this.debugLogs.all.find((log) => log.number === newest + 1)?.body ?? '';
        const { run, diagnostics } = compileAnonymous(text, this.runtime);
        const [problem] = diagnostics;
        if (problem || !run) {
            return result({
                compiled: false,
                success: false,
                compileProblem: problem?.message ?? 'Does not compile',
                line: problem?.line ?? 1,
                column: problem?.column ?? 1
            });
        }
        try {
            this.transaction({ userId, anonymous: text }, (tx) => inCodeUnit(tx, 'execute_anonymous_apex', run));
            return result({ debugLog: logOf() });
        } catch (error) {
            const failure = failureOf(error, this.runtime);
            const { message: exceptionMessage, stack: exceptionStackTrace } = failure;
            return result({ success: false, exceptionMessage, exceptionStackTrace, debugLog: logOf() });
        }
    }

    // ---- time ----------------------------------------------------------------------------------------------------

    /** Instant of the next job that waits, in milliseconds; null when none does. */
    nextScheduledInstant(): number | null {
        return this.session.jobs.table.nextInstant();
    }

    /** Moves the clock to an instant; jobs on the way run at their own instants, one by one. */
    advanceTo(epochMs: number): void {
        for (;;) {
            const next = this.nextScheduledInstant();
            if (next === null || next > epochMs) {
                break;
            }
            this.clock.set(Math.max(next, this.clock.now()));
            this.session.drain();
            if ((this.nextScheduledInstant() ?? Infinity) <= next) {
                // A chain that never ends: it goes on at the next move of the clock.
                break;
            }
        }
        this.clock.set(Math.max(epochMs, this.clock.now()));
        this.saveClock();
    }

    /** Runs what became due as time went by. Hosts call it now and then. */
    tick(): void {
        this.session.drain();
        this.saveClock();
    }

    // ---- log -----------------------------------------------------------------------------------------------------

    /** Lines of debug output and job failures; the oldest go first. */
    get log(): readonly string[] {
        return this.lines;
    }

    /** Calls back for every line; null stops it. */
    onLog(listener: ((line: string) => void) | null): void {
        this.listener = listener;
    }

    private writeLog(line: string): void {
        this.lines.push(line);
        if (this.lines.length > LOG_LINES_KEPT) {
            this.lines.splice(0, this.lines.length - LOG_LINES_KEPT);
        }
        this.listener?.(line);
    }

    // ---- tests ---------------------------------------------------------------------------------------------------

    /** A session for tests in a store of its own, in memory; the caller closes the store. */
    openIsolatedSession(): Session {
        const store = Store.open({ schema: this.schema, file: ':memory:' });
        return this.openSession(store, new MovableClock(), this.world, true);
    }

    /** A session for tests that see the org's data: its own store, whose transaction the caller rolls back. */
    openSessionOnOwnData(): Session {
        const clock = new MovableClock();
        clock.set(this.clock.now());
        return this.newSession(this.store, clock, this.session.world, true);
    }

    /** Bytes of a static resource, or undefined. */
    staticResource(name: string): Uint8Array | undefined {
        const resource = this.tree.staticResources.get(name.toLowerCase());
        return resource === undefined ? undefined : readFileSync(resource.path);
    }

    close(): void {
        this.store.close();
    }
}

/** `path:line:column message` */
export function diagnosticText(diagnostic: Diagnostic): string {
    return `${diagnostic.path}:${diagnostic.line}:${diagnostic.column} ${diagnostic.message}`;
}

/**
 * Loads metadata and Apex of a source tree and opens its data.
 * @param lookedUp what an earlier start left, where somebody looked already
 * @throws ToolError that lists what does not load or compile (unless `keepGoing`), or what is wrong with the world file
 */
export function openOrg(options: OpenOrgOptions, lookedUp = options.keepGoing ? undefined : lookUpOrg(options)): Org {
    const world = options.worldFile === undefined ? defaultWorld() : readWorld(options.worldFile);
    const stack = new TransactionStack();
    const kept = lookedUp?.file.read();
    const made = kept ? restore(kept, stack) : compile(options, stack);
    made.runtime.useProgram(made.program);
    const org = new Org({
        ...made,
        world,
        stack,
        dataFile: options.dataFile ?? ':memory:',
        ...(lookedUp === undefined || options.dataFile === undefined ? {} : { version: lookedUp.version })
    });
    if (lookedUp && !kept) keep(made, lookedUp.file);
    return org;
}

function keep({ tree, parts, schema, runtime, program, diagnostics }: MadeOrg, file: KeptFile<KeptOrg>): void {
    const bytes = keepProgram(program, schema, runtime);
    if (bytes === undefined || parts === undefined) return;
    const { staticResources, groups, notificationTypes, roles } = tree;
    const rest = { staticResources, groups, notificationTypes, roles };
    file.write({ schemaParts: parts, tree: rest, diagnostics, program: bytes });
}

interface MadeOrg {
    readonly schema: Schema;
    /** Absent where it was kept. */
    readonly parts?: SchemaParts;
    readonly tree: SourceTree;
    readonly runtime: Runtime;
    readonly program: Program;
    readonly diagnostics: readonly Diagnostic[];
}

function runtimeFor(schema: Schema, stack: TransactionStack): Runtime {
    const currentTransaction = (): OrgTransaction => stack.current;
    return createRuntime({
        schema,
        library: [...pureLibraries, ...dataLibraries, ...platformLibraries],
        data: dataOperations(),
        platform: platformOperations(schema, currentTransaction),
        currentTransaction
    });
}

function restore(kept: KeptOrg, stack: TransactionStack): MadeOrg {
    const schema = assembleSchema(kept.schemaParts);
    const runtime = runtimeFor(schema, stack);
    const { program, sources } = restoreProgram(kept.program, schema, runtime);
    return { schema, tree: { ...kept.tree, apex: sources }, runtime, program, diagnostics: kept.diagnostics };
}

function compile(options: OpenOrgOptions, stack: TransactionStack): MadeOrg {
    const tree = readSourceTree(options.sourceDirs, options.apiVersion);
    const { schema, parts, diagnostics: schemaDiagnostics } = loadSchema({ sourceDirs: options.sourceDirs });
    const runtime = runtimeFor(schema, stack);
    const { program, diagnostics } = compileProgram(tree.apex, schema, runtime, {
        keepGoing: options.keepGoing === true
    });
    const all = [...schemaDiagnostics, ...formulaDiagnostics(schema), ...diagnostics];
    const errors = all.filter((diagnostic) => diagnostic.kind === 'error');
    if (!program || (errors.length > 0 && !options.keepGoing)) {
        const shown = errors.slice(0, MESSAGES_SHOWN).map(diagnosticText);
        const more = errors.length > MESSAGES_SHOWN ? [`... and ${errors.length - MESSAGES_SHOWN} more`] : [];
        throw new ToolError('CompileError', `The source tree does not compile:\n${[...shown, ...more].join('\n')}`, [
            'Correct these lines and start again'
        ]);
    }
    return { schema, parts, tree, runtime, program, diagnostics: all };
}
