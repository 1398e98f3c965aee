/** Where things are on the app's pages, in one place: tests read as what a person does. */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import type { OrgUnderTest } from './orgUnderTest.ts';

const TRIES = 300;
const PAUSE_MS = 50;
/** The sweep runs every five minutes. */
const SWEPT_WITHIN_MS = 6 * 60_000;
const QUERY = '/services/data/v66.0/query?q=';

/** Rows of a query, as the administrator sees them. */
export async function rowsOf<T>(org: OrgUnderTest, soql: string): Promise<readonly T[]> {
    const answer = await org.api('admin', 'GET', QUERY + encodeURIComponent(soql));
    const body = answer.body as { records?: readonly T[] };
    if (!body.records) {
        throw new Error(`The query was refused: ${JSON.stringify(answer.body)}`);
    }
    return body.records;
}

export async function leadNamed(org: OrgUnderTest, name: string): Promise<string> {
    const [lead] = await rowsOf<{ Id: string }>(org, `SELECT Id FROM Lead WHERE Name = '${name}'`);
    if (!lead) {
        throw new Error(`The demo data has no lead ${name}`);
    }
    return lead.Id;
}

/** The pass that somebody has to decide, of the lead with the name. */
export async function openPassOf(org: OrgUnderTest, name: string): Promise<string> {
    const [pass] = await rowsOf<{ Id: string }>(
        org,
        `SELECT Id FROM Handoff__c WHERE Lead__r.Name = '${name}' AND Stage__c = 'MQL' ORDER BY CreatedDate DESC`
    );
    if (!pass) {
        throw new Error(`${name} has no pass that waits for a decision`);
    }
    return pass.Id;
}

/** Opens the record page of a lead and waits for its card. */
export async function openLead(page: Page, org: OrgUnderTest, name: string): Promise<Locator> {
    await page.goto(`${org.url}/lightning/r/Lead/${await leadNamed(org, name)}/view`);
    const card = page.locator('c-handoff-card');
    await card.getByRole('heading', { name: 'Hand-off' }).waitFor();
    return card;
}

/** Reads something again and again until it is as expected, and fails with what it is instead. */
export async function expectSoon<T>(read: () => Promise<T>, expected: T, message?: string): Promise<void> {
    let found = await read();
    for (let tries = 0; tries < TRIES && !isDeepStrictEqual(found, expected); tries++) {
        await new Promise((later) => setTimeout(later, PAUSE_MS));
        found = await read();
    }
    assert.deepEqual(found, expected, message);
}

/** Moves the org's clock with the button of the frame and waits until the page shows the new time. */
export async function moveClock(page: Page, button: '+1 h' | 'next due' | '+1 day'): Promise<void> {
    const clock = page.locator('time[data-clock]').first();
    const before = await clock.getAttribute('datetime');
    await page.getByRole('button', { name: button, exact: true }).click();
    await expectSoon(async () => (await clock.getAttribute('datetime')) !== before, true, 'the clock moved');
}

/** Lets time go by until an instant and the sweep after it, with all that happens by itself, and shows the page again. */
export async function letTimePass(page: Page, org: OrgUnderTest, instant: string): Promise<void> {
    org.org.advanceTo(Date.parse(instant) + SWEPT_WITHIN_MS);
    await page.reload();
}

/** The bar of the org stays on top of what is scrolled, and would cover a part of it. */
const UNCOVERED = '.header { position: static !important; }';

/** Screenshots of a page, or of a part of it, for a person to look at; nothing is asserted on them. */
export async function shoot(shown: Page | Locator, name: string): Promise<void> {
    const folder = process.env['SHOTS'];
    if (folder) {
        const path = `${folder}/${name}.png`;
        await ('goto' in shown
            ? shown.screenshot({ path, fullPage: true })
            : shown.screenshot({ path, style: UNCOVERED }));
    }
}
