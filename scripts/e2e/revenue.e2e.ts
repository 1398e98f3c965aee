import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { rowsOf, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';
import { choose, closeDialog, expectFigure, figureOf, openBoard, settled, totalOf } from './scoreboard.ts';

const CENTS = 100;

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small', { isAfterNight: true });
});
after(() => org.close());

/** `$1,234.56` in cents. */
function cents(text: string): number {
    return Math.round(Number(text.replace(/[^0-9.-]/g, '')) * CENTS);
}

function sum(amounts: readonly number[]): number {
    return amounts.reduce((total, amount) => total + amount, 0);
}

async function wonRevenue(): Promise<number> {
    const [won] = await rowsOf<{ total: number }>(
        org,
        "SELECT SUM(Corporate_Amount__c) total FROM Opportunity_Fact__c WHERE State__c = 'Won' AND Close_On__c = LAST_N_DAYS:729"
    );
    return Math.round((won?.total ?? 0) * CENTS);
}

describe('the chief revenue officer on the pipeline (story 12)', () => {
    it('sees three parts that make the whole and are never added, with unknown as its own line', async () => {
        const page = await org.pageOf('blair');
        const board = await openBoard(page, org, 'Last 24 months');
        const pipeline = board.locator('c-insight-pipeline');
        const facts = await rowsOf<{ origin: string; total: number; n: number }>(
            org,
            'SELECT Origin_Class__c origin, SUM(Corporate_Amount__c) total, COUNT(Id) n FROM Opportunity_Fact__c GROUP BY Origin_Class__c'
        );
        const amounts = (await pipeline.locator('c-insight-stack [data-id="amount"]').allInnerTexts()).map(cents);
        const origins = (await pipeline.locator('c-insight-bars [data-id="figure"]').allInnerTexts()).map(cents);
        const whole = Math.round(sum(facts.map(({ total }) => total)) * CENTS);

        assert.equal(amounts.length, 3);
        assert.equal(sum(amounts), whole);
        assert.equal(sum(origins), whole, 'origins make the same whole');
        const text = await pipeline.innerText();
        assert.match(text, /never added/);
        assert.match(text, /Unknown/);
        assert.ok(!text.includes(String(sum(amounts.slice(0, 2)) / CENTS)), 'no sum of sourced and influenced');
        await shoot(pipeline, 'widget-pipeline');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('opens a part to its opportunities, and an opportunity to its touches', async () => {
        const page = await org.pageOf('blair');
        const board = await openBoard(page, org, 'Last 24 months');
        const slice = board.locator('c-insight-pipeline [data-id="slice"]').first();
        const count = Number(/Opportunities: (\d+)/.exec(await slice.innerText())?.[1]);
        const amount = cents(await slice.locator('[data-id="amount"]').innerText());
        await slice.getByRole('button').click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('[data-id="shown"]').waitFor();
        assert.equal(await totalOf(dialog), count);
        const results = await dialog.locator('[data-id="result"]').allInnerTexts();
        assert.equal(sum(results.map((result) => cents(/\$[\d,.]+/.exec(result)?.[0] ?? '0'))), amount);
        await shoot(page, 'pipeline-rows');
        await dialog.getByRole('link').first().click();
        await page.locator('c-insight-attribution').getByText('Attribution').first().waitFor();
    });
});

describe('marketing on revenue by campaign (story 13)', () => {
    async function openSplit(page: Page): Promise<Locator> {
        const board = await openBoard(page, org, 'Last 24 months');
        return board.locator('c-insight-campaign-attribution');
    }

    for (const level of ['Campaign', 'Program', 'Channel', 'Region']) {
        it(`ties to won revenue by ${level.toLowerCase()} under two models`, async () => {
            const page = await org.pageOf('mara');
            const split = await openSplit(page);
            if (level !== 'Campaign') {
                await choose(split, 'Split by', level);
            }
            const amounts = (await split.locator('[data-id="amount"]').allInnerTexts()).map(cents);
            const won = await wonRevenue();
            assert.equal(sum(amounts.filter((_, index) => index % 2 === 0)), won, 'first model');
            assert.equal(sum(amounts.filter((_, index) => index % 2 === 1)), won, 'second model');
            if (level === 'Campaign') {
                await shoot(split, 'widget-attribution');
                assert.deepEqual(await seriousFindings(page), []);
            }
        });
    }

    it('opens an amount to the credits behind it, which add up to it', async () => {
        const page = await org.pageOf('mara');
        const split = await openSplit(page);
        const cell = split.locator('[data-id="line"]').nth(1).locator('[data-id="amount"]').first();
        const amount = cents(await cell.innerText());
        await cell.click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('[data-id="shown"]').waitFor();
        const credits = (await dialog.locator('td[data-id="amount"]').allInnerTexts()).map(cents);
        assert.equal(credits.length, await totalOf(dialog));
        assert.equal(sum(credits), amount);
        await shoot(page, 'credits');
        assert.deepEqual(await seriousFindings(page), []);
        await closeDialog(page);
    });

    it('sees on the page of a campaign what it earned by every model', async () => {
        const [credit] = await rowsOf<{ campaign: string }>(
            org,
            'SELECT Campaign__c campaign, COUNT(Id) n FROM Attribution_Credit__c WHERE Campaign__c != NULL GROUP BY Campaign__c ORDER BY COUNT(Id) DESC LIMIT 1'
        );
        assert.ok(credit, 'some campaign earned credit');
        const page = await org.pageOf('mara');
        await page.goto(`${org.url}/lightning/r/Campaign/${credit.campaign}/view`);
        const card = page.locator('c-insight-campaign-credit');
        await card.locator('[data-id="foot"]').waitFor();
        await shoot(card, 'widget-campaign');
        await shoot(page, 'campaign-page');
        assert.deepEqual(await seriousFindings(page), []);
    });
});

describe('a widget on the page of a record', () => {
    it('counts only what belongs to the record, and says so', async () => {
        const [most] = await rowsOf<{ campaign: string; n: number }>(
            org,
            'SELECT Campaign__c campaign, COUNT(Id) n FROM Handoff__c WHERE Campaign__c != NULL AND MQL_At__c = LAST_N_DAYS:300 GROUP BY Campaign__c ORDER BY COUNT(Id) DESC LIMIT 1'
        );
        assert.ok(most, 'some campaign brought hand-offs');
        const page = await org.pageOf('mara');
        await page.goto(`${org.url}/lightning/r/Campaign/${most.campaign}/view`);
        const funnel = page.locator('c-insight-funnel');
        await funnel.getByText('Counts only what belongs to this campaign.').waitFor();
        const first = await funnel.locator('[data-id="line"]').first().innerText();
        const shown = (first.match(/\d+/g) ?? []).map(Number);
        assert.ok(sum(shown) >= 1 && sum(shown) < 174, `fewer than in the whole: ${first}`);
        await shoot(page, 'campaign-page');
        assert.deepEqual(await seriousFindings(page), []);
    });
});

describe('the chief revenue officer on unit cost (story 32)', () => {
    it('reads what a customer costs, and n/a without a customer, never 0', async () => {
        const page = await org.pageOf('blair');
        const board = await openBoard(page, org, 'Last quarter');
        await expectFigure(board, 'Cost of a new customer', ['$131,000', 'Cases: 6']);
        assert.equal((await figureOf(board, 'Lifetime value of a customer'))[0], '$680,000');
        assert.equal((await figureOf(board, 'Value to cost of a customer'))[0], '5.19×');
        await shoot(board.getByRole('region', { name: 'Revenue impact' }), 'widget-revenue-impact');
        await choose(board, 'Period', 'Last 4 weeks');
        assert.match((await figureOf(board, 'Cost of a new customer'))[0], /^n\/a/);
        assert.match((await figureOf(board, 'Won revenue, year over year'))[0], /^n\/a/);
    });

    it('sees quarters as they were reported beside what is known today', async () => {
        const page = await org.pageOf('blair');
        const board = await openBoard(page, org);
        const widget = board.locator('c-insight-as-reported');
        await widget.getByText(/Reported up to .* Restated since: \d+ of \d+\./).waitFor();
        assert.ok((await widget.locator('[data-id="line"]').count()) > 1, 'several figures');
        await shoot(widget, 'widget-as-reported');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('opens a win rate to the opportunities that ended', async () => {
        const page = await org.pageOf('blair');
        const board = await openBoard(page, org, 'Last 24 months');
        const line = board.locator('c-insight-win-rate [data-id="line"]').first();
        const n = Number(/won of (\d+)/.exec(await line.innerText())?.[1]);
        await line.getByRole('button').click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('[data-id="shown"]').waitFor();
        assert.equal(await totalOf(dialog), n);
        await closeDialog(page);
        await settled(board);
        await shoot(board.locator('c-insight-win-rate'), 'widget-win-rate');
        await shoot(board.locator('c-insight-cycle-length'), 'widget-cycle-length');
    });

    it('reads win rates by source off the page, with their intervals', async () => {
        const page = await org.pageOf('blair');
        const board = await openBoard(page, org, 'Last 24 months');
        const lines = await board.locator('c-insight-win-rate [data-id="line"]').allInnerTexts();
        const told = lines.map((line) => line.replaceAll('\u00A0', ' '));
        assert.match(told[0] ?? '', /41\.2 %\s+7 won of 17 · 21\.6 % – 64\.0 %/);
        assert.match(told[1] ?? '', /27\.8 %\s+5 won of 18 · 12\.5 % – 50\.9 %/);
    });
});
