import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expectSoon, leadNamed, openLead, openPassOf, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

describe('a rep on the Lead page', () => {
    it('sees the brief, then the clock, then the two buttons', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, 'Corin Hallowmere');
        await card.getByText('Why now').waitFor();
        const text = (await card.innerText()).replace(/\s+/g, ' ');

        assert.match(text, /Evaluation requested/, 'why now');
        assert.match(text, /Department head, Electrophysiology/, 'who');
        assert.match(text, /Fallowbrook Regional Hospital · Hospital · 500 beds · Tier 1 account/, 'where');
        assert.match(text, /Lumenpath console/, 'interest');
        assert.match(text, /47 h left/, 'time left');
        assert.match(
            text,
            /Decide by Wed 25 Nov, 09:12 · 48 h on business days, Mon–Fri, holidays out/,
            'due and hours'
        );
        assert.ok(text.indexOf('Why now') < text.indexOf('47 h left'), 'the brief stands before the clock');
        assert.ok(text.indexOf('47 h left') < text.indexOf('Accept'), 'the clock stands before the buttons');
        await page.locator('host-highlights-panel').getByText('Priya Nandel').first().waitFor();
        await shoot(page, 'lead-open');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('pages through the whole engagement history', async () => {
        const page = await org.pageOf('priya');
        await openLead(page, org, 'Corin Hallowmere');
        const timeline = page.locator('c-engagement-timeline');

        await timeline.getByText('Showing 50 of 220').waitFor();
        await timeline.getByText('220 touches').waitFor();
        await timeline.getByText('Opens are informational').first().waitFor();
        await timeline.getByRole('button', { name: 'Show more' }).click();
        await timeline.getByText('Showing 100 of 220').waitFor();
        await shoot(page, 'timeline-100');

        await timeline.getByRole('button', { name: /^Webinar \(/ }).click();
        const webinars = /Webinar \((\d+)\)/.exec(await timeline.innerText())?.[1];
        await timeline.getByText(`Showing ${webinars} of ${webinars}`).waitFor();
        await timeline.getByRole('button', { name: /^All \(/ }).click();
        await timeline.getByText('Showing 50 of 220').waitFor();
        const week = timeline.locator('c-engagement-week-grid [data-week]').last();
        const inWeek = Number(await week.locator('.count').innerText());
        await week.click();
        await timeline.getByText(`Showing ${inWeek} of ${inWeek}`).waitFor();
        await shoot(page, 'timeline-week');
        await timeline.getByRole('button', { name: /^All \(/ }).waitFor();
        await week.click();
        await timeline.getByText('Showing 50 of 220').waitFor();
        await timeline.getByText('Moments only').click();
        await timeline.getByText(/Showing \d+ of (?!220)\d+/).waitFor();
    });

    it('is told at once what a rejection still needs, and keeps what was typed', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, 'Dema Lorndene');
        await card.getByRole('button', { name: 'Reject' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText('Right person, too early').waitFor();
        assert.equal(
            await dialog.locator('[data-id="reason"]').count(),
            21,
            'every reason but the one for accepted leads'
        );
        await shoot(page, 'reject-reasons');

        await dialog.getByText('Right person, too early').click();
        await dialog.getByText('What happens next').waitFor();
        await dialog.getByRole('textbox', { name: /rationale/i }).fill('         ');
        await dialog.getByRole('button', { name: 'Reject hand-off' }).click();
        await shoot(page, 'reject-blank');
        assert.ok(await dialog.isVisible(), 'a rationale of blanks sends nothing');

        await dialog
            .getByRole('textbox', { name: /rationale/i })
            .fill('New rooms open next autumn, capital talks begin then.');
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
        await card.getByRole('button', { name: 'Reject' }).click();
        await expectSoon(
            () => dialog.getByRole('textbox', { name: /rationale/i }).inputValue(),
            'New rooms open next autumn, capital talks begin then.'
        );
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('rejects with a reason, its fields and a rationale, and sees the result without a reload', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, 'Dema Lorndene');
        await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
        await card.getByRole('button', { name: 'Reject' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText('Right person, too early').click();
        await dialog.getByRole('combobox', { name: /expected trigger/i }).click();
        await page.getByRole('option', { name: 'Budget year' }).click();
        await dialog
            .getByRole('textbox', { name: /rationale/i })
            .fill('New rooms open next autumn, capital talks begin then.');
        await shoot(page, 'reject-filled');
        await dialog.getByRole('button', { name: 'Reject hand-off' }).click();

        await card.getByText(/Rejected by you/).waitFor();
        await card.getByText('New rooms open next autumn, capital talks begin then.').first().waitFor();
        assert.equal(await page.evaluate(() => 'notReloaded' in globalThis), true, 'the page was not reloaded');
        await card.getByRole('button', { name: /Show log/ }).click();
        await card
            .locator('[data-id="log"]')
            .getByText(/Rejected/)
            .first()
            .waitFor();
        await shoot(page, 'lead-rejected');
        const [row] = await rowsOf<Record<string, string>>(
            org,
            `SELECT Stage__c, Status__c, Decision__c, Rejection_Reason__c, Revisit_On__c, Outcome__c FROM Handoff__c WHERE Lead__c = '${await leadNamed(org, 'Dema Lorndene')}'`
        );
        assert.deepEqual(
            [
                row?.['Stage__c'],
                row?.['Decision__c'],
                row?.['Rejection_Reason__c'],
                row?.['Revisit_On__c'],
                row?.['Outcome__c']
            ],
            ['NUR', 'Rejected', 'TOO_EARLY', '2027-11-23', 'MET']
        );
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('accepts with one click', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, 'Corin Hallowmere');
        await card.getByRole('button', { name: 'Accept' }).click();

        await card.getByText(/Accepted by you/).waitFor();
        assert.equal(await card.getByRole('button', { name: 'Accept' }).count(), 0);
        await card.getByRole('button', { name: /Show log/ }).click();
        await card
            .locator('[data-id="log"]')
            .getByText(/Accepted/)
            .first()
            .waitFor();
        await shoot(page, 'lead-accepted');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('sees on the page of another rep whose it is, without buttons', async () => {
        const page = await org.pageOf('dana');
        const card = await openLead(page, org, 'Oskwyn Istermere');
        await card.getByText('Waiting for Priya Nandel').waitFor();
        assert.equal(await card.getByRole('button', { name: 'Accept' }).count(), 0);
        await shoot(page, 'lead-of-another');
    });

    it('is told what the other did when two decide at once, and keeps the text', async () => {
        const manager = await org.pageOf('morgan');
        const managerCard = await openLead(manager, org, 'Oskwyn Istermere');
        const rep = await org.pageOf('priya');
        const repCard = await openLead(rep, org, 'Oskwyn Istermere');
        await managerCard.getByRole('button', { name: 'Accept' }).waitFor();
        await repCard.getByRole('button', { name: 'Accept' }).click();
        await repCard.getByText(/Accepted by you/).waitFor();

        await managerCard.getByRole('button', { name: 'Accept' }).click();
        await managerCard
            .getByText(/already accepted|Already decided|already decided/i)
            .first()
            .waitFor();
        await managerCard.getByText(/Accepted by Priya Nandel/).waitFor();
        await shoot(manager, 'lead-decided-meanwhile');
    });
});

describe('a rep at home', () => {
    it('sees hand-offs by time left, each a link with brief and state', async () => {
        const page = await org.pageOf('dana');
        const list = page.locator('c-handoff-my-list');
        await list.getByText('50 h left').waitFor();
        await list.getByText('by Wed 25 Nov, 11:40').waitFor();
        await shoot(page, 'home-rep');
        assert.deepEqual(await seriousFindings(page), []);
        await list.getByRole('link').first().click();
        await page.locator('c-handoff-card').getByRole('timer').getByText('50 h left').waitFor();
        assert.match(page.url(), /\/lightning\/r\/(Lead\/)?00Q/);
    });

    it('works at 360 pixels without a sideways scroll', async () => {
        const page = await org.pageOf('dana', { width: 360, height: 740 });
        await page.locator('c-handoff-my-list').getByText('50 h left').waitFor();
        await openLead(page, org, 'Demaa Everwick');
        await page.getByRole('button', { name: 'Accept' }).waitFor();
        const overflow = await page.evaluate<number>(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        );
        await shoot(page, 'lead-phone');
        assert.equal(overflow, 0);
        assert.deepEqual(await seriousFindings(page), []);
    });
});

describe('the API', () => {
    it('refuses what the page does not offer, with a code, and changes nothing', async () => {
        const pass = await openPassOf(org, 'Demaa Everwick');
        const path = `/services/data/v66.0/sobjects/Handoff__c/${pass}`;
        const before = await rowsOf(
            org,
            `SELECT Stage__c, Status__c, Decision__c, OwnerId FROM Handoff__c WHERE Id = '${pass}'`
        );
        const attempts: readonly (readonly [alias: string, fields: object])[] = [
            ['dana', { Decision__c: 'Accepted' }],
            ['dana', { Stage__c: 'SAL' }],
            ['priya', { Decision__c: 'Accepted' }],
            ['admin', { Decision__c: 'Accepted' }],
            ['admin', { Due_At__c: '2030-01-01T00:00:00Z' }],
            ['mara', { Status__c: 'Decided' }]
        ];
        for (const [alias, fields] of attempts) {
            const answer = await org.api(alias, 'PATCH', path, fields);
            const [error] = answer.body as { errorCode: string; message: string }[];
            assert.ok(answer.status >= 400, `${alias} ${JSON.stringify(fields)} is refused`);
            assert.ok(error?.errorCode && error.message.length > 10, 'with a code and a sentence');
            if (alias === 'admin') {
                assert.match(error.message, /HANDOFF_DIRECT_WRITE/);
            }
        }
        assert.deepEqual(
            await rowsOf(org, `SELECT Stage__c, Status__c, Decision__c, OwnerId FROM Handoff__c WHERE Id = '${pass}'`),
            before
        );
    });

    it('refuses to change or delete the log', async () => {
        const [event] = await rowsOf<{ Id: string }>(org, 'SELECT Id FROM Handoff_Event__c LIMIT 1');
        const path = `/services/data/v66.0/sobjects/Handoff_Event__c/${event?.Id}`;
        for (const alias of ['admin', 'priya', 'mara']) {
            assert.ok((await org.api(alias, 'PATCH', path, { Detail__c: 'x' })).status >= 400, `${alias} edits`);
            assert.ok((await org.api(alias, 'DELETE', path)).status >= 400, `${alias} deletes`);
        }
    });
});
