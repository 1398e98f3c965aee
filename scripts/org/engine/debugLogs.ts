/**
 * Debug logs of requests, in the platform's format: every request and job that runs Apex or validation rules leaves one.
 * They are kept in memory, newest last, and go when there are too many or they take too much room.
 */
import { API_VERSION } from '../runtime/apiVersion.ts';
import { exceptionText, logThrown, type RequestLog } from '../runtime/requestLog.ts';
import { framesOfStack, frameText } from '../runtime/stacks.ts';
import type { LimitName, RunningUser } from '../runtime/transaction.ts';
import { ApexException } from '../values/exceptions.ts';
import { offsetMinutes } from '../values/zones.ts';
import type { OrgTransaction } from './transaction.ts';

/** The platform keeps 1,000 MB a day for an org and 20 MB for one log; a laptop's memory is smaller. */
const LOGS_KEPT = 200;
const CHARACTERS_KEPT = 16_000_000;
const LARGEST_LOG = 2_000_000;
const MAXIMUM_REACHED = '*********** MAXIMUM DEBUG LOG SIZE REACHED ***********';

/** Levels that decide what is written; they are not adjustable. */
const LEVELS =
    'APEX_CODE,DEBUG;APEX_PROFILING,INFO;CALLOUT,INFO;DB,INFO;NBA,INFO;SYSTEM,DEBUG;VALIDATION,INFO;VISUALFORCE,INFO;WAVE,INFO;WORKFLOW,INFO';

const OPERATIONS: Readonly<Record<OrgTransaction['context'], string>> = {
    sync: 'Api',
    test: 'ApexTestHandler',
    queueable: 'QueueableHandler',
    future: 'FutureHandler',
    batch: 'Batch Apex',
    scheduled: 'Scheduled Apex',
    event: 'EventBusSubscriber'
};

/** Wording of the platform, in its order. */
const LIMITS: readonly (readonly [string, LimitName])[] = [
    ['Number of SOQL queries', 'queries'],
    ['Number of query rows', 'queryRows'],
    ['Number of SOSL queries', 'soslQueries'],
    ['Number of DML statements', 'dmlStatements'],
    ['Number of Publish Immediate DML', 'publishImmediateDml'],
    ['Number of DML rows', 'dmlRows'],
    ['Maximum CPU time', 'cpuTime'],
    ['Number of callouts', 'callouts'],
    ['Number of Email Invocations', 'emailInvocations'],
    ['Number of future calls', 'futureCalls'],
    ['Number of queueable jobs added to the queue', 'queueableJobs']
];

/** One log that is complete. */
export interface DebugLog {
    /** Counts from 1 in the order in which requests began. */
    readonly number: number;
    readonly userId: string;
    readonly operation: string;
    /** `Success`, or what ended the request. */
    readonly status: string;
    /** Time of the org's clock, in milliseconds. */
    readonly startedAt: number;
    readonly durationMs: number;
    readonly body: string;
}

/** What a request is about, as far as its caller knows. */
export interface LogSubject {
    /** What was asked for, `/aura` for example; without it the context says it. */
    readonly operation?: string;
    /** Text of an anonymous block, which a log repeats. */
    readonly anonymous?: string;
}

export interface LogRequest extends LogSubject {
    readonly user: RunningUser;
    readonly context: OrgTransaction['context'];
    readonly now: number;
}

/** Collects the lines of one request. */
export class OpenLog implements RequestLog {
    readonly number: number;
    readonly operation: string;
    readonly request: LogRequest;
    /** True once something ran that leaves a log. */
    isWorthKeeping = false;
    private readonly lines: string[];
    private readonly began = performance.now();
    private depth = 0;
    private size = 0;

    constructor(number: number, request: LogRequest) {
        this.number = number;
        this.request = request;
        this.operation = request.operation ?? OPERATIONS[request.context];
        const anonymous = request.anonymous?.split(/\r?\n/) ?? [];
        this.lines = [`${API_VERSION} ${LEVELS}`, ...anonymous.map((line) => `Execute Anonymous: ${line}`)];
        const { user } = request;
        const offset = offsetText(user.timeZone, request.now);
        this.write(
            'USER_INFO',
            '[EXTERNAL]',
            user.id.slice(0, 15),
            user.userName,
            `(${offset}) ${user.timeZone}`,
            offset
        );
        this.write('EXECUTION_STARTED');
    }

    get durationMs(): number {
        return Math.round(performance.now() - this.began);
    }

    get isOutside(): boolean {
        return this.depth === 0;
    }

    enter(): void {
        this.depth++;
        this.isWorthKeeping = true;
    }

    leave(): void {
        this.depth--;
    }

    write(event: string, ...details: readonly string[]): void {
        if (this.size > LARGEST_LOG) return;
        const elapsed = performance.now() - this.began;
        const line = [`${this.timeText(elapsed)} (${Math.round(elapsed * 1e6)})`, event, ...details].join('|');
        this.size += line.length + 1;
        this.lines.push(this.size > LARGEST_LOG ? MAXIMUM_REACHED : line);
    }

    /** `HH:mm:ss.S` in the user's zone. */
    private timeText(elapsed: number): string {
        const { now, user } = this.request;
        const at = now + elapsed;
        const local = new Date(at + offsetMinutes(user.timeZone, at) * 60_000);
        return `${local.toISOString().slice(11, 19)}.${local.getUTCMilliseconds()}`;
    }

    /** Says what ended the request, if something did. */
    fail(error: unknown): string {
        const text = errorText(error);
        if (error instanceof ApexException) logThrown({ log: this }, error);
        const frames = framesOfStack((error as Error | undefined)?.stack ?? '').map(frameText);
        this.write('FATAL_ERROR', [text, '', ...frames].join('\n'));
        return text;
    }

    writeLimits(tx: OrgTransaction): void {
        this.write('CUMULATIVE_LIMIT_USAGE');
        const figures = LIMITS.map(
            ([label, name]) => `  ${label}: ${tx.limits.used(name)} out of ${tx.limits.allowed(name)}`
        );
        this.write('LIMIT_USAGE_FOR_NS', '(default)', ['', ...figures, ''].join('\n'));
        this.write('CUMULATIVE_LIMIT_USAGE_END');
    }

    get body(): string {
        return `${this.lines.join('\n')}\n`;
    }
}

/** `System.DmlException: Insert failed ...` */
export function errorText(error: unknown): string {
    if (error instanceof ApexException) return exceptionText(error);
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** The logs of one org. */
export class DebugLogs {
    private kept: DebugLog[] = [];
    private characters = 0;
    /** Requests so far, kept or not. */
    count = 0;

    /** Oldest first. */
    get all(): readonly DebugLog[] {
        return this.kept;
    }

    open(request: LogRequest): OpenLog {
        return new OpenLog(++this.count, request);
    }

    /**
     * Ends a log and keeps it if Apex or a validation rule ran.
     * @param error what ended the request; undefined when it went well
     */
    close(log: OpenLog, tx: OrgTransaction, error?: unknown): DebugLog | null {
        if (!log.isWorthKeeping) return null;
        const status = error === undefined ? 'Success' : log.fail(error);
        log.writeLimits(tx);
        log.write('EXECUTION_FINISHED');
        const { number, operation, request, durationMs, body } = log;
        const closed = {
            number,
            userId: request.user.id,
            operation,
            status,
            startedAt: request.now,
            durationMs,
            body
        };
        this.kept.push(closed);
        this.characters += body.length;
        while (this.kept.length > LOGS_KEPT || (this.characters > CHARACTERS_KEPT && this.kept.length > 1)) {
            this.characters -= this.kept.shift()?.body.length ?? 0;
        }
        return closed;
    }

    delete(number: number): void {
        const gone = this.kept.find((log) => log.number === number);
        this.kept = this.kept.filter((log) => log !== gone);
        this.characters -= gone?.body.length ?? 0;
    }
}

function offsetText(zone: string, at: number): string {
    const minutes = offsetMinutes(zone, at);
    const text = (value: number): string => String(value).padStart(2, '0');
    const absolute = Math.abs(minutes);
    return `GMT${minutes < 0 ? '-' : '+'}${text(Math.floor(absolute / 60))}:${text(absolute % 60)}`;
}
