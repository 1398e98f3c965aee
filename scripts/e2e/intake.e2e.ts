/** Touches on their way in: a marketing tool delivers, and marketing operations look after what could not be read. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const TOUCHES = '/services/apexrest/baton/v1/touches?source=hubspot';
const EMAIL = 'late.arrival@example.com';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('mini');
});
after(() => org.close());

const touches = (): Promise<readonly Record<string, string | null>[]> =>
    rowsOf(
        org,
        `SELECT Type__c, Match_Status__c, Lead__c, Source_Type__c FROM Engagement__c WHERE Person_Email__c = '${EMAIL}'`
    );

describe('a marketing tool that can only post JSON', () => {
    it('posts events: good ones become touches, the others wait with their reason', async () => {
        const answer = await org.api('tool', 'POST', TOUCHES, [
            { id: '1', type: 'FORM_SUBMISSION', email: EMAIL, occurredAt: '2026-11-20T10:00:00Z', asset: 'Demo form' },
            { id: '2', type: 'WEBHOOK_V3', email: EMAIL, occurredAt: '2026-11-20T10:01:00Z' },
            { id: '3', type: 'OPEN', email: EMAIL, occurredAt: 'last Tuesday' },
            { type: 'CLICK', email: EMAIL }
        ]);

        assert.equal(answer.status, 202, JSON.stringify(answer.body));
        assert.deepEqual(answer.body, { received: 4, kept: 4, known: 0 });
        const again = await org.api('tool', 'POST', TOUCHES, {
            id: '3',
            type: 'OPEN',
            email: EMAIL,
            occurredAt: 'last Tuesday'
        });
        assert.deepEqual(again.body, { received: 1, kept: 0, known: 1 });
        assert.deepEqual(
            (await touches()).map((touch) => `${touch['Type__c']} ${touch['Match_Status__c']}`).sort(),
            ['WEBHOOK_V3 Unmatched', 'form Unmatched'],
            'translated, or kept as it came'
        );
    });

    it('can do nothing else', async () => {
        for (const object of ['Lead', 'Contact', 'Handoff__c', 'Engagement_Inbox__c', 'Outbound_Outcome__c']) {
            const answer = await org.api('tool', 'GET', `/services/data/v66.0/query?q=SELECT+Id+FROM+${object}`);
            assert.equal(answer.status, 400, `${object} is none of its business`);
        }
        const rep = await org.api('priya', 'POST', TOUCHES, { id: '9', type: 'OPEN' });
        assert.equal(rep.status, 403, 'and a rep delivers no touches');
    });

    it('finds its person when the lead arrives', async () => {
        const answer = await org.api('mara', 'POST', '/services/data/v66.0/sobjects/Lead', {
            FirstName: 'Late',
            LastName: 'Arrival',
            Company: 'Arrival Clinic',
            Email: 'Late.Arrival@example.com',
            Country: 'US'
        });
        const { id } = answer.body as { id: string };
        assert.deepEqual(
            (await touches()).map((touch) => [touch['Lead__c'], touch['Match_Status__c']]),
            [
                [id, 'Matched'],
                [id, 'Matched']
            ]
        );
    });
});

describe('marketing operations and the inbox', () => {
    it('sees why events could not be read, and tries them again', async () => {
        const page = await org.pageOf('mara');
        await page.goto(`${org.url}/lightning/n/Baton_Data_Exchange`);
        const inbox = page.locator('c-engagement-inbox');
        await inbox.getByRole('button', { name: 'Needs attention (2)' }).waitFor();
        await inbox.getByRole('button', { name: 'Delivered (2)' }).waitFor();
        await inbox.getByText(/occurredAt is "last Tuesday"/).waitFor();
        await inbox.getByText(/it has no id/).waitFor();
        const line = inbox.locator('[data-id="line"]').filter({ hasText: 'occurredAt is' });
        await line.getByText('As it was posted').click();
        await line.getByText('"occurredAt":"last Tuesday"').waitFor();
        await shoot(page, 'inbox');
        assert.deepEqual(await seriousFindings(page), []);

        await inbox.getByRole('button', { name: 'Try all again' }).click();
        await inbox.getByText('2 events are tried again.').waitFor();
        await inbox.getByRole('button', { name: 'Needs attention (2)' }).waitFor();
        await inbox.getByRole('button', { name: 'Delivered (2)' }).click();
        await inbox.getByText('Showing 2 of 2').waitFor();
    });
});
