/** Running pending jobs, one after the other, each in transactions of its own. */
import { FinalizerContextValue, JobContext } from './contexts.ts';
import type { Value } from '../runtime/program.ts';
import { inCodeUnit } from '../runtime/requestLog.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { ApexException } from '../values/exceptions.ts';
import { ApexDatetime } from '../values/temporal.ts';
import { runBatch } from './batch.ts';
import { nextFireTime, parseCron } from './cron.ts';
import { runEvents } from './events.ts';
import type { JobHost } from './host.ts';
import type { FutureDetails, JobQueue, QueueableDetails, RunningJob, ScheduledDetails } from './jobs.ts';
import { setRunningJob } from './jobs.ts';
import type { PendingJob } from './jobTable.ts';
import { readState, writeState, type JobState } from './state.ts';

const STATUS_LENGTH = 1000;

/** Runs the jobs of one queue. */
export class JobRunner {
    readonly host: JobHost;
    readonly queue: JobQueue;

    constructor(host: JobHost, queue: JobQueue) {
        this.host = host;
        this.queue = queue;
    }

    /**
     * Takes a job out of the table and runs it. A failure is recorded on the AsyncApexJob.
     * @param rethrow tests see the failure of a job where they stop
     */
    run(job: PendingJob, rethrow: boolean): void {
        switch (job.kind) {
            case 'event':
                runEvents(this.host, this.queue.table, [job], rethrow);
                return;
            case 'scheduled':
                this.runScheduled(job, rethrow);
                return;
            default:
                this.queue.table.remove(job.id);
                try {
                    this.recorded(job, rethrow, () => this.runKind(job));
                } finally {
                    this.queue.live.delete(job.id);
                }
        }
    }

    /** State of a job as fresh objects. */
    stateOf(job: PendingJob): Value {
        const state: JobState = { json: job.state, live: this.queue.live.get(job.id) ?? [] };
        return readState(state, { schema: this.host.schema, allocate: (name) => this.host.allocate(name) });
    }

    private runKind(job: PendingJob): void {
        switch (job.kind) {
            case 'queueable':
                this.runQueueable(job);
                break;
            case 'future':
                this.host.inTransaction(job.userId, 'future', (tx) => {
                    const details = JSON.parse(job.details) as FutureDetails;
                    const method = this.host
                        .program()
                        .classNamed(job.className)
                        ?.methods.find(
                            (candidate) =>
                                candidate.name === details.method &&
                                candidate.isStatic &&
                                candidate.parameters.length === details.parameters
                        );
                    if (!method) {
                        throw new Error(`There is no method ${job.className}.${details.method} any more`);
                    }
                    const { items } = this.stateOf(job);
                    inCodeUnit(tx, `${job.className}.${details.method}`, () => method.invoke(null, items));
                });
                break;
            case 'batch':
                runBatch(this, job);
                break;
            default:
                throw new Error(`Cannot run ${job.kind}`);
        }
    }

    private runQueueable(job: PendingJob): void {
        const details = JSON.parse(job.details) as QueueableDetails;
        const running: RunningJob = {
            id: job.id,
            depth: details.depth,
            maximumDepth: details.maximumDepth,
            finalizer: null,
            isAborted: false
        };
        let failure: unknown = null;
        let requestId = '';
        try {
            this.host.inTransaction(job.userId, 'queueable', (tx) => {
                requestId = tx.requestId;
                setRunningJob(tx, running);
                this.host.invoke(this.stateOf(job), 'execute', [new JobContext('QueueableContext', job.id)]);
            });
        } catch (error) {
            failure = this.host.normalizeError(error);
        }
        if (running.finalizer !== null) {
            const exception = failure instanceof ApexException ? failure : null;
            this.host.inTransaction(job.userId, 'queueable', () =>
                this.host.invoke(running.finalizer, 'execute', [
                    new FinalizerContextValue(job.id, requestId, exception)
                ])
            );
        }
        if (failure !== null) {
            throw failure;
        }
    }

    private runScheduled(job: PendingJob, rethrow: boolean): void {
        const details = JSON.parse(job.details) as ScheduledDetails;
        this.host.inTransaction(job.userId, 'scheduled', (tx) => {
            // A test runs the job at stopTest whatever its time is: that is no firing of the trigger.
            if (!tx.isTest) {
                this.reschedule(tx, job, details);
            }
        });
        try {
            this.host.inTransaction(job.userId, 'scheduled', (tx) => {
                setRunningJob(tx, { id: job.id, depth: 1, maximumDepth: null, finalizer: null, isAborted: false });
                if (details.batchScope !== null) {
                    this.queue.executeBatch(tx, this.stateOf(job), details.batchScope);
                } else {
                    const instance = this.stateOf(job);
                    this.host.invoke(instance, 'execute', [new JobContext('SchedulableContext', job.id)]);
                    // The platform does not construct the object anew for each run: what it remembers stays.
                    const state = writeState(instance);
                    this.queue.table.remember(job.id, state.json);
                    this.queue.live.set(job.id, state.live);
                }
            });
        } catch (error) {
            if (rethrow) {
                throw error;
            }
            this.host.log(`Scheduled job ${details.name} failed: ${this.host.errorText(error)}`);
        }
    }

    /** Moves the trigger to its next instant, or ends it, before the job runs: the job may look at it or abort it. */
    private reschedule(tx: Transaction, job: PendingJob, details: ScheduledDetails): void {
        const now = tx.clock.now();
        const after = Math.max(now, job.notBefore);
        const next = details.cron === '' ? null : nextFireTime(parseCron(details.cron), after, details.zone);
        const [row] = this.host.rows(tx, 'CronTrigger', 'Id', job.id);
        const times = Number(row?.get('TimesTriggered') ?? 0) + 1;
        if (next === null) {
            this.queue.table.remove(job.id);
        } else {
            this.queue.table.postpone(job.id, next);
        }
        if (row) {
            this.host.updateRow(tx, 'CronTrigger', job.id, {
                PreviousFireTime: ApexDatetime.fromEpochMs(now),
                NextFireTime: next === null ? null : ApexDatetime.fromEpochMs(next),
                TimesTriggered: times,
                State: next === null ? 'DELETED' : 'WAITING'
            });
        }
        if (next === null) {
            for (const pending of this.host.rows(tx, 'AsyncApexJob', 'CronTriggerId', job.id)) {
                this.host.updateRow(tx, 'AsyncApexJob', pending.id, {
                    Status: 'Completed',
                    CompletedDate: ApexDatetime.fromEpochMs(now)
                });
            }
        }
    }

    /** Runs a job and writes down on its AsyncApexJob how it went. */
    private recorded(job: PendingJob, rethrow: boolean, work: () => void): void {
        let failure: unknown = null;
        this.setStatus(job, { Status: 'Processing' });
        try {
            work();
        } catch (error) {
            failure = this.host.normalizeError(error);
        }
        const status = this.statusOf(job);
        if (status === 'Processing') {
            this.setStatus(job, {
                Status: failure === null ? 'Completed' : 'Failed',
                ExtendedStatus: failure === null ? null : this.host.errorText(failure).slice(0, STATUS_LENGTH)
            });
        }
        if (failure !== null) {
            if (rethrow) {
                throw failure;
            }
            this.host.log(`${job.className} (${job.kind}) failed: ${this.host.errorText(failure)}`);
        }
    }

    /** Updates the AsyncApexJob outside of the job's own transaction, so that a rollback does not undo it. */
    setStatus(job: PendingJob, values: Readonly<Record<string, Value>>): void {
        this.host.inTransaction(job.userId, 'sync', (tx) => {
            const done = ['Completed', 'Failed', 'Aborted'].includes(String(values.Status));
            this.host.updateRow(tx, 'AsyncApexJob', job.id, {
                ...values,
                ...(done ? { CompletedDate: ApexDatetime.fromEpochMs(tx.clock.now()) } : {})
            });
        });
    }

    private statusOf(job: PendingJob): string | null {
        return this.host.inTransaction(job.userId, 'sync', (tx) => {
            const [row] = this.host.rows(tx, 'AsyncApexJob', 'Id', job.id);
            return row ? String(row.get('Status')) : null;
        });
    }
}
