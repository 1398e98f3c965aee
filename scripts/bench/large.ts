import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeCounts } from '../data/large/counts.ts';
import { largeProfile } from '../data/large/stream.ts';
import type { Org } from '../org/engine/org.ts';
import { larger, openPackageOrg, PRINT_USED, run, sharesIn, sharesOf, userOf, type Shares } from './consumption.ts';
import { ask, questions } from './large/live.ts';
import { markdown } from './large/report.ts';
import { restore } from './large/restore.ts';
import type { Benchmark, Row } from './table.ts';

/** Shares of the large profile that are measured unless others are asked for. */
export const SHARES: readonly number[] = [0.1, 0.5, 1];
/** Opportunities of one execution of the nightly batch, and how many executions are looked at closely. */
const CHUNK = 20;
const CHUNKS = 25;
/** Of the pieces of a day, so many stand for all. */
const NTH_PIECE = 25;
const MEGABYTE = 1024 * 1024;

/**
 * What the nightly work on the shared figures and every question of their pages cost with a tenth, half and all of the
 * large profile: 100,000 leads, 60,000 passes, 17,600 opportunities, 2,000,000 touches in a file. Times are of this
 * machine, beside the share of each limit that one transaction uses, at the limits of a click, which are the tighter ones.
 */
export function large(shares: readonly number[]): Benchmark {
    return {
        name: 'large',
        run(say) {
            return Promise.resolve(
                shares.flatMap((share) => measure(share, say).map((row): Row => ({ ...row, share })))
            );
        },
        report: markdown
    };
}

function measure(share: number, say: (line: string) => void): readonly Row[] {
    const folder = mkdtempSync(join(tmpdir(), 'large-'));
    const org = openPackageOrg(join(folder, 'org.db'));
    try {
        const counts = largeCounts(share);
        say(`${counts.leads} leads, ${counts.touches} touches, in a file`);
        const { rows, milliseconds } = restore(org, largeProfile(share, org.clock.now()), counts.reps, say);
        // First, so that the credits of these deals are written and not only compared.
        const most = attribution(org);
        say('Facts and credits of every opportunity, and totals of their months');
        const facts = timed(() => run(org, userOf(org, 'admin'), 'RevenueFactsBatch.start();'));
        const deals = count(org, 'Opportunity_Fact__c');
        if (deals !== counts.converted + counts.otherOpportunities) {
            throw new Error(`${deals} opportunities have facts: ${failures(org)}`);
        }
        const total = monthTotals(org);
        say('A whole day of figures');
        const piece = snapshotPieces(org);
        const night = timed(() => run(org, userOf(org, 'admin'), 'SnapshotBatch.start(SnapshotService.yesterday());'));
        expectWholeDay(org);
        say('Every figure, from what was kept and live');
        const kept = timed(() => run(org, userOf(org, 'morgan'), 'AsReportedBuilder.build(null);'));
        const live = questions(org).map((each) => ask(org, each));
        return [
            { name: 'rows restored', value: rows, unit: '' },
            { name: 'restoring them', value: milliseconds / 1000, unit: 's' },
            { name: 'opportunities', value: deals, unit: '' },
            { name: 'credits stored', value: count(org, 'Attribution_Credit__c'), unit: '' },
            { name: 'totals of months stored', value: count(org, 'Credit_Total__c'), unit: '' },
            { name: 'facts, credits and totals', value: facts / 1000, unit: 's' },
            ...sharesOf(`the most of ${CHUNKS} chunks of ${CHUNK} won opportunities`, most),
            ...sharesOf('totals of the largest month by one model', total),
            { name: 'figures kept', value: count(org, 'Metric_Snapshot__c'), unit: '' },
            { name: 'a whole day of figures', value: night / 1000, unit: 's' },
            ...sharesOf(`the most of every ${NTH_PIECE}th piece of the day`, piece),
            { name: 'all metrics of a quarter from what was kept', value: kept / 1000, unit: 's' },
            ...live.map(({ kind, seconds }) => ({ name: `live: ${kind}`, value: seconds, unit: 's' })),
            ...live.flatMap(({ kind, most: used }) => sharesOf(`the most of one live question: ${kind}`, used)),
            { name: 'memory of the process', value: process.memoryUsage().rss / MEGABYTE, unit: 'MiB' }
        ];
    } finally {
        org.close();
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Makes the totals of the month with the most credits once more. */
function monthTotals(org: Org): Shares {
    const log = run(
        org,
        userOf(org, 'admin'),
        `Credit_Total__c largest = [SELECT Month__c, Model__c FROM Credit_Total__c WHERE Level__c = 'all'
            WITH SYSTEM_MODE ORDER BY Credits__c DESC, Model__c LIMIT 1];
        CreditTotals.keep(largest.Month__c, largest.Model__c);
        ${PRINT_USED}`
    );
    return sharesIn(log);
}

function attribution(org: Org): Shares {
    let most: Shares = new Map();
    for (let chunk = 0; chunk < CHUNKS; chunk++) {
        const log = run(
            org,
            userOf(org, 'admin'),
            `List<Opportunity> deals = [SELECT Id FROM Opportunity WHERE IsWon = TRUE ORDER BY Amount DESC, Id
                LIMIT ${CHUNK} OFFSET ${chunk * CHUNK}];
            RevenueFactsService.refresh(new Map<Id, Opportunity>(deals).keySet());
            ${PRINT_USED}`
        );
        most = larger(most, sharesIn(log));
    }
    return most;
}

/** @throws Error when a metric of the day is missing */
function expectWholeDay(org: Org): void {
    const log = run(
        org,
        userOf(org, 'admin'),
        `SnapshotStatus status = SnapshotService.status();
        System.debug('HEALTHY ' + status.isHealthy + ' ' + status.message);`
    );
    if (!log.includes('HEALTHY true')) throw new Error(`The day is not whole: ${log}`);
}

/** Pieces of the day before, nothing kept yet: what one transaction of the batch uses. */
function snapshotPieces(org: Org): Shares {
    const plan = 'List<SnapshotWork> plan = SnapshotPlan.of(SnapshotService.yesterday().addDays(-1));';
    const size = Number(
        /SIZE (\d+)/.exec(run(org, userOf(org, 'admin'), `${plan} System.debug('SIZE ' + plan.size());`))?.[1]
    );
    let most: Shares = new Map();
    for (let index = 0; index < size; index += NTH_PIECE) {
        const log = run(org, userOf(org, 'admin'), `${plan} SnapshotRuns.work(plan[${index}]);\n${PRINT_USED}`);
        most = larger(most, sharesIn(log));
    }
    return most;
}

function count(org: Org, object: string): number {
    const log = run(
        org,
        userOf(org, 'admin'),
        `System.debug('COUNT ' + [SELECT COUNT() FROM ${object} WITH SYSTEM_MODE]);`
    );
    return Number(/COUNT (\d+)/.exec(log)?.[1] ?? 0);
}

function failures(org: Org): string {
    return run(
        org,
        userOf(org, 'admin'),
        'for (AsyncApexJob job : [SELECT ApexClass.Name, Status, ExtendedStatus FROM AsyncApexJob]) { System.debug(job); }'
    );
}

function timed(work: () => unknown): number {
    const started = performance.now();
    work();
    return performance.now() - started;
}
