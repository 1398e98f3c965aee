import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openLead, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

interface Waiting {
    readonly Lead__r: { readonly Name: string };
    readonly Owner: { readonly Name: string };
}

const waitingFor = (rep: string): Promise<readonly Waiting[]> =>
    rowsOf<Waiting>(
        org,
        `SELECT Lead__r.Name, Owner.Name FROM Handoff__c WHERE Owner.Name = '${rep}' AND Stage__c = 'MQL' ORDER BY Decide_By__c`
    );

describe('a rep', () => {
    it('reads by which way a hand-off got here', async () => {
        const [waiting] = await waitingFor('Priya Nandel');
        assert.ok(waiting, 'Priya has a hand-off to decide');
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, waiting.Lead__r.Name);
        await card.getByRole('button', { name: 'How it got here' }).click();
        await card
            .getByText(/Routed/)
            .first()
            .waitFor();
        await shoot(page, 'why-you');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('enters an absence at home, and is told what is wrong with it', async () => {
        const page = await org.pageOf('priya');
        const away = page.locator('c-handoff-absence');
        await away.getByText('You are not away.').waitFor();
        await away.getByRole('button', { name: 'Enter an absence' }).click();
        await away.getByRole('button', { name: 'Save absence' }).click();
        await away.getByText('Enter the first and the last day.').waitFor();
        await shoot(page, 'absence-form');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('decides for a colleague who is away', async () => {
        const [dana] = await rowsOf<{ Id: string }>(org, "SELECT Id FROM User WHERE Name = 'Dana Reyvold'");
        const now = org.org.clock.now();
        const { body } = await org.api('priya', 'POST', '/services/data/v66.0/sobjects/Absence__c', {
            From__c: new Date(now - 60_000).toISOString(),
            To__c: new Date(now + 86_400_000).toISOString(),
            Delegate__c: dana?.Id
        });
        assert.ok((body as { success?: boolean }).success, JSON.stringify(body));
        const [waiting] = await waitingFor('Priya Nandel');
        assert.ok(waiting);

        const page = await org.pageOf('dana');
        const away = page.locator('c-handoff-absence');
        await away.getByText(/You stand in for Priya Nandel until/).waitFor();
        await away.getByRole('link', { name: waiting.Lead__r.Name }).first().waitFor();
        await shoot(page, 'stands-in');
        assert.deepEqual(await seriousFindings(page), []);
        const card = await openLead(page, org, waiting.Lead__r.Name);
        await card.getByRole('button', { name: 'Accept' }).click();
        await card.getByText(/Accepted by you/).waitFor();
    });
});
