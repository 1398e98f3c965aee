import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expectSoon, shoot } from './pages.ts';
import { seriousFindings, startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';
import {
    choose,
    chooseLastByKeys,
    closeDialog,
    expectFigure,
    figureOf,
    openBoard,
    openRows,
    tileOf,
    totalOf
} from './scoreboard.ts';

let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

const LEADERS = ['vance', 'maren'] as const;

describe('both leaders on one scoreboard (story 7)', () => {
    it('see identical numbers', async () => {
        const seen: string[][] = [];
        for (const leader of LEADERS) {
            const page = await org.pageOf(leader);
            const board = await openBoard(page, org, 'Last 24 months');
            seen.push(await board.locator('[data-id="figure"], [data-id="cases"], [data-id="amount"]').allInnerTexts());
            await shoot(page, `scoreboard-${leader}`);
            assert.deepEqual(await seriousFindings(page), []);
        }
        assert.ok((seen[0]?.length ?? 0) >= 20, `there are figures: ${seen[0]?.join()}`);
        assert.deepEqual(seen[0], seen[1]);
    });

    for (const leader of LEADERS) {
        it(`${leader} opens a figure to definition, window, n and as-of, and its rows add up`, async () => {
            const page = await org.pageOf(leader);
            const board = await openBoard(page, org, 'Last 24 months');
            await expectFigure(board, 'Lead acceptance rate', ['75.9 %', '132 of 174']);

            const dialog = await openRows(tileOf(board, 'Lead acceptance rate'));
            const facts = await dialog.locator('[data-id="fact"]').allInnerTexts();
            for (const term of [
                'What it says',
                'Formula',
                'Counted on',
                'Window',
                'Cases',
                '95 % interval',
                'Computed'
            ]) {
                assert.ok(
                    facts.some((fact) => fact.startsWith(term)),
                    `${term} in ${facts.join(' | ')}`
                );
            }
            await shoot(page, `metric-detail-${leader}`);
            assert.equal(await totalOf(dialog), 174);
            await choose(dialog, 'Show', 'Counted: 132');
            await dialog.getByText('Showing 50 of 132').waitFor();
            assert.deepEqual(await seriousFindings(page), []);
            await closeDialog(page);
        });
    }

    it('can take the rows along as a file that holds them all', async () => {
        const page = await org.pageOf('maren');
        const board = await openBoard(page, org, 'Last 24 months');
        const dialog = await openRows(tileOf(board, 'Lead acceptance rate'));
        const [download] = await Promise.all([
            page.waitForEvent('download'),
            dialog.getByRole('button', { name: /Download as CSV/ }).click()
        ]);
        const chunks: Buffer[] = [];
        for await (const chunk of await download.createReadStream()) {
            chunks.push(chunk as Buffer);
        }
        const text = Buffer.concat(chunks).toString('utf8');
        assert.ok(text.startsWith('\uFEFFId,Record,'), text.slice(0, 60));
        assert.equal(text.trimEnd().split('\r\n').length, 1 + 174);
        assert.match(download.suggestedFilename(), /^rows-behind-the-figure-\d{4}-\d\d-\d\d\.csv$/);
    });
});

describe('marketing operations on the funnel (story 8)', () => {
    it('reads the rates with their bands off the page', async () => {
        const page = await org.pageOf('mara');
        const board = await openBoard(page, org, 'Last 24 months');
        await expectFigure(board, 'MQL to SQL conversion', ['32.0 %', '48 of 150']);
        await expectFigure(board, 'SQL to opportunity conversion', ['50.0 %', '23 of 46']);
        await expectFigure(board, 'Decision SLA', ['82.2 %', '143 of 174']);
        const rate = await tileOf(board, 'MQL to SQL conversion').innerText();
        assert.match(rate, /In the band 25 % – 40 %/);
        assert.match(rate, /95 % interval 25\.1 % – 39\.8 %/);
        assert.match(rate, /Younger part, not in the figure: 4 of 30/);
        assert.match(
            await tileOf(board, 'SQL to opportunity conversion').innerText(),
            /Younger part, not in the figure: 1 of 6/
        );
    });

    it('sees the decision SLA get better from quarter to quarter', async () => {
        const page = await org.pageOf('mara');
        const board = await openBoard(page, org, 'Last 13 weeks');
        const trend = await tileOf(board, 'Decision SLA').locator('table td').allTextContents();
        assert.deepEqual(trend.slice(-4), [
            '78.6 % (28 cases)',
            '83.9 % (31 cases)',
            '88.2 % (34 cases)',
            '93.5 % (31 cases)'
        ]);
        await expectFigure(board, 'Decision SLA', ['93.5 %', '29 of 31']);
    });

    it('sends what it looks at as a link, which says what of it is gone, and goes back to it', async () => {
        const page = await org.pageOf('mara');
        const board = await openBoard(page, org, 'Last 24 months');
        await expectFigure(board, 'Lead acceptance rate', ['75.9 %', '132 of 174']);
        await choose(board, 'Team', 'Nordics');
        await page.waitForURL(/c__period=last-24-months.*c__Team=Nordics/);
        await tileOf(board, 'Lead acceptance rate').getByText('132 of 174').waitFor({ state: 'detached' });
        const [, ofNordics] = await figureOf(board, 'Lead acceptance rate');

        await page.reload();
        await board.locator('[data-id="pill"]').filter({ hasText: 'Nordics' }).waitFor();
        await tileOf(board, 'Lead acceptance rate').getByText(ofNordics, { exact: true }).waitFor();
        await page.goBack();
        await board.locator('[data-id="pill"]').waitFor({ state: 'detached' });
        await expectFigure(board, 'Lead acceptance rate', ['75.9 %', '132 of 174']);

        await page.goto(`${page.url()}&c__Team=Long%20gone`);
        await board.getByText('Left out: Team "Long gone".').waitFor();
        await expectFigure(board, 'Lead acceptance rate', ['75.9 %', '132 of 174']);
        await shoot(page, 'scoreboard-old-link');
        assert.deepEqual(await seriousFindings(page), []);
    });

    it('switches the basis, and says n/a (0) of nothing', async () => {
        const page = await org.pageOf('mara');
        const board = await openBoard(page, org, 'Last 24 months');
        const cohort = await figureOf(board, 'MQL to SQL conversion');
        await choose(board, 'Counted on', 'Events of the period');
        const period = await figureOf(board, 'MQL to SQL conversion');
        assert.notDeepEqual(period, cohort);
        assert.match(period[1], /of 1\d\d/);
        await shoot(page, 'scoreboard-period-basis');
        await choose(board, 'Counted on', 'Cohort');
        await choose(board, 'Period', 'Last 4 weeks');
        await choose(board, 'Team', 'Nordics');
        await shoot(page, 'scoreboard-nothing');
        await expectFigure(board, 'SQL to opportunity conversion', ['n/a (0)', 'No cases in this period']);
    });
});

describe('the scoreboard on a narrow screen, by keyboard and on paper', () => {
    for (const width of [360, 320]) {
        it(`fits ${width} px`, async () => {
            const page = await org.pageOf('vance', { width, height: 780 });
            await openBoard(page, org, 'Last 24 months');
            const widest = await page.evaluate<number>('document.documentElement.scrollWidth');
            await shoot(page, `scoreboard-${width}`);
            assert.ok(widest <= width, `${widest} px wide`);
            assert.deepEqual(await seriousFindings(page), []);
        });
    }

    it('is filtered and opened by keyboard, and comes back to where one was', async () => {
        const page = await org.pageOf('vance');
        const board = await openBoard(page, org);
        await chooseLastByKeys(board, 'Period');
        await expectFigure(board, 'Lead acceptance rate', ['75.9 %', '132 of 174']);

        const rows = tileOf(board, 'Lead acceptance rate').getByRole('button', { name: /Show the rows/ });
        await rows.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').locator('[data-id="shown"]').waitFor();
        await closeDialog(page);
        await expectSoon(() => rows.and(page.locator(':focus')).count(), 1, 'focus is back on the button');
    });

    it('prints without its buttons', async () => {
        const page = await org.pageOf('vance');
        const board = await openBoard(page, org, 'Last 24 months');
        await page.emulateMedia({ media: 'print' });
        assert.equal(
            await tileOf(board, 'Decision SLA')
                .getByRole('button', { name: /Show the rows/ })
                .isVisible(),
            false
        );
        assert.equal(await tileOf(board, 'Decision SLA').locator('[data-id="figure"]').isVisible(), true);
        await shoot(page, 'scoreboard-print');
    });
});

describe('every widget', () => {
    it('is shown as it is', async () => {
        const page = await org.pageOf('vance');
        const board = await openBoard(page, org, 'Last 24 months');
        await shoot(tileOf(board, 'MQL to SQL conversion'), 'widget-metric');
        await shoot(board.locator('c-insight-funnel'), 'widget-funnel');
        await shoot(board.locator('c-insight-breakdown'), 'widget-by-team');
        await shoot(board.locator('c-insight-reject-pareto'), 'widget-reject-reasons');
        await shoot(board.locator('c-insight-scorecard'), 'widget-scorecard');
        await shoot(board.locator('c-insight-filter-bar'), 'widget-filters');
    });

    it('opens a line or a reason to exactly its rows', async () => {
        const page = await org.pageOf('vance');
        const board = await openBoard(page, org, 'Last 24 months');
        const team = board.locator('c-insight-breakdown [data-id="line"]').first();
        const n = Number(/of (\d+)/.exec(await team.locator('[data-id="detail"]').innerText())?.[1]);
        await team.getByRole('button').click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('[data-id="shown"]').waitFor();
        assert.equal(await totalOf(dialog), n);
        await closeDialog(page);

        const reason = board.locator('c-insight-reject-pareto [data-id="reason"]').first();
        const times = Number(await reason.locator('td').first().locator('span').first().innerText());
        await reason.getByRole('button').click();
        await dialog.locator('[data-id="shown"]').waitFor();
        assert.equal(await totalOf(dialog), times);
        await closeDialog(page);
    });
});
