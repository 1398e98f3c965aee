/** The part of `System` that talks to the running org: time, users, jobs, the request. */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { Transaction } from '../runtime/transaction.ts';
import { apexException } from '../values/exceptions.ts';
import { ApexDate, ApexDatetime } from '../values/temporal.ts';
import { localParts } from '../values/zones.ts';
import type { AsyncOptionsValue } from './asyncTypes.ts';
import { libraryEnum } from './libraryEnum.ts';
import { services, type QueueableOptions } from './services.ts';

const MAXIMUM_DELAY_MINUTES = 10;
const DEFAULT_BATCH_SIZE = 200;
const MAXIMUM_BATCH_SIZE = 2000;

export const quiddity = libraryEnum('Quiddity', 'System', [
    'ANONYMOUS',
    'AURA',
    'BATCH_ACS',
    'BATCH_APEX',
    'BATCH_CHUNK_PARALLEL',
    'BATCH_CHUNK_SERIAL',
    'BULK_API',
    'COMMERCE_INTEGRATION',
    'DISCOVERABLE_LOGIN',
    'EXTERNAL_SERVICE_CALLBACK',
    'FUNCTION_CALLBACK',
    'FUTURE',
    'INBOUND_EMAIL_SERVICE',
    'INVOCABLE_ACTION',
    'IOT',
    'PLATFORM_EVENT_PUBLISH_CALLBACK',
    'POST_INSTALL_SCRIPT',
    'QUEUEABLE',
    'QUICK_ACTION',
    'REMOTE_ACTION',
    'REST',
    'RUNTEST_ASYNC',
    'RUNTEST_DEPLOY',
    'RUNTEST_SYNC',
    'SCHEDULED',
    'SOAP',
    'SYNCHRONOUS',
    'TRANSACTION_FINALIZER_QUEUEABLE',
    'UNDEFINED',
    'VF'
]);

const QUIDDITY_OF_CONTEXT: Readonly<Record<Transaction['context'], string>> = {
    sync: 'SYNCHRONOUS',
    queueable: 'QUEUEABLE',
    batch: 'BATCH_APEX',
    future: 'FUTURE',
    scheduled: 'SCHEDULED',
    event: 'PLATFORM_EVENT_PUBLISH_CALLBACK',
    test: 'RUNTEST_SYNC'
};

/** `System.Request.getCurrent()`. */
class RequestValue {
    readonly typeName = 'Request';
    readonly id: string;
    readonly context: Transaction['context'];

    constructor(id: string, context: Transaction['context']) {
        this.id = id;
        this.context = context;
    }
}

/** A package version `1.2`. */
class VersionValue {
    readonly typeName = 'Version';
    readonly parts: readonly (number | null)[];

    constructor(parts: readonly (number | null)[]) {
        this.parts = parts;
    }
}

/** Today's date in a time zone. */
function todayIn(zone: string, epochMs: number): ApexDate {
    const parts = localParts(zone, epochMs);
    return ApexDate.of(parts.year, parts.month, parts.day);
}

function queueableOptions(delay: number | null, options: AsyncOptionsValue | null): QueueableOptions {
    const delayMinutes = delay ?? options?.minimumDelayMinutes ?? 0;
    if (delayMinutes < 0 || delayMinutes > MAXIMUM_DELAY_MINUTES) {
        throw apexException(
            'IllegalArgumentException',
            `The delay must be between 0 and ${MAXIMUM_DELAY_MINUTES} minutes.`
        );
    }
    return {
        delayMinutes,
        maximumDepth: options?.maximumDepth ?? null,
        signature: options?.signature ?? null
    };
}

function batchSize(size: number | null): number {
    const scope = size ?? DEFAULT_BATCH_SIZE;
    if (scope < 1) {
        throw apexException('IllegalArgumentException', 'Scope size must be greater than zero.');
    }
    return Math.min(scope, MAXIMUM_BATCH_SIZE);
}

export const systemPlatformLibrary: LibraryModule = (context) => {
    const tx = (): Transaction => context.tx();
    const jobs = () => services(tx()).jobs;
    const isContext =
        (...names: Transaction['context'][]) =>
        () =>
            names.includes(tx().context);
    return [
        quiddity.libraryClass,
        libraryClass('System', {
            'static Datetime now()': () => ApexDatetime.fromEpochMs(tx().clock.now()),
            'static Date today()': () => todayIn(tx().user.timeZone, tx().clock.now()),
            'static Long currentTimeMillis()': () => BigInt(tx().clock.now()),
            'static Id enqueueJob(Queueable job)': (job: Value) =>
                jobs().enqueueQueueable(tx(), job, queueableOptions(null, null)),
            'static Id enqueueJob(Queueable job, Integer delay)': (job: Value, delay: number) =>
                jobs().enqueueQueueable(tx(), job, queueableOptions(delay, null)),
            'static Id enqueueJob(Queueable job, AsyncOptions options)': (job: Value, options: AsyncOptionsValue) =>
                jobs().enqueueQueueable(tx(), job, queueableOptions(null, options)),
            'static String schedule(String name, String cron, Schedulable job)': (
                name: string,
                cron: string,
                job: Value
            ) => jobs().schedule(tx(), name, cron, job),
            'static String scheduleBatch(Object job, String name, Integer minutes)': (
                job: Value,
                name: string,
                minutes: number
            ) => jobs().scheduleBatch(tx(), job, name, minutes, DEFAULT_BATCH_SIZE),
            'static String scheduleBatch(Object job, String name, Integer minutes, Integer size)': (
                job: Value,
                name: string,
                minutes: number,
                size: number
            ) => jobs().scheduleBatch(tx(), job, name, minutes, batchSize(size)),
            'static void abortJob(String id)': (id: string) => jobs().abort(tx(), id),
            'static void attachFinalizer(Finalizer finalizer)': (finalizer: Value) =>
                jobs().attachFinalizer(tx(), finalizer),
            'static Boolean isBatch()': isContext('batch'),
            'static Boolean isFuture()': isContext('future'),
            'static Boolean isQueueable()': isContext('queueable'),
            'static Boolean isScheduled()': isContext('scheduled'),
            'static Boolean isRunningElasticCompute()': () => false
        }),
        libraryClass('Database', {
            'static Id executeBatch(Object job)': (job: Value) => jobs().executeBatch(tx(), job, DEFAULT_BATCH_SIZE),
            'static Id executeBatch(Object job, Integer size)': (job: Value, size: number) =>
                jobs().executeBatch(tx(), job, batchSize(size))
        }),
        libraryClass('Request', {
            'static Request getCurrent()': () => new RequestValue(tx().requestId, tx().context),
            'String getRequestId()': (self: RequestValue) => self.id,
            'Quiddity getQuiddity()': (self: RequestValue) => quiddity.of(QUIDDITY_OF_CONTEXT[self.context])
        }),
        libraryClass('Version', {
            'new(Integer major, Integer minor)': (major: number, minor: number) =>
                new VersionValue([major, minor, null]),
            'new(Integer major, Integer minor, Integer patch)': (major: number, minor: number, patch: number) =>
                new VersionValue([major, minor, patch]),
            'Integer major()': (self: VersionValue) => self.parts[0] ?? null,
            'Integer minor()': (self: VersionValue) => self.parts[1] ?? null,
            'Integer patch()': (self: VersionValue) => self.parts[2] ?? null,
            'Integer compareTo(Version other)': (self: VersionValue, other: VersionValue) =>
                compareVersions(self, other)
        })
    ];
};

function compareVersions(left: VersionValue, right: VersionValue): number {
    for (let index = 0; index < 3; index++) {
        const difference = (left.parts[index] ?? 0) - (right.parts[index] ?? 0);
        if (difference !== 0) {
            return Math.sign(difference);
        }
    }
    return 0;
}
