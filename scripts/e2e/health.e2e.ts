import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';
import { shoot } from './pages.ts';
import { choose, settled } from './scoreboard.ts';

const PHONE = { width: 360, height: 900 };

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small', { isAfterNight: true });
});
after(() => org.close());

async function openHealth(page: Page): Promise<Locator> {
    await page.goto(`${org.url}/lightning/n/Baton_Scoreboard`);
    const health = page.locator('c-insight-health');
    await health.locator('[data-id="score"]').waitFor();
    await settled(health);
    return health;
}

const text = (scope: Locator, id: string): Promise<string> => scope.locator(`[data-id="${id}"]`).first().innerText();

describe('story 16: the health score with its trend', () => {
    it('shows the chief revenue officer the score, what is known of it, where it goes and what moved it', async () => {
        const page = await org.pageOf('blair');
        const health = await openHealth(page);

        const score = Number((await text(health, 'score')).replace(/[^\d.]/g, '').slice(0, 5));
        assert.ok(score > 60 && score <= 100, `a score of ${score}`);
        assert.match(await text(health, 'coverage'), /Incomplete: dimensions with 85 % of the weight/);
        assert.match(await text(health, 'as-of'), /Q4 2026 so far, as of .*22 Nov/);
        assert.match(await text(health, 'direction'), /Improving: \+\d/);
        assert.equal(await health.locator('c-insight-line circle').count(), 4);

        const steps = await health.locator('c-insight-waterfall [data-id="step"]').allInnerTexts();
        const points = steps.map((step) => Number(step.split(/\s/).at(-1)!.replace('−', '-').replace('+', '')));
        const moved = points.slice(1, -1).reduce((sum, step) => sum + step, points[0]!);
        assert.ok(Math.abs(moved - points.at(-1)!) < 0.005, `the steps lead to the score: ${steps.join(' | ')}`);
        assert.deepEqual(await seriousFindings(page), []);
        await shoot(health, 'health');
    });

    it('says what is missing and what will supply it', async () => {
        const page = await org.pageOf('vance');
        const health = await openHealth(page);
        const content = health.locator('[data-id="dimension"][data-name="Content_Utilisation"]');

        assert.match(
            await content.innerText(),
            /Missing[\s\S]*Not measured yet\. It will come from the content library/
        );
        assert.match(
            await health.locator('[data-id="dimension"][data-name="Sales_Satisfaction"]').innerText(),
            /3\.7[\s\S]*demo pulse survey[\s\S]*10 counted/
        );
    });

    it('invents nothing for a team with few hand-offs', async () => {
        const page = await org.pageOf('maren');
        const health = await openHealth(page);
        await choose(health, 'Company, region or team', 'US Northeast');

        assert.equal((await text(health, 'score')).trim(), 'n/a');
        assert.match(await text(health, 'coverage'), /Only 0 % of the weight is there/);
        assert.match(await health.innerText(), /hand-offs were due; a team needs 20/);
        await shoot(health, 'health-team');
    });

    it('reads on a phone', async () => {
        const page = await org.pageOf('blair', PHONE);
        const health = await openHealth(page);

        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        assert.ok(width <= PHONE.width, `nothing sticks out: ${width}`);
        assert.deepEqual(await seriousFindings(page), []);
        await shoot(health, 'health-phone');
    });
});

async function openFinance(page: Page): Promise<Locator> {
    await page.goto(`${org.url}/lightning/n/Baton_Finance`);
    const finance = page.locator('c-insight-finance');
    await finance.locator('[data-id="figure"]').first().waitFor();
    await settled(finance);
    return finance;
}

describe('story 32: year over year and unit cost', () => {
    it('shows the chief revenue officer what follows from the books', async () => {
        const page = await org.pageOf('blair');
        const finance = await openFinance(page);
        await choose(finance, 'Quarter', 'Q2 2026');

        const value = (id: string): Promise<string> =>
            finance.locator(`[data-id="figure"][data-name="${id}"] [data-id="value"]`).innerText();
        assert.equal(await value('M32'), '$680,000.00');
        assert.match(await value('M31'), /^\$\d/);
        assert.match(await finance.innerText(), /\d+ new customers; cost of Q\d \d{4}, \d quarters earlier/);
        assert.match(await finance.innerText(), /Q2 2026 against Q2 2025, both as they (were reported|stand)/);
        assert.equal(await finance.locator('[data-id="save"]').count(), 0, 'reading is not entering');

        assert.deepEqual(await seriousFindings(page), []);
        await shoot(page, 'finance');
    });

    it('lets an administrator enter inputs, refuses what cannot be with a sentence, and keeps what was typed', async () => {
        const page = await org.pageOf('admin');
        const finance = await openFinance(page);
        await finance.getByRole('combobox', { name: 'Kind' }).click();
        await finance.getByRole('option', { name: 'Yearly churn' }).click();
        await finance.getByLabel('Fiscal quarter').fill('2026-Q4');
        await finance.getByLabel('Value in percent').fill('120');
        await finance.getByRole('button', { name: 'Save input' }).click();

        await finance.locator('[data-id="refusal"]').waitFor();
        assert.match(await text(finance, 'refusal'), /percentages from 0 to 100/);
        assert.equal(await finance.getByLabel('Value in percent').inputValue(), '120');
        await finance.getByLabel('Value in percent').fill('16');
        await finance.getByRole('button', { name: 'Save input' }).click();
        await finance.locator('[data-id="done"]').waitFor();
        await settled(finance);
        // 120,000 x 68 % / 16 %
        await finance.locator('[data-name="M32"]').filter({ hasText: '$510,000.00' }).waitFor();
        assert.deepEqual(await seriousFindings(page), []);
        await shoot(page, 'finance-admin');
    });
});
