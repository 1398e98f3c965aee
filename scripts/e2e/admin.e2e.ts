import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

describe('an administrator on the set-up page', () => {
    it('sees what holds and what is wrong, area by area', async () => {
        const page = await org.pageOf('admin');
        await page.goto(`${org.url}/lightning/n/Baton_Setup`);
        const setup = page.locator('c-handoff-setup');
        await setup.getByRole('heading', { name: 'Policies' }).waitFor();
        await setup.getByText('P1: 48 h on business days').waitFor();
        await shoot(page, 'setup');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('learns who would receive a lead, step by step', async () => {
        const page = await org.pageOf('admin');
        await page.goto(`${org.url}/lightning/n/Baton_Setup`);
        const routing = page.locator('c-handoff-routing-test');
        await routing.getByLabel('Find a lead or contact').fill('Everwick');
        await routing.getByText('Demaa Everwick').click();
        await routing.getByText(/would go to|would join/).waitFor();
        await routing.getByRole('heading', { name: 'Step by step' }).waitFor();
        await shoot(page, 'routing-test');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('tries other hours on the last quarter, and is told what is impossible', async () => {
        const page = await org.pageOf('admin');
        await page.goto(`${org.url}/lightning/n/Baton_Setup`);
        const policy = page.locator('c-handoff-policy-test');
        const hours = policy.getByLabel('Window in hours').first();
        await hours.fill('0');
        await policy.getByRole('button', { name: 'Try on the last quarter' }).click();
        await policy.getByText('is 0, which is impossible. Enter a whole number from 1 to 720.').waitFor();
        assert.equal(await hours.inputValue(), '0', 'What was typed stays');

        await hours.fill('24');
        await policy.getByRole('button', { name: 'Try on the last quarter' }).click();
        await policy.getByRole('button', { name: /^In time: \d+/ }).waitFor();
        await policy.getByRole('button', { name: /^Late: \d+/ }).click();
        await shoot(page, 'policy-test');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('starts by hand what the night does, and is told which days can be counted', async () => {
        const page = await org.pageOf('admin');
        await page.goto(`${org.url}/lightning/n/Baton_Setup`);
        const work = page.locator('c-insight-figure-work');
        await work.getByRole('button', { name: 'Count this day' }).click();
        await work.getByText(/^Choose a day from .* to 22 Nov 2026/).waitFor();
        await work.getByRole('button', { name: 'Compute the history again' }).click();
        await work.getByText('Past quarters are being computed again').waitFor();
        await shoot(work, 'figures-by-hand');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('works at the width of a phone', async () => {
        const page = await org.pageOf('admin', { width: 360, height: 740 });
        await page.goto(`${org.url}/lightning/n/Baton_Setup`);
        await page.locator('c-handoff-setup').getByRole('heading', { name: 'Policies' }).waitFor();
        const box = await page.locator('c-handoff-policy-test').boundingBox();
        await shoot(page, 'setup-phone');
        assert.ok(box && box.x + box.width <= 360, `It is ${box?.width} px wide`);
    });

    it('is alone there: others are told whom to ask', async () => {
        const page = await org.pageOf('priya');
        await page.goto(`${org.url}/lightning/n/Baton_Setup`);
        await page.getByText('You do not have access').first().waitFor();
        assert.equal(await page.getByRole('button', { name: 'Try on the last quarter' }).count(), 0);
    });
});
