/** Runs the Apex tests of an open org. */
import { ToolError } from '../../shared/toolError.ts';
import type { Org } from '../engine/org.ts';
import type { Session } from '../engine/session.ts';
import { byVisibleData, discoverTests, type TestClass, type TestFilter } from './discovery.ts';
import type { TestReport, TestResult } from './report.ts';
import { coverageOf, runTests } from './runner.ts';
import { uncompiledTests } from './uncompiled.ts';

export interface RunTestsOptions {
    readonly onResult?: (result: TestResult) => void;
}

/**
 * Runs Apex tests in a store of their own; those with `SeeAllData=true` in the org's, whose data stay as they are.
 * @param filter null for all tests
 * @throws ToolError when the filter names a test that is not there
 */
export function runOrgTests(org: Org, filter: TestFilter | null, options: RunTestsOptions = {}): TestReport {
    const { classes, unknown } = discoverTests(org.program, filter);
    const broken = uncompiledTests(org.tree.apex, org.program, org.diagnostics, filter);
    const reallyUnknown = unknown.filter(
        (name) => !broken.some((test) => name.toLowerCase().startsWith(test.class.toLowerCase()))
    );
    if (reallyUnknown.length > 0) {
        throw new ToolError('TestError', `There is no test ${reallyUnknown.join(', ')}`, [
            'Check the names given with --tests: Class or Class.method'
        ]);
    }
    org.program.coverage.forEach((unit) => unit.reset());
    const { isolated, seeingAll } = byVisibleData(classes);
    const session = org.openIsolatedSession();
    try {
        const reports = [
            runIn(org, session, isolated, options),
            runIn(org, org.openSessionOnOwnData(), seeingAll, options)
        ];
        broken.forEach((test) => options.onResult?.(test));
        return {
            tests: [...reports.flatMap((report) => report.tests), ...broken],
            coverage: coverageOf(org.program),
            ms: reports.reduce((sum, report) => sum + report.ms, 0)
        };
    } finally {
        session.store.close();
    }
}

function runIn(org: Org, session: Session, classes: readonly TestClass[], options: RunTestsOptions): TestReport {
    return runTests(classes, {
        session,
        program: org.program,
        runtime: org.runtime,
        stack: org.stack,
        userId: session.world.administratorId,
        ...(options.onResult ? { onResult: options.onResult } : {})
    });
}
