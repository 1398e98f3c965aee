import type { Page } from 'playwright-core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openUnderTest, type OrgUnderTest } from '../../e2e/orgUnderTest.ts';
import { insertAll, ROOT, timed } from '../package.ts';
import { median, type Benchmark, type Row } from '../table.ts';
import { withPeer } from './peerProject.ts';

const EVENTS = 5_000;
/** The same events for both: one after the other over thirteen weeks. */
const SPREAD_MS = 13 * 7 * 24 * 3_600_000;
const LOADS = 5;
const TYPES = ['page_visit', 'email_open', 'email_click', 'download', 'webinar_attended', 'vac_kit'];

interface Figures {
    /** From the request of the page to the first events on it. */
    readonly page: number;
    /** From the component's arrival in the page to the first events in it. */
    readonly component: number;
    readonly nodes: number;
}

/** What to look at: the component, and the text that it shows once events are drawn. */
interface Target {
    readonly tag: string;
    readonly drawn: RegExp;
}

/** Notes when the component arrives and when its events are drawn; runs in the page before anything else. */
const WATCH = `({ tag, drawn }) => {
    const read = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').get;
    const find = Document.prototype.querySelector;
    const pattern = new RegExp(drawn);
    let arrivedAt;
    globalThis.drawnAfter = new Promise((resolve) => {
        const look = () => {
            const element = find.call(document, tag);
            if (element !== null) arrivedAt ??= performance.now();
            if (element !== null && pattern.test(read.call(element))) resolve(performance.now() - arrivedAt);
            else requestAnimationFrame(look);
        };
        look();
    });
}`;

const instantOf = (app: OrgUnderTest, index: number): string =>
    new Date(app.org.clock.now() - ((index + 1) * SPREAD_MS) / EVENTS).toISOString();

async function newLead(app: OrgUnderTest): Promise<string> {
    const [lead] = await insertAll(app, 'Lead', [{ LastName: 'Many touches', Company: 'Bench Hospital' }]);
    return lead!;
}

/** Loads a page again and again in a warm browser; then counts the nodes of the component. */
async function measure(page: Page, url: string, target: Target): Promise<Figures> {
    await page.addInitScript(`(${WATCH})(${JSON.stringify({ tag: target.tag, drawn: target.drawn.source })})`);
    const pages: number[] = [];
    const components: number[] = [];
    for (let load = 0; load <= LOADS; load++) {
        const [milliseconds, component] = await timed(async () => {
            await page.goto(url);
            return page.evaluate<number>('globalThis.drawnAfter');
        });
        // The first load warms the browser's caches.
        if (load > 0) {
            pages.push(milliseconds);
            components.push(component);
        }
    }
    return {
        page: median(pages),
        component: median(components),
        nodes: await page.locator(`${target.tag} *`).count()
    };
}

/** Our timeline as the peer's stands: alone on the page, in an org without any other data. */
async function withOwnTimeline<T>(work: (app: OrgUnderTest) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), 'own-timeline-'));
    const worldFile = join(folder, 'world.json');
    const world = JSON.parse(readFileSync(join(ROOT, 'config/local-org.json'), 'utf8')) as object;
    writeFileSync(worldFile, JSON.stringify({ ...world, app: 'Peer' }));
    const app = await openUnderTest({
        sourceDirs: [join(ROOT, 'force-app'), resolve(import.meta.dirname, 'ownTimeline')],
        worldFile
    });
    try {
        return await work(app);
    } finally {
        await app.close();
        rmSync(folder, { recursive: true, force: true });
    }
}

const ours = (): Promise<Figures> =>
    withOwnTimeline(async (app) => {
        const lead = await newLead(app);
        const touches = Array.from({ length: EVENTS }, (_, index) => ({
            External_Key__c: `bench:${index}`,
            Lead__c: lead,
            Type__c: TYPES[index % TYPES.length],
            Occurred_At__c: instantOf(app, index),
            Source_System__c: 'bench',
            Match_Status__c: 'Matched'
        }));
        await insertAll(app, 'Engagement__c', touches, 'External_Key__c');
        return measure(await app.pageOf('admin'), `${app.url}/lightning/r/Lead/${lead}/view`, {
            tag: 'c-engagement-timeline',
            drawn: new RegExp(`Showing 50 of ${EVENTS}`)
        });
    });

const theirs = (checkout: string): Promise<Figures> =>
    withPeer({ checkout, setUp: 'timeWarp' }, async (app) => {
        const lead = await newLead(app);
        const touches = Array.from({ length: EVENTS }, (_, index) => ({
            Name: TYPES[index % TYPES.length],
            Lead__c: lead,
            Occurred_At__c: instantOf(app, index)
        }));
        await insertAll(app, 'Touch__c', touches);
        return measure(await app.pageOf('admin'), `${app.url}/lightning/r/Lead/${lead}/view`, {
            tag: 'c-timeline',
            drawn: /[1-9]\d* item/
        });
    });

/** Our timeline and Time Warp (deejay-hub/timeline-lwc): the same events, the same browser, one after the other. */
export const timelinePeer = (checkout: string): Benchmark => ({
    name: 'timeline-peer',
    async run(say): Promise<readonly Row[]> {
        say('Time Warp');
        const peer = await theirs(checkout);
        say('our timeline');
        const own = await ours();
        const name = (what: string): string => `${EVENTS} events, ${what}`;
        return [
            {
                name: name('Time Warp ÷ ours: time to the first events'),
                value: peer.component / own.component,
                unit: '×'
            },
            { name: name('Time Warp ÷ ours: page load to the first events'), value: peer.page / own.page, unit: '×' },
            { name: name('Time Warp ÷ ours: DOM nodes'), value: peer.nodes / own.nodes, unit: '×' },
            {
                name: name(`Time Warp: component to the first events, median of ${LOADS}`),
                value: peer.component,
                unit: 'ms'
            },
            { name: name(`ours: component to the first events, median of ${LOADS}`), value: own.component, unit: 'ms' },
            {
                name: name(`Time Warp: page load to the first events, median of ${LOADS}`),
                value: peer.page,
                unit: 'ms'
            },
            { name: name(`ours: page load to the first events, median of ${LOADS}`), value: own.page, unit: 'ms' },
            { name: name('Time Warp: DOM nodes'), value: peer.nodes, unit: '' },
            { name: name('ours: DOM nodes'), value: own.nodes, unit: '' }
        ];
    }
});
