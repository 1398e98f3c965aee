import getFunnel from '@salesforce/apex/MetricController.getFunnel';
import InsightFunnel from 'c/insightFunnel';
import InsightMetricDetail from 'c/insightMetricDetail';
import { click, find, findAll, mount, settle, textOf, wireOf } from 'testing';
import { expectStates, fileOf, stateOf } from '../../insightFrame/__tests__/data/frames';

const ANSWER: Apex.MetricFunnel = {
    steps: [
        { key: 'mql', label: 'Qualified by marketing', count: 150, metricId: 'M03', young: 30 },
        {
            key: 'sql',
            label: 'Qualified by sales',
            count: 48,
            metricId: 'M04',
            rate: 0.32,
            targetLow: 0.25,
            targetHigh: 0.4,
            band: 'in'
        },
        { key: 'opp', label: 'Opportunity', count: 24, rate: 0.5 }
    ]
};

async function show(answer: Apex.MetricFunnel | undefined = ANSWER, properties: object = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-funnel', InsightFunnel, { period: 'last-quarter', ...properties });
    if (answer) {
        wireOf(getFunnel).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-funnel', InsightFunnel, {});
    await expectStates(element, getFunnel);
});

it('shows each stage with its rate of the one before, its band in words, and the younger part', async () => {
    const element = await show(ANSWER, { team: 'EP' });
    const bars = find(element, 'c-insight-bars')!;

    expect(wireOf(getFunnel).getLastConfig()).toEqual({ periodKey: 'last-quarter', filters: { Team: 'EP' } });
    expect(findAll(bars, '[data-id="line"]').map(textOf)).toEqual([
        'Qualified by marketing150Younger part: 30',
        'Qualified by sales4832.0 % of the step beforeIn the band 25 % – 40 %',
        'Opportunity2450.0 % of the step before'
    ]);
    await expect(element).toBeAccessible();
});

it('opens a stage to its metric, and nothing where there is none', async () => {
    const element = await show();
    const open = findAll(find(element, 'c-insight-bars')!, '[data-id="open"]');

    await click(open[2]!);
    expect(InsightMetricDetail.open).not.toHaveBeenCalled();
    await click(open[1]!);

    expect(InsightMetricDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({
            metricId: 'M04',
            period: 'last-quarter',
            basis: 'cohort',
            label: 'Qualified by sales'
        })
    );
});

it('says what the same cohort won, 0 as well, and nothing when it is not known', async () => {
    const element = await show({ ...ANSWER, wonAmount: 1234567.5, currencyCode: 'USD' });
    expect(textOf(find(element, '[data-id="won"]'))).toBe('Closed-won from these hand-offs: $1,234,568');

    wireOf(getFunnel).emit({ ...ANSWER, wonAmount: 0, currencyCode: 'USD' });
    await settle();
    expect(textOf(find(element, '[data-id="won"]'))).toBe('Closed-won from these hand-offs: $0');

    wireOf(getFunnel).emit(ANSWER);
    await settle();
    expect(find(element, '[data-id="won"]')).toBeNull();
});

it('gives bare values to a file, and says that there is nothing', async () => {
    const element = await show();
    const { read } = fileOf(element);
    expect((await read()).rows[1]).toEqual(['Qualified by sales', 48, 0.32, 0.25, 0.4, undefined]);

    wireOf(getFunnel).emit({ steps: [{ count: 0 }] });
    await settle();
    expect(stateOf(element).empty).toBe('No hand-offs in this period. Choose a longer one.');
});

it('shows hand-offs that are all too young, says which days are counted, and as of when', async () => {
    const element = await show();
    wireOf(getFunnel).emit({
        steps: [{ key: 'MQL', count: 0, young: 3 }],
        windowStart: '2026-10-01',
        windowEnd: '2026-11-26',
        asOf: '2026-11-25T13:00:00.000Z'
    });
    await settle();

    expect(stateOf(element)).toMatchObject({
        empty: '',
        windowText: '1 Oct 2026 to 25 Nov 2026',
        asOf: 'Wed 25 Nov, 08:00'
    });
});
