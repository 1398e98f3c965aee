/** The stories that are planted in the demo data, each seen by the person whom it concerns. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

interface Pass {
    readonly Name: string;
    readonly Lead__c: string;
    readonly Contact__c: string;
    readonly Opportunity__c: string;
    readonly Person_Name__c: string;
}

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

async function passWhere(condition: string): Promise<Pass> {
    const [pass] = await rowsOf<Pass>(
        org,
        `SELECT Name, Lead__c, Contact__c, Opportunity__c, Person_Name__c FROM Handoff__c WHERE ${condition}`
    );
    assert.ok(pass, `the demo data has a pass with ${condition}`);
    return pass;
}

describe('a manager at home', () => {
    it('is asked about acceptances without a look at the brief, and about a sale after a rejection', async () => {
        const page = await org.pageOf('morgan');
        await page.goto(`${org.url}/lightning/page/home`);
        const flags = page.locator('c-handoff-flags');
        await flags.getByText('5 decisions within 60 seconds').waitFor();
        await flags.getByText('Concerns Cole Tambrey').first().waitFor();
        await flags.getByText(/was rejected; 20 days later the opportunity .*Ossara fixation set/).waitFor();
        assert.deepEqual(await seriousFindings(page), []);
        await shoot(page, 'stories-questions');
    });

    it('answers a question, and it stands with its answer among the explained ones', async () => {
        const page = await org.pageOf('morgan');
        await page.goto(`${org.url}/lightning/page/home`);
        const flags = page.locator('c-handoff-flags');
        const bulk = flags.locator('li', { hasText: '5 decisions within 60 seconds' });
        await bulk.getByRole('button', { name: 'Answer' }).click();
        await bulk.getByLabel('What was behind it').fill('He went through the list of the workshop with me.');
        await bulk.getByRole('button', { name: 'Save answer' }).click();
        await bulk.waitFor({ state: 'detached' });

        await flags.getByRole('combobox', { name: 'Show' }).click();
        await flags.getByRole('option', { name: 'Explained' }).click();
        await flags.getByText('Morgan Delacrane: He went through the list of the workshop with me.').waitFor();
    });

    it('finds a person who was too early, came back after a year, and was won', async () => {
        const won = await passWhere(
            "Previous_Handoff__r.Rejection_Reason__c = 'TOO_EARLY' AND Opportunity__r.StageName = 'Closed Won'"
        );
        const page = await org.pageOf('morgan');
        await page.goto(`${org.url}/lightning/r/Contact/${won.Contact__c}/view`);
        const card = page.locator('c-handoff-card');
        await card.getByText('Earlier hand-offs of this person').waitFor();
        await card.getByText(/Pass 1: Nurture · Right person, too early/).waitFor();
        assert.deepEqual(await seriousFindings(page), []);
        await shoot(page, 'stories-came-back');
    });

    it('sees both passes of a person who was in the system twice', async () => {
        const merged = await passWhere("Stage__c = 'DUP' AND Decision__c = NULL");
        const page = await org.pageOf('morgan');
        await page.goto(`${org.url}/lightning/r/Lead/${merged.Lead__c}/view`);
        await page.getByText(merged.Name).first().waitFor();
        await page.locator('c-handoff-card').getByRole('timer').waitFor();
        await shoot(page, 'stories-merged');
    });
});

describe('a rep', () => {
    it('sees the evening in New York on which a person was qualified, not the next day in Greenwich', async () => {
        const edge = await passWhere('MQL_At__c = 2026-10-01T03:30:00Z');
        const page = await org.pageOf('dana');
        await page.goto(`${org.url}/lightning/r/Lead/${edge.Lead__c}/view`);
        await page
            .getByText(/Sep 30, 2026, 11:30\sPM/)
            .first()
            .waitFor();
    });
});
