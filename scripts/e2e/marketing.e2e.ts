import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { leadNamed, openLead, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

describe('a marketer on the Lead page', () => {
    it('is told which context is missing, and who can fill it', async () => {
        const page = await org.pageOf('mara');
        const card = await openLead(page, org, 'Osken Thornvale');
        await card
            .getByText(/Institutional Role/i)
            .first()
            .waitFor();
        const text = await card.innerText();
        assert.match(text, /Clinical Specialty/i);
        assert.match(text, /Expressed Interest/i);
        assert.match(text, /Institution/i);
        await shoot(page, 'gate-missing');
        assert.deepEqual(await seriousFindings(page), []);

        const lead = await leadNamed(org, 'Osken Thornvale');
        assert.equal(await card.getByRole('button', { name: 'Hand to sales anyway' }).isEnabled(), false);
        assert.deepEqual(await rowsOf(org, `SELECT Id FROM Handoff__c WHERE Lead__c = '${lead}'`), []);
    });

    it('hands to sales what passes the gate', async () => {
        const page = await org.pageOf('mara');
        const card = await openLead(page, org, 'Maverin Holtstead');
        await card.getByRole('button', { name: 'Hand to sales', exact: true }).click();
        await card
            .getByText(/Waiting for/)
            .first()
            .waitFor();
        await shoot(page, 'gate-handed-over');

        const lead = await leadNamed(org, 'Maverin Holtstead');
        const [pass] = await rowsOf<Record<string, string>>(
            org,
            `SELECT Stage__c, Status__c, Priority__c FROM Handoff__c WHERE Lead__c = '${lead}'`
        );
        assert.deepEqual([pass?.['Stage__c'], pass?.['Status__c'], pass?.['Priority__c']], ['MQL', 'Open', 'P1']);
        assert.deepEqual(await seriousFindings(page), []);
    });
});

describe('a marketer at home', () => {
    it('sees what was rejected, with reason and rationale, and filters by reason', async () => {
        const page = await org.pageOf('mara');
        const list = page.locator('c-handoff-rejected-list');
        await list.getByText('Showing 25 of 33').waitFor();
        await list.getByRole('button', { name: /Lacks purchasing authority/ }).click();
        await list.getByText('Showing 6 of 6').waitFor();
        await list
            .getByText(/value analysis committee|capital plan/)
            .first()
            .waitFor();
        await shoot(page, 'home-marketing');
        assert.deepEqual(await seriousFindings(page), []);
        assert.equal((await list.innerText()).includes('{revisit}'), false);
    });
});

describe('an administrator', () => {
    it('sees every list of the app', async () => {
        const page = await org.pageOf('admin');
        await page.locator('c-handoff-team-list').getByText('Showing').first().waitFor();
        await page.getByRole('link', { name: 'Hand-offs', exact: true }).click();
        await page
            .getByText(/HO-\d+/)
            .first()
            .waitFor();
        await shoot(page, 'handoff-list');
        assert.deepEqual(await seriousFindings(page), []);
    });
});
