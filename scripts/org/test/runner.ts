/**
 * Runs Apex tests. The store is one open transaction: a savepoint per class keeps what @TestSetup made, a savepoint per
 * method is rolled back. Nothing of the org's own data is seen, since the store is another one.
 */
import type { Session } from '../engine/session.ts';
import { failureOf, type Failure } from '../engine/failure.ts';
import { LimitCounters } from '../engine/limits.ts';
import type { OrgTransaction, TransactionStack } from '../engine/transaction.ts';
import { forgetMixedDml } from '../dml/save.ts';
import { TEST, type TestControl } from '../lib/services.ts';
import type { MethodMeta, Program, Value } from '../runtime/program.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { apexException } from '../values/exceptions.ts';
import type { TestClass } from './discovery.ts';
import type { ClassCoverage, TestResult } from './report.ts';

export interface RunnerOptions {
    readonly session: Session;
    readonly program: Program;
    readonly runtime: Runtime;
    readonly stack: TransactionStack;
    /** Id of the user who runs the tests. */
    readonly userId: string;
    /** Called after each test, for progress. */
    readonly onResult?: (result: TestResult) => void;
}

/** Test.startTest and stopTest for one test method. */
class TestRun implements TestControl {
    readonly mocks = new Map<string, Value>();
    fixedSearchResults: readonly string[] = [];
    private outer: LimitCounters | null = null;
    private isOver = false;
    private readonly transaction: OrgTransaction;
    private readonly session: Session;
    /** Jobs of the org itself, for tests that see its data: stopTest is not for them. */
    private readonly foreignJobs: ReadonlySet<string>;

    constructor(transaction: OrgTransaction, session: Session) {
        this.transaction = transaction;
        this.session = session;
        this.foreignJobs = new Set(session.jobs.table.all().map((job) => job.id));
    }

    startTest(): void {
        if (this.outer !== null || this.isOver) {
            throw apexException('FinalException', 'Testing already started');
        }
        this.outer = this.transaction.limits;
        this.transaction.limits = new LimitCounters();
        forgetMixedDml(this.transaction);
    }

    stopTest(): void {
        if (this.outer === null) {
            throw apexException('FinalException', 'Testing has not been started, or has already been stopped');
        }
        this.isOver = true;
        try {
            this.runPending();
        } finally {
            this.transaction.limits = this.outer;
            this.outer = null;
            forgetMixedDml(this.transaction);
        }
    }

    /**
     * What was queued up to here runs now, and the batches that a batch starts when it finishes; what other jobs queue
     * stays queued, as on the platform.
     */
    private runPending(): void {
        const { session } = this;
        for (const work of this.transaction.pending.splice(0)) {
            work.run();
        }
        session.events.deliverAll(true);
        const known = new Set(this.foreignJobs);
        const waiting = session.jobs.table.all();
        for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
            // An earlier job may have aborted it.
            if (!known.has(job.id) && session.jobs.table.get(job.id)) {
                known.add(job.id);
                const before = new Set(session.jobs.table.all().map((one) => one.id));
                session.runner.run(job, true);
                if (job.kind === 'batch') {
                    waiting.push(...session.jobs.table.all(['batch']).filter((one) => !before.has(one.id)));
                }
            }
        }
        session.events.deliverAll(true);
    }
}

/** Runs test classes one after the other. Coverage goes on from where it is: the caller resets it. */
export function runTests(classes: readonly TestClass[], options: RunnerOptions): readonly TestResult[] {
    const { session } = options;
    session.store.begin();
    try {
        return classes.flatMap((testClass) => runClass(testClass, options));
    } finally {
        session.store.rollback();
    }
}

/** Coverage of all classes and triggers that are not tests. */
export function coverageOf(program: Program): ClassCoverage[] {
    return program.coverage
        .filter((unit) => !unit.isTest)
        .map((unit) => ({ name: unit.name, path: unit.path, kind: unit.kind, lines: new Map(unit.lines()) }))
        .sort((a, b) => a.name.localeCompare(b.name));
}

function runClass(testClass: TestClass, options: RunnerOptions): TestResult[] {
    const { session } = options;
    const ofClass = session.store.savepoint();
    try {
        const failedSetup = testClass.setups
            .map((setup) => runMethod(setup, options))
            .find((failure) => failure !== null);
        return testClass.tests.map((method) => {
            const startedAt = performance.now();
            const ofMethod = session.store.savepoint();
            let failure: Failure | null;
            try {
                failure = failedSetup ?? runMethod(method, options);
            } finally {
                session.store.rollbackTo(ofMethod);
                session.store.release(ofMethod);
            }
            const result: TestResult = {
                class: testClass.meta.name,
                method: method.name,
                outcome: failure?.outcome ?? 'pass',
                message: failure === null ? null : failedSetup ? `@TestSetup: ${failure.message}` : failure.message,
                stack: failure?.stack ?? null,
                ms: Math.round(performance.now() - startedAt)
            };
            options.onResult?.(result);
            return result;
        });
    } finally {
        session.store.rollbackTo(ofClass);
        session.store.release(ofClass);
    }
}

/** Runs one method in a transaction of its own with fresh static variables; null when it passed. */
function runMethod(method: MethodMeta, options: RunnerOptions): Failure | null {
    const { session, program, runtime, stack } = options;
    program.resetStatics();
    session.outbox.emails.length = 0;
    session.outbox.notifications.length = 0;
    session.cache.clear();
    session.events.forgetImmediate();
    const transaction = session.newTransaction(session.user(options.userId), 'test');
    session.test = new TestRun(transaction, session);
    transaction.setSlot(TEST, session.test);
    try {
        stack.within(transaction, () => method.invoke(null, []));
        return null;
    } catch (error) {
        return failureOf(error, runtime);
    } finally {
        session.test = null;
    }
}
