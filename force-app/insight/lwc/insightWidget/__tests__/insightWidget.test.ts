import getFunnel from '@salesforce/apex/MetricController.getFunnel';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import InsightFunnel from 'c/insightFunnel';
import InsightMetric from 'c/insightMetric';
import InsightMetricDetail from 'c/insightMetricDetail';
import { find, findAll, mount, settle, shownText, textOf, wireOf } from 'testing';
import { stateOf } from '../../insightFrame/__tests__/data/frames';
import { metric } from '../../insightMetricTile/__tests__/data/metric';

it('keeps the failure of a part to itself and says so', async () => {
    const element = await mount('c-insight-metric', InsightMetric, {});

    // No server sends a trend of numbers; a part that cannot be drawn must not take the page with it.
    wireOf(getMetric).emit({ ...metric, trend: 7 as unknown as readonly Apex.MetricPoint[] });
    await settle();

    expect(shownText(find(find(element, 'c-insight-metric-tile')!, 'c-error-panel')!)).not.toBe('');
});

describe('on the page of a record', () => {
    const noticesOf = (element: Element): string[] =>
        findAll(find(element, 'c-insight-metric-tile')!, '[data-id="notice"]').map(textOf);

    it.each([
        ['Account', 'Counts only what belongs to this account.'],
        ['Campaign', 'Counts only what belongs to this campaign.']
    ])('counts and opens only what belongs to it: %s', async (objectApiName, sentence) => {
        const placed = { recordId: '001', objectApiName, filters: { Region: 'EMEA' } };
        const element = await mount('c-insight-metric', InsightMetric, placed);
        const filters = { [objectApiName]: '001', Region: 'EMEA' };

        expect(wireOf(getMetric).getLastConfig()).toMatchObject({ filters });
        wireOf(getMetric).emit(metric);
        await settle();
        expect(noticesOf(element)).toContain(sentence);
        await expect(element).toBeAccessible();

        find(element, 'c-insight-metric-tile')!.dispatchEvent(new CustomEvent('opened'));
        expect(InsightMetricDetail.open).toHaveBeenCalledWith(expect.objectContaining({ filters }));
    });

    it('does not say so of a figure that cannot be narrowed to it', async () => {
        const placed = { recordId: '001', objectApiName: 'Account' };
        const element = await mount('c-insight-metric', InsightMetric, placed);
        wireOf(getMetric).emit({ ...metric, unfiltered: ['Account'] });
        await settle();

        expect(noticesOf(element)).toEqual(['Not filtered by Account: these rows do not have it.']);
    });

    it('says so in the frame of a widget, too, and counts everything elsewhere', async () => {
        const funnel = await mount('c-insight-funnel', InsightFunnel, { recordId: '701', objectApiName: 'Campaign' });
        wireOf(getFunnel).emit({ steps: [{ key: 'MQL', count: 3 }] });
        await settle();
        expect(stateOf(funnel).notices).toEqual(['Counts only what belongs to this campaign.']);

        const element = await mount('c-insight-metric', InsightMetric, {
            recordId: '006',
            objectApiName: 'Opportunity'
        });
        expect(wireOf(getMetric).getLastConfig()).toMatchObject({ filters: {} });
        wireOf(getMetric).emit(metric);
        await settle();
        expect(noticesOf(element)).toEqual([]);
    });
});
