/** Values that jobs, finalizers and publish callbacks of user classes get. */
import type { Value } from '../runtime/program.ts';

/** What `execute` of a queueable, batch or scheduled class gets. */
export class JobContext {
    readonly typeName: 'QueueableContext' | 'SchedulableContext' | 'Database.BatchableContext';
    readonly jobId: string;
    /** Batch only: the id of the chunk's own job. */
    readonly childJobId: string | null;

    constructor(typeName: JobContext['typeName'], jobId: string, childJobId: string | null = null) {
        this.typeName = typeName;
        this.jobId = jobId;
        this.childJobId = childJobId;
    }
}

/** What a finalizer gets. `exception` is the uncaught exception of the job, or null. */
export class FinalizerContextValue {
    readonly typeName = 'FinalizerContext';
    readonly jobId: string;
    readonly requestId: string;
    readonly exception: Value;

    constructor(jobId: string, requestId: string, exception: Value) {
        this.jobId = jobId;
        this.requestId = requestId;
        this.exception = exception;
    }
}

/** What a publish callback gets. */
export class PublishResultValue {
    readonly typeName: 'EventBus.SuccessResult' | 'EventBus.FailureResult';
    readonly eventUuids: readonly string[];

    constructor(typeName: PublishResultValue['typeName'], eventUuids: readonly string[]) {
        this.typeName = typeName;
        this.eventUuids = eventUuids;
    }
}
