import getBreakdown from '@salesforce/apex/MetricController.getBreakdown';
import InsightBreakdown from 'c/insightBreakdown';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import InsightMetricDetail from 'c/insightMetricDetail';
import { metric } from '../../insightMetricTile/__tests__/data/metric';
import { breakdownLines } from '../breakdownModel';
import { click, find, findAll, mount, part, settle, textOf, wireOf } from 'testing';
import { expectStates, fileOf, frameOf, stateOf } from '../../insightFrame/__tests__/data/frames';

const ANSWER: Apex.MetricBreakdown = {
    dimensionLabel: 'Team',
    lines: [
        { key: 'EP', label: 'EP North', value: 0.8, numerator: 24, n: 30, intervalLow: 0.63, intervalHigh: 0.9 },
        { key: 'VS', label: 'Vascular', value: 0.5, numerator: 6, n: 12, isSmall: true },
        { key: 'NO', label: 'Nordics', n: 0 },
        { key: 'priya', label: 'Priya', n: 3, isHidden: true },
        { label: 'Without a team', value: 1, numerator: 1, n: 1 }
    ]
};

async function show(answer: Apex.MetricBreakdown | undefined = ANSWER, properties: object = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-breakdown', InsightBreakdown, { period: 'last-quarter', ...properties });
    if (answer) {
        wireOf(getBreakdown).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-breakdown', InsightBreakdown, {});
    await expectStates(element, getBreakdown, 2);
});

it('shows each line with n, interval and what to beware of', async () => {
    const element = await show(ANSWER, { metric: 'M10', dimension: 'Team' });
    wireOf(getMetric).emit({ ...metric, hidden: 2 });
    await settle();
    const bars = find(element, 'c-insight-bars')!;

    expect(wireOf(getBreakdown).getLastConfig()).toEqual({
        metricId: 'M10',
        periodKey: 'last-quarter',
        basis: 'cohort',
        dimension: 'Team',
        filters: {}
    });
    expect(frameOf(element)).toMatchObject({ heading: 'Decided in time by Team' });
    expect(stateOf(element)).toMatchObject({
        windowText: '1 Oct 2026 to 31 Dec 2026',
        asOf: 'Wed 25 Nov, 08:00'
    });
    expect(findAll(bars, '[data-id="line"]').map(textOf)).toEqual([
        'EP North80.0 %24 of 30 · 63.0 % – 90.0 %',
        'Vascular50.0 %6 of 12Few cases: read with care',
        'Nordicsn/a (0)',
        'PriyaHiddenFewer than 5 cases of one person: shown to managers only.',
        'Without a team100.0 %1 of 1'
    ]);
    expect(bars).toMatchObject({ targetLow: 0.9, targetHigh: 1 });
    expect(textOf(part(frameOf(element), 'notice'))).toContain('Records that you may not see: 2.');
    await expect(element).toBeAccessible();
});

it('opens a line to its rows; one without a value has no filter and does not open', async () => {
    const element = await show(ANSWER, { filters: { Region: 'EMEA' } });
    wireOf(getMetric).emit(metric);
    await settle();
    const open = findAll(find(element, 'c-insight-bars')!, '[data-id="open"]');

    await click(open.at(-1)!);
    expect(InsightMetricDetail.open).not.toHaveBeenCalled();
    await click(open[0]!);

    expect(InsightMetricDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ metricId: 'M10', filters: { Region: 'EMEA', Team: 'EP' } })
    );
});

it('draws what is no rate on a scale of its own', () => {
    expect(breakdownLines([{ key: 'EP', label: 'EP', value: 40, n: 4 }], 'hours', undefined)).toEqual([
        expect.objectContaining({ share: 0.8, figure: '40 h', detail: 'Cases: 4', low: undefined })
    ]);
});

it('gives bare values to a file, and says that there is nothing', async () => {
    const element = await show();
    wireOf(getMetric).emit(metric);
    await settle();
    const { read } = fileOf(element);
    expect((await read()).rows[0]).toEqual(['EP North', 0.8, 24, 30, undefined, 0.63, 0.9]);

    wireOf(getBreakdown).emit({ dimensionLabel: 'Team', lines: [] });
    await settle();
    expect(stateOf(element).empty).toBe('No cases in this period. Choose a longer one.');
});
