import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openLead, openPassOf, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const PERSON = 'Corin Hallowmere';
const RECORDS = '/services/data/v66.0/sobjects/';
const EVIDENCE = {
    Need_Evidence__c: 'The ablation console fails twice a month and procedures are postponed.',
    Authority_Evidence__c: 'The head of cardiology carries the request to the value committee.',
    Timeline_Evidence__c: 'Budget year starts in January, decision meant to fall before that.',
    Process_Evidence__c: 'Evaluation in December, committee in January, then signature.'
};

let org: OrgUnderTest;
let pass: string;
before(async () => {
    org = await startOrgUnderTest('small');
    pass = await openPassOf(org, PERSON);
});
after(() => org.close());

async function passFields(fields: string): Promise<Record<string, string>> {
    const [row] = await rowsOf<Record<string, string>>(org, `SELECT ${fields} FROM Handoff__c WHERE Id = '${pass}'`);
    return row ?? {};
}

describe('a rep after the acceptance', () => {
    it('qualifies only once the person answered, with evidence', async () => {
        const page = await org.pageOf('priya');
        let card = await openLead(page, org, PERSON);
        await card.getByRole('button', { name: 'Accept' }).click();
        const panel = card.locator('c-handoff-qualification');
        await panel.getByText('No answer yet').waitFor();
        assert.equal(await panel.getByRole('button', { name: 'Qualify' }).isEnabled(), false);
        await shoot(page, 'qualify-no-answer');
        assert.deepEqual(await seriousFindings(page), []);

        const { Lead__c: lead, OwnerId: owner } = await passFields('Lead__c, OwnerId');
        const now = Date.parse(new Date(org.org.clock.now()).toISOString());
        const call = await org.api('priya', 'POST', `${RECORDS}Task`, {
            WhoId: lead,
            OwnerId: owner,
            Subject: 'Call',
            Status: 'Completed',
            TaskSubtype: 'Call',
            CallDisposition: 'Connected',
            ActivityDate: new Date(now).toISOString().slice(0, 10)
        });
        assert.equal(call.status, 201, JSON.stringify(call.body));
        card = await openLead(page, org, PERSON);
        await panel.getByText('The person answered').waitFor();

        for (const [name, text] of Object.entries(EVIDENCE)) {
            await panel.locator(`[data-name="${name}"] textarea`).fill(text);
        }
        await shoot(page, 'qualify-evidence');
        await panel.getByRole('button', { name: 'Qualify' }).click();
        await panel.getByText('Turn into an opportunity').waitFor();
        const saved = await passFields('Stage__c, Need_Evidence__c, First_Two_Way_At__c');
        assert.equal(saved['Stage__c'], 'SQL');
        assert.equal(saved['Need_Evidence__c'], EVIDENCE.Need_Evidence__c);
        assert.ok(saved['First_Two_Way_At__c']);
    });

    it('is told what a conversion needs, then converts', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, PERSON);
        const panel = card.locator('c-handoff-qualification');
        await panel.getByRole('button', { name: 'Create opportunity' }).click();
        await panel.locator('[data-id="field-problem"]').first().waitFor();
        await shoot(page, 'convert-missing');
        assert.equal(await panel.locator('[data-id="field-problem"]').count(), 3);
        assert.deepEqual(await seriousFindings(page), []);

        await panel.locator('[data-name="nextStep"] input').fill('Evaluation in the second operating room');
        await panel.locator('[data-name="nextStepOn"] input').fill('Dec 7, 2026');
        await panel.locator('[data-name="nextStepOn"] input').press('Tab');
        await panel.locator('[data-name="processType"]').getByRole('combobox').click();
        await panel.getByRole('option', { name: 'Evaluation', exact: true }).click();
        await shoot(page, 'convert-filled');
        await panel.getByRole('button', { name: 'Create opportunity' }).click();
        await panel.locator('[data-id="converted"]').waitFor();
        const saved = await passFields('Stage__c, Contact__c, Opportunity__c, Accept_Type__c, Process_Type__c');
        assert.equal(saved['Stage__c'], 'OPP');
        assert.equal(saved['Accept_Type__c'], 'Explicit');
        assert.equal(saved['Process_Type__c'], 'Evaluation');
        assert.ok(saved['Contact__c'] && saved['Opportunity__c']);
        await shoot(page, 'converted');
    });

    it('finds the same history on the pages of the contact and of the opportunity', async () => {
        const { Contact__c: contact, Opportunity__c: opportunity } = await passFields('Contact__c, Opportunity__c');
        for (const [name, path] of [
            ['contact-page', `Contact/${contact}`],
            ['opportunity-page', `Opportunity/${opportunity}`]
        ] as const) {
            const page = await org.pageOf('priya');
            await page.goto(`${org.url}/lightning/r/${path}/view`);
            const card = page.locator('c-handoff-card');
            await card.getByText(/^Accepted by/).waitFor();
            await card.locator('[data-id="converted"]').waitFor();
            await card.locator('c-handoff-committee').getByText('Fallowbrook Regional Hospital').waitFor();
            await page
                .locator('c-engagement-timeline')
                .getByText(/^22\d touches/)
                .waitFor();
            await shoot(page, name);
            assert.deepEqual(await seriousFindings(page), []);
        }
    });

    it('reads the panel on a phone', async () => {
        const { Opportunity__c: opportunity } = await passFields('Opportunity__c');
        const page = await org.pageOf('priya', { width: 360, height: 780 });
        await page.goto(`${org.url}/lightning/r/Opportunity/${opportunity}/view`);
        await page.locator('c-handoff-card [data-id="converted"]').waitFor();
        await shoot(page, 'opportunity-phone');
        const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(width <= 360, `the page is ${width} px wide`);
    });
});

async function nameWhere(condition: string): Promise<string> {
    const [row] = await rowsOf<{ Person_Name__c: string }>(
        org,
        `SELECT Person_Name__c FROM Handoff__c WHERE ${condition} AND Lead__c != NULL LIMIT 1`
    );
    assert.ok(row, `the demo data has a hand-off with ${condition}`);
    return row.Person_Name__c;
}

describe('what a manager and marketing may still do', () => {
    it('takes an acceptance back that was made by mistake', async () => {
        const name = await nameWhere(
            "Owner.Name = 'Priya Nandel' AND Stage__c = 'MQL' AND Status__c IN ('Open', 'Warned')"
        );
        const rep = await openLead(await org.pageOf('priya'), org, name);
        await rep.getByRole('button', { name: 'Accept' }).click();
        await rep.locator('c-handoff-qualification').getByText('No answer yet').waitFor();
        assert.equal(await rep.getByRole('button', { name: 'Take acceptance back' }).count(), 0);

        const page = await org.pageOf('morgan');
        const card = await openLead(page, org, name);
        await card.getByText(/Accepted by mistake\? A manager can take it back once, until/).waitFor();
        await card.getByRole('button', { name: 'Take acceptance back' }).click();
        await card.getByRole('button', { name: 'Take back now' }).click();
        await card.locator('[data-id="undo-problem"]').waitFor();
        await card.locator('[data-id="undo-note"] textarea').fill('Priya tapped the wrong lead on her phone.');
        await shoot(page, 'undo-acceptance');
        assert.deepEqual(await seriousFindings(page), []);
        await card.getByRole('button', { name: 'Take back now' }).click();
        await card.getByRole('button', { name: 'Accept' }).waitFor();
        await card.getByText(/ left/).first().waitFor();
        await shoot(page, 'acceptance-undone');
    });

    it('lets a disqualified person start again', async () => {
        const name = await nameWhere("Stage__c = 'DQ' AND Reopened_At__c = NULL AND Lead__r.IsConverted = FALSE");
        const page = await org.pageOf('mara');
        const card = await openLead(page, org, name);
        await card.locator('[data-id="reopen"]').waitFor();
        await card.getByRole('button', { name: 'Reopen' }).click();
        await card.locator('[data-id="problem"]').waitFor();
        await card.locator('[data-id="reopen-reason"]').getByRole('combobox').click();
        await card.getByRole('option', { name: 'New employer' }).click();
        await card.locator('[data-id="reopen-note"] textarea').fill('Moved to Larkfield Clinic as head of cardiology.');
        await shoot(page, 'reopen');
        assert.deepEqual(await seriousFindings(page), []);
        await card.getByRole('button', { name: 'Reopen' }).click();
        await card.locator('c-handoff-gate').waitFor();
        await shoot(page, 'reopened');
        const [lead] = await rowsOf<{ Lifecycle_Stage__c: string }>(
            org,
            `SELECT Lifecycle_Stage__c FROM Lead WHERE Name = '${name}'`
        );
        assert.equal(lead?.Lifecycle_Stage__c, 'INQ');
    });

    it('voids what should never have been a hand-off, with a reason', async () => {
        const name = await nameWhere("Stage__c = 'MQL' AND Status__c IN ('Open', 'Warned')");
        const rep = await openLead(await org.pageOf('morgan'), org, name);
        await rep.locator('c-handoff-story, c-handoff-clock').first().waitFor();
        assert.equal(await rep.getByRole('button', { name: 'Void this hand-off' }).count(), 0, 'Sales cannot');

        const page = await org.pageOf('mara');
        const card = await openLead(page, org, name);
        await card.getByRole('button', { name: 'Void this hand-off' }).click();
        const form = card.locator('c-handoff-void');
        await form.locator('[data-id="reason"] textarea').fill('test');
        await form.getByRole('button', { name: 'Void it' }).click();
        await form.locator('[data-id="problem"]').waitFor();
        await form.locator('[data-id="reason"] textarea').fill('Somebody tried the form with an invented name.');
        await shoot(page, 'void');
        assert.deepEqual(await seriousFindings(page), []);
        await form.getByRole('button', { name: 'Void it' }).click();
        await card.getByText(/^Voided .*: Somebody tried the form with an invented name\./).waitFor();
        assert.equal(await form.count(), 0);
        await shoot(page, 'voided');
        const [row] = await rowsOf<{ Stage__c: string; Voided_At__c: string | null }>(
            org,
            `SELECT Stage__c, Voided_At__c FROM Handoff__c WHERE Lead__r.Name = '${name}' ORDER BY Pass_Number__c DESC`
        );
        assert.equal(row?.Stage__c, 'NUR');
        assert.ok(row.Voided_At__c);
    });
});
