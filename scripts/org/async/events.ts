/** Platform events: published ones wait in the job table and reach their triggers in transactions of their own. */
import type { Transaction } from '../runtime/transaction.ts';
import type { EventService } from '../lib/services.ts';
import { PublishResultValue } from './contexts.ts';
import type { Value } from '../runtime/program.ts';
import type { SObject } from '../values/sobject.ts';
import { ApexDatetime } from '../values/temporal.ts';
import type { JobHost } from './host.ts';
import type { JobTable, PendingJob } from './jobTable.ts';
import { readState, writeState } from './state.ts';

/** Events that one firing of a trigger gets at most. */
const CHUNK = 2000;

interface EventDetails {
    /** Names the call of EventBus.publish: its events share one callback. */
    readonly publication: string;
    /** State of the callback object; null for none. */
    readonly callback: string | null;
}

/** Takes events and hands them to their triggers. */
export class EventBusQueue implements EventService {
    private readonly table: JobTable;
    private readonly host: JobHost;
    private replayId = 0;
    /** Events published immediately that nobody got yet: a rollback does not take them back. */
    private readonly immediate = new Map<string, PendingJob>();

    constructor(table: JobTable, host: JobHost) {
        this.table = table;
        this.host = host;
    }

    /**
     * Events that are published after commit go when the work that published them is rolled back; those that are
     * published immediately stay.
     */
    publish(tx: Transaction, events: readonly SObject[], callback: Value): void {
        if (events.length === 0) {
            return;
        }
        const kinds = new Set(events.map((event) => event.def.publishes));
        if (kinds.has('immediately')) {
            tx.limits.consume('publishImmediateDml');
        }
        if (kinds.has('afterCommit')) {
            tx.limits.consume('dmlStatements');
        }
        const details: EventDetails = {
            publication: crypto.randomUUID(),
            callback: callback === null ? null : writeState(callback).json
        };
        for (const event of events) {
            const copy = event.clone(false, true);
            this.replayId++;
            const loaded: readonly (readonly [string, unknown])[] = [
                ['ReplayId', String(this.replayId)],
                ['CreatedDate', ApexDatetime.fromEpochMs(tx.clock.now())],
                ['CreatedById', tx.user.id]
            ];
            for (const [name, value] of loaded) {
                if (event.def.fields.has(name.toLowerCase())) {
                    copy.load(name, value);
                }
            }
            const job: PendingJob = {
                id: `event-${crypto.randomUUID()}`,
                kind: 'event',
                className: event.def.name,
                userId: tx.user.id,
                notBefore: tx.clock.now(),
                state: writeState(copy).json,
                details: JSON.stringify(details)
            };
            this.table.add(job);
            if (event.def.publishes === 'immediately') {
                this.immediate.set(job.id, job);
            }
        }
    }

    /** Brings back what was published immediately by work that was rolled back. */
    keepImmediate(): void {
        for (const job of this.immediate.values()) {
            if (!this.table.get(job.id)) {
                this.table.add(job);
            }
        }
        this.immediate.clear();
    }

    /** A new test begins: nothing of the last one waits. */
    forgetImmediate(): void {
        this.immediate.clear();
    }

    fail(_tx: Transaction): void {
        this.keepImmediate();
        const jobs = this.table.all(['event']);
        jobs.forEach((job) => this.table.remove(job.id));
        runCallbacks(this.host, jobs, 'Failure', true);
    }

    deliver(_tx: Transaction): void {
        this.deliverAll(true);
    }

    /** Runs the triggers of everything that waits. */
    deliverAll(rethrow: boolean): void {
        this.keepImmediate();
        runEvents(this.host, this.table, this.table.all(['event']), rethrow);
    }
}

function readJson(host: JobHost, json: string): Value {
    return readState({ json, live: [] }, { schema: host.schema, allocate: (name) => host.allocate(name) });
}

/** Calls `onSuccess` or `onFailure` once for each publication that has such a callback. */
function runCallbacks(
    host: JobHost,
    jobs: readonly PendingJob[],
    outcome: 'Success' | 'Failure',
    rethrow: boolean
): void {
    const publications = new Map<string, { callback: string; uuids: string[] }>();
    for (const job of jobs) {
        const { publication, callback } = JSON.parse(job.details) as EventDetails;
        if (callback !== null) {
            const entry = publications.get(publication) ?? { callback, uuids: [] };
            entry.uuids.push(String((readJson(host, job.state) as SObject).fields.get('EventUuid')));
            publications.set(publication, entry);
        }
    }
    for (const { callback, uuids } of publications.values()) {
        try {
            host.inTransaction(host.automatedUserId, 'event', () => {
                const target = readJson(host, callback);
                if (host.isInstance(target, `EventBus.EventPublish${outcome}Callback`)) {
                    host.invoke(target, `on${outcome}`, [new PublishResultValue(`EventBus.${outcome}Result`, uuids)]);
                }
            });
        } catch (error) {
            if (rethrow) {
                throw error;
            }
            host.log(`Publish callback failed: ${host.errorText(error)}`);
        }
    }
}

/** Runs the triggers for events in the order of publishing, grouped by event type. */
export function runEvents(host: JobHost, table: JobTable, jobs: readonly PendingJob[], rethrow: boolean): void {
    const byType = new Map<string, PendingJob[]>();
    for (const job of jobs) {
        table.remove(job.id);
        byType.set(job.className, [...(byType.get(job.className) ?? []), job]);
    }
    for (const [name, typed] of byType) {
        const def = host.schema.object(name);
        if (!def) {
            continue;
        }
        for (let from = 0; from < typed.length; from += CHUNK) {
            const events = typed
                .slice(from, from + CHUNK)
                .map((job) =>
                    readState(
                        { json: job.state, live: [] },
                        { schema: host.schema, allocate: (className) => host.allocate(className) }
                    )
                );
            try {
                host.inTransaction(host.automatedUserId, 'event', (tx) => host.fireEventTriggers(tx, def, events));
            } catch (error) {
                if (rethrow) {
                    throw error;
                }
                host.log(`Trigger on ${name} failed: ${host.errorText(error)}`);
            }
        }
    }
    runCallbacks(host, jobs, 'Success', rethrow);
}
