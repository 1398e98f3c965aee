import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { moveClock, openLead, rowsOf, shoot } from './pages.ts';
import { startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('mini');
});
after(() => org.close());

interface Pass {
    readonly Status__c: string;
    readonly Stage__c: string;
    readonly Owner: { readonly Name: string };
}

async function passOf(name: string): Promise<Pass | undefined> {
    const [pass] = await rowsOf<Pass>(
        org,
        `SELECT Status__c, Stage__c, Owner.Name FROM Handoff__c WHERE Lead__r.Name = '${name}' ORDER BY CreatedDate DESC LIMIT 1`
    );
    return pass;
}

describe('the clock of the org', () => {
    it('turns the card to warning, late and expired, and moves the lead on, with nobody clicking', async () => {
        const page = await org.pageOf('priya');
        const card = await openLead(page, org, 'Corin Hallowmere');
        await card.getByRole('timer').getByText('47 h left').waitFor();

        await moveClock(page, '+1 h');
        await card.getByRole('timer').getByText('46 h left').waitFor();
        await moveClock(page, '+1 day');
        await card.getByRole('timer').getByText('22 h left').waitFor();
        for (let step = 0; step < 40 && (await passOf('Corin Hallowmere'))?.Status__c === 'Open'; step++) {
            await moveClock(page, 'next due');
        }
        assert.equal((await passOf('Corin Hallowmere'))?.Status__c, 'Warned');
        await card
            .getByRole('timer')
            .getByText(/\d h left/)
            .waitFor();
        await card.getByText('Due soon').first().waitFor();
        await shoot(page, 'clock-warned');

        for (let step = 0; step < 40 && (await passOf('Corin Hallowmere'))?.Status__c === 'Warned'; step++) {
            await moveClock(page, 'next due');
        }
        assert.equal((await passOf('Corin Hallowmere'))?.Status__c, 'Breached');
        await card.getByText(/late/).first().waitFor();
        await shoot(page, 'clock-breached');

        // Thanksgiving and the day after are holidays: the expiry is on Monday.
        for (let step = 0; step < 60 && (await passOf('Corin Hallowmere'))?.Owner.Name === 'Priya Nandel'; step++) {
            await moveClock(page, 'next due');
        }
        const moved = await passOf('Corin Hallowmere');
        assert.equal(moved?.Owner.Name, 'Dana Reyvold', 'an expired P1 goes to the backup of the team');
        assert.deepEqual([moved?.Stage__c, moved?.Status__c], ['MQL', 'Open']);
        await card.getByText(/Waiting for Dana Reyvold/).waitFor();
        assert.equal(await card.getByRole('button', { name: 'Accept' }).count(), 0);
        await shoot(page, 'clock-expired');
        const log = await rowsOf<{ Cause__c: string }>(
            org,
            "SELECT Cause__c FROM Handoff_Event__c WHERE Handoff__r.Lead__r.Name = 'Corin Hallowmere' ORDER BY At__c, Name"
        );
        const causes = log.map((entry) => entry.Cause__c);
        for (const cause of ['Warned', 'Breached', 'Expired', 'Rerouted']) {
            assert.ok(causes.includes(cause), `the log tells of ${cause}: ${causes.join(', ')}`);
        }
    });

    it('reclaims an expired P2 to marketing review', async () => {
        const expired = await rowsOf<{ Stage__c: string; Owner: { Name: string } }>(
            org,
            "SELECT Stage__c, Owner.Name FROM Handoff__c WHERE Priority__c = 'P2' AND Status__c = 'Expired' AND Lead__r.Name IN (SELECT Name FROM Lead WHERE Lifecycle_Stage__c = 'MRV') AND Expired_At__c > 2026-11-23T15:00:00Z"
        );
        assert.ok(expired.length > 0, 'there is one by now');
        assert.ok(expired.every((pass) => pass.Stage__c === 'MRV' && /Review/.test(pass.Owner.Name)));
    });
});
