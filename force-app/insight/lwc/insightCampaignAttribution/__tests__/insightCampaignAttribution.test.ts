import getAttribution from '@salesforce/apex/RevenueController.getAttribution';
import InsightCampaignAttribution from 'c/insightCampaignAttribution';
import getModels from '@salesforce/apex/AttributionController.getModels';
import InsightCreditDetail from 'c/insightCreditDetail';
import { click, find, findAll, mount, part, settle, textOf, wireOf } from 'testing';
import { choose, expectStates, fileOf, frameOf, stateOf } from '../../insightFrame/__tests__/data/frames';

const ANSWER: Apex.RevenueAttribution = {
    level: 'campaign',
    windowStart: '2026-01-01',
    windowEnd: '2027-01-01',
    currencyCode: 'USD',
    fractionDigits: 2,
    models: [
        { name: 'W_Shaped', label: 'W-shaped' },
        { name: 'Linear', label: 'Linear' }
    ],
    total: 250000,
    deals: 1,
    untouchedAmount: 0,
    untouchedDeals: 0,
    untouchedShare: 0,
    waiting: 3,
    lines: [
        {
            key: '7011',
            label: 'Q4 ablation',
            cells: [
                { amount: 200000.01, share: 0.8 },
                { amount: 175000, share: 0.7 }
            ],
            spread: 0.1
        },
        {
            label: 'No campaign',
            cells: [
                { amount: 49999.99, share: 0.2 },
                { amount: 75000, share: 0.3 }
            ],
            spread: 0.1
        }
    ]
};

async function show(
    answer: Apex.RevenueAttribution | undefined = ANSWER,
    properties: object = {}
): Promise<HTMLElement> {
    const element = await mount('c-insight-campaign-attribution', InsightCampaignAttribution, {
        period: 'last-quarter',
        ...properties
    });
    if (answer) {
        wireOf(getAttribution).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-campaign-attribution', InsightCampaignAttribution, {});
    await expectStates(element, getAttribution, 2);
});

it('splits the same revenue by two models side by side, and says how much nobody touched', async () => {
    const element = await show();
    wireOf(getModels).emit([{ name: 'Last_Touch', label: 'Last touch' }]);
    await settle();
    const spread = find(element, 'c-insight-spread')!;

    expect(wireOf(getAttribution).getLastConfig()).toEqual({
        periodKey: 'last-quarter',
        level: 'campaign',
        models: ['W_Shaped', 'Linear'],
        filters: {}
    });
    expect(textOf(part(element, 'coverage'))).toBe(
        'Won: $250,000, the same under every model (opportunities: 1). Without any marketing touch: $0 (0.0 %; opportunities: 0).'
    );
    expect(findAll(spread, '[data-id="amount"]').map(textOf)).toEqual([
        '$200,000.01',
        '$175,000.00',
        '$49,999.99',
        '$75,000.00'
    ]);
    expect(find(spread, 'c-record-link')).toMatchObject({ recordId: '7011' });
    expect(textOf(part(frameOf(element), 'notice'))).toBe('Won opportunities whose credits are computed tonight: 3.');
    await expect(element).toBeAccessible();
});

it('splits by another level and by other models', async () => {
    const element = await show();

    await choose(element, 'level', 'channel');
    await choose(element, 'first', 'First_Touch');
    await choose(element, 'second', 'Last_Touch');

    expect(wireOf(getAttribution).getLastConfig()).toMatchObject({
        level: 'channel',
        models: ['First_Touch', 'Last_Touch']
    });
});

it('opens an amount to its credits', async () => {
    const element = await show();

    await click(part(find(element, 'c-insight-spread')!, 'amount'));

    expect(InsightCreditDetail.open).toHaveBeenCalledWith({
        size: 'large',
        label: 'Q4 ablation',
        lineKey: '7011',
        level: 'campaign',
        model: 'W_Shaped',
        period: 'last-quarter',
        filters: {}
    });
});

it('gives bare values to a file, and says that there is nothing', async () => {
    const element = await show();
    const { heads, read } = fileOf(element);
    expect(heads).toEqual([
        'Id',
        'Record',
        'W-shaped: Amount',
        'W-shaped: Share',
        'Linear: Amount',
        'Linear: Share',
        'Spread',
        'Currency'
    ]);
    expect((await read()).rows[0]).toEqual(['7011', 'Q4 ablation', 200000.01, 0.8, 175000, 0.7, 0.1, 'USD']);

    wireOf(getAttribution).emit({ lines: [] });
    await settle();
    expect(stateOf(element).empty).toBe('Nothing was won in this period. Choose a longer one.');
});
