import getPipeline from '@salesforce/apex/RevenueController.getPipeline';
import InsightPipeline from 'c/insightPipeline';
import InsightMetricDetail from 'c/insightMetricDetail';
import InsightPipelineDetail from 'c/insightPipelineDetail';
import { click, find, findAll, mount, part, settle, textOf, wireOf } from 'testing';
import { choose, expectStates, fileOf, frameOf, stateOf } from '../../insightFrame/__tests__/data/frames';

/** F5: eight opportunities created in the first half of 2026. */
const ANSWER: Apex.RevenuePipeline = {
    view: 'created',
    windowStart: '2026-01-01',
    windowEnd: '2026-07-01',
    asOf: '2026-11-25T13:00:00.000Z',
    currencyCode: 'USD',
    total: { amount: 1690000, count: 8, share: 1 },
    sourced: { amount: 540000, count: 4, share: 540 / 1690 },
    influenced: { amount: 1040000, count: 6, share: 1040 / 1690 },
    influencedNotSourced: { amount: 500000, count: 2, share: 500 / 1690 },
    neither: { amount: 650000, count: 2, share: 650 / 1690 },
    origins: [
        { key: 'Marketing', label: 'Marketing', amount: 540000, count: 4, share: 540 / 1690 },
        { key: 'Unknown', label: 'Unknown', amount: 0, count: 0, share: 0 }
    ],
    amountMissing: 1,
    hidden: 1
};

async function show(answer: Apex.RevenuePipeline | undefined = ANSWER, properties: object = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-pipeline', InsightPipeline, { period: 'last-quarter', ...properties });
    if (answer) {
        wireOf(getPipeline).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-pipeline', InsightPipeline, {});
    await expectStates(element, getPipeline);
});

it('shows three parts that make the total, influenced as a sentence, and unknown as its own line', async () => {
    const element = await show();
    const stack = find(element, 'c-insight-stack')!;

    expect(textOf(part(stack, 'total'))).toBe('Total $1.69M · Opportunities: 8');
    expect(findAll(stack, '[data-id="amount"]').map(textOf)).toEqual(['$540,000', '$500,000', '$650,000']);
    expect(findAll(stack, '[data-id="share"]').map(textOf)).toEqual(['32.0 %', '29.6 %', '38.5 %']);
    expect(findAll(element, '[data-id="remark"]').map(textOf)).toEqual([
        'Influenced in all: $1,040,000 (61.5 %; opportunities: 6). It overlaps with what marketing sourced, so the two are never added.',
        'Without an amount, counted with 0: 1.'
    ]);
    expect(findAll(find(element, 'c-insight-bars')!, '[data-id="line"]').map(textOf)).toEqual([
        'Marketing$540,00032.0 % · Opportunities: 4',
        'Unknown$00.0 % · Opportunities: 0'
    ]);
    expect(textOf(part(frameOf(element), 'foot'))).toBe('1 Jan 2026 to 30 Jun 2026 · As of Wed 25 Nov, 08:00');
    await expect(element).toBeAccessible();
});

it('counts what was open at the end instead', async () => {
    const element = await show();
    expect(wireOf(getPipeline).getLastConfig()).toMatchObject({ view: 'created' });

    await choose(element, 'view', 'open');

    expect(wireOf(getPipeline).getLastConfig()).toEqual({ periodKey: 'last-quarter', view: 'open', filters: {} });
    wireOf(getPipeline).emit({ ...ANSWER, view: 'open' });
    await settle();
    await click(findAll(find(element, 'c-insight-stack')!, '[data-id="open"]')[1]!);
    expect(InsightPipelineDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ view: 'open', pipelinePart: 'influencedNotSourced', period: 'last-quarter' })
    );
});

it('opens the rows of every part, those of a metric with its definition', async () => {
    const element = await show();
    const open = findAll(find(element, 'c-insight-stack')!, '[data-id="open"]');

    await click(open[0]!);
    expect(InsightMetricDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ metricId: 'M20', basis: 'cohort', rowsPart: 'numerator' })
    );
    await click(open[1]!);
    expect(InsightMetricDetail.open).toHaveBeenLastCalledWith(expect.objectContaining({ metricId: 'M22' }));
    await click(open[2]!);
    expect(InsightPipelineDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ view: 'created', pipelinePart: 'neither', label: 'Neither' })
    );
});

it('gives bare values to a file, and says that there is nothing', async () => {
    const element = await show();
    const { read } = fileOf(element);
    expect((await read()).rows.map((row) => row.slice(0, 3))).toEqual([
        ['Total', 1690000, 'USD'],
        ['Sourced by marketing', 540000, 'USD'],
        ['Influenced by marketing', 1040000, 'USD'],
        ['Influenced, not sourced', 500000, 'USD'],
        ['Neither', 650000, 'USD'],
        ['Opened by: Marketing', 540000, 'USD'],
        ['Opened by: Unknown', 0, 'USD']
    ]);

    wireOf(getPipeline).emit({});
    await settle();
    expect(stateOf(element).empty).toBe('No opportunities in this period. Choose a longer one.');
});
