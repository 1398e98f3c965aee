/** Queueing jobs: what System.enqueueJob, System.schedule, Database.executeBatch and @future calls do. */
import type { MethodMeta, Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { JobService, QueueableOptions } from '../lib/services.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException, apexException } from '../values/exceptions.ts';
import { ApexDatetime } from '../values/temporal.ts';
import { typeToken } from '../values/typeToken.ts';
import { metaChain } from '../values/userMethods.ts';
import { CronError, nextFireTime, parseCron, type CronSchedule } from './cron.ts';
import type { JobHost } from './host.ts';
import { JobTable, type JobKind } from './jobTable.ts';
import { writeState } from './state.ts';

const MINUTE_MS = 60_000;
const MAXIMUM_SCHEDULED_JOBS = 100;
const LAST_NAME_LENGTH = 64;

/** The job that a transaction runs, in a slot of the transaction. */
export interface RunningJob {
    readonly id: string;
    readonly depth: number;
    readonly maximumDepth: number | null;
    finalizer: Value;
    isAborted: boolean;
}

const RUNNING_JOB: unique symbol = Symbol('runningJob');

/** The job that runs in a transaction, or null. */
function runningJob(tx: Transaction): RunningJob | null {
    return tx.slot<{ job: RunningJob | null }>(RUNNING_JOB, () => ({ job: null })).job;
}

export function setRunningJob(tx: Transaction, job: RunningJob): void {
    tx.slot<{ job: RunningJob | null }>(RUNNING_JOB, () => ({ job: null })).job = job;
}

/** Details of each kind, as kept in the job table. */
export interface QueueableDetails {
    readonly depth: number;
    readonly maximumDepth: number | null;
    readonly signature: string | null;
}
export interface FutureDetails {
    readonly method: string;
    readonly parameters: number;
}
export interface BatchDetails {
    readonly scopeSize: number;
}
export interface ScheduledDetails {
    readonly name: string;
    readonly cron: string;
    readonly zone: string;
    /** For System.scheduleBatch: the scope size of the batch that starts. */
    readonly batchScope: number | null;
}

/** Queues jobs in one store. */
export class JobQueue implements JobService {
    readonly table: JobTable;
    /** Library objects in the state of jobs of this process, by job id. */
    readonly live = new Map<string, readonly unknown[]>();
    private readonly host: JobHost;

    constructor(table: JobTable, host: JobHost) {
        this.table = table;
        this.host = host;
    }

    enqueueQueueable(tx: Transaction, job: Value, options: QueueableOptions): string {
        if (job === null) {
            throw apexException('NullPointerException', 'Argument cannot be null.');
        }
        const parent = runningJob(tx);
        const depth = tx.context === 'queueable' && parent ? parent.depth + 1 : 1;
        const maximumDepth = options.maximumDepth ?? parent?.maximumDepth ?? null;
        // The guide: "You can't chain queueable jobs in an Apex test. Doing so results in an error."
        const isChainInTest = tx.isTest && depth > 1 && maximumDepth === null;
        if (isChainInTest || (maximumDepth !== null && depth > maximumDepth)) {
            throw apexException('AsyncException', 'Maximum stack depth has been reached.');
        }
        if (options.signature !== null && this.isQueued(options.signature)) {
            throw apexException(
                'DuplicateMessageException',
                'Attempt to enqueue job with duplicate queueable signature'
            );
        }
        tx.limits.consume('queueableJobs');
        const details: QueueableDetails = { depth, maximumDepth, signature: options.signature };
        // Tests ignore the delay.
        const delay = tx.isTest ? 0 : options.delayMinutes * MINUTE_MS;
        return this.add(tx, 'queueable', 'Queueable', job, details, tx.clock.now() + delay);
    }

    enqueueFuture(tx: Transaction, className: string, method: MethodMeta, args: readonly Value[]): string {
        if (tx.context === 'future' || tx.context === 'batch') {
            throw apexException(
                'AsyncException',
                `Future method cannot be called from a future or batch method: ${className}.${method.name}(${method.parameters.map((parameter) => parameter.type.name).join(', ')})`
            );
        }
        tx.limits.consume('futureCalls');
        const details: FutureDetails = { method: method.name, parameters: method.parameters.length };
        const state = new ApexList(typeToken('List<Object>'), [...args]);
        return this.add(tx, 'future', 'Future', state, details, tx.clock.now(), className);
    }

    executeBatch(tx: Transaction, job: Value, scopeSize: number): string {
        const details: BatchDetails = { scopeSize };
        return this.add(tx, 'batch', 'BatchApex', job, details, tx.clock.now());
    }

    schedule(tx: Transaction, name: string, cron: string, job: Value): string {
        let schedule: CronSchedule;
        try {
            schedule = parseCron(cron);
        } catch (error) {
            throw error instanceof CronError ? apexException('StringException', error.message) : error;
        }
        const next = nextFireTime(schedule, tx.clock.now(), tx.user.timeZone);
        if (next === null) {
            throw apexException(
                'AsyncException',
                `Based on configured schedule, the given trigger '${name}' will never fire.`
            );
        }
        return this.addScheduled(tx, name, cron, next, job, null);
    }

    scheduleBatch(tx: Transaction, job: Value, name: string, minutesFromNow: number, scopeSize: number): string {
        return this.addScheduled(tx, name, '', tx.clock.now() + minutesFromNow * MINUTE_MS, job, scopeSize);
    }

    abort(tx: Transaction, id: string): void {
        const pending = this.table.get(id) ?? this.table.get(id.slice(0, 18));
        const current = runningJob(tx);
        if (id.startsWith('08e')) {
            const [row] = this.host.rows(tx, 'CronTrigger', 'Id', id);
            if (!row) {
                throw apexException('StringException', 'Job does not exist or is already aborted.');
            }
            this.table.remove(id);
            for (const job of this.host.rows(tx, 'AsyncApexJob', 'CronTriggerId', id)) {
                this.host.updateRow(tx, 'AsyncApexJob', job.id, { Status: 'Aborted', CronTriggerId: null });
            }
            this.host.deleteRow(tx, 'CronTrigger', id);
        } else if (current?.id === id) {
            current.isAborted = true;
        } else if (pending) {
            this.table.remove(pending.id);
            this.host.updateRow(tx, 'AsyncApexJob', pending.id, {
                Status: 'Aborted',
                CompletedDate: ApexDatetime.fromEpochMs(tx.clock.now())
            });
        } else {
            throw apexException('StringException', 'Job does not exist or is already aborted.');
        }
    }

    attachFinalizer(tx: Transaction, finalizer: Value): void {
        const job = runningJob(tx);
        if (tx.context !== 'queueable' || !job) {
            throw apexException('HandledException', 'Finalizers can only be attached to Queueable jobs.');
        }
        if (job.finalizer !== null) {
            throw apexException('HandledException', 'System.attachFinalizer cannot be called twice.');
        }
        job.finalizer = finalizer;
    }

    currentDepth(tx: Transaction): { depth: number; maximum: number | null } | null {
        const job = runningJob(tx);
        return job && tx.context === 'queueable' ? { depth: job.depth, maximum: job.maximumDepth } : null;
    }

    private isQueued(signature: string): boolean {
        return this.table
            .all(['queueable'])
            .some((job) => (JSON.parse(job.details) as QueueableDetails).signature === signature);
    }

    private addScheduled(
        tx: Transaction,
        name: string,
        cron: string,
        next: number,
        job: Value,
        batchScope: number | null
    ): string {
        const waiting = this.table.all(['scheduled']);
        if (waiting.some((other) => (JSON.parse(other.details) as ScheduledDetails).name === name)) {
            throw apexException('AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
        }
        if (waiting.length >= MAXIMUM_SCHEDULED_JOBS) {
            throw apexException('AsyncException', 'You have exceeded the maximum number (100) of Apex scheduled jobs.');
        }
        if (name.length > LAST_NAME_LENGTH) {
            throw apexException('StringException', `Job name is longer than ${LAST_NAME_LENGTH} characters: ${name}`);
        }
        const now = ApexDatetime.fromEpochMs(tx.clock.now());
        const detail = this.host.insertRow(tx, 'CronJobDetail', { Name: name, JobType: '7' });
        const id = this.host.insertRow(tx, 'CronTrigger', {
            CronJobDetailId: detail,
            CronExpression: cron,
            NextFireTime: ApexDatetime.fromEpochMs(next),
            StartTime: now,
            State: 'WAITING',
            TimesTriggered: 0,
            TimeZoneSidKey: tx.user.timeZone,
            OwnerId: tx.user.id,
            CreatedById: tx.user.id,
            CreatedDate: now,
            LastModifiedById: tx.user.id
        });
        const details: ScheduledDetails = { name, cron, zone: tx.user.timeZone, batchScope };
        const state = this.freeze(job);
        this.live.set(id, state.live);
        this.table.add({
            id,
            kind: 'scheduled',
            className: classNameOf(job),
            userId: tx.user.id,
            notBefore: next,
            state: state.json,
            details: JSON.stringify(details)
        });
        this.host.insertRow(tx, 'AsyncApexJob', {
            JobType: 'ScheduledApex',
            Status: 'Queued',
            ApexClassId: this.classId(tx, classNameOf(job)),
            CronTriggerId: id,
            CreatedById: tx.user.id,
            CreatedDate: now,
            JobItemsProcessed: 0,
            TotalJobItems: 0,
            NumberOfErrors: 0
        });
        return id;
    }

    private add(
        tx: Transaction,
        kind: JobKind,
        jobType: string,
        job: Value,
        details: object,
        notBefore: number,
        className = classNameOf(job)
    ): string {
        const id = this.host.insertRow(tx, 'AsyncApexJob', {
            JobType: jobType,
            Status: kind === 'batch' && !tx.isTest ? 'Holding' : 'Queued',
            ApexClassId: this.classId(tx, className),
            MethodName: kind === 'future' ? (details as FutureDetails).method : null,
            CreatedById: tx.user.id,
            CreatedDate: ApexDatetime.fromEpochMs(tx.clock.now()),
            JobItemsProcessed: 0,
            TotalJobItems: 0,
            NumberOfErrors: 0
        });
        const state = this.freeze(job);
        this.live.set(id, state.live);
        this.table.add({
            id,
            kind,
            className,
            userId: tx.user.id,
            notBefore,
            state: state.json,
            details: JSON.stringify(details)
        });
        return id;
    }

    private freeze(job: Value) {
        if (job instanceof ApexException) {
            throw apexException('SerializationException', `Not serializable: ${job.typeName}`);
        }
        return writeState(job);
    }

    private classId(tx: Transaction, className: string): string | null {
        const outer = className.split('.')[0] as string;
        return this.host.rows(tx, 'ApexClass', 'Name', outer)[0]?.id ?? null;
    }
}

function classNameOf(job: Value): string {
    return metaChain(job)[0]?.name ?? String(job?.constructor?.name ?? 'Unknown');
}
