/** Governor limits: one set of counters per transaction, swapped for a fresh one between Test.startTest and Test.stopTest. */
import { LimitException } from '../values/exceptions.ts';
import type { LimitName, Limits } from '../runtime/transaction.ts';

type LimitTable = Readonly<Record<LimitName, number>>;

const SYNC_LIMITS: LimitTable = {
    queries: 100,
    queryRows: 50_000,
    aggregateQueries: 300,
    dmlStatements: 150,
    dmlRows: 10_000,
    queueableJobs: 50,
    futureCalls: 50,
    callouts: 100,
    emailInvocations: 10,
    publishImmediateDml: 150,
    soslQueries: 20,
    queryLocatorRows: 10_000,
    cpuTime: 10_000
};

/** Asynchronous Apex. Scheduled Apex and event triggers have the synchronous limits. */
const ASYNC_LIMITS: LimitTable = { ...SYNC_LIMITS, queries: 200, queueableJobs: 1, cpuTime: 60_000 };

const TABLES = {
    sync: SYNC_LIMITS,
    queueable: ASYNC_LIMITS,
    /** Future methods and batches may not call future methods. */
    async: { ...ASYNC_LIMITS, futureCalls: 0 }
} as const;

/** Wording of the platform after `Too many ` in a LimitException. */
const NOUNS: Readonly<Record<LimitName, string>> = {
    queries: 'SOQL queries',
    queryRows: 'query rows',
    aggregateQueries: 'aggregate queries',
    dmlStatements: 'DML statements',
    dmlRows: 'DML rows',
    queueableJobs: 'queueable jobs added to the queue',
    futureCalls: 'future calls',
    callouts: 'callouts',
    emailInvocations: 'Email Invocations',
    publishImmediateDml: 'DML statements',
    soslQueries: 'SOSL queries',
    queryLocatorRows: 'query locator rows',
    cpuTime: 'CPU time'
};

/** Told of what a transaction uses, with the transaction's counters. */
export type LimitObserver = (name: LimitName, amount: number, counters: LimitCounters) => void;

let observer: LimitObserver | null = null;

/** Tells somebody of everything that any transaction uses; null ends it. */
export function observeLimits(listener: LimitObserver | null): void {
    observer = listener;
}

/** Counters of one transaction. CPU time is wall time since construction but for queries, in milliseconds. */
export class LimitCounters implements Limits {
    private readonly counters = new Map<LimitName, number>();
    private readonly table: LimitTable;
    private readonly startedAt = performance.now();
    private inQueries = 0;
    private dmlForbidden = false;

    /** @param kind which table applies */
    constructor(kind: keyof typeof TABLES = 'sync') {
        this.table = TABLES[kind];
    }

    /** A cacheable controller method may not write: every DML statement fails from now on. */
    forbidDml(): void {
        this.dmlForbidden = true;
    }

    consume(name: LimitName, amount = 1): void {
        const used = this.used(name) + amount;
        this.counters.set(name, used);
        observer?.(name, amount, this);
        if (used > this.allowed(name)) {
            throw new LimitException(`Too many ${NOUNS[name]}: ${used}`);
        }
    }

    excludeFromCpu(milliseconds: number): void {
        this.inQueries += milliseconds;
    }

    mark(): { restore(): void } {
        const counters = [...this.counters];
        return {
            restore: () => {
                this.counters.clear();
                counters.forEach(([name, used]) => this.counters.set(name, used));
            }
        };
    }

    used(name: LimitName): number {
        if (name === 'cpuTime') {
            return Math.round(performance.now() - this.startedAt - this.inQueries);
        }
        return this.counters.get(name) ?? 0;
    }

    allowed(name: LimitName): number {
        return name === 'dmlStatements' && this.dmlForbidden ? 0 : this.table[name];
    }
}
