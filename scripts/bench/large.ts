import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeCounts } from '../data/large/counts.ts';
import { largeProfile } from '../data/large/stream.ts';
import type { Org } from '../org/engine/org.ts';
import { larger, openPackageOrg, PRINT_USED, run, sharesIn, sharesOf, userOf, type Shares } from './consumption.ts';
import { restore } from './large/restore.ts';
import type { Benchmark, Row } from './table.ts';

const SHARES = [0.1, 0.5, 1];
/** Opportunities of one execution of the nightly batch, and how many executions are looked at closely. */
const CHUNK = 20;
const CHUNKS = 25;
/** Of the pieces of a day, so many stand for all. */
const NTH_PIECE = 25;
const MEGABYTE = 1024 * 1024;

/**
 * What the nightly work on the shared figures costs with a tenth, half and all of the large profile: 100,000 leads,
 * 60,000 passes, 17,600 opportunities, 2,000,000 touches in a file. Times are of this machine, beside the share of each
 * limit that one transaction uses, at the limits of a click, which are the tighter ones.
 */
export const large: Benchmark = {
    name: 'large',
    run(say) {
        return Promise.resolve(SHARES.flatMap((share) => measure(share, say)));
    }
};

function measure(share: number, say: (line: string) => void): readonly Row[] {
    const folder = mkdtempSync(join(tmpdir(), 'large-'));
    const org = openPackageOrg(join(folder, 'org.db'));
    const of = `at ${share * 100} %`;
    try {
        const counts = largeCounts(share);
        say(`${counts.leads} leads, ${counts.touches} touches, in a file`);
        const { rows, milliseconds } = restore(org, largeProfile(share, org.clock.now()), counts.reps, say);
        // First, so that the credits of these deals are written and not only compared.
        const most = attribution(org);
        say('Facts and credits of every opportunity');
        const facts = timed(() => run(org, userOf(org, 'admin'), 'RevenueFactsBatch.start();'));
        const deals = count(org, 'Opportunity_Fact__c');
        if (deals !== counts.converted + counts.otherOpportunities) {
            throw new Error(`${deals} opportunities have facts: ${failures(org)}`);
        }
        say('A whole day of figures');
        const piece = snapshotPieces(org);
        const night = timed(() => run(org, userOf(org, 'admin'), 'SnapshotBatch.start(SnapshotService.yesterday());'));
        expectWholeDay(org);
        say('Every figure, from what was kept and live');
        const kept = timed(() => run(org, userOf(org, 'morgan'), 'AsReportedBuilder.build(null);'));
        const live = liveFigures(org);
        return [
            { name: `${of}: rows restored`, value: rows, unit: '' },
            { name: `${of}: restoring them`, value: milliseconds / 1000, unit: 's' },
            { name: `${of}: facts and credits of ${deals} opportunities`, value: facts / 1000, unit: 's' },
            { name: `${of}: credits stored`, value: count(org, 'Attribution_Credit__c'), unit: '' },
            ...sharesOf(`${of}: the most of ${CHUNKS} chunks of ${CHUNK} won opportunities`, most),
            { name: `${of}: a whole day of figures`, value: night / 1000, unit: 's' },
            { name: `${of}: figures kept`, value: count(org, 'Metric_Snapshot__c'), unit: '' },
            ...sharesOf(`${of}: the most of every ${NTH_PIECE}th piece of the day`, piece),
            { name: `${of}: all metrics of a quarter from what was kept`, value: kept / 1000, unit: 's' },
            { name: `${of}: all metrics of twelve months live, each with its trend`, value: live.seconds, unit: 's' },
            ...sharesOf(`${of}: the most of one live metric`, live.most),
            { name: `${of}: memory of the process`, value: process.memoryUsage().rss / MEGABYTE, unit: 'MiB' }
        ];
    } finally {
        org.close();
        rmSync(folder, { recursive: true, force: true });
    }
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

function liveFigures(org: Org): { seconds: number; most: Shares } {
    const ids = run(
        org,
        userOf(org, 'morgan'),
        "for (Metric_Definition__mdt each : MetricDefinitions.active()) { System.debug('METRIC ' + each.DeveloperName); }"
    );
    let most: Shares = new Map();
    const milliseconds = timed(() => {
        for (const [, id = ''] of ids.matchAll(/METRIC (\w+)/g)) {
            const text = `MetricController.getMetric('${id}', 'last-12-months', 'cohort', new Map<String, String>());`;
            most = larger(most, sharesIn(run(org, userOf(org, 'morgan'), `${text}\n${PRINT_USED}`)));
        }
    });
    return { seconds: milliseconds / 1000, most };
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
