/**
 * What one unit of work carries: the running user, the clock, the counters, the queue of work to do afterwards.
 * Everything between `lib` and `store` receives it; only the engine makes it.
 */
import type { Schema, ObjectDef } from '../schema/model.ts';
import type { Store } from '../store/store.ts';
import type { SObject } from '../values/sobject.ts';
import type { RequestLog } from './requestLog.ts';
import type { UserAccess } from '../security/access.ts';

/** Time of the org in milliseconds since the epoch. The org has one clock; people and tests can move it. */
export interface Clock {
    now(): number;
}

export interface RunningUser {
    readonly id: string;
    readonly name: string;
    readonly userName: string;
    readonly email: string;
    readonly profileId: string;
    readonly roleId: string | null;
    /** IANA name, e.g. `America/Chicago`. */
    readonly timeZone: string;
    /** e.g. `en_US`. */
    readonly locale: string;
    readonly language: string;
    readonly access: UserAccess;
}

/** Names follow the `Limits` class: `Limits.getQueries()` reads `queries`. */
export type LimitName =
    | 'queries'
    | 'queryRows'
    | 'aggregateQueries'
    | 'dmlStatements'
    | 'dmlRows'
    | 'queueableJobs'
    | 'futureCalls'
    | 'callouts'
    | 'emailInvocations'
    | 'publishImmediateDml'
    | 'soslQueries'
    | 'queryLocatorRows'
    | 'cpuTime';

export interface Limits {
    /** Adds to a counter. Throws LimitException (which Apex cannot catch) when it goes past the limit. */
    consume(name: LimitName, amount?: number): void;
    used(name: LimitName): number;
    allowed(name: LimitName): number;
    /** Takes time of queries out of the CPU time: the platform counts what its own servers do, not the database. */
    excludeFromCpu(milliseconds: number): void;
    /** Remembers the counters, to set them back. */
    mark(): { restore(): void };
}

export type TriggerMoment =
    | 'before insert'
    | 'before update'
    | 'before delete'
    | 'after insert'
    | 'after update'
    | 'after delete'
    | 'after undelete';

/** The values behind `Trigger.new` and its siblings for one firing of one chunk. */
export interface TriggerFrame {
    readonly moment: TriggerMoment;
    readonly object: ObjectDef;
    /** Records being saved; null for delete. In before triggers these are the records that are saved. */
    readonly newRecords: SObject[] | null;
    readonly oldRecords: SObject[] | null;
    readonly size: number;
}

/** One compiled trigger. */
export interface TriggerUnit {
    readonly name: string;
    readonly object: string;
    readonly moments: ReadonlySet<TriggerMoment>;
    /** Not read-only: a watcher of entry points puts itself around it for a while. */
    run: () => void;
}

/** 'user': CRUD, FLS and sharing of the running user. 'system': none of them; record sharing only if `withSharing`. */
export interface AccessMode {
    readonly mode: 'user' | 'system';
    /** Sharing in system mode: true when the innermost class with a sharing keyword says `with sharing`. */
    readonly withSharing: boolean;
}

/** Work to run after the current one committed (or at Test.stopTest): queueable, future, batch, platform event delivery. */
export interface AsyncWork {
    readonly kind: 'queueable' | 'future' | 'batch' | 'event' | 'schedule';
    readonly jobId: string;
    readonly label: string;
    /** Not before this instant of the org's clock. */
    readonly notBefore: number;
    run(): void;
}

export interface Transaction {
    readonly schema: Schema;
    readonly store: Store;
    readonly clock: Clock;
    readonly limits: Limits;
    /** Where the request's debug log is written; tests and the org's own work have none. */
    readonly log?: RequestLog | null;
    readonly user: RunningUser;
    readonly isTest: boolean;
    readonly requestId: string;
    /** 'sync' | 'queueable' | ... as System.Request.getQuiddity needs it. */
    readonly context: 'sync' | 'queueable' | 'batch' | 'future' | 'scheduled' | 'event' | 'test';
    triggersOf(object: ObjectDef, moment: TriggerMoment): readonly TriggerUnit[];
    /** Innermost trigger firing, or undefined outside of triggers. */
    readonly triggerFrame: TriggerFrame | undefined;
    withTriggerFrame<T>(frame: TriggerFrame, work: () => T): T;
    /** Runs work as another user (System.runAs) and restores the previous one afterwards. */
    withUser<T>(user: RunningUser, work: () => T): T;
    enqueue(work: AsyncWork): void;
    /** Free-form slots for modules that keep state per transaction; created on first use, gone with the transaction. */
    slot<T>(key: symbol, create: () => T): T;
}
