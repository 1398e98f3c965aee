/**
 * Entry of a worker thread: a deploy or a test run, away from the thread that answers requests. Everything it needs comes
 * in `workerData`; what it finds goes back as messages.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { ToolError } from '../../shared/toolError.ts';
import { runDeploy, type DeployProgress, type DeployRequest, type DeployVerdict } from './deploy/run.ts';
import { runTestsApart, type ApartTestProgress, type ApartTestReport, type ApartTestRequest } from './testsApart.ts';

export type WorkerJob =
    | { readonly kind: 'deploy'; readonly request: DeployRequest }
    | { readonly kind: 'tests'; readonly request: ApartTestRequest };

export type WorkerMessage =
    | { readonly kind: 'deployProgress'; readonly progress: DeployProgress }
    | { readonly kind: 'deployDone'; readonly verdict: DeployVerdict }
    | { readonly kind: 'testProgress'; readonly progress: ApartTestProgress }
    | { readonly kind: 'testsDone'; readonly report: ApartTestReport }
    | { readonly kind: 'refused'; readonly message: string };

async function work(job: WorkerJob): Promise<WorkerMessage> {
    const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);
    if (job.kind === 'deploy') {
        const verdict = await runDeploy(job.request, (progress) => tell({ kind: 'deployProgress', progress }));
        return { kind: 'deployDone', verdict };
    }
    try {
        return {
            kind: 'testsDone',
            report: runTestsApart(job.request, (progress) => tell({ kind: 'testProgress', progress }))
        };
    } catch (error) {
        if (error instanceof ToolError) return { kind: 'refused', message: error.message };
        throw error;
    }
}

const message = await work(workerData as WorkerJob);
parentPort?.postMessage(message);
