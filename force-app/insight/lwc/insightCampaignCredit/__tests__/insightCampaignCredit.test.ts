import getCampaignCredit from '@salesforce/apex/RevenueController.getCampaignCredit';
import InsightCampaignCredit from 'c/insightCampaignCredit';
import InsightCreditDetail from 'c/insightCreditDetail';
import { click, find, findAll, mount, part, settle, textOf, wireOf } from 'testing';
import { expectStates, fileOf, stateOf } from '../../insightFrame/__tests__/data/frames';

const ANSWER: Apex.CampaignCredit = {
    campaignId: '7011',
    campaignName: 'Q4 ablation',
    windowStart: '2026-01-01',
    windowEnd: '2027-01-01',
    currencyCode: 'USD',
    fractionDigits: 2,
    total: 1000000,
    deals: 3,
    cost: 60000,
    spread: 0.125,
    lines: [
        { model: 'First_Touch', label: 'First touch', amount: 250000, share: 0.25, returnOnSpend: 4.1667 },
        { model: 'Linear', label: 'Linear', amount: 125000, share: 0.125 }
    ]
};

async function show(answer: Apex.CampaignCredit | undefined = ANSWER, properties: object = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-campaign-credit', InsightCampaignCredit, {
        period: 'last-quarter',
        ...properties
    });
    if (answer) {
        wireOf(getCampaignCredit).emit(answer);
        await settle();
    }
    return element;
}

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-campaign-credit', InsightCampaignCredit, {});
    await expectStates(element, getCampaignCredit);
});

it('shows what the campaign earned by every model, and what it cost', async () => {
    const element = await show(ANSWER, { recordId: '7011' });

    expect(wireOf(getCampaignCredit).getLastConfig()).toEqual({ campaignId: '7011', periodKey: 'last-quarter' });
    expect(textOf(part(element, 'summary'))).toBe(
        'Won opportunities that it touched: 3. Won in all: $1,000,000. The models differ by 12.5 points.'
    );
    expect(textOf(part(element, 'cost'))).toBe('Actual cost, with the campaigns below it: $60,000');
    expect(findAll(find(element, 'c-insight-bars')!, '[data-id="line"]').map(textOf)).toEqual([
        'First touch$250,000.0025.0 % of all won revenue4.17 of revenue for each 1 of cost',
        'Linear$125,000.0012.5 % of all won revenue'
    ]);
    await expect(element).toBeAccessible();
});

it('opens a model to its credits', async () => {
    const element = await show(ANSWER, { recordId: '7011' });

    await click(part(find(element, 'c-insight-bars')!, 'open'));

    expect(InsightCreditDetail.open).toHaveBeenCalledWith(
        expect.objectContaining({ label: 'Q4 ablation', lineKey: '7011', level: 'campaign', model: 'First_Touch' })
    );
});

it('says that no cost was entered, that nothing was won, and gives bare values to a file', async () => {
    const withoutCost: Apex.CampaignCredit = { ...ANSWER };
    delete (withoutCost as { cost?: number }).cost;
    const element = await show(withoutCost, { recordId: '7011' });
    const { read } = fileOf(element);

    expect(textOf(part(element, 'cost'))).toContain('No actual cost entered');
    expect((await read()).rows[0]).toEqual(['First touch', 250000, 'USD', 0.25, 4.1667]);

    wireOf(getCampaignCredit).emit({ deals: 0 });
    await settle();
    expect(stateOf(element).empty).toBe('No opportunity that this campaign touched was won in this period.');
});
