import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { leadNamed, rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const PHONE = { width: 360, height: 740 };

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('mini');
});
after(() => org.close());

describe('a rep on the phone', () => {
    it('accepts in two taps from a notification: its link, then Accept', async () => {
        const page = await org.pageOf('priya', PHONE);
        const lead = await leadNamed(org, 'Corin Hallowmere');
        // A notification about one hand-off leads to the page of its person.
        await page.goto(`${org.url}/lightning/r/Lead/${lead}/view`);
        const card = page.locator('c-handoff-card');
        await card.getByRole('timer').waitFor();
        assert.deepEqual(await seriousFindings(page), []);

        await card.getByRole('button', { name: 'Accept' }).click();
        await card.getByText(/Accepted by you/).waitFor();

        const [pass] = await rowsOf<{ Decision__c: string; Stage__c: string }>(
            org,
            `SELECT Decision__c, Stage__c FROM Handoff__c WHERE Lead__c = '${lead}'`
        );
        assert.deepEqual([pass?.Decision__c, pass?.Stage__c], ['Accepted', 'SAL']);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        assert.ok(width <= PHONE.width, `the page is ${width} pixels wide`);
        await shoot(page, 'phone-accepted');
    });
});
