import { refreshApex } from '@salesforce/apex';
import getContext from '@salesforce/apex/MetricController.getContext';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import { registerRefreshHandler } from 'lightning/refresh';
import InsightMetricDetail from 'c/insightMetricDetail';
import InsightWidgets from 'c/insightWidgets';
import { change, click, find, findAll, hasPart, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { metric } from '../../insightMetricTile/__tests__/data/metric';

const CONTEXT: Apex.MetricContext = {
    periods: [
        { key: 'this-quarter', label: 'This quarter' },
        { key: 'last-quarter', label: 'Last quarter' }
    ],
    dimensions: [{ key: 'Team', label: 'Team', values: [{ key: 'EP_North', label: 'EP North' }] }],
    defaultPeriod: 'this-quarter'
};

async function show(context: Apex.MetricContext | undefined = CONTEXT): Promise<HTMLElement> {
    const element = await mount('c-insight-widgets', InsightWidgets);
    if (context) {
        wireOf(getContext).emit(context);
        await settle();
        wireOf(getMetric).emit(metric, (config) => config.metricId === 'M10');
        wireOf(getMetric).emit({ ...metric, id: 'M01', label: 'Accepted' }, (config) => config.metricId === 'M01');
        wireOf(getMetric).emit({ ...metric, id: 'M15', label: 'Worked' }, (config) => config.metricId === 'M15');
        await settle();
    }
    return element;
}

const tiles = (element: Element): (HTMLElement & { metric?: Apex.MetricValue })[] =>
    findAll(element, 'c-insight-metric-tile');

it('shows that it is loading', async () => {
    const element = await mount('c-insight-widgets', InsightWidgets);

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('shows decision SLA, acceptance and effective acceptance of the period and team', async () => {
    const element = await show();

    expect(tiles(element).map((tile) => tile.metric?.label)).toEqual(['Decided in time', 'Accepted', 'Worked']);
    expect(textOf(part(element, 'window'))).toBe('1 Oct 2026 to 31 Dec 2026');
    expect(wireOf(getMetric).getLastConfig()).toMatchObject({ periodKey: 'this-quarter', filters: {} });
    await expect(element).toBeAccessible();
});

it('counts anew for another period and team', async () => {
    const element = await show();

    await change(part(element, 'period'), { value: 'last-quarter' });
    await change(part(element, 'team'), { value: 'EP_North' });

    expect(wireOf(getMetric).getLastConfig()).toMatchObject({
        periodKey: 'last-quarter',
        filters: { Team: 'EP_North' }
    });
});

it('opens a figure to its definition and rows', async () => {
    const open = InsightMetricDetail.open as unknown as jest.Mock;
    const element = await show();

    await click(part(tiles(element)[1]!, 'rows'));

    expect(open).toHaveBeenCalledWith(
        expect.objectContaining({ label: 'Accepted', periodKey: 'this-quarter', filters: {} })
    );
});

it('says that there is nothing to measure', async () => {
    const element = await show({ periods: [], dimensions: [] });

    expect(textOf(part(element, 'empty'))).toBe('There is nothing to measure yet.');
    expect(hasPart(element, 'team')).toBe(false);
    await expect(element).toBeAccessible();
});

it('says what went wrong, tries again, and reads again when the page asks', async () => {
    const element = await mount('c-insight-widgets', InsightWidgets);
    wireOf(getContext).error({ message: 'Not now.' });
    await settle();
    const panel = find(element, 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');

    await click(find(panel, 'lightning-button')!);
    const handler = (registerRefreshHandler as jest.Mock).mock.calls[0] as [unknown, () => Promise<void>];
    await handler[1]();

    expect(refreshApex).toHaveBeenCalledTimes(8);
});

it('shows one tile though the other failed', async () => {
    const element = await show();
    wireOf(getMetric).error({ message: 'Not now.' });
    await settle();

    expect(tiles(element)).toHaveLength(3);
    expect(shownText(find(tiles(element)[0]!, 'c-error-panel')!)).toContain('Not now.');
});
