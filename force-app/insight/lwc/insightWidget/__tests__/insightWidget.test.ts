import getMetric from '@salesforce/apex/MetricController.getMetric';
import InsightMetric from 'c/insightMetric';
import { find, mount, settle, shownText, wireOf } from 'testing';
import { metric } from '../../insightMetricTile/__tests__/data/metric';

it('keeps the failure of a part to itself and says so', async () => {
    const element = await mount('c-insight-metric', InsightMetric, {});

    // No server sends a trend of numbers; a part that cannot be drawn must not take the page with it.
    wireOf(getMetric).emit({ ...metric, trend: 7 as unknown as readonly Apex.MetricPoint[] });
    await settle();

    expect(shownText(find(find(element, 'c-insight-metric-tile')!, 'c-error-panel')!)).not.toBe('');
});
