import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startOrgServer } from '../../server/orgServer.ts';
import type { OrgServer } from '../../server/orgServer.ts';
import { launchBrowser } from './browser.ts';
import { LEAD_ID, memoryGateway } from './fixture/memoryGateway.ts';

const sourceDirs = [join(dirname(fileURLToPath(import.meta.url)), 'fixture', 'force-app')];

describe('browser host', () => {
    let server: OrgServer;
    let browser: Browser;
    let page: Page;
    let problems: string[] = [];

    before(async () => {
        server = await startOrgServer({ gateway: memoryGateway(), sourceDirs, port: 0, watches: false });
        browser = await launchBrowser();
        page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        page.setDefaultTimeout(8000);
        page.on('pageerror', (error) => problems.push(error.message));
    });

    after(async () => {
        await browser?.close();
        await server?.close();
    });

    const open = async (path: string): Promise<void> => {
        problems = [];
        await page.goto(server.url + path);
    };
    const leadPage = `/lightning/r/Lead/${LEAD_ID}/view`;

    it('shows the home page that the app assigns, in its regions', async () => {
        await open('/');

        await page.getByText('Hello world! (loud)').waitFor();
        assert.equal(await page.locator('c-counter').count(), 1);
        assert.equal(page.url(), `${server.url}/lightning/page/home`);
    });

    it('wires records, Apex, labels and the user into components of the source tree', async () => {
        await open(leadPage);

        await page.getByText('Good day Lena Lead of Rita Rep!! (loud)').waitFor();
        await page.getByText('Apex for test at 2026-11-23T14:30').waitFor();
        await page.getByRole('heading', { name: 'Greetings & welcome' }).waitFor();
    });

    it('shows standard components as real stand-ins', async () => {
        await open(leadPage);

        await page.locator('host-highlights-panel').getByRole('heading', { name: 'Lena Lead' }).waitFor();
        await page.locator('host-detail-panel').getByText('$1,234.50').waitFor();
        await page.locator('host-related-list').getByRole('link', { name: 'Weld the frame' }).waitFor();
        await page.getByRole('tab', { name: 'Notes' }).click();
        await page.getByText('before noon').waitFor();
    });

    it('does not show a field that the persona may not read', async () => {
        await open(leadPage);

        await page.locator('host-detail-panel').getByText('External Key').waitFor();
        assert.equal(await page.getByText('hidden from reps').count(), 0);
    });

    it('keeps the failure of a component, at run time or at compile time, in its own place', async () => {
        await open(leadPage);

        await page.getByText('This component always throws').waitFor();
        await page.getByText(/LWC1060/).waitFor();
        await page.getByText('Good day Lena Lead').waitFor();
    });

    it('updates every wire of a record after a save, and the visibility rules with it', async () => {
        await open(leadPage);
        await page.locator('c-counter').waitFor();

        await page.getByRole('button', { name: 'Close lead' }).click();

        await page.locator('host-highlights-panel').getByText('Closed').waitFor();
        await page.locator('c-counter').waitFor({ state: 'detached' });
        await page.getByText('Lead closed').waitFor();
    });

    it('hands an Apex error to the component with its message', async () => {
        await open(leadPage);

        await page.getByRole('button', { name: 'Say it' }).click();

        await page.getByText('Refused: not today').waitFor();
    });

    it('moves the clock without reloading the page, and wires follow', async () => {
        await open(leadPage);
        await page.getByText('Apex for test at 2026-11-23T14:30').waitFor();
        await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));

        await page.getByRole('button', { name: 'next due' }).click();

        await page.getByText('Apex for test at 2026-11-24T15:00').waitFor();
        assert.match(await page.locator('time[data-clock]').innerText(), /Tue, Nov 24, 2026, 10:00 EST/);
        assert.equal(await page.evaluate(() => (globalThis as { stillHere?: boolean }).stillHere), true);
        assert.match(await page.evaluate(() => new Date().toISOString()), /^2026-11-24T15:00/);
    });

    it('lists the records of a tab and follows a link to a record without a reload', async () => {
        await open('/lightning/o/Lead/list?filterName=__All');
        await page.getByText('1 record').waitFor();
        await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));

        await page.locator('host-record-table').getByRole('link', { name: 'Lena Lead' }).click();

        await page.locator('host-highlights-panel').waitFor();
        assert.equal(page.url(), server.url + leadPage);
        assert.equal(await page.evaluate(() => (globalThis as { stillHere?: boolean }).stillHere), true);
    });

    it('finds records by name', async () => {
        await open('/');

        await page.getByLabel('Search by name').fill('lena');

        await page.getByRole('link', { name: /Lena Lead/ }).click();
        await page.locator('host-highlights-panel').waitFor();
    });

    it('shows a tab that holds one component', async () => {
        await open('/lightning/n/Board');

        await page.locator('c-counter').getByRole('button', { name: 'Count' }).click();

        assert.equal(await page.locator('[data-count]').innerText(), '1');
    });

    it('edits a record in a form, with each message at its field', async () => {
        await open(leadPage);
        const form = page.locator('c-lead-form');
        await form.getByText('lena@example.com').waitFor();

        await form.getByLabel('Company').fill('');
        await form.getByRole('button', { name: 'Save lead' }).click();
        await form.getByText('Required fields are missing: [Company]').waitFor();
        await form.getByLabel('Company').fill('New Works');
        await form.getByRole('button', { name: 'Save lead' }).click();

        await page.locator('host-highlights-panel').getByText('New Works').waitFor();
    });

    it('says why a record cannot be shown', async () => {
        await open('/lightning/r/Lead/00Q000000000099AAA/view');

        await page.getByText('This record does not exist, or you may not see it.').waitFor();
    });

    it('switches the persona, and with it zone, access and assigned page', async () => {
        await open(leadPage);

        await page.getByLabel('persona').selectOption('adam');

        await page.getByText('hidden from reps').waitFor();
        assert.match(await page.locator('time[data-clock]').innerText(), /GMT\+1|CET/);
        await page.getByLabel('persona').selectOption('rita');
        await page.getByText('hidden from reps').waitFor({ state: 'detached' });
        await page.locator('host-detail-panel').getByText('External Key').waitFor();
    });

    it('shows the app on a phone within the frame', async () => {
        await open('/');
        await page.getByText('Hello world').waitFor();

        await page.getByRole('button', { name: 'phone' }).click();

        const phone = page.frameLocator('iframe');
        await phone.getByText('Hello world').waitFor();
        assert.equal(await phone.locator('host-frame-bar').count(), 0);
        await page.getByRole('button', { name: 'desktop' }).click();
        await page.locator('c-greeting').waitFor();
    });

    it('raises no error of its own', async () => {
        await open('/');
        await page.getByText('Hello world').waitFor();

        assert.deepEqual(problems, []);
    });
});
