/**
 * One store at work: its transactions, jobs, events and what it sent. The org has one for its own data, and every test
 * run makes another one, in memory, that nobody else sees.
 */
import { EventBusQueue } from '../async/events.ts';
import type { JobHost } from '../async/host.ts';
import { JobQueue } from '../async/jobs.ts';
import { JobTable } from '../async/jobTable.ts';
import { JobRunner } from '../async/runJob.ts';
import { shareByCriteria } from '../dml/save.ts';
import { debugLines } from '../lib/debugLog.ts';
import { inCodeUnit } from '../runtime/requestLog.ts';
import { readState, writeState } from '../async/state.ts';
import { SERVICES, TEST, type CacheEntry, type OrgServices, type Outbox, type TestControl } from '../lib/services.ts';
import type { Program, Value } from '../runtime/program.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { recordsByMeta } from '../runtime/stub.ts';
import type { RunningUser, Transaction } from '../runtime/transaction.ts';
import type { ObjectDef, Schema } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import type { ApexObject } from '../values/exceptions.ts';
import type { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import { metaChain } from '../values/userMethods.ts';
import type { MovableClock } from './clock.ts';
import { errorText, type DebugLogs, type LogSubject } from './debugLogs.ts';
import type { LoadedWorld } from './loadWorld.ts';
import { SetupRows } from './rows.ts';
import { OrgTransaction, type TransactionStack, type TriggerIndex } from './transaction.ts';
import { loadRunningUser } from './users.ts';

export interface SessionOptions {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: MovableClock;
    readonly program: Program;
    readonly runtime: Runtime;
    readonly stack: TransactionStack;
    readonly triggers: TriggerIndex;
    readonly world: LoadedWorld;
    readonly isTest: boolean;
    readonly staticResource: (name: string) => Uint8Array | undefined;
    readonly log: (line: string) => void;
    /** Keeps the debug logs; null for tests, which leave none. */
    readonly debugLogs: DebugLogs | null;
}

/** Jobs run one after the other after a request; more than this in one go is taken for a runaway chain. */
const MAXIMUM_JOBS_IN_ONE_GO = 2000;

export class Session implements JobHost {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: MovableClock;
    readonly world: LoadedWorld;
    readonly outbox: Outbox = { emails: [], notifications: [] };
    readonly cache = new Map<string, CacheEntry>();
    readonly jobs: JobQueue;
    readonly events: EventBusQueue;
    readonly runner: JobRunner;
    readonly rowsOfSetup: SetupRows;
    /** The test that runs, for every transaction of it. */
    test: TestControl | null = null;
    private readonly options: SessionOptions;
    private readonly services: OrgServices;

    constructor(options: SessionOptions) {
        this.options = options;
        this.schema = options.schema;
        this.store = options.store;
        this.clock = options.clock;
        this.world = options.world;
        this.rowsOfSetup = new SetupRows(options.schema, options.store, options.clock);
        const table = new JobTable(options.store.database);
        this.jobs = new JobQueue(table, this);
        this.events = new EventBusQueue(table, this);
        this.runner = new JobRunner(this, this.jobs);
        this.services = {
            organization: options.world.organization,
            jobs: this.jobs,
            events: this.events,
            outbox: this.outbox,
            runningUser: (tx, userId) => loadRunningUser(tx.schema, tx.store, userId),
            createStub: (type, handle) => options.runtime.createStub(type, handle),
            typeValue: (type) => options.runtime.platform.typeValue(type),
            copyOf: (value) =>
                readState(writeState(value), { schema: this.schema, allocate: (name) => this.allocate(name) }),
            cache: this.cache,
            staticResource: options.staticResource
        };
    }

    /** The user as a running user. */
    user(userId: string): RunningUser {
        return loadRunningUser(this.schema, this.store, userId);
    }

    /** A transaction without any database work of its own: the caller begins and ends. */
    newTransaction(user: RunningUser, context: Transaction['context']): OrgTransaction {
        const transaction = new OrgTransaction({
            schema: this.schema,
            store: this.store,
            clock: this.clock,
            user,
            isTest: this.options.isTest,
            context,
            triggers: this.options.triggers
        });
        transaction.setSlot(SERVICES, this.services);
        transaction.setSlot(TEST, this.test);
        return transaction;
    }

    /** @param asked what the request is, for its debug log */
    inTransaction<T>(
        userId: string,
        context: Transaction['context'],
        work: (tx: OrgTransaction) => T,
        asked: LogSubject = {}
    ): T {
        const transaction = this.newTransaction(this.user(userId), context);
        const isNested = this.store.isInTransaction;
        const sent = { emails: this.outbox.emails.length, notifications: this.outbox.notifications.length };
        // What failed work wanted to send is never sent.
        const unsend = (): void => {
            this.outbox.emails.length = sent.emails;
            this.outbox.notifications.length = sent.notifications;
        };
        // Tests are one transaction for the database; their static variables live as long as the test.
        if (isNested) {
            const savepoint = this.store.savepoint();
            try {
                const result = this.options.stack.within(transaction, () => work(transaction));
                this.store.release(savepoint);
                return result;
            } catch (error) {
                this.store.rollbackTo(savepoint);
                this.store.release(savepoint);
                unsend();
                throw error;
            }
        }
        this.options.program.resetStatics();
        const { debugLogs } = this.options;
        const { user } = transaction;
        const log = debugLogs?.open({ ...asked, user, context, now: this.clock.now() }) ?? null;
        transaction.log = log;
        this.store.begin();
        let result: T;
        try {
            result = this.options.stack.within(transaction, () => work(transaction));
            if (!this.options.isTest) {
                shareByCriteria(transaction);
            }
        } catch (error) {
            this.store.rollback();
            this.events.keepImmediate();
            unsend();
            this.writeLog(transaction);
            if (log) debugLogs?.close(log, transaction, this.normalizeError(error));
            throw error;
        }
        this.events.keepImmediate();
        this.store.commit();
        this.writeLog(transaction);
        if (log) debugLogs?.close(log, transaction);
        for (const pending of transaction.pending) {
            pending.run();
        }
        return result;
    }

    /** Runs every job that is due, in order. Failures are recorded, not thrown. */
    drain(): void {
        for (let count = 0; ; count++) {
            const job = this.jobs.table.due(this.clock.now());
            if (!job) {
                return;
            }
            if (count >= MAXIMUM_JOBS_IN_ONE_GO) {
                this.log(`Stopped after ${count} jobs in one go; the rest runs when the clock moves on`);
                return;
            }
            try {
                this.runner.run(job, false);
            } catch (error) {
                // A job that cannot even start (its user or class is gone) must not stop the ones behind it.
                this.jobs.table.remove(job.id);
                this.log(`Job ${job.className} (${job.kind}) cannot run: ${this.errorText(error)}`);
            }
        }
    }

    private writeLog(transaction: OrgTransaction): void {
        for (const line of debugLines(transaction)) {
            this.log(`${line.level} ${line.source} ${line.text}`);
        }
    }

    // ---- what the job queue asks for ---------------------------------------------------------------------------

    program(): Program {
        return this.options.program;
    }

    invoke(target: Value, method: string, args: readonly Value[]): Value {
        const tx = this.options.stack.current;
        const run = (): Value => this.options.runtime.context.invoke(target, method, args);
        return tx.log?.isOutside ? inCodeUnit(tx, metaChain(target)[0]?.name ?? method, run) : run();
    }

    isInstance(target: Value, typeName: string): boolean {
        return this.options.runtime.context.isInstance(target, typeToken(typeName));
    }

    allocate(className: string): ApexObject | undefined {
        const meta = this.options.program.classNamed(className);
        const record = meta && recordsByMeta.get(meta);
        return record ? (new record.J() as ApexObject) : undefined;
    }

    insertRow(tx: Transaction, object: string, values: Readonly<Record<string, Value>>): string {
        return this.rowsOfSetup.insert(object, values, tx.user.id);
    }

    updateRow(_tx: Transaction, object: string, id: string, values: Readonly<Record<string, Value>>): void {
        this.rowsOfSetup.update(object, id, values);
    }

    deleteRow(_tx: Transaction, object: string, id: string): void {
        this.rowsOfSetup.delete(object, id);
    }

    rows(_tx: Transaction, object: string, field: string, value: Value): { id: string; get(field: string): Value }[] {
        return this.rowsOfSetup
            .where(object, { [field]: value })
            .map((row) => ({ id: row.id as string, get: (name: string) => row.fields.get(name) ?? null }));
    }

    errorText(error: unknown): string {
        return errorText(error);
    }

    normalizeError(error: unknown): unknown {
        return this.options.runtime.normalizeError(error);
    }

    log(line: string): void {
        this.options.log(line);
    }

    fireEventTriggers(tx: Transaction, object: ObjectDef, events: readonly SObject[]): void {
        const triggers = tx.triggersOf(object, 'after insert');
        if (triggers.length === 0) {
            return;
        }
        const frame = {
            moment: 'after insert' as const,
            object,
            newRecords: [...events],
            oldRecords: null,
            size: events.length
        };
        tx.withTriggerFrame(frame, () =>
            triggers.forEach((trigger) =>
                inCodeUnit(tx, `${trigger.name} on ${object.name} trigger event AfterInsert`, trigger.run)
            )
        );
    }

    get automatedUserId(): string {
        return this.world.automatedUserId;
    }
}
