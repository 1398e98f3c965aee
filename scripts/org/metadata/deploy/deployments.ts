/** The deploys of an org: queued, polled, cancelled, remembered; results in the form of the Metadata API. */
import { ToolError } from '../../../shared/toolError.ts';
import type { ClassCoverage, TestReport, TestResult } from '../../test/report.ts';
import { JobCancelled, type JobQueue, type RunningJob } from '../jobs.ts';
import { idOfNumber, idOfText } from '../ids.ts';
import type { SourceTracking } from '../sourceTracking.ts';
import { lineCount } from './coverageGate.ts';
import type { DeployMessage } from './messages.ts';
import { TEST_LEVELS, type DeployProgress, type DeployVerdict, type TestLevel } from './run.ts';

export interface DeployOptions {
    readonly checkOnly: boolean;
    readonly isSinglePackage: boolean;
    readonly testLevel: TestLevel;
    readonly tests: readonly string[];
}

export interface Requester {
    readonly id: string;
    readonly name: string;
}

/** What deploys need of the org. */
export interface DeployTarget {
    readonly worldFile: string | undefined;
    /** Folders of the org's metadata as it is. */
    sourceDirs(): readonly string[];
    /** True when all of it came by deploys, false when the org runs source folders. */
    isDeployedMetadata(): boolean;
    /** Folder for the metadata as it would be. */
    readonly candidateFolder: string;
    /** Null in an org that keeps no track of its changes. */
    readonly sourceTracking: SourceTracking | null;
    /** Makes the candidate the org. @throws ToolError when the org's data does not fit it; then nothing has changed */
    activate(): Promise<void>;
}

type Status = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Canceling' | 'Canceled';

interface Deployment {
    readonly id: string;
    readonly zip: Uint8Array;
    readonly options: DeployOptions;
    readonly requester: Requester;
    readonly createdDate: string;
    /** How often the org had changed when it was validated. */
    generation: number;
    status: Status;
    startDate: string | null;
    completedDate: string | null;
    lastModifiedDate: string;
    progress: DeployProgress | null;
    verdict: DeployVerdict | null;
    errorMessage: string | null;
    job: RunningJob | null;
    /** Starts the work; it waits for the first poll, so that every client sees it on its way. */
    begin: () => void;
}

/** A request about a deploy that cannot be answered; `code` is the platform's. */
export class DeployRefusal extends Error {
    readonly code: string;

    constructor(code: string, message: string) {
        super(message);
        this.code = code;
    }
}

const KEPT = 50;
/** A client that never polls must not keep its deploy from starting. */
const UNPOLLED_START_MS = 2000;

export class Deployments {
    private readonly target: DeployTarget;
    private readonly queue: JobQueue;
    private readonly log: (line: string) => void;
    private readonly all = new Map<string, Deployment>();
    private count = 0;
    private generation = 0;

    constructor(target: DeployTarget, queue: JobQueue, log: (line: string) => void) {
        this.target = target;
        this.queue = queue;
        this.log = log;
    }

    /** Takes a deploy; gives its id. */
    start(zip: Uint8Array, options: DeployOptions, requester: Requester): string {
        const now = new Date().toISOString();
        const id = idOfNumber('0Af', ++this.count);
        const deployment: Deployment = {
            id,
            zip,
            options,
            requester,
            createdDate: now,
            generation: this.generation,
            status: 'Pending',
            startDate: null,
            completedDate: null,
            lastModifiedDate: now,
            progress: null,
            verdict: null,
            errorMessage: null,
            job: null,
            begin: () => undefined
        };
        const timer = setTimeout(() => deployment.begin(), UNPOLLED_START_MS);
        timer.unref();
        deployment.begin = () => {
            clearTimeout(timer);
            deployment.begin = () => undefined;
            this.begin(deployment);
        };
        this.all.set(id, deployment);
        const [oldest] = this.all.keys();
        if (this.all.size > KEPT && oldest !== undefined) this.all.delete(oldest);
        return id;
    }

    private begin(deployment: Deployment): void {
        if (deployment.status !== 'Pending') return;
        const { zip, options } = deployment;
        const job = this.queue.run(
            () => ({
                kind: 'deploy',
                request: {
                    zip,
                    ...options,
                    sourceDirs: this.target.sourceDirs(),
                    isDeployedMetadata: this.target.isDeployedMetadata(),
                    worldFile: this.target.worldFile,
                    candidateFolder: this.target.candidateFolder
                }
            }),
            () => this.touch(deployment, { status: 'InProgress', startDate: new Date().toISOString() }),
            (message) => {
                if (message.kind === 'deployProgress') this.touch(deployment, { progress: message.progress });
            },
            async (message) => {
                if (message.kind !== 'deployDone') throw new Error(`A deploy ended with ${message.kind}`);
                await this.settle(deployment, message.verdict);
            }
        );
        deployment.job = job;
        job.done.catch((error: unknown) => {
            const isCancelled = error instanceof JobCancelled;
            if (!isCancelled) this.log(`Deploy ${deployment.id}: ${(error as Error).stack ?? String(error)}`);
            this.touch(deployment, {
                status: isCancelled ? 'Canceled' : 'Failed',
                completedDate: new Date().toISOString(),
                errorMessage: isCancelled ? null : 'UNKNOWN_EXCEPTION: The local org failed. Its terminal says where.'
            });
        });
    }

    private async settle(deployment: Deployment, verdict: DeployVerdict): Promise<void> {
        let { errorMessage } = verdict;
        let succeeded = verdict.succeeded;
        if (succeeded && !deployment.options.checkOnly && !verdict.changesNothing) {
            try {
                await this.target.activate();
                this.generation++;
                this.target.sourceTracking?.record(verdict.changes, deployment.requester.id, new Date().toISOString());
            } catch (error) {
                if (!(error instanceof ToolError)) throw error;
                succeeded = false;
                errorMessage = error.message;
            }
        }
        deployment.generation = this.generation;
        this.touch(deployment, {
            status: succeeded ? 'Succeeded' : 'Failed',
            completedDate: new Date().toISOString(),
            verdict,
            errorMessage
        });
    }

    private touch(deployment: Deployment, values: Partial<Deployment>): void {
        Object.assign(deployment, values, { lastModifiedDate: new Date().toISOString() });
    }

    /** @throws DeployRefusal when there is no such deploy */
    private find(id: string): Deployment {
        const deployment = [...this.all.values()].find((each) => each.id.slice(0, 15) === id.slice(0, 15));
        if (!deployment) throw new DeployRefusal('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
        return deployment;
    }

    /** @throws DeployRefusal when there is no such deploy, or it is over */
    cancel(id: string): { readonly id: string; readonly done: boolean } {
        const deployment = this.find(id);
        if (deployment.completedDate !== null) {
            throw new DeployRefusal('INVALID_ID_FIELD', 'Deployment already completed');
        }
        if (deployment.job) {
            this.touch(deployment, { status: 'Canceling' });
            deployment.job.cancel();
        } else {
            deployment.begin = () => undefined;
            this.touch(deployment, { status: 'Canceled', completedDate: new Date().toISOString() });
        }
        return { id: deployment.id, done: deployment.completedDate !== null };
    }

    /**
     * Deploys what a validation checked, without its tests.
     * @throws DeployRefusal when there is no such validation, or the org has changed since
     */
    startValidated(id: string, requester: Requester): string {
        const validation = this.find(id);
        if (!validation.options.checkOnly || validation.status !== 'Succeeded') {
            throw new DeployRefusal('INVALID_ID_FIELD', `${id} is not the id of a successful validation`);
        }
        if (validation.options.testLevel === 'NoTestRun') {
            throw new DeployRefusal(
                'INVALID_ID_FIELD',
                `The validation ${id} ran no tests: it cannot be deployed without them`
            );
        }
        if (validation.generation !== this.generation) {
            throw new DeployRefusal(
                'INVALID_ID_FIELD',
                `The org was deployed to since the validation ${id}: validate again`
            );
        }
        return this.start(
            validation.zip,
            { ...validation.options, checkOnly: false, testLevel: 'NoTestRun' },
            requester
        );
    }

    /** DeployResult of the Metadata API. @throws DeployRefusal when there is no such deploy */
    result(id: string, includeDetails: boolean): Record<string, unknown> {
        const deployment = this.find(id);
        const answer = resultOf(deployment, includeDetails);
        deployment.begin();
        return answer;
    }
}

/** Test level of a request: none given means none run, as in an org that is not for production. @throws DeployRefusal */
export function testLevelOf(name: string | undefined, tests: readonly string[]): TestLevel {
    if (!name) return 'NoTestRun';
    const level = TEST_LEVELS.find((each) => each === name);
    if (!level) throw new DeployRefusal('UNSUPPORTED_API_VERSION', `Unsupported: test level ${name}`);
    if (level === 'RunSpecifiedTests' && tests.length === 0) {
        throw new DeployRefusal('INVALID_OPERATION', 'RunSpecifiedTests needs the names of the tests in runTests');
    }
    if (level !== 'RunSpecifiedTests' && tests.length > 0) {
        throw new DeployRefusal(
            'INVALID_OPERATION',
            `runTests can be used only with RunSpecifiedTests, not with ${level}`
        );
    }
    return level;
}

function resultOf(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
    const { options, requester, verdict, progress } = deployment;
    const isDone = deployment.completedDate !== null;
    const isPassed = deployment.status === 'Succeeded';
    const tests = verdict?.tests?.tests ?? [];
    const failed = tests.filter((test) => test.outcome !== 'pass').length;
    const deployed = verdict?.successes.filter((each) => each.fullName !== 'package.xml').length ?? 0;
    return {
        id: deployment.id,
        done: isDone,
        status: deployment.status,
        success: isPassed,
        checkOnly: options.checkOnly,
        ignoreWarnings: false,
        rollbackOnError: true,
        runTestsEnabled: options.testLevel !== 'NoTestRun',
        createdBy: requester.id,
        createdByName: requester.name,
        createdDate: deployment.createdDate,
        lastModifiedDate: deployment.lastModifiedDate,
        startDate: deployment.startDate ?? undefined,
        completedDate: deployment.completedDate ?? undefined,
        stateDetail: isDone ? undefined : progress?.stateDetail || undefined,
        numberComponentErrors: verdict?.failures.length ?? 0,
        numberComponentsDeployed: verdict
            ? verdict.failures.length > 0
                ? 0
                : deployed
            : (progress?.componentsDone ?? 0),
        numberComponentsTotal: verdict ? Math.max(verdict.componentsTotal, deployed) : (progress?.componentsTotal ?? 0),
        numberTestErrors: verdict ? failed : (progress?.testErrors ?? 0),
        numberTestsCompleted: verdict
            ? tests.length - failed
            : (progress?.testsDone ?? 0) - (progress?.testErrors ?? 0),
        numberTestsTotal: verdict ? tests.length : (progress?.testsTotal ?? 0),
        ...(deployment.errorMessage === null
            ? {}
            : { errorMessage: deployment.errorMessage, errorStatusCode: 'UNKNOWN_EXCEPTION' }),
        details: includeDetails ? detailsOf(verdict) : {}
    };
}

function detailsOf(verdict: DeployVerdict | null): Record<string, unknown> {
    if (!verdict) return {};
    const messages = (list: readonly DeployMessage[]) => (list.length > 0 ? [...list] : undefined);
    return {
        componentFailures: messages(verdict.failures),
        componentSuccesses: messages([...verdict.successes, ...(verdict.succeeded ? [packageMessage(verdict)] : [])]),
        runTestResult: verdict.tests ? testResultOf(verdict.tests, verdict) : emptyTestResult
    };
}

/** The platform also tells that it took `package.xml`. */
function packageMessage(verdict: DeployVerdict): DeployMessage {
    return {
        componentType: '',
        fullName: 'package.xml',
        fileName: 'package.xml',
        success: true,
        created: false,
        changed: !verdict.changesNothing,
        deleted: false,
        createdDate: new Date().toISOString()
    };
}

const emptyTestResult = { numFailures: 0, numTestsRun: 0, totalTime: 0 };

function testResultOf(report: TestReport, verdict: DeployVerdict): Record<string, unknown> {
    const failures = report.tests.filter((test) => test.outcome !== 'pass');
    const successes = report.tests.filter((test) => test.outcome === 'pass');
    const base = (test: TestResult) => ({
        id: idOfText('01p', test.class),
        methodName: test.method,
        name: test.class,
        namespace: null,
        time: test.ms
    });
    return {
        numFailures: failures.length,
        numTestsRun: report.tests.length,
        totalTime: Math.round(report.ms),
        codeCoverage: report.coverage.map(coverageOf),
        codeCoverageWarnings: verdict.coverageWarnings.map(({ name, message }) => ({
            id: idOfText('01p', name ?? ''),
            message,
            name,
            namespace: null
        })),
        failures: failures.map((test) => ({
            ...base(test),
            message: test.message ?? '',
            packageName: test.class,
            stackTrace: test.stack ?? '',
            type: 'Class'
        })),
        successes: successes.map(base)
    };
}

function coverageOf(unit: ClassCoverage): Record<string, unknown> {
    const { covered, total } = lineCount(unit);
    return {
        id: idOfText('01p', unit.name),
        name: unit.name,
        namespace: null,
        type: unit.kind === 'class' ? 'Class' : 'Trigger',
        numLocations: total,
        numLocationsNotCovered: total - covered,
        locationsNotCovered: [...unit.lines]
            .filter(([, runs]) => runs === 0)
            .map(([line]) => ({ line, column: 0, numExecutions: 0, time: -1 }))
    };
}
