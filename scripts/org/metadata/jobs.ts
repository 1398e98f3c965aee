/** Runs deploys and test runs in worker threads, one at a time, as an org does with its queue. */
import { Worker } from 'node:worker_threads';
import type { WorkerJob, WorkerMessage } from './worker.ts';

export interface RunningJob {
    /** Rejects when the worker breaks, and with `JobCancelled` after `cancel`. */
    readonly done: Promise<void>;
    cancel(): void;
}

export class JobCancelled extends Error {}

export class JobQueue {
    private last: Promise<unknown> = Promise.resolve();
    private readonly running = new Set<RunningJob>();

    /**
     * Starts a job when the ones before it are done.
     * @param onStart called when it starts
     * @param onMessage progress on the way
     * @param finish what is left to do with the result before the next job starts
     */
    run(
        job: () => WorkerJob,
        onStart: () => void,
        onMessage: (message: WorkerMessage) => void,
        finish: (message: WorkerMessage) => Promise<void>
    ): RunningJob {
        let worker: Worker | undefined;
        let isCancelled = false;
        const work = (): Promise<WorkerMessage> =>
            new Promise<WorkerMessage>((resolve, reject) => {
                if (isCancelled) {
                    reject(new JobCancelled());
                    return;
                }
                onStart();
                let final: WorkerMessage | undefined;
                worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job() });
                worker.on('message', (message: WorkerMessage) => {
                    if (/Progress$/.test(message.kind)) onMessage(message);
                    else final = message;
                });
                worker.on('error', reject);
                worker.on('exit', () => {
                    if (final) resolve(final);
                    else reject(isCancelled ? new JobCancelled() : new Error('The worker ended without a result'));
                });
            });
        const done = this.last.then(work).then(finish);
        this.last = done.catch(() => undefined);
        const running = {
            done,
            cancel: () => {
                isCancelled = true;
                void worker?.terminate();
            }
        };
        this.running.add(running);
        void this.last.then(() => this.running.delete(running));
        return running;
    }

    /** Ends everything that runs or waits. */
    close(): void {
        this.running.forEach((job) => job.cancel());
    }
}
