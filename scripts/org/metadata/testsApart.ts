/** Apex tests on a copy of the org in memory, with what each test method covered. */
import { openOrg, type Org } from '../engine/org.ts';
import { discoverTests } from '../test/discovery.ts';
import type { TestReport, TestResult } from '../test/report.ts';
import { runOrgTests } from '../test/orgTests.ts';

export interface ApartTestRequest {
    readonly sourceDirs: readonly string[];
    readonly worldFile: string | undefined;
    /** `Class` or `Class.method`; null: all. */
    readonly tests: readonly string[] | null;
    /** Also tells what each method covered. */
    readonly withCoverage: boolean;
}

export interface ApartTestProgress {
    readonly methodsTotal: number;
    /** The test that just ended; absent at the start. */
    readonly result?: TestResult;
}

/** Lines of one class or trigger that one test method ran. */
export interface MethodCoverage {
    readonly testClass: string;
    readonly testMethod: string;
    readonly unit: string;
    readonly covered: readonly number[];
    readonly uncovered: readonly number[];
}

export interface ApartTestReport {
    readonly report: TestReport;
    readonly byMethod: readonly MethodCoverage[];
}

/** @throws ToolError when the org does not open or a test is named that is not there */
export function runTestsApart(
    request: ApartTestRequest,
    onProgress: (progress: ApartTestProgress) => void
): ApartTestReport {
    const { sourceDirs, worldFile } = request;
    const org = openOrg({ sourceDirs, dataFile: ':memory:', ...(worldFile === undefined ? {} : { worldFile }) });
    try {
        const filter = request.tests && { names: request.tests };
        const methodsTotal = discoverTests(org.program, filter).classes.reduce(
            (sum, each) => sum + each.tests.length,
            0
        );
        onProgress({ methodsTotal });
        const byMethod = new MethodCoverageRecorder(org);
        const report = runOrgTests(org, filter, {
            onResult: (result) => {
                if (request.withCoverage) byMethod.record(result);
                onProgress({ methodsTotal, result });
            }
        });
        return { report, byMethod: byMethod.list };
    } finally {
        org.close();
    }
}

/** Counters only grow during a run: what grew since the last test, this test ran. */
class MethodCoverageRecorder {
    readonly list: MethodCoverage[] = [];
    private readonly org: Org;
    private readonly last = new Map<string, ReadonlyMap<number, number>>();

    constructor(org: Org) {
        this.org = org;
    }

    record(result: TestResult): void {
        for (const unit of this.org.program.coverage) {
            if (unit.isTest) continue;
            const lines = new Map(unit.lines());
            const before = this.last.get(unit.name);
            const covered = [...lines].filter(([line, runs]) => runs > (before?.get(line) ?? 0)).map(([line]) => line);
            this.last.set(unit.name, lines);
            if (covered.length === 0) continue;
            const wasCovered = new Set(covered);
            this.list.push({
                testClass: result.class,
                testMethod: result.method,
                unit: unit.name,
                covered,
                uncovered: [...lines.keys()].filter((line) => !wasCovered.has(line))
            });
        }
    }
}
