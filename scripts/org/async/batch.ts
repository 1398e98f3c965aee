/** Batch Apex: start, one execute per chunk, finish; each in a transaction of its own. */
import { JobContext } from './contexts.ts';
import type { Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { ApexException, apexException } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { typeToken } from '../values/typeToken.ts';
import type { JobHost } from './host.ts';
import { setRunningJob, type BatchDetails, type RunningJob } from './jobs.ts';
import type { PendingJob } from './jobTable.ts';
import type { JobRunner } from './runJob.ts';
import { readState, writeState, type JobState } from './state.ts';

/** A `Database.QueryLocator`, whoever made it. */
export interface QueryLocatorLike {
    records(): readonly SObject[];
}

function isQueryLocator(value: Value): value is QueryLocatorLike {
    return value !== null && typeof value === 'object' && typeof value.records === 'function';
}

/** Everything that `start` returned. */
function itemsOf(host: JobHost, started: Value): Value[] {
    if (started instanceof ApexList) {
        return [...started.items];
    }
    if (started instanceof ApexSet) {
        return [...started.values()];
    }
    if (isQueryLocator(started)) {
        return [...started.records()];
    }
    if (started === null) {
        throw apexException('UnexpectedException', 'Start did not return a valid iterable object.');
    }
    const iterator = host.invoke(started, 'iterator', []);
    const items: Value[] = [];
    while (host.invoke(iterator, 'hasNext', []) === true) {
        items.push(host.invoke(iterator, 'next', []));
    }
    return items;
}

/** The list that execute gets: of records, or of what the iterable holds. */
function scopeList(items: readonly Value[]): ApexList {
    const isRecords = items.every((item) => item instanceof SObject);
    const first = items[0] as SObject | undefined;
    const element = isRecords ? (first?.def.name ?? 'SObject') : 'Object';
    return new ApexList(typeToken(`List<${element}>`), [...items]);
}

/** Runs one batch job to its end. In a test only one chunk is allowed, as on the platform. */
export function runBatch(runner: JobRunner, job: PendingJob): void {
    const { host } = runner;
    const { scopeSize } = JSON.parse(job.details) as BatchDetails;
    const reader = { schema: host.schema, allocate: (name: string) => host.allocate(name) };
    const running: RunningJob = { id: job.id, depth: 1, maximumDepth: null, finalizer: null, isAborted: false };
    let state: JobState = { json: job.state, live: runner.queue.live.get(job.id) ?? [] };
    const first = readState(state, reader);
    const isStateful = host.isInstance(first, 'Database.Stateful');
    let isTest = false;
    let requestContext = new JobContext('Database.BatchableContext', job.id, null);

    /** One transaction on an instance; keeps the instance's state when it is stateful and the work succeeded. */
    const step = (instance: Value, work: (tx: Transaction, instance: Value) => void): void => {
        host.inTransaction(job.userId, 'batch', (tx) => {
            isTest = tx.isTest;
            setRunningJob(tx, running);
            work(tx, instance);
        });
        if (isStateful) {
            state = writeState(instance);
        }
    };

    let items: Value[] = [];
    // What start leaves in the instance's fields is seen by execute, stateful or not.
    host.inTransaction(job.userId, 'batch', (tx) => {
        isTest = tx.isTest;
        setRunningJob(tx, running);
        items = itemsOf(host, host.invoke(first, 'start', [requestContext]));
    });
    state = writeState(first);
    const chunks: Value[][] = [];
    for (let from = 0; from < items.length; from += scopeSize) {
        chunks.push(items.slice(from, from + scopeSize));
    }
    if (isTest && chunks.length > 1) {
        throw apexException(
            'UnexpectedException',
            'No more than one executeBatch can be called from within a test method.  Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
        );
    }
    runner.setStatus(job, { TotalJobItems: chunks.length });
    let errors = 0;
    let firstError: unknown = null;
    for (const [index, chunk] of chunks.entries()) {
        if (running.isAborted) {
            runner.setStatus(job, { Status: 'Aborted' });
            return;
        }
        requestContext = new JobContext('Database.BatchableContext', job.id, job.id);
        try {
            step(readState(state, reader), (_tx, instance) =>
                host.invoke(instance, 'execute', [requestContext, scopeList(chunk)])
            );
        } catch (error) {
            const failure = host.normalizeError(error);
            if (isTest || !(failure instanceof ApexException || (failure as Error)?.name === 'System.LimitException')) {
                throw failure;
            }
            errors++;
            firstError ??= failure;
            host.log(`${job.className} (batch chunk ${index + 1}) failed: ${host.errorText(failure)}`);
        }
        runner.setStatus(job, {
            JobItemsProcessed: index + 1,
            NumberOfErrors: errors,
            ...(firstError === null ? {} : { ExtendedStatus: `First error: ${host.errorText(firstError)}` })
        });
    }
    step(readState(state, reader), (_tx, instance) =>
        host.invoke(instance, 'finish', [new JobContext('Database.BatchableContext', job.id)])
    );
    if (errors > 0) {
        runner.setStatus(job, { Status: 'Completed' });
    }
}
