/** The first hour, as the README tells it: an empty org, one command, the set-up page, a first decided hand-off. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { startEmptyOrg, type EmptyOrg } from './emptyOrg.ts';
import { launchBrowser, seriousFindings } from './orgUnderTest.ts';
import { moveClock, shoot } from './pages.ts';

const COMMAND = resolve(import.meta.dirname, '..', 'cli', 'deploy.ts');
const PATIENCE_MS = 15_000;

describe('the first hour of an administrator', { timeout: 600_000 }, () => {
    let org: EmptyOrg;
    let browser: Browser;
    let page: Page;
    let leadId: string;
    const home = mkdtempSync(join(tmpdir(), 'first-hour-'));
    before(async () => {
        org = await startEmptyOrg();
        browser = await launchBrowser();
        page = await browser.newPage({ viewport: { width: 1360, height: 1000 }, timezoneId: 'America/New_York' });
        page.setDefaultTimeout(PATIENCE_MS);
    });
    after(async () => {
        await browser.close();
        await org.dispose();
        rmSync(home, { recursive: true, force: true });
    });

    const deploy = (): Promise<number | null> =>
        new Promise((done) => {
            const environment = {
                PATH: process.env['PATH'],
                HOME: home,
                CI: 'true',
                SF_TARGET_ORG: org.accessToken,
                SF_ORG_INSTANCE_URL: org.url,
                SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
                SF_DISABLE_TELEMETRY: 'true',
                SF_DISABLE_AUTOUPDATE: 'true',
                SF_DISABLE_LOG_FILE: 'true'
            };
            const flags = ['--test-level', 'NoTestRun', '--skip-checks', '--json'];
            const child = spawn(process.execPath, [COMMAND, ...flags], {
                cwd: home,
                stdio: 'ignore',
                env: environment
            });
            child.on('close', done);
        });

    const become = async (alias: string): Promise<void> => {
        await page.goto(org.url);
        const personas = page.locator('select[name="persona"]');
        if ((await personas.inputValue()) !== alias) {
            await Promise.all([page.waitForEvent('load'), personas.selectOption(alias)]);
        }
    };

    const step = (name: string): Locator => page.locator(`c-first-hour li[data-name="${name}"]`);

    const openSetup = async (): Promise<void> => {
        await page.goto(`${org.url}/lightning/n/Baton_Setup`);
        await step('Permission_Sets').waitFor();
    };

    const choose = async (where: Locator, input: string, option: string): Promise<void> => {
        await where.getByRole('combobox', { name: input }).click();
        await where
            .locator('lightning-base-combobox-item')
            .filter({ hasText: new RegExp(`^${option}`) })
            .first()
            .click();
    };

    it('begins with one command and a page that says what is missing', async () => {
        assert.equal(await deploy(), 0);
        await become('boss');
        await openSetup();

        assert.match((await page.locator('c-first-hour [data-id="progress"]').textContent()) ?? '', /^\d of 8 steps/);
        assert.match((await step('Permission_Sets').textContent()) ?? '', /Baton Rep: 0/);
        await shoot(page.locator('c-first-hour'), 'first-hour-begin');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('gives people their permission sets and teams', async () => {
        for (const [granted, person] of [
            ['Baton Rep', 'Pat Rep'],
            ['Baton Manager', 'Pat Admin'],
            ['Baton Marketing', 'Pat Marketer']
        ] as const) {
            const sets = step('Permission_Sets');
            await choose(sets, 'Permission set', granted);
            await choose(sets, 'Person', person);
            await sets.getByRole('button', { name: 'Assign' }).click();
            await sets.getByText(`${person} now has ${granted}.`).waitFor();
        }
        await step('Permission_Sets').getByText('Done', { exact: true }).waitFor();

        const teams = step('Sales_Teams');
        await choose(teams, 'Team', 'US Northeast');
        await choose(teams, 'Person', 'Pat Rep');
        await teams.getByRole('button', { name: 'Add to team' }).click();
        await teams.getByText('Pat Rep belongs to US Northeast now.').waitFor();
    });

    it('receives a sample touch, and sees that the sweep runs', async () => {
        await step('Sample_Touch').getByRole('button', { name: 'Send a sample touch' }).click();
        await step('Sample_Touch').getByText('The sample is on its way').waitFor();
        await moveClock(page, '+1 h');
        await openSetup();

        await step('Sample_Touch').getByText('The latest touch came from set-up').waitFor();
        await step('Heartbeat').getByText('Done', { exact: true }).waitFor();
    });

    it('ends with a hand-off that its rep accepted', async () => {
        await become('mara');
        const created = await page.evaluate(
            async ([url, token]) => {
                const answer = await fetch(`${url}/services/data/v66.0/sobjects/Lead`, {
                    method: 'POST',
                    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
                    body: JSON.stringify({
                        FirstName: 'Ida',
                        LastName: 'Berg',
                        Company: 'Northmoor Clinic',
                        Email: 'ida.berg@example.com',
                        Country: 'United States',
                        State: 'New York'
                    })
                });
                return (await answer.json()) as { id: string };
            },
            [org.url, org.accessToken] as const
        );
        leadId = created.id;
        await page.goto(`${org.url}/lightning/r/Lead/${leadId}/view`);
        const card = page.locator('c-handoff-card');
        await card
            .locator('[data-id="override-text"] textarea')
            .fill('Asked for a visit at the booth of the congress.');
        await shoot(page, 'first-hour-hand-over');
        await card.getByRole('button', { name: 'Hand to sales anyway' }).click();
        await card.getByText(/Waiting for/).waitFor();

        await become('rep');
        await page.goto(`${org.url}/lightning/r/Lead/${leadId}/view`);
        await card.getByRole('button', { name: 'Accept' }).click();
        await card.getByText(/Accepted by you/).waitFor();

        await become('boss');
        await openSetup();
        await step('First_Decision').getByText('The first was Ida Berg').waitFor();
        await step('Lead_Page').getByText('Done', { exact: true }).waitFor();
        await shoot(page.locator('c-first-hour'), 'first-hour-end');
    });
});
