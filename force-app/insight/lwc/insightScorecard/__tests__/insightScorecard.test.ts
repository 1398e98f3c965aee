import getScorecard from '@salesforce/apex/MetricController.getScorecard';
import InsightScorecard from 'c/insightScorecard';
import InsightMetricDetail from 'c/insightMetricDetail';
import { click, find, findAll, mount, part, settle, textOf, wireOf } from 'testing';
import { expectStates, fileOf, stateOf } from '../../insightFrame/__tests__/data/frames';

const ANSWER: Apex.MetricScorecard = {
    score: 0.9296,
    sides: [
        {
            key: 'marketing',
            label: 'Marketing',
            score: 0.96019,
            weight: 0.5,
            items: [
                {
                    label: 'Quality',
                    actual: 0.74,
                    agreed: 0.8,
                    ratio: 0.925,
                    weight: 0.3,
                    metricId: 'M18Q',
                    unit: 'percent'
                }
            ]
        },
        { key: 'sales', label: 'Sales', score: 0.899, weight: 0.5 }
    ]
};

async function show(answer: Apex.MetricScorecard | undefined = ANSWER, properties: object = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-scorecard', InsightScorecard, { period: 'last-quarter', ...properties });
    if (answer) {
        wireOf(getScorecard).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-scorecard', InsightScorecard, {});
    await expectStates(element, getScorecard);
});

it('shows both sides and what they make together', async () => {
    const element = await show();

    expect(textOf(part(element, 'score'))).toBe('Both sides together: 93.0 %');
    expect(findAll(find(element, 'c-insight-sides')!, '[data-id="score"]').map(textOf)).toEqual(['96.0 %', '89.9 %']);
    await expect(element).toBeAccessible();
});

it('opens an item to its metric', async () => {
    const element = await show(ANSWER, { team: 'EP' });

    await click(part(find(element, 'c-insight-sides')!, 'open'));

    expect(InsightMetricDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ metricId: 'M18Q', filters: { Team: 'EP' } })
    );
});

it('gives bare values to a file, and says that nothing was agreed', async () => {
    const element = await show();
    const { read } = fileOf(element);
    expect((await read()).rows).toEqual([['Marketing', 'Quality', 0.74, 0.8, 0.925, 0.3]]);

    wireOf(getScorecard).emit({});
    await settle();
    expect(stateOf(element).empty).toContain('No promises are agreed yet.');
});
