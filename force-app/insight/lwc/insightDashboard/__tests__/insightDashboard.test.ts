import { refreshApex } from '@salesforce/apex';
import getContext from '@salesforce/apex/MetricController.getContext';
import getFunnel from '@salesforce/apex/MetricController.getFunnel';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import InsightDashboard from 'c/insightDashboard';
import type { Selection } from 'c/insightFilterBar';
import { click, find, findAll, mount, settle, shownText, textOf, wireOf } from 'testing';
import { context } from '../../insightFilterBar/__tests__/data/context';
import { metric } from '../../insightMetricTile/__tests__/data/metric';

async function show(): Promise<HTMLElement> {
    const element = await mount('c-insight-dashboard', InsightDashboard);
    wireOf(getContext).emit(context);
    await settle();
    return element;
}

it('asks every widget for the default period', async () => {
    const element = await show();

    expect(
        findAll(element, 'c-insight-metric').map((tile) => (tile as HTMLElement & { metric: string }).metric)
    ).toEqual(['M03', 'M05', 'M10', 'M01']);
    expect(wireOf(getFunnel).getLastConfig()).toEqual({ periodKey: 'this-quarter', filters: {} });
    await expect(element).toBeAccessible();
});

it('counts everything anew for another selection', async () => {
    const element = await show();
    const detail: Selection = { period: 'last-24-months', basis: 'period', filters: { Team: 'EP' } };

    find(element, 'c-insight-filter-bar')!.dispatchEvent(new CustomEvent('filtered', { detail }));
    await settle();

    expect(wireOf(getMetric).getLastConfig()).toMatchObject({
        periodKey: 'last-24-months',
        basis: 'period',
        filters: { Team: 'EP' }
    });
    expect(wireOf(getFunnel).getLastConfig()).toEqual({ periodKey: 'last-24-months', filters: { Team: 'EP' } });
    expect(find(element, 'c-insight-filter-bar')).toMatchObject({ selection: detail });
});

it('shows what revenue makes of it, as far as this org computes it', async () => {
    const element = await mount('c-insight-dashboard', InsightDashboard);
    wireOf(getContext).emit({ ...context, metrics: [{ id: 'M31' }, { id: 'M30' }, { id: 'M01' }] });
    await settle();

    const metrics = findAll(element, 'c-insight-metric').map(
        (tile) => (tile as HTMLElement & { metric: string }).metric
    );
    expect(metrics).toEqual(['M03', 'M05', 'M10', 'M01', 'M30', 'M31']);
});

it('keeps the basis of a metric that has not the chosen one', async () => {
    const element = await mount('c-insight-dashboard', InsightDashboard);
    wireOf(getContext).emit({ ...context, metrics: [{ id: 'M10', bases: ['cohort'] }] });
    await settle();
    const detail: Selection = { period: 'this-quarter', basis: 'person', filters: {} };

    find(element, 'c-insight-filter-bar')!.dispatchEvent(new CustomEvent('filtered', { detail }));
    await settle();

    const bases = findAll(element, 'c-insight-metric').map((tile) => (tile as HTMLElement & { basis: string }).basis);
    expect(bases).toEqual(['person', 'person', 'cohort', 'person']);
});

it('shows the other widgets though one of them failed', async () => {
    const element = await show();
    wireOf(getFunnel).error({ message: 'Not now.' });
    wireOf(getMetric).emit(metric);
    await settle();
    const frame = find(find(element, 'c-insight-funnel')!, 'c-insight-frame')!;

    expect(shownText(find(frame, 'c-error-panel')!)).toContain('Not now.');
    const tile = find(find(element, 'c-insight-metric')!, 'c-insight-metric-tile')!;
    expect(textOf(find(tile, '[data-id="figure"]'))).toBe('91.2 %');
});

it('shows that it is loading, what went wrong, and tries again', async () => {
    const element = await mount('c-insight-dashboard', InsightDashboard);
    expect(find(element, 'lightning-spinner')).not.toBeNull();

    wireOf(getContext).error({ message: 'Not now.' });
    await settle();
    const panel = find(element, 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');
    await click(find(panel, 'lightning-button')!);

    expect(refreshApex).toHaveBeenCalledTimes(1);
});
