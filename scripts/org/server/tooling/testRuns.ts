/** Test runs of the Tooling API: started, polled by queries, remembered with their coverage. */
import { idOfNumber } from '../../metadata/ids.ts';
import { JobCancelled, type JobQueue } from '../../metadata/jobs.ts';
import type { ApartTestReport } from '../../metadata/testsApart.ts';
import { lineCount } from '../../metadata/deploy/coverageGate.ts';
import type { TestReport, TestResult } from '../../test/report.ts';
import type { Gateway } from '../gateway.ts';
import { badRequest } from '../httpError.ts';
import { idsByName, testTables, type Table, type TestRun } from './testTables.ts';

export interface TestRunTarget {
    readonly gateway: Gateway;
    readonly worldFile: string | undefined;
    sourceDirs(): readonly string[];
}

const KEPT = 30;

export class TestRuns {
    private readonly target: TestRunTarget;
    private readonly queue: JobQueue;
    private readonly log: (line: string) => void;
    private readonly runs = new Map<string, TestRun>();
    private coverage: ApartTestReport | null = null;
    private count = 0;

    constructor(target: TestRunTarget, queue: JobQueue, log: (line: string) => void) {
        this.target = target;
        this.queue = queue;
        this.log = log;
    }

    /**
     * Starts a run; gives its id.
     * @param body `{testLevel, tests: [{className, classId, testMethods}], classNames, classids, skipCodeCoverage}`
     * @throws HttpError 400 for tests that are not there
     */
    start(body: Readonly<Record<string, unknown>>, userId: string): string {
        return this.run(body, userId).run.id;
    }

    /** Runs tests and gives the answer of `runTestsSynchronous`. @throws HttpError 400 as `start` */
    async runNow(body: Readonly<Record<string, unknown>>, userId: string): Promise<Record<string, unknown>> {
        const { run, done } = this.run(body, userId);
        const report = await done;
        if (!report) throw badRequest('INVALID_INPUT', run.problem ?? 'The tests did not run.');
        return this.syncAnswer(report);
    }

    private run(
        body: Readonly<Record<string, unknown>>,
        userId: string
    ): { run: TestRun; done: Promise<TestReport | null> } {
        const tests = this.testsOf(body);
        const classes = tests
            ? [...new Set(tests.map((name) => name.split('.')[0] ?? ''))]
            : [...this.target.gateway.testClasses()];
        const run: TestRun = {
            id: idOfNumber('707', ++this.count),
            userId,
            classes,
            startTime: new Date().toISOString(),
            endTime: null,
            status: 'Queued',
            methodsTotal: 0,
            results: [],
            problem: null
        };
        this.runs.set(run.id, run);
        const [oldest] = this.runs.keys();
        if (this.runs.size > KEPT && oldest !== undefined) this.runs.delete(oldest);
        let finished: TestReport | null = null;
        const job = this.queue.run(
            () => ({
                kind: 'tests',
                request: {
                    sourceDirs: this.target.sourceDirs(),
                    worldFile: this.target.worldFile,
                    tests,
                    withCoverage: body['skipCodeCoverage'] !== true
                }
            }),
            () => {
                run.status = 'Processing';
            },
            (message) => {
                if (message.kind !== 'testProgress') return;
                run.methodsTotal = message.progress.methodsTotal;
                const { result } = message.progress;
                if (result) run.results.push({ result, at: new Date().toISOString() });
            },
            (message) => {
                run.endTime = new Date().toISOString();
                if (message.kind === 'testsDone') {
                    run.status = 'Completed';
                    finished = message.report.report;
                    if (body['skipCodeCoverage'] !== true) this.coverage = message.report;
                } else {
                    run.status = 'Failed';
                    run.problem = message.kind === 'refused' ? message.message : 'The tests did not run.';
                }
                return Promise.resolve();
            }
        );
        const done = job.done.then(
            () => finished,
            (error: unknown) => {
                run.endTime = new Date().toISOString();
                run.status = error instanceof JobCancelled ? 'Aborted' : 'Failed';
                run.problem = 'The local org failed at the tests. Its terminal says where.';
                if (!(error instanceof JobCancelled)) this.log(`Tests: ${(error as Error).stack ?? String(error)}`);
                return null;
            }
        );
        return { run, done };
    }

    /** Names of the tests; null for all. */
    private testsOf(body: Readonly<Record<string, unknown>>): string[] | null {
        const names: string[] = [];
        const ids = new Map([...this.classIds()].map(([name, id]) => [id.slice(0, 15), name]));
        for (const test of listOf(body['tests'])) {
            const item = (typeof test === 'object' && test !== null ? test : {}) as Record<string, unknown>;
            const { className: given } = item;
            const className = typeof given === 'string' ? given : (ids.get(String(item['classId']).slice(0, 15)) ?? '');
            const methods = listOf(item['testMethods']).map(String);
            if (methods.length === 0) names.push(className);
            else names.push(...methods.map((method) => `${className}.${method}`));
        }
        names.push(...textList(body['classNames']));
        names.push(...textList(body['classids']).map((id) => ids.get(id.slice(0, 15)) ?? id));
        if (textList(body['suiteNames']).length > 0 || textList(body['suiteids']).length > 0) {
            throw badRequest('INVALID_INPUT', 'Unsupported: test suites');
        }
        const known = new Map(this.target.gateway.testClasses().map((name) => [name.toLowerCase(), name]));
        for (const name of names) {
            if (known.has((name.split('.')[0] ?? '').toLowerCase())) continue;
            throw badRequest(
                'INVALID_INPUT',
                `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`
            );
        }
        if (names.length > 0) return names;
        const level = body['testLevel'];
        if (level === 'RunLocalTests' || level === 'RunAllTestsInOrg') return null;
        throw badRequest('INVALID_INPUT', 'Name tests, or the test level RunLocalTests or RunAllTestsInOrg.');
    }

    private classIds(): Map<string, string> {
        return idsByName(this.target.gateway, 'ApexClass');
    }

    private syncAnswer(report: TestReport): Record<string, unknown> {
        const ids = this.classIds();
        const base = ({ class: name, method, ms }: TestResult) => ({
            id: ids.get(name.toLowerCase()) ?? null,
            methodName: method,
            name,
            namespace: null,
            seeAllData: false,
            time: ms
        });
        const failures = report.tests.filter((test) => test.outcome !== 'pass');
        return {
            apexLogId: null,
            codeCoverage: report.coverage.map((unit) => {
                const { covered, total } = lineCount(unit);
                return {
                    name: unit.name,
                    type: unit.kind,
                    numLocations: total,
                    numLocationsNotCovered: total - covered
                };
            }),
            codeCoverageWarnings: [],
            failures: failures.map((test) => ({
                ...base(test),
                message: test.message ?? '',
                packageName: test.class,
                stackTrace: test.stack ?? '',
                type: 'Class'
            })),
            numFailures: failures.length,
            numTestsRun: report.tests.length,
            successes: report.tests.filter((test) => test.outcome === 'pass').map(base),
            totalTime: Math.round(report.ms)
        };
    }

    /** Runs that are over, oldest first. */
    finished(): readonly TestRun[] {
        return [...this.runs.values()].filter((run) => run.endTime !== null);
    }

    /** What queries may ask of the runs. */
    tables(): Table[] {
        return testTables(this.target.gateway, [...this.runs.values()], this.coverage);
    }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : value ? [value] : []);

/** A list, or a text with commas. */
function textList(value: unknown): string[] {
    return listOf(value)
        .flatMap((item) => String(item as string).split(','))
        .map((item) => item.trim())
        .filter(Boolean);
}
