/** `Limits`: what a transaction used and may use. */
import { libraryClass, type Implementation, type LibraryModule } from '../runtime/library.ts';
import type { LimitName } from '../runtime/transaction.ts';

/** Suffix of `getX` and `getLimitX` by counter. */
const COUNTED: readonly (readonly [string, LimitName])[] = [
    ['Queries', 'queries'],
    ['QueryRows', 'queryRows'],
    ['AggregateQueries', 'aggregateQueries'],
    ['DmlStatements', 'dmlStatements'],
    ['DmlRows', 'dmlRows'],
    ['QueueableJobs', 'queueableJobs'],
    ['FutureCalls', 'futureCalls'],
    ['Callouts', 'callouts'],
    ['EmailInvocations', 'emailInvocations'],
    ['PublishImmediateDML', 'publishImmediateDml'],
    ['SoslQueries', 'soslQueries'],
    ['QueryLocatorRows', 'queryLocatorRows'],
    ['CpuTime', 'cpuTime']
];

const HEAP_LIMIT_BYTES = 6_000_000;

/** Limits on what the local org does not do: nothing of them is ever used. */
const NEVER_USED: readonly (readonly [string, number])[] = [
    ['ApexCursorRows', 50_000_000],
    ['AsyncCalls', 50],
    ['FetchCallsOnApexCursor', 10],
    ['MobilePushApexCalls', 10]
];

export const limitsLibrary: LibraryModule = (context) => {
    const members: Record<string, Implementation> = {};
    for (const [suffix, name] of COUNTED) {
        members[`static Integer get${suffix}()`] = () => context.tx().limits.used(name);
        members[`static Integer getLimit${suffix}()`] = () => context.tx().limits.allowed(name);
    }
    // Heap is not enforced; the platform's figure for the limit lets code that watches its use go on.
    members['static Integer getHeapSize()'] = () => 0;
    members['static Integer getLimitHeapSize()'] = () => HEAP_LIMIT_BYTES;
    for (const [suffix, allowed] of NEVER_USED) {
        members[`static Integer get${suffix}()`] = () => 0;
        members[`static Integer getLimit${suffix}()`] = () => allowed;
    }
    return [libraryClass('Limits', members)];
};
