/** What queries of the Tooling API may ask of test runs: results, queue and coverage as tables. */
import { lineCount } from '../../metadata/deploy/coverageGate.ts';
import type { ApartTestReport } from '../../metadata/testsApart.ts';
import type { TestResult } from '../../test/report.ts';
import type { Gateway } from '../gateway.ts';
import type { Row } from './rowQuery.ts';

export interface TestRun {
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

/** Ids of classes or triggers by lower-case name. */
export function idsByName(gateway: Gateway, object: 'ApexClass' | 'ApexTrigger'): Map<string, string> {
    const anybody = gateway.users[0]?.id ?? '';
    const rows = gateway.query(anybody, `SELECT Id, Name FROM ${object}`);
    return new Map(rows.map((row) => [String(row['Name']).toLowerCase(), String(row['Id'])]));
}

/**
 * @param runs oldest first
 * @param coverage of the last run that recorded it
 */
export function testTables(gateway: Gateway, runs: readonly TestRun[], coverage: ApartTestReport | null): Table[] {
    return new TestTables(gateway, runs, coverage).list();
}

class TestTables {
    private readonly gateway: Gateway;
    private readonly runs: readonly TestRun[];
    private readonly coverage: ApartTestReport | null;

    constructor(gateway: Gateway, runs: readonly TestRun[], coverage: ApartTestReport | null) {
        this.gateway = gateway;
        this.runs = runs;
        this.coverage = coverage;
    }

    private classIds(): Map<string, string> {
        return idsByName(this.gateway, 'ApexClass');
    }

    /** What queries may ask of the runs. */
    list(): Table[] {
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
                rows: () => this.runs.map((run) => runRow(run))
            },
            {
                name: 'ApexTestQueueItem',
                fields: ['Id', 'Status', 'ApexClassId', 'TestRunResultId', 'ParentJobId', 'ExtendedStatus'],
                rows: () => this.runs.flatMap((run) => this.queueRows(run))
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
                rows: () => this.runs.flatMap((run) => this.resultRows(run))
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
        return new Map([...idsByName(this.gateway, 'ApexTrigger'), ...this.classIds()]);
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
