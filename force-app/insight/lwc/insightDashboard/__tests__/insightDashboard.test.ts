import { refreshApex } from '@salesforce/apex';
import getContext from '@salesforce/apex/MetricController.getContext';
import getFunnel from '@salesforce/apex/MetricController.getFunnel';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import noteView from '@salesforce/apex/ScoreboardViewController.noteView';
import { CurrentPageReference } from 'lightning/navigation';
import InsightDashboard from 'c/insightDashboard';
import type { Selection } from 'c/insightFilterBar';
import { click, find, findAll, mockOf, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { context } from '../../insightFilterBar/__tests__/data/context';
import { metric } from '../../insightMetricTile/__tests__/data/metric';

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
    const actual = jest.requireActual<typeof import('lightning/navigation')>('lightning/navigation');
    const { NavigationMixin } = actual;
    const mixin = (base: Parameters<typeof NavigationMixin>[0]): unknown =>
        class extends NavigationMixin(base) {
            override [NavigationMixin.Navigate](page: Platform.PageReference): void {
                mockNavigate(page);
            }
        };
    return { ...actual, NavigationMixin: Object.assign(mixin, NavigationMixin) };
});

const BOARD: Platform.PageReference = { type: 'standard__navItemPage', attributes: { apiName: 'Board' } };
const page = CurrentPageReference as unknown as { emit(page: Platform.PageReference): void };

beforeEach(() => {
    mockOf(noteView).mockResolvedValue([]);
});

async function show(state: Record<string, unknown> = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-dashboard', InsightDashboard);
    page.emit({ ...BOARD, state });
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

it('counts what the address says, and what it says after a navigation', async () => {
    const element = await show({ c__period: 'last-24-months', c__basis: 'period', c__Team: 'EP' });

    expect(find(element, 'c-insight-filter-bar')).toMatchObject({
        selection: { period: 'last-24-months', basis: 'period', filters: { Team: 'EP' } }
    });
    page.emit({ ...BOARD, state: { c__Region: 'EMEA' } });
    await settle();

    expect(find(element, 'c-insight-filter-bar')).toMatchObject({
        selection: { period: 'this-quarter', basis: 'cohort', filters: { Region: 'EMEA' } }
    });
    expect(textOf(part(element, 'ignored'))).toBe('');
});

it('puts into the address what is chosen', async () => {
    const element = await show({ c__Region: 'EMEA', ws: 'kept' });
    const detail: Selection = { period: 'last-24-months', basis: 'cohort', filters: { Team: 'EP' } };

    find(element, 'c-insight-filter-bar')!.dispatchEvent(new CustomEvent('filtered', { detail }));

    expect(mockNavigate).toHaveBeenCalledWith({
        ...BOARD,
        state: { ws: 'kept', c__period: 'last-24-months', c__basis: 'cohort', c__Team: 'EP' }
    });
});

it('leaves out what a link asks for that is not there, and says so until something else is chosen', async () => {
    const element = await show({ c__period: 'last-decade', c__Team: 'Gone', c__Colour: 'red', c__Region: 'EMEA' });

    expect(textOf(part(element, 'ignored'))).toBe(
        'This link asks for something that is not here, or not any more. ' +
            'Left out: Period "last-decade"; Team "Gone"; Colour "red".'
    );
    expect(wireOf(getFunnel).getLastConfig()).toEqual({ periodKey: 'this-quarter', filters: { Region: 'EMEA' } });
    await expect(element).toBeAccessible();

    const detail: Selection = { period: 'this-quarter', basis: 'cohort', filters: {} };
    find(element, 'c-insight-filter-bar')!.dispatchEvent(new CustomEvent('filtered', { detail }));
    await settle();
    expect(textOf(part(element, 'ignored'))).toBe('');
});

it('counts nothing anew because its reader goes elsewhere', async () => {
    const element = await show({ c__Team: 'EP' });

    page.emit({ type: 'standard__recordPage', attributes: { recordId: '006' }, state: {} });
    await settle();

    expect(find(element, 'c-insight-filter-bar')).toMatchObject({ selection: { filters: { Team: 'EP' } } });
});
