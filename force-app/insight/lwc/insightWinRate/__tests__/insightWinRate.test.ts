import getWinRates from '@salesforce/apex/RevenueController.getWinRates';
import InsightWinRate from 'c/insightWinRate';
import InsightMetricDetail from 'c/insightMetricDetail';
import { click, find, findAll, mount, part, settle, textOf, wireOf } from 'testing';
import { choose, expectStates, fileOf, stateOf } from '../../insightFrame/__tests__/data/frames';

/** F6: marketing 7 of 17, sales 5 of 18, partner none. */
const ANSWER: Apex.RevenueWinRates = {
    basis: 'period',
    windowStart: '2026-01-01',
    windowEnd: '2027-01-01',
    lines: [
        {
            key: 'Marketing',
            label: 'Marketing',
            won: 7,
            lost: 10,
            stalled: 3,
            n: 17,
            rate: 7 / 17,
            intervalLow: 0.216,
            intervalHigh: 0.64,
            isSmall: true,
            broadRate: 0.35,
            broadN: 20,
            valueRate: 0.44
        },
        { key: 'Partner', label: 'Partner', won: 0, lost: 0, n: 0 }
    ],
    total: { label: 'All', won: 12, lost: 23, n: 35, rate: 12 / 35 },
    liftPoints: 13.4,
    influenced: { rate: 0.412 },
    notInfluenced: { rate: 0.278 }
};

async function show(answer: Apex.RevenueWinRates | undefined = ANSWER, properties: object = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-win-rate', InsightWinRate, { period: 'last-quarter', ...properties });
    if (answer) {
        wireOf(getWinRates).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-win-rate', InsightWinRate, {});
    await expectStates(element, getWinRates);
});

it('shows rate, cases, interval, the rate by value and with what stands still; n/a (0) of nothing', async () => {
    const element = await show();

    expect(findAll(find(element, 'c-insight-bars')!, '[data-id="line"]').map(textOf)).toEqual([
        'Marketing41.2 %7 won of 17 · 21.6 % – 64.0 %by value 44.0 % · with stalled 35.0 % of 20 · Few cases: read with care',
        'Partnern/a (0)',
        'All34.3 %12 won of 35'
    ]);
    expect(textOf(part(element, 'lift'))).toContain('won 13.4 points more often (41.2 % against 27.8 %)');
    await expect(element).toBeAccessible();

    wireOf(getWinRates).emit({ ...ANSWER, liftPoints: -10.6 });
    await settle();
    expect(textOf(part(element, 'lift'))).toContain('won 10.6 points less often');
});

it('counts what was opened in the period instead', async () => {
    const element = await show();
    expect(wireOf(getWinRates).getLastConfig()).toMatchObject({ basis: 'period' });

    await choose(element, 'basis', 'cohort');

    expect(wireOf(getWinRates).getLastConfig()).toMatchObject({ basis: 'cohort' });
});

it('opens a source to its opportunities, and the total to all', async () => {
    const element = await show();
    const open = findAll(find(element, 'c-insight-bars')!, '[data-id="open"]');

    await click(open[0]!);
    expect(InsightMetricDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ metricId: 'M23', filters: { Source: 'Marketing' } })
    );
    await click(open[2]!);
    expect(InsightMetricDetail.open).toHaveBeenLastCalledWith(expect.objectContaining({ filters: {} }));
});

it('gives bare values to a file, and says that there is nothing', async () => {
    const element = await show();
    const { read } = fileOf(element);
    expect((await read()).rows[0]).toEqual(['Marketing', 7, 10, 3, 17, 7 / 17, 0.216, 0.64, 0.35, 0.44]);

    wireOf(getWinRates).emit({ total: { n: 0 } });
    await settle();
    expect(stateOf(element).empty).toBe('No opportunity ended in this period. Choose a longer one.');
});
