import { leadNamed } from '../../e2e/pages.ts';
import { insertAll, withApp } from '../package.ts';
import type { Benchmark, Row } from '../table.ts';
import { idleHour, stopTime, type Idle } from './idle.ts';
import { withPeer } from './peerProject.ts';

const theirs = (checkout: string): Promise<Idle> =>
    withPeer({ checkout, setUp: 'easyMilestones' }, async (app) => {
        const [lead] = await insertAll(app, 'Lead', [{ LastName: 'Four milestones', Company: 'Bench Hospital' }]);
        const page = await app.pageOf('admin');
        await stopTime(page);
        await page.goto(`${app.url}/lightning/r/Lead/${lead}/view`);
        await page.locator('c-aha-easy-milestones').getByText('remaining').first().waitFor();
        return idleHour(page, 'c-aha-easy-milestones');
    });

const ours = (): Promise<Idle> =>
    withApp(async (app) => {
        const page = await app.pageOf('priya');
        await stopTime(page);
        await page.goto(`${app.url}/lightning/r/Lead/${await leadNamed(app, 'Corin Hallowmere')}/view`);
        await page.locator('c-handoff-card').getByRole('button', { name: 'Accept' }).waitFor();
        return idleHour(page, 'c-handoff-card');
    });

/** Our card with its clock and AHA Easy Milestones (SFDO-Community-Sprints/uk-housing-SLA-Tracker), an hour untouched. */
export const clockPeer = (checkout: string): Benchmark => ({
    name: 'clock-peer',
    async run(say): Promise<readonly Row[]> {
        say('Easy Milestones');
        const peer = await theirs(checkout);
        say('our card');
        const own = await ours();
        return [
            {
                name: 'idle, Easy Milestones ÷ our card: DOM mutations',
                value: peer.mutationsPerMinute / own.mutationsPerMinute,
                unit: '×'
            },
            {
                name: 'idle, Easy Milestones with four milestones: DOM mutations per minute',
                value: peer.mutationsPerMinute,
                unit: ''
            },
            { name: 'idle, our card: DOM mutations per minute', value: own.mutationsPerMinute, unit: '' },
            { name: 'idle, Easy Milestones: server calls per hour', value: peer.callsPerHour, unit: '' },
            { name: 'idle, our card: server calls per hour', value: own.callsPerHour, unit: '' }
        ];
    }
});
