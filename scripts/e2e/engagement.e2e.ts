import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { leadNamed, openLead, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const UPSERT = '/services/data/v66.0/composite/sobjects/Engagement__c/External_Key__c';
const CREATE = '/services/data/v66.0/composite/sobjects';
const PORTION = 200;
const BUSY = 2500;
const HOUR = 3_600_000;
/** Opens a page of the timeline on a laptop; a slow machine gets its share. */
const SMOOTH_MS = 4000;

let org: OrgUnderTest;
let busyLead: string;
before(async () => {
    org = await startOrgUnderTest('small');
    busyLead = await leadNamed(org, 'Corin Hallowmere');
    await org.api('admin', 'PATCH', CREATE, {
        records: [{ attributes: { type: 'Lead' }, id: busyLead, Email: 'corin.hallowmere@example.com' }]
    });
});
after(() => org.close());

async function openTimeline(page: Page, object: string, id: string): Promise<Locator> {
    await page.goto(`${org.url}/lightning/r/${object}/${id}/view`);
    const timeline = page.locator('c-engagement-timeline');
    await timeline.getByRole('heading', { name: 'Engagement' }).waitFor();
    await timeline.locator('[data-id="shown"]').waitFor();
    return timeline;
}

/** Touches of a marketing tool, by e-mail address: the tool knows no lead. */
async function deliver(email: string, count: number, type: string): Promise<void> {
    const now = org.org.clock.now();
    for (let from = 0; from < count; from += PORTION) {
        const records = Array.from({ length: Math.min(PORTION, count - from) }, (_, index) => ({
            attributes: { type: 'Engagement__c' },
            External_Key__c: `hubspot:${email}:${from + index}`,
            Source_System__c: 'hubspot',
            Type__c: type,
            Person_Email__c: email,
            Occurred_At__c: new Date(now - (from + index + 1) * HOUR).toISOString()
        }));
        const answer = await org.api('tool', 'PATCH', UPSERT, { allOrNone: false, records });
        assert.ok(
            (answer.body as { success: boolean }[]).every((result) => result.success),
            JSON.stringify(answer.body).slice(0, 300)
        );
    }
}

describe('a rep and the engagement history', () => {
    it('filters by the four kinds of touches, with opens marked as informational', async () => {
        const page = await org.pageOf('priya');
        await openLead(page, org, 'Corin Hallowmere');
        const timeline = page.locator('c-engagement-timeline');
        await timeline.getByText('Showing 50 of 220').waitFor();
        const names = await timeline.locator('[data-id="group"]').allInnerTexts();
        assert.deepEqual(
            names.slice(0, 5).map((name) => name.replace(/ \(.*/, '')),
            ['All', 'Email', 'Content', 'Webinar', 'Page'],
            'the four kinds stand first'
        );
        await timeline.getByText('May be e-mailed and called').waitFor();
        await timeline.getByText('Marketing and sales touches 220').waitFor();
        for (const kind of ['Email', 'Content', 'Webinar', 'Page']) {
            const button = timeline.getByRole('button', { name: new RegExp(`^${kind} \\(`) });
            const total = /\((\d+)\)/.exec(await button.innerText())?.[1];
            await button.click();
            await timeline.getByText(new RegExp(`^Showing \\d+ of ${total}$`)).waitFor();
            await button.click();
            await timeline.getByText('Showing 50 of 220').waitFor();
        }
        await timeline.getByRole('button', { name: /^Email \(/ }).click();
        await timeline
            .getByText(/^Informational$/)
            .first()
            .waitFor();
        await shoot(page, 'timeline-lead');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('sees what sales did on the same line', async () => {
        const answer = await org.api('priya', 'POST', CREATE, {
            records: [
                {
                    attributes: { type: 'Task' },
                    WhoId: busyLead,
                    Subject: 'Asked for the needs of the lab',
                    Status: 'Completed',
                    TaskSubtype: 'Call'
                },
                {
                    attributes: { type: 'Event' },
                    WhoId: busyLead,
                    Subject: 'Visited the lab',
                    StartDateTime: new Date(org.org.clock.now() - HOUR).toISOString(),
                    DurationInMinutes: 30
                }
            ]
        });
        assert.ok(
            (answer.body as { success: boolean }[]).every((result) => result.success),
            JSON.stringify(answer)
        );
        const page = await org.pageOf('priya');
        await openLead(page, org, 'Corin Hallowmere');
        const timeline = page.locator('c-engagement-timeline');
        await timeline.getByText('Showing 50 of 222').waitFor();
        await timeline.getByText('Asked for the needs of the lab · Priya Nandel').waitFor();
        await timeline.getByText(/Calls and tasks 1 · Meetings 1/).waitFor();
        await timeline.getByRole('button', { name: 'Sales (2)' }).click();
        await timeline.getByText('Showing 2 of 2').waitFor();
        await shoot(page, 'timeline-sales');
    });

    it('sees the whole account in one click, and who does not want e-mail', async () => {
        await org.api('admin', 'PATCH', CREATE, {
            records: [{ attributes: { type: 'Lead' }, id: busyLead, HasOptedOutOfEmail: true }]
        });
        const page = await org.pageOf('priya');
        await openLead(page, org, 'Corin Hallowmere');
        const timeline = page.locator('c-engagement-timeline');
        await timeline.getByText('Do not e-mail').waitFor();
        await timeline.getByRole('button', { name: 'Account' }).click();
        await timeline.getByText(/1 of \d+ people: do not e-mail|Do not e-mail/).waitFor();
        await timeline.getByRole('button', { name: 'Account', pressed: true }).waitFor();
        await shoot(page, 'timeline-whole-account');
        assert.deepEqual(await seriousFindings(page), []);
        const [lead] = await rowsOf<{ Institution__c: string }>(
            org,
            `SELECT Institution__c FROM Lead WHERE Id = '${busyLead}'`
        );
        const onAccount = await openTimeline(page, 'Account', lead!.Institution__c);
        await onAccount.getByText(/Showing 50 of \d+/).waitFor();
        await shoot(page, 'timeline-account');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('pages smoothly through 2,500 touches of one person', async () => {
        const [lead] = await rowsOf<{ Id: string }>(
            org,
            "SELECT Id FROM Lead WHERE IsConverted = FALSE AND Name = 'Dema Lorndene'"
        );
        await org.api('admin', 'PATCH', CREATE, {
            records: [{ attributes: { type: 'Lead' }, id: lead!.Id, Email: 'dema.lorndene@example.com' }]
        });
        await deliver('dema.lorndene@example.com', BUSY, 'e_visited_page');
        await deliver('dema.lorndene@example.com', PORTION, 'e_visited_page');

        const page = await org.pageOf('priya');
        const started = Date.now();
        const timeline = await openTimeline(page, 'Lead', lead!.Id);
        const total = Number(/of (\d+)/.exec(await timeline.locator('[data-id="shown"]').innerText())?.[1]);
        assert.ok(total >= BUSY, `all are counted: ${total}`);
        const before = await page.locator('c-engagement-row').count();
        for (let shown = 100; shown <= 300; shown += 50) {
            await timeline.getByRole('button', { name: 'Show more' }).click();
            await timeline.getByText(`Showing ${shown} of ${total}`).waitFor();
        }
        const perPage = (Date.now() - started) / 6;
        assert.ok(perPage < SMOOTH_MS, `${perPage} ms a page`);
        assert.ok((await page.locator('c-engagement-row').count()) - before <= 300, 'the page holds what it shows');
        await shoot(page, 'timeline-2500');
    });

    it('has the same history on contact and opportunity after conversion', async () => {
        const [before] = await rowsOf<{ total: number }>(
            org,
            `SELECT COUNT(Id) total FROM Engagement__c WHERE Lead__c = '${busyLead}'`
        );
        const converted = org.org.executeAnonymous(
            org.org.users.get('admin')!,
            `Database.LeadConvert step = new Database.LeadConvert();
             step.setLeadId('${busyLead}');
             step.setConvertedStatus('Closed - Converted');
             Database.convertLead(step);`
        );
        assert.equal(converted.success, true, JSON.stringify(converted));
        const [lead] = await rowsOf<{ ConvertedContactId: string; ConvertedOpportunityId: string }>(
            org,
            `SELECT ConvertedContactId, ConvertedOpportunityId FROM Lead WHERE Id = '${busyLead}'`
        );
        const page = await org.pageOf('priya');
        for (const [object, id] of [
            ['Contact', lead!.ConvertedContactId],
            ['Opportunity', lead!.ConvertedOpportunityId]
        ] as const) {
            const timeline = await openTimeline(page, object, id);
            await timeline.getByText(`Marketing and sales touches ${before!.total}`).waitFor();
            await timeline.getByText(/Calls and tasks 1 · Meetings 1/).waitFor();
            await shoot(page, `timeline-${object.toLowerCase()}`);
            assert.deepEqual(await seriousFindings(page), []);
        }
        const phone = await org.pageOf('priya', { width: 360, height: 740 });
        const small = await openTimeline(phone, 'Contact', lead!.ConvertedContactId);
        await small.getByText(/Showing 50 of/).waitFor();
        const width = await phone.evaluate<number>('document.documentElement.scrollWidth');
        assert.ok(width <= 360, `nothing sticks out at 360 px: ${width}`);
        await shoot(phone, 'timeline-360');
        assert.deepEqual(await seriousFindings(phone), []);
    });
});
