import getCycleLengths from '@salesforce/apex/RevenueController.getCycleLengths';
import InsightCycleLength from 'c/insightCycleLength';
import InsightMetricDetail from 'c/insightMetricDetail';
import { cycleBuckets } from '../cycleModel';
import { click, find, findAll, mount, part, settle, textOf, wireOf } from 'testing';
import { expectStates, fileOf, stateOf } from '../../insightFrame/__tests__/data/frames';

/** F6: marketing 210, 305, 248, 420 days; sales 330, 512, 275. */
const ANSWER: Apex.RevenueCycles = {
    windowStart: '2026-01-01',
    windowEnd: '2027-01-01',
    lines: [
        { key: 'Marketing', label: 'Marketing', n: 4, mean: 295.75, median: 276.5, p90: 420 },
        { key: 'Partner', label: 'Partner', n: 0 }
    ],
    total: { label: 'All', n: 7, mean: 328.6, median: 305, p90: 512 },
    buckets: [
        { fromDays: 180, untilDays: 360, label: '180 to 359 days', count: 5 },
        { fromDays: 360, label: '360 days and more', count: 2 }
    ],
    faults: 2,
    coordinated: { median: 276.5 },
    notCoordinated: { median: 330 },
    compression: 0.162
};

async function show(answer: Apex.RevenueCycles | undefined = ANSWER, properties: object = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-cycle-length', InsightCycleLength, {
        period: 'last-quarter',
        ...properties
    });
    if (answer) {
        wireOf(getCycleLengths).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-cycle-length', InsightCycleLength, {});
    await expectStates(element, getCycleLengths);
});

it('shows the distribution, the median first, and what was left out', async () => {
    const element = await show();

    expect(find(element, 'c-insight-histogram')).toMatchObject({ median: 305, p90: 512 });
    expect(findAll(find(element, 'c-insight-bars')!, '[data-id="line"]').map(textOf)).toEqual([
        'Marketing276.5 daysMedian of 4mean 295.8 days, 90 % within 420 days',
        'Partnern/a (0)',
        'All305 daysMedian of 7mean 328.6 days, 90 % within 512 days'
    ]);
    expect(findAll(element, '[data-id="remark"]').map(textOf)).toEqual([
        'Coordinated opportunities took 16.2 % less time (median 276.5 days against 330 days).',
        'Left out because their dates cannot be right: 2.'
    ]);
    await expect(element).toBeAccessible();
});

it('draws the last step, which has no end, as wide as the one before', () => {
    expect(cycleBuckets(ANSWER.buckets ?? []).map(({ from, to }) => [from, to])).toEqual([
        [180, 360],
        [360, 540]
    ]);
    expect(cycleBuckets([{ count: 1 }])).toEqual([{ from: 0, to: 1, count: 1, label: '' }]);
});

it('opens a source to its opportunities', async () => {
    const element = await show();

    await click(part(find(element, 'c-insight-bars')!, 'open'));

    expect(InsightMetricDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ metricId: 'M24', filters: { Source: 'Marketing' } })
    );
});

it('gives bare values to a file, and says that there is nothing', async () => {
    const element = await show();
    const { read } = fileOf(element);
    expect((await read()).rows[0]).toEqual(['Marketing', 4, 276.5, 295.75, 420, undefined]);

    wireOf(getCycleLengths).emit({});
    await settle();
    expect(stateOf(element).empty).toBe('Nothing was won in this period. Choose a longer one.');
});
