import getRejections from '@salesforce/apex/MetricController.getRejections';
import InsightRejectPareto from 'c/insightRejectPareto';
import InsightMetricDetail from 'c/insightMetricDetail';
import { click, find, findAll, mount, part, settle, textOf, wireOf } from 'testing';
import { expectStates, fileOf, stateOf } from '../../insightFrame/__tests__/data/frames';

const ANSWER: Apex.MetricRejections = {
    total: 33,
    lines: [
        {
            code: 'TOO_EARLY',
            label: 'Right person, too early',
            faultSide: 'Neutral',
            count: 8,
            share: 0.2424,
            cumulative: 0.2424
        },
        {
            code: 'AUTHORITY',
            label: 'Lacks authority',
            faultSide: 'Marketing',
            count: 6,
            share: 0.1818,
            cumulative: 0.4242
        }
    ]
};

async function show(answer: Apex.MetricRejections | undefined = ANSWER, properties: object = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-reject-pareto', InsightRejectPareto, {
        period: 'last-quarter',
        ...properties
    });
    if (answer) {
        wireOf(getRejections).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-reject-pareto', InsightRejectPareto, {});
    await expectStates(element, getRejections);
});

it('shows how many were rejected, why, and by whose fault', async () => {
    const element = await show(ANSWER, { team: 'EP' });

    expect(wireOf(getRejections).getLastConfig()).toEqual({ periodKey: 'last-quarter', filters: { Team: 'EP' } });
    expect(textOf(part(element, 'total'))).toBe('Rejected: 33');
    expect(findAll(find(element, 'c-insight-pareto')!, '[data-id="reason"]')).toHaveLength(2);
    await expect(element).toBeAccessible();
});

it('opens a reason to the hand-offs rejected for it', async () => {
    const element = await show(ANSWER, { team: 'EP' });

    await click(part(find(element, 'c-insight-pareto')!, 'open'));

    expect(InsightMetricDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ metricId: 'M17', filters: { Reason: 'TOO_EARLY', Team: 'EP' } })
    );
});

it('gives bare values to a file, and says that there is nothing', async () => {
    const element = await show();
    const { read } = fileOf(element);
    expect((await read()).rows[1]).toEqual(['Lacks authority', 'Marketing', 6, 0.1818, 0.4242]);

    wireOf(getRejections).emit({ lines: [], total: 0 });
    await settle();
    expect(stateOf(element).empty).toBe('Nothing was rejected in this period.');
});
