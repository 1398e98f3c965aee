import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { leadNamed, letTimePass, moveClock, openLead, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const RATIONALE = 'Called three times on two days; the switchboard knows nobody of that name.';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

/** Rejects from the card: the reason, what it asks for, the rationale. */
async function reject(
    page: Page,
    card: Locator,
    reason: string,
    fill: (dialog: Locator) => Promise<void>
): Promise<void> {
    await card.getByRole('button', { name: 'Reject', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(reason).click();
    await fill(dialog);
    await dialog.getByRole('textbox', { name: /rationale/i }).fill(RATIONALE);
    await dialog.getByRole('button', { name: 'Reject hand-off' }).click();
    await card.getByText(/Rejected by you/).waitFor();
}

async function pick(page: Page, dialog: Locator, field: RegExp, option: string): Promise<void> {
    await dialog.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
}

async function passOf(name: string): Promise<Record<string, string> | undefined> {
    const [pass] = await rowsOf<Record<string, string>>(
        org,
        'SELECT Id, Name, Stage__c, Status__c, Pass_Number__c, OwnerId, Decision__c, Rejection_Reason__c, Due_At__c, ' +
            `Review_Due_At__c, Person_Name__c, Next_Instant_At__c FROM Handoff__c WHERE Lead__c = '${await leadNamed(org, name)}' ` +
            'ORDER BY Pass_Number__c DESC LIMIT 1'
    );
    return pass;
}

function lineOf(page: Page, person: string): Locator {
    return page.locator('c-handoff-review-queue [data-id="line"]').filter({ hasText: person });
}

describe('marketing works what sales rejected', () => {
    it('sees what is owed with its own clock, repairs in place, and sends it back to the same rep', async () => {
        const rep = await org.pageOf('priya');
        const card = await openLead(rep, org, 'Oskwyn Istermere');
        const before = await passOf('Oskwyn Istermere');
        await reject(rep, card, 'Cannot be contacted', async (dialog) => {
            await pick(rep, dialog, /invalid field/i, 'Phone');
            await dialog.getByRole('textbox', { name: /checked/i }).fill('Dialled three times');
        });
        await shoot(rep, 'review-rejected');

        const page = await org.pageOf('mara');
        const line = lineOf(page, 'Oskwyn Istermere');
        await line.getByText('Repair: phone').waitFor();
        assert.match(await line.innerText(), /2[34] h left/, 'a clock of its own');
        await line.getByRole('button', { name: /Work on it/ }).click();
        const panel = line.locator('c-handoff-review');
        await panel.getByRole('textbox', { name: 'Phone' }).waitFor();
        await shoot(line, 'review-queue');
        assert.deepEqual(await seriousFindings(page), []);

        await panel.getByRole('button', { name: 'Send back to sales' }).click();
        await panel.getByText(/Write what you did or found/).waitFor();
        await panel.getByRole('textbox', { name: 'Phone' }).fill('555-0142');
        await panel.getByRole('button', { name: 'Send back to sales' }).click();
        await line.waitFor({ state: 'detached' });

        const after = await passOf('Oskwyn Istermere');
        assert.deepEqual(
            [after?.['Stage__c'], after?.['OwnerId'], after?.['Pass_Number__c'], after?.['Decision__c'] ?? null],
            ['MQL', before?.['OwnerId'], before?.['Pass_Number__c'], null],
            'the same pass, with the same rep, undecided'
        );
        const again = await org.pageOf('priya');
        const cardAgain = await openLead(again, org, 'Oskwyn Istermere');
        await cardAgain.getByRole('button', { name: 'Accept' }).waitFor();
        await shoot(again, 'review-returned');
    });

    it('counts rejections by reason, campaign and source, and opens the rows behind a bar', async () => {
        const page = await org.pageOf('mara');
        const list = page.locator('c-handoff-rejected-list');
        await list.getByText(/Showing 25 of \d+/).waitFor();
        await list.getByText('Campaign', { exact: true }).click();
        // Until the answer is there, the bars still count reasons.
        const bar = list.locator('[data-id="reason"][data-code^="701"]').first();
        const count = Number(await bar.locator('.count').innerText());
        await bar.click();
        await list.getByText(`Showing ${Math.min(25, count)} of ${count}`).waitFor();
        await list.getByText('Reason', { exact: true }).click();
        await list.getByText(`Showing ${Math.min(25, count)} of ${count}`).waitFor();
        await shoot(list, 'rejected-by-campaign');
        assert.deepEqual(await seriousFindings(page), []);
        await list.getByRole('button', { name: 'Show all' }).click();
        await list.getByText('Source', { exact: true }).click();
        await bar.waitFor({ state: 'detached' });
        await list.locator('[data-id="reason"] .count').first().waitFor();
    });

    it('works at 360 pixels without a sideways scroll', async () => {
        const page = await org.pageOf('mara', { width: 360, height: 740 });
        const line = page.locator('c-handoff-review-queue [data-id="line"]').first();
        await line.getByRole('button', { name: /Work on it/ }).click();
        await line.locator('c-handoff-review').getByRole('button').first().waitFor();
        const overflow = await page.evaluate<number>(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        );
        await shoot(page, 'review-phone');
        assert.equal(overflow, 0);
        assert.deepEqual(await seriousFindings(page), []);
    });
});

describe('"lacks authority" opens the committee', () => {
    it('keeps the person, lists the missing roles, and lets marketing fill them', async () => {
        const rep = await org.pageOf('priya');
        const card = await openLead(rep, org, 'Oskwyn Istermere');
        await reject(rep, card, 'Lacks purchasing authority', async (dialog) => {
            await pick(rep, dialog, /influence/i, 'Influencer');
        });
        const lead = await leadNamed(org, 'Oskwyn Istermere');
        const members = await rowsOf(org, `SELECT Id FROM Committee_Member__c WHERE Lead__c = '${lead}'`);
        assert.equal(members.length, 1, 'the person is kept');

        const page = await org.pageOf('mara');
        const line = lineOf(page, 'Oskwyn Istermere');
        await line.getByText('Map the committee and engage a decision role').waitFor();
        await line.getByRole('button', { name: /Work on it/ }).click();
        const committee = line.locator('c-handoff-committee');
        await committee.getByText(/of 7 roles filled/).waitFor();
        await committee
            .locator('[data-id="missing"]')
            .getByText(/Finance \(decides\)/)
            .waitFor();
        await shoot(line, 'committee-missing');
        assert.deepEqual(await seriousFindings(page), []);

        const filled = Number(/(\d+) of 7/.exec(await committee.innerText())?.[1]);
        await committee.getByRole('combobox', { name: /Role in the committee/ }).click();
        await page.getByRole('option', { name: 'Finance', exact: true }).click();
        await committee.getByRole('textbox', { name: 'Name of somebody else' }).fill('Tamsin Orrelby');
        await committee.getByRole('button', { name: 'Add', exact: true }).last().click();
        await committee.getByText(`${filled + 1} of 7 roles filled`).waitFor();
        await shoot(line, 'committee-added');
    });
});

describe('a decision made by mistake', () => {
    it('can be corrected once; the log keeps both', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, 'Corin Hallowmere');
        await card.getByRole('button', { name: 'Accept', exact: true }).click();
        const correction = card.locator('c-handoff-correction');
        await correction.getByText(/You can correct this decision once, until/).waitFor();
        await shoot(page, 'correction-offered');
        assert.deepEqual(await seriousFindings(page), []);

        await correction.getByRole('button', { name: 'Reject after all' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText('Right person, too early').click();
        await pick(page, dialog, /expected trigger/i, 'Budget year');
        await dialog.getByRole('textbox', { name: /rationale/i }).fill(RATIONALE);
        await dialog.getByRole('button', { name: 'Reject hand-off' }).click();
        await card.getByText(/Rejected by you/).waitFor();
        await correction.getByText(/You can correct/).waitFor({ state: 'detached' });

        const [entry] = await rowsOf<{ Detail__c: string }>(
            org,
            `SELECT Detail__c FROM Handoff_Event__c WHERE Cause__c = 'Corrected' AND Handoff__r.Lead__c = '${await leadNamed(org, 'Corin Hallowmere')}'`
        );
        assert.match(entry?.Detail__c ?? '', /Accepted.*too early/s, 'both decisions stand in the log');
        await shoot(page, 'correction-done');
    });
});

describe('a privacy request', () => {
    it('opts out at once, forgets the history, holds the clock, and nothing qualifies the person again', async () => {
        const rep = await org.pageOf('dana');
        const name = 'Demaa Everwick';
        const card = await openLead(rep, org, name);
        await reject(rep, card, 'Asked not to be contacted', () => Promise.resolve());
        const lead = await leadNamed(org, name);
        const [person] = await rowsOf<Record<string, unknown>>(
            org,
            `SELECT HasOptedOutOfEmail, DoNotCall, Is_Suppressed__c FROM Lead WHERE Id = '${lead}'`
        );
        assert.deepEqual(
            [person?.['HasOptedOutOfEmail'], person?.['DoNotCall'], person?.['Is_Suppressed__c']],
            [true, true, true]
        );
        const pass = await passOf(name);
        assert.deepEqual(
            [pass?.['Stage__c'], pass?.['Person_Name__c'], pass?.['Next_Instant_At__c'] ?? null],
            ['DQ', 'Removed on request', null],
            'no name, no clock'
        );
        await moveClock(rep, '+1 h');
        assert.deepEqual(
            await rowsOf(
                org,
                `SELECT Id FROM Engagement__c WHERE Lead__c = '${lead}' AND Person_Name__c != null LIMIT 1`
            ),
            [],
            'the history forgets who it was'
        );
        await shoot(rep, 'privacy-rep');

        const page = await org.pageOf('rhea');
        await openLead(page, org, name);
        const tasks = await rowsOf<{ Owner: { Name: string } }>(
            org,
            `SELECT Owner.Name FROM Task WHERE WhoId = '${lead}' AND Subject LIKE '%privacy request%'`
        );
        assert.deepEqual(
            tasks.map((task) => task.Owner.Name),
            ['Hand-off Compliance']
        );
        await shoot(page, 'privacy-compliance');
        assert.deepEqual(await seriousFindings(page), []);

        await touch(lead, '2026-11-23T16:00:00Z', 'evaluation_request');
        await moveClock(page, '+1 h');
        assert.equal((await passOf(name))?.['Pass_Number__c'], pass?.['Pass_Number__c'], 'nothing qualifies again');
    });
});

describe('"too early" is safe', () => {
    it('gives notice, and brings the person back to the same rep with what happened since', async () => {
        const rep = await org.pageOf('priya');
        const card = await openLead(rep, org, 'Dema Lorndene');
        await reject(rep, card, 'Right person, too early', (dialog) =>
            pick(rep, dialog, /expected trigger/i, 'Budget year')
        );
        const pass = await passOf('Dema Lorndene');
        const [revisit] = await rowsOf<{ Revisit_On__c: string; Revisit_Notice_On__c: string }>(
            org,
            `SELECT Revisit_On__c, Revisit_Notice_On__c FROM Handoff__c WHERE Id = '${pass?.['Id']}'`
        );
        assert.equal(revisit?.Revisit_On__c, '2027-11-23', 'twelve months by default');
        assert.equal(revisit.Revisit_Notice_On__c, '2027-11-09', 'the notice comes 14 days before');
        const lead = await leadNamed(org, 'Dema Lorndene');
        await touch(lead, '2027-10-01T14:00:00Z', 'webinar_attended');

        const page = await org.pageOf('priya');
        await leapTo(page, '2027-11-09T14:30:00Z');
        const section = page.locator('c-handoff-my-list [data-section="returning"]');
        await section.getByText('Dema Lorndene').waitFor();
        await section
            .getByText(/Touches since then: 1/)
            .first()
            .waitFor();
        await shoot(page, 'coming-back');
        assert.deepEqual(await seriousFindings(page), []);
        const notices = await rowsOf<{ Description: string }>(
            org,
            `SELECT Description FROM Task WHERE WhoId = '${lead}' AND Subject LIKE '%comes back to you%'`
        );
        assert.equal(notices.length, 1);
        assert.match(notices[0]?.Description ?? '', /Webinar attended/);

        await loseOpenDealsAt(lead);
        await touch(lead, '2027-11-20T14:00:00Z', 'evaluation_request');
        await leapTo(page, '2027-11-23T14:30:00Z');
        const back = await passOf('Dema Lorndene');
        assert.equal(Number(back?.['Pass_Number__c']), Number(pass?.['Pass_Number__c']) + 1, 'a new pass');
        assert.equal(back?.['OwnerId'], pass?.['OwnerId'], 'with the same rep');
    });
});

/** A year has a hundred thousand sweeps; the one that matters is the first one after the leap. */
async function leapTo(page: Page, instant: string): Promise<void> {
    org.org.clock.set(Date.parse(instant));
    await letTimePass(page, org, instant);
}

/** While a deal is open at her institution, a person who comes back joins it and there is no new pass. */
async function loseOpenDealsAt(lead: string): Promise<void> {
    const [person] = await rowsOf<{ Institution__c: string }>(
        org,
        `SELECT Institution__c FROM Lead WHERE Id = '${lead}'`
    );
    const open = await rowsOf<{ Id: string }>(
        org,
        `SELECT Id FROM Opportunity WHERE IsClosed = FALSE AND AccountId = '${person?.Institution__c}'`
    );
    const answers = await Promise.all(
        open.map(({ Id }) =>
            org.api('loader', 'PATCH', `/services/data/v66.0/sobjects/Opportunity/${Id}`, { StageName: 'Closed Lost' })
        )
    );
    assert.ok(answers.every(({ status }) => status === 204));
}

async function touch(lead: string, at: string, type: string): Promise<void> {
    const answer = await org.api('loader', 'POST', '/services/data/v66.0/sobjects/Engagement__c', {
        External_Key__c: `e2e:${lead}:${at}`,
        Lead__c: lead,
        Type__c: type,
        Occurred_At__c: at,
        Asset__c: 'Lumenpath',
        Source_System__c: 'e2e'
    });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
}
