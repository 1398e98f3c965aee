/** Runs the Apex tests of an open org. */
import { ToolError } from '../../shared/toolError.ts';
import type { Org } from '../engine/org.ts';
import type { Session } from '../engine/session.ts';
import { byVisibleData, discoverTests, type TestClass, type TestFilter } from './discovery.ts';
import type { ClassCoverage, TestReport, TestResult } from './report.ts';
import { coverageOf, runTests } from './runner.ts';
import { uncompiledTests } from './uncompiled.ts';

export interface RunTestsOptions {
    readonly onResult?: (result: TestResult) => void;
}

/** A test method before it runs. */
export interface PlannedTest {
    readonly class: string;
    readonly method: string;
}

/**
 * The tests of an org that a filter leaves: those that see only what tests make run in a store of their own, those with
 * `SeeAllData=true` in the org's, whose data stay as they are. Whoever makes one closes it.
 */
export class OrgTests {
    /** Results of test classes that do not compile. */
    readonly broken: readonly TestResult[];
    private readonly org: Org;
    private readonly isolated: readonly TestClass[];
    private readonly seeingAll: readonly TestClass[];
    private readonly session: Session;

    /**
     * @param filter null for all tests
     * @throws ToolError when the filter names a test that is not there
     */
    constructor(org: Org, filter: TestFilter | null) {
        this.org = org;
        const { classes, unknown } = discoverTests(org.program, filter);
        this.broken = uncompiledTests(org.tree.apex, org.program, org.diagnostics, filter);
        const reallyUnknown = unknown.filter(
            (name) => !this.broken.some((test) => name.toLowerCase().startsWith(test.class.toLowerCase()))
        );
        if (reallyUnknown.length > 0) {
            throw new ToolError('TestError', `There is no test ${reallyUnknown.join(', ')}`, [
                'Check the names given with --tests: Class or Class.method'
            ]);
        }
        ({ isolated: this.isolated, seeingAll: this.seeingAll } = byVisibleData(classes));
        org.program.coverage.forEach((unit) => unit.reset());
        this.session = org.openIsolatedSession();
    }

    /** The tests that compile, in the order of a run. */
    get planned(): readonly PlannedTest[] {
        return [...this.isolated, ...this.seeingAll].flatMap(({ meta, tests }) =>
            tests.map((method) => ({ class: meta.name, method: method.name }))
        );
    }

    /** Lines that ran so far. */
    get coverage(): readonly ClassCoverage[] {
        return coverageOf(this.org.program);
    }

    /** Runs the tests of one class; without a name those of all. */
    run(options: RunTestsOptions, className?: string): readonly TestResult[] {
        const only = (classes: readonly TestClass[]): readonly TestClass[] =>
            className === undefined ? classes : classes.filter(({ meta }) => meta.name === className);
        return [
            ...this.runIn(this.session, only(this.isolated), options),
            ...this.runIn(this.org.openSessionOnOwnData(), only(this.seeingAll), options)
        ];
    }

    private runIn(session: Session, classes: readonly TestClass[], options: RunTestsOptions): readonly TestResult[] {
        if (classes.length === 0) return [];
        const { org } = this;
        return runTests(classes, {
            session,
            program: org.program,
            runtime: org.runtime,
            stack: org.stack,
            userId: session.world.administratorId,
            ...(options.onResult ? { onResult: options.onResult } : {})
        });
    }

    close(): void {
        this.session.store.close();
    }
}

/**
 * Runs Apex tests, one class after the other.
 * @param filter null for all tests
 * @throws ToolError when the filter names a test that is not there
 */
export function runOrgTests(org: Org, filter: TestFilter | null, options: RunTestsOptions = {}): TestReport {
    const startedAt = performance.now();
    const tests = new OrgTests(org, filter);
    try {
        const results = tests.run(options);
        tests.broken.forEach((test) => options.onResult?.(test));
        return {
            tests: [...results, ...tests.broken],
            coverage: tests.coverage,
            ms: performance.now() - startedAt
        };
    } finally {
        tests.close();
    }
}
