import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';

const NARROW = { width: 320, height: 780 };
const CENTS = 100;

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

interface Deal {
    readonly Id: string;
    readonly Amount: number;
}

/** Of the won opportunities that a pass led to, the one whose person did most. */
async function wonDeal(): Promise<Deal> {
    const passes = await rowsOf<{ Lead__c: string; Opportunity__r: Deal }>(
        org,
        'SELECT Lead__c, Opportunity__r.Id, Opportunity__r.Amount FROM Handoff__c WHERE Opportunity__r.IsWon = TRUE'
    );
    const [busiest] = await rowsOf<{ Lead__c: string }>(
        org,
        `SELECT Lead__c, COUNT(Id) total FROM Engagement__c WHERE Lead__c IN ('${passes.map((pass) => pass.Lead__c).join("','")}')` +
            " AND Type__c NOT IN ('email_open', 'email_sent') GROUP BY Lead__c ORDER BY COUNT(Id) DESC, Lead__c LIMIT 1"
    );
    const deal = passes.find((pass) => pass.Lead__c === busiest?.Lead__c)?.Opportunity__r;
    assert.ok(deal, 'the demo data has a won opportunity of marketing');
    return deal;
}

async function openDeal(page: Page, id: string): Promise<Locator> {
    await page.goto(`${org.url}/lightning/r/Opportunity/${id}/view`);
    const card = page.locator('c-insight-attribution');
    await card.locator('[data-id="total"]').waitFor();
    return card;
}

function cents(text: string): number {
    return Math.round(Number(text.replace(/[^0-9.-]/g, '')) * CENTS);
}

/** Sum of a column of credits, in cents. */
async function creditedBy(card: Locator, model: number): Promise<number> {
    const amounts = await card.locator(`[data-id="line"] td:nth-of-type(${model}) [data-id="amount"]`).allInnerTexts();
    return amounts.reduce((sum, text) => sum + cents(text), 0);
}

describe('a manager on a won opportunity', () => {
    it('sees what each touch earned by two models, which add up to the amount', async () => {
        const deal = await wonDeal();
        const page = await org.pageOf('morgan');
        const card = await openDeal(page, deal.Id);

        assert.ok((await card.locator('[data-id="line"]').count()) > 1, 'several touches');
        assert.deepEqual(await card.locator('[data-id="model"]').allInnerTexts(), ['W-shaped', 'Linear']);
        assert.equal(await creditedBy(card, 1), deal.Amount * CENTS);
        assert.equal(await creditedBy(card, 2), deal.Amount * CENTS);
        const sums = await card.locator('[data-id="sum"]').allInnerTexts();
        assert.deepEqual(sums.map(cents), [deal.Amount * CENTS, deal.Amount * CENTS]);
        await shoot(page, 'attribution');
        await shoot(card, 'attribution-card');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('splits the same amount by another model', async () => {
        const deal = await wonDeal();
        const page = await org.pageOf('morgan');
        const card = await openDeal(page, deal.Id);
        await card.getByRole('combobox', { name: 'Compare with' }).click();
        await card.getByRole('option', { name: 'Last touch' }).click();
        await card.locator('[data-id="model"]', { hasText: 'Last touch' }).waitFor();

        const amounts = await card.locator('[data-id="line"] td:nth-of-type(2) [data-id="amount"]').allInnerTexts();
        assert.equal(cents(amounts.at(-1) ?? ''), deal.Amount * CENTS, 'the last touch has it all');
        assert.equal(await creditedBy(card, 2), deal.Amount * CENTS);
    });

    it('reads it on a narrow screen', async () => {
        const deal = await wonDeal();
        const page = await org.pageOf('morgan', NARROW);
        const card = await openDeal(page, deal.Id);
        await shoot(card, 'attribution-narrow');
        const box = await card.boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= NARROW.width, 'the card fits the screen');
        assert.deepEqual(await seriousFindings(page), []);
    });
});
