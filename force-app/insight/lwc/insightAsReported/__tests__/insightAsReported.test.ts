import getAsReported from '@salesforce/apex/SnapshotController.getAsReported';
import InsightAsReported from 'c/insightAsReported';
import { click, findAll, footOf, hasPart, mount, part, settle, textOf, wireOf } from 'testing';
import { choose, expectStates, fileOf, frameOf, stateOf } from '../../insightFrame/__tests__/data/frames';

/** F6: one of the lost opportunities of Q1 is reopened and won in Q3. */
const ANSWER: Apex.AsReportedView = {
    quarters: [
        { key: '2026-Q1', label: 'Q1 2026' },
        { key: '2025-Q4', label: 'Q4 2025' }
    ],
    quarter: '2026-Q1',
    reportedOn: '2026-03-31',
    currencyCode: 'USD',
    lines: [
        {
            key: 'a',
            metricId: 'M23',
            label: 'Win rate',
            unit: 'percent',
            reported: 0.4,
            reportedNumerator: 4,
            reportedN: 10,
            restated: 4 / 9,
            restatedNumerator: 4,
            restatedN: 9,
            isDifferent: true,
            version: '1'
        },
        { key: 'b', label: 'Pipeline', unit: 'money', reported: 540000, restated: 540000, isDifferent: false },
        { key: 'c', label: 'Win rate', unit: 'percent', dimension: 'Team', dimensionValue: 'EP North', restated: 0.5 }
    ],
    status: { endedAt: '2026-11-25T05:00:00.000Z', isHealthy: false, message: 'The last night did not finish.' }
};

async function show(answer: Apex.AsReportedView | undefined = ANSWER): Promise<HTMLElement> {
    const element = await mount('c-insight-as-reported', InsightAsReported);
    if (answer) {
        wireOf(getAsReported).emit(answer);
        await settle();
    }
    return element;
}

it('shows what was reported beside what is known today, and says what differs', async () => {
    const element = await show();

    expect(wireOf(getAsReported).getLastConfig()).toEqual({ quarter: null });
    expect(textOf(part(element, 'summary'))).toBe('Reported up to 31 Mar 2026. Restated since: 1 of 2.');
    expect(findAll(element, '[data-id="line"]').map(textOf)).toEqual([
        'Win rate40.0 %4 of 1044.4 %4 of 9Restated',
        'Pipeline$540,000$540,000As reported'
    ]);
    expect(textOf(part(frameOf(element), 'notice'))).toBe('The last night did not finish.');
    expect(textOf(part(frameOf(element), 'foot'))).toBe('As of Wed 25 Nov, 00:00');
    await expect(element).toBeAccessible();
});

it('shows the lines of another cut and of another quarter', async () => {
    const element = await show();

    await choose(element, 'cut', 'Team');
    expect(findAll(element, '[data-id="line"]').map(textOf)).toEqual(['Win rateEP Northn/a50.0 %As reported']);

    await choose(element, 'quarter', '2025-Q4');
    expect(wireOf(getAsReported).getLastConfig()).toEqual({ quarter: '2025-Q4' });
    expect(stateOf(element).isLoading).toBe(true);
});

it('shows more lines when asked, what was restated first', async () => {
    const lines = Array.from({ length: 14 }, (_, index) => ({
        key: String(index),
        label: `Metric ${index}`,
        isDifferent: index === 13
    }));
    const element = await show({ ...ANSWER, lines });

    expect(findAll(element, '[data-id="line"] th').map(textOf).slice(0, 2)).toEqual(['Metric 13', 'Metric 0']);
    expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 12 of 14');
    await click(part(footOf(element), 'more'));

    expect(findAll(element, '[data-id="line"]')).toHaveLength(14);
    expect(hasPart(footOf(element), 'more')).toBe(false);
});

it('gives every line to a file', async () => {
    const element = await show();
    const { read } = fileOf(element);
    const { rows } = await read();

    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual(['Win rate', undefined, undefined, 0.4, 4, 10, undefined, 4 / 9, 4, 9, undefined, '1']);
});

it('says that no quarter was kept yet', async () => {
    const element = await show({ quarters: [], lines: [] });

    expect(stateOf(element).empty).toContain('No quarter was kept yet.');
    expect(hasPart(element, 'quarter')).toBe(false);
    await expect(element).toBeAccessible();
});

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-as-reported', InsightAsReported);
    await expectStates(element, getAsReported);
});
