import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { leadNamed, openLead, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const EARLY = 'Verity Strelfield';
const INCOMPLETE = 'Osken Thornvale';
const WHY = 'The chief physician called and wants a visit next week.';
const PHONE = { width: 360, height: 780 };

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

interface Pass {
    readonly Status__c: string;
    readonly Is_Override__c: boolean;
    readonly Override_Text__c: string | null;
    readonly Engagement_Score__c: number;
    readonly Score_Version__c: string;
}

async function passesOf(lead: string): Promise<readonly Pass[]> {
    return rowsOf<Pass>(
        org,
        `SELECT Status__c, Is_Override__c, Override_Text__c, Engagement_Score__c, Score_Version__c FROM Handoff__c WHERE Lead__c = '${lead}'`
    );
}

describe('a strong fit that is early', () => {
    it('is watched by marketing: what is there, what is missing', async () => {
        const page = await org.pageOf('mara');
        const card = await openLead(page, org, EARLY);
        await card.getByText('Watch: strong fit, early').waitFor();
        await card.getByText('Fit: 90, 60 needed').waitFor();
        await card.getByText('Engagement: 33.7, 50 needed').waitFor();
        await shoot(page, 'gate-watch');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('can be read on a phone', async () => {
        const page = await org.pageOf('mara', PHONE);
        const card = await openLead(page, org, EARLY);
        await card.getByText('Watch: strong fit, early').waitFor();
        await shoot(page, 'gate-watch-phone');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('comes to sales by itself with the touch that tips the score, and says why', async () => {
        const lead = await leadNamed(org, EARLY);
        const answer = await org.api('admin', 'POST', '/services/data/v66.0/sobjects/Engagement__c', {
            Lead__c: lead,
            Type__c: 'vac_kit',
            Source_System__c: 'e2e',
            External_Key__c: 'e2e:vac-kit',
            Occurred_At__c: new Date(org.org.clock.now()).toISOString()
        });
        assert.equal(answer.status, 201, JSON.stringify(answer.body));

        let passes = await passesOf(lead);
        for (let tries = 0; tries < 50 && passes.length === 0; tries++) {
            await new Promise((resolve) => setTimeout(resolve, 200));
            passes = await passesOf(lead);
        }

        assert.deepEqual(
            passes.map((pass) => [pass.Status__c, pass.Is_Override__c, pass.Score_Version__c]),
            [['Open', false, 'v1']]
        );
        assert.ok((passes[0]?.Engagement_Score__c ?? 0) >= 50, 'the kit tipped the score');
        const page = await org.pageOf('mara');
        const card = await openLead(page, org, EARLY);
        await card.getByRole('button', { name: 'Why this is an MQL' }).click();
        await card.getByText(/Engagement: [\d.]+, 50 needed/).waitFor();
        await card.getByText('Role: Department head, 25 of 35 points').waitFor();
        await card.getByText('Authority: Influencer').waitFor();
        await card.getByText(/Gate v1/).waitFor();
        await shoot(page, 'why-qualified');
        assert.deepEqual(await seriousFindings(page), []);
    });
});

describe('a person whom the gate keeps back', () => {
    it('goes to sales for a reason, which sales and the list of overrides show', async () => {
        const page = await org.pageOf('mara');
        const card = await openLead(page, org, INCOMPLETE);
        const reason = card.getByLabel('Why sales should get this person anyway');
        const button = card.getByRole('button', { name: 'Hand to sales anyway' });
        await reason.fill('because');
        await card.getByText('13 more characters, please.').waitFor();
        assert.equal(await button.isEnabled(), false, 'that explains nothing');
        await shoot(page, 'override-too-short');

        await reason.fill(WHY);
        await button.click();
        await card
            .getByText(/Waiting for/)
            .first()
            .waitFor();

        const [pass] = await passesOf(await leadNamed(org, INCOMPLETE));
        assert.deepEqual([pass?.Is_Override__c, pass?.Override_Text__c], [true, WHY]);
        await card.getByRole('button', { name: 'Why this is an MQL' }).click();
        await card.getByText(`Handed over by hand although the gate was not met: ${WHY}`).waitFor();
        await shoot(page, 'override');
        assert.deepEqual(await seriousFindings(page), []);

        await page.goto(`${org.url}/lightning/o/Handoff__c/list?filterName=Overridden_Handoffs`);
        await page.getByText('Overrides of the Gate').first().waitFor();
        await page.getByText(INCOMPLETE).first().waitFor();
        await shoot(page, 'overrides-list');
    });
});
