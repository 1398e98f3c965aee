/** Test runs of the Tooling API: started, polled by queries, remembered with their coverage. */
import { idOfNumber } from '../../metadata/ids.ts';
import { JobCancelled, type JobQueue } from '../../metadata/jobs.ts';
import type { ApartTestReport } from '../../metadata/testsApart.ts';
import { lineCount } from '../../metadata/deploy/coverageGate.ts';
import type { TestReport, TestResult } from '../../test/report.ts';
import type { Gateway } from '../gateway.ts';
import { badRequest } from '../httpError.ts';
import type { Row } from './rowQuery.ts';

export interface TestRunTarget {
    readonly gateway: Gateway;
    readonly worldFile: string | undefined;
    sourceDirs(): readonly string[];
}

interface TestRun {
    readonly id: string;
    readonly userId: string;
    readonly classes: readonly string[];
    readonly startTime: string;
    endTime: string | null;
    status: 'Queued' | 'Processing' | 'Completed' | 'Failed' | 'Aborted';
    methodsTotal: number;
    readonly results: { result: TestResult; at: string }[];
    problem: string | null;
}

/** A table that queries of the Tooling API may ask. */
export interface Table {
    readonly name: string;
    readonly fields: readonly string[];
    rows(): readonly Row[];
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

    private idsOf(object: string): Map<string, string> {
        const { gateway } = this.target;
        const anybody = gateway.users[0]?.id ?? '';
        const rows = gateway.query(anybody, `SELECT Id, Name FROM ${object}`);
        return new Map(rows.map((row) => [String(row['Name']).toLowerCase(), String(row['Id'])]));
    }

    private classIds(): Map<string, string> {
        return this.idsOf('ApexClass');
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

    // ---- tables ----------------------------------------------------------------------------------------------

    /** What queries may ask of the runs. */
    tables(): Table[] {
        return [
            {
                name: 'ApexTestRunResult',
                fields: [
                    'Id',
                    'AsyncApexJobId',
                    'Status',
                    'ClassesCompleted',
                    'ClassesEnqueued',
                    'MethodsCompleted',
                    'MethodsEnqueued',
                    'MethodsFailed',
                    'StartTime',
                    'EndTime',
                    'TestTime',
                    'TestSetupTime',
                    'UserId'
                ],
                rows: () => [...this.runs.values()].map((run) => runRow(run))
            },
            {
                name: 'ApexTestQueueItem',
                fields: ['Id', 'Status', 'ApexClassId', 'TestRunResultId', 'ParentJobId', 'ExtendedStatus'],
                rows: () => [...this.runs.values()].flatMap((run) => this.queueRows(run))
            },
            {
                name: 'ApexTestResult',
                fields: [
                    'Id',
                    'QueueItemId',
                    'StackTrace',
                    'Message',
                    'RunTime',
                    'TestTimestamp',
                    'AsyncApexJobId',
                    'MethodName',
                    'Outcome',
                    'ApexLogId',
                    'IsTestSetup',
                    'ApexClassId',
                    'ApexClass.Id',
                    'ApexClass.Name',
                    'ApexClass.NamespacePrefix'
                ],
                rows: () => [...this.runs.values()].flatMap((run) => this.resultRows(run))
            },
            {
                name: 'ApexCodeCoverage',
                fields: [
                    'Id',
                    'ApexTestClassId',
                    'TestMethodName',
                    'ApexClassOrTriggerId',
                    'ApexClassOrTrigger.Id',
                    'ApexClassOrTrigger.Name',
                    'NumLinesCovered',
                    'NumLinesUncovered',
                    'Coverage'
                ],
                rows: () => this.methodCoverageRows()
            },
            {
                name: 'ApexCodeCoverageAggregate',
                fields: [
                    'Id',
                    'ApexClassOrTriggerId',
                    'ApexClassOrTrigger.Id',
                    'ApexClassOrTrigger.Name',
                    'NumLinesCovered',
                    'NumLinesUncovered',
                    'Coverage'
                ],
                rows: () => this.aggregateRows()
            },
            {
                name: 'ApexOrgWideCoverage',
                fields: ['Id', 'PercentCovered'],
                rows: () => this.orgWideRows()
            },
            // There are no installed packages and no suites here: asking is no fault.
            {
                name: 'InstalledSubscriberPackage',
                fields: ['Id', 'SubscriberPackage.NamespacePrefix'],
                rows: () => []
            },
            { name: 'ApexTestSuite', fields: ['Id', 'TestSuiteName'], rows: () => [] }
        ];
    }

    private queueRows(run: TestRun): Row[] {
        const ids = this.classIds();
        const isOver = run.endTime !== null;
        return run.classes.map((name, index) => ({
            Id: queueItemId(run, index),
            Status: isOver ? (run.status === 'Completed' ? 'Completed' : run.status) : run.status,
            ExtendedStatus: run.problem,
            ApexClassId: ids.get(name.toLowerCase()) ?? null,
            TestRunResultId: resultId(run),
            ParentJobId: run.id
        }));
    }

    private resultRows(run: TestRun): Row[] {
        const ids = this.classIds();
        const indexes = new Map(run.classes.map((name, index) => [name.toLowerCase(), index]));
        return run.results.map(({ result, at }, index) => ({
            Id: `07M${run.id.slice(11, 15)}${String(index).padStart(8, '0')}AAA`,
            QueueItemId: queueItemId(run, indexes.get(result.class.toLowerCase()) ?? 0),
            StackTrace: result.stack,
            Message: result.message,
            RunTime: result.ms,
            TestTimestamp: at.replace('Z', '+0000'),
            AsyncApexJobId: run.id,
            MethodName: result.method,
            Outcome: result.outcome === 'pass' ? 'Pass' : 'Fail',
            ApexLogId: null,
            IsTestSetup: false,
            ApexClassId: ids.get(result.class.toLowerCase()) ?? null,
            ApexClass: {
                Id: ids.get(result.class.toLowerCase()) ?? null,
                Name: result.class,
                NamespacePrefix: null
            }
        }));
    }

    private unitIds(): Map<string, string> {
        return new Map([...this.idsOf('ApexTrigger'), ...this.classIds()]);
    }

    private methodCoverageRows(): Row[] {
        const [units, classes] = [this.unitIds(), this.classIds()];
        return (this.coverage?.byMethod ?? []).map((each) => ({
            Id: null,
            ApexTestClassId: classes.get(each.testClass.toLowerCase()) ?? null,
            TestMethodName: each.testMethod,
            ...coverageFields(each.unit, units, each.covered, each.uncovered)
        }));
    }

    private aggregateRows(): Row[] {
        const units = this.unitIds();
        return (this.coverage?.report.coverage ?? []).map((unit) => {
            const lines = [...unit.lines];
            const covered = lines.filter(([, runs]) => runs > 0).map(([line]) => line);
            const uncovered = lines.filter(([, runs]) => runs === 0).map(([line]) => line);
            return { Id: null, ...coverageFields(unit.name, units, covered, uncovered) };
        });
    }

    private orgWideRows(): Row[] {
        if (!this.coverage) return [];
        const counts = this.coverage.report.coverage.map(lineCount);
        const total = counts.reduce((sum, count) => sum + count.total, 0);
        const covered = counts.reduce((sum, count) => sum + count.covered, 0);
        return [{ Id: null, PercentCovered: total === 0 ? 0 : Math.floor((100 * covered) / total) }];
    }
}

function coverageFields(
    name: string,
    ids: ReadonlyMap<string, string>,
    coveredLines: readonly number[],
    uncoveredLines: readonly number[]
): Row {
    const id = ids.get(name.toLowerCase()) ?? null;
    return {
        ApexClassOrTriggerId: id,
        ApexClassOrTrigger: { Id: id, Name: name },
        NumLinesCovered: coveredLines.length,
        NumLinesUncovered: uncoveredLines.length,
        Coverage: { coveredLines, uncoveredLines }
    };
}

const resultId = (run: TestRun): string => `05m${run.id.slice(3)}`;

const queueItemId = (run: TestRun, index: number): string =>
    `709${run.id.slice(11, 15)}${String(index).padStart(8, '0')}AAA`;

function runRow(run: TestRun): Row {
    const done = new Set(run.results.map(({ result }) => result.class.toLowerCase()));
    return {
        Id: resultId(run),
        AsyncApexJobId: run.id,
        Status: run.status,
        ClassesCompleted: run.endTime === null ? Math.max(0, done.size - 1) : done.size,
        ClassesEnqueued: run.classes.length,
        MethodsCompleted: run.results.length,
        MethodsEnqueued: run.methodsTotal,
        MethodsFailed: run.results.filter(({ result }) => result.outcome !== 'pass').length,
        StartTime: run.startTime.replace('Z', '+0000'),
        EndTime: run.endTime?.replace('Z', '+0000') ?? null,
        TestTime: run.results.reduce((sum, { result }) => sum + result.ms, 0),
        TestSetupTime: 0,
        UserId: run.userId
    };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : value ? [value] : []);

/** A list, or a text with commas. */
function textList(value: unknown): string[] {
    return listOf(value)
        .flatMap((item) => String(item as string).split(','))
        .map((item) => item.trim())
        .filter(Boolean);
}
