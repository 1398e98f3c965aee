/**
 * What platform classes need from the engine beyond a transaction: the job queue, the event bus, what was sent,
 * and the test that is running. The engine puts one into a slot of every transaction.
 */
import type { MethodMeta, Value } from '../runtime/program.ts';
import type { RunningUser, Transaction } from '../runtime/transaction.ts';
import type { SObject } from '../values/sobject.ts';
import type { TypeToken } from '../values/typeToken.ts';

/** Options of `System.enqueueJob`. */
export interface QueueableOptions {
    readonly delayMinutes: number;
    /** `AsyncOptions.MaximumQueueableStackDepth`; null for none. */
    readonly maximumDepth: number | null;
    /** Text of `AsyncOptions.DuplicateSignature`; null for none. */
    readonly signature: string | null;
}

/** Jobs. All methods return the id of the AsyncApexJob (or CronTrigger for schedules). */
export interface JobService {
    enqueueQueueable(tx: Transaction, job: Value, options: QueueableOptions): string;
    enqueueFuture(tx: Transaction, className: string, method: MethodMeta, args: readonly Value[]): string;
    executeBatch(tx: Transaction, job: Value, scopeSize: number): string;
    schedule(tx: Transaction, name: string, cron: string, job: Value): string;
    scheduleBatch(tx: Transaction, job: Value, name: string, minutesFromNow: number, scopeSize: number): string;
    abort(tx: Transaction, id: string): void;
    attachFinalizer(tx: Transaction, finalizer: Value): void;
    /** Of the running queueable; null outside of one. */
    currentDepth(tx: Transaction): { readonly depth: number; readonly maximum: number | null } | null;
}

/** Platform events. */
export interface EventService {
    /**
     * Takes the events for delivery; fields are checked by the caller.
     * @param callback an EventPublishSuccessCallback or EventPublishFailureCallback, or null
     */
    publish(tx: Transaction, events: readonly SObject[], callback: Value): void;
    /** Test.getEventBus().fail(): drops what was published so far and calls the failure callbacks. */
    fail(tx: Transaction): void;
    /** Test.getEventBus().deliver(): runs the triggers of everything published so far. */
    deliver(tx: Transaction): void;
}

/** A captured e-mail. */
export interface CapturedEmail {
    readonly sentAt: number;
    readonly fromUserId: string;
    readonly toAddresses: readonly string[];
    readonly ccAddresses: readonly string[];
    readonly bccAddresses: readonly string[];
    readonly targetObjectId: string | null;
    readonly subject: string | null;
    readonly plainTextBody: string | null;
    readonly htmlBody: string | null;
}

/** A captured custom notification. */
export interface CapturedNotification {
    readonly sentAt: number;
    readonly typeId: string;
    readonly title: string;
    readonly body: string;
    readonly targetId: string | null;
    readonly targetPageRef: string | null;
    readonly senderId: string | null;
    /** Users, after groups and queues were resolved. */
    readonly recipientIds: readonly string[];
}

/** What left the org. Nothing is really sent; tests and the host read it. */
export interface Outbox {
    readonly emails: CapturedEmail[];
    readonly notifications: CapturedNotification[];
}

/** The test that is running. */
export interface TestControl {
    startTest(): void;
    stopTest(): void;
    /** Mock by kind: `httpcalloutmock`, `webservicemock`. */
    readonly mocks: Map<string, Value>;
    fixedSearchResults: readonly string[];
}

/** A value in the platform cache; it is gone at `expiresAt`. */
export interface CacheEntry {
    readonly value: Value;
    readonly expiresAt: number;
}

export interface OrganizationInfo {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly currency: string;
    readonly language: string;
}

export interface OrgServices {
    readonly organization: OrganizationInfo;
    readonly jobs: JobService;
    readonly events: EventService;
    readonly outbox: Outbox;
    /** The user as the running user; throws when there is no such row. */
    runningUser(tx: Transaction, userId: string): RunningUser;
    /** Instance whose methods call `handle`; see Test.createStub. */
    createStub(type: TypeToken, handle: (self: Value, method: MethodMeta, args: readonly Value[]) => Value): Value;
    /** A value of type `Type`. */
    typeValue(type: TypeToken): Value;
    /** A deep copy through serialised state, as everything that leaves a transaction is copied. */
    copyOf(value: Value): Value;
    /** Platform cache of the org; keys hold the partition, for session caches the user too. */
    readonly cache: Map<string, CacheEntry>;
    /** Static resource by name, or undefined. */
    staticResource(name: string): Uint8Array | undefined;
}

export const SERVICES: unique symbol = Symbol('services');
export const TEST: unique symbol = Symbol('test');

/** The engine's services for a transaction. */
export function services(tx: Transaction): OrgServices {
    return tx.slot<OrgServices>(SERVICES, () => {
        throw new Error('The transaction was made without services');
    });
}

/** The running test, or null outside of tests. */
export function testControl(tx: Transaction): TestControl | null {
    return tx.slot<TestControl | null>(TEST, () => null);
}
