import { refreshApex } from '@salesforce/apex';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import { registerRefreshHandler } from 'lightning/refresh';
import InsightMetric from 'c/insightMetric';
import InsightMetricDetail from 'c/insightMetricDetail';
import { click, find, hasPart, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { metric } from '../../insightMetricTile/__tests__/data/metric';

const show = (properties: object = {}): Promise<HTMLElement> =>
    mount('c-insight-metric', InsightMetric, { metric: 'M10', period: 'last-quarter', ...properties });

const tileOf = (element: Element): HTMLElement => find(element, 'c-insight-metric-tile')!;

it('asks for its metric, period, basis and team, within the filters of the page', async () => {
    const element = await show({ team: 'EP', filters: { Region: 'EMEA' } });
    expect(find(tileOf(element), 'lightning-spinner')).not.toBeNull();

    expect(wireOf(getMetric).getLastConfig()).toEqual({
        metricId: 'M10',
        periodKey: 'last-quarter',
        basis: 'cohort',
        filters: { Region: 'EMEA', Team: 'EP' }
    });
    wireOf(getMetric).emit(metric);
    await settle();

    expect(textOf(part(tileOf(element), 'figure'))).toBe('91.2 %');
    await expect(element).toBeAccessible();
});

it('opens to definition and rows of the same question', async () => {
    const element = await show({ basis: 'period' });
    wireOf(getMetric).emit(metric);
    await settle();

    await click(part(tileOf(element), 'rows'));

    expect(InsightMetricDetail.open).toHaveBeenCalledWith({
        size: 'medium',
        label: 'Decided in time',
        metricId: 'M10',
        period: 'last-quarter',
        basis: 'period',
        filters: {}
    });
});

it('says what went wrong, tries again, and reads again when the page asks', async () => {
    const element = await show();
    wireOf(getMetric).error({ message: 'Not now.' });
    await settle();
    const panel = find(tileOf(element), 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');

    await click(find(panel, 'lightning-button')!);
    const [, refresh] = jest.mocked(registerRefreshHandler).mock.calls.at(-1)!;
    await refresh();

    expect(refreshApex).toHaveBeenCalledTimes(2);
    expect(hasPart(tileOf(element), 'figure')).toBe(false);
});
