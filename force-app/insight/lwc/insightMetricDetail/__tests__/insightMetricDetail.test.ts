import getMetricRows from '@salesforce/apex/MetricController.getMetricRows';
import InsightMetricDetail from 'c/insightMetricDetail';
import {
    click,
    find,
    findAll,
    footOf,
    hasPart,
    listen,
    mockOf,
    mount,
    part,
    settle,
    shownText,
    textOf,
    wireOf
} from 'testing';
import { metric } from '../../insightMetricTile/__tests__/data/metric';

const ROW: Apex.MetricRow = {
    recordId: 'a1',
    personId: '00Q1',
    name: 'Ana Ruiz',
    detail: 'Harrow Regional',
    ownerName: 'Priya Shah',
    at: '2026-11-24T20:00:00Z',
    result: 'Accepted in time',
    counted: 'numerator'
};
const PAGE: Apex.MetricRows = {
    rows: [ROW, { recordId: 'a2', counted: 'pending' }, { recordId: 'a3', counted: 'denominator' }],
    total: 61,
    nextCursor: 'next'
};

async function show(page: Apex.MetricRows | undefined = PAGE): Promise<HTMLElement> {
    const element = await mount('c-insight-metric-detail', InsightMetricDetail, {
        metric,
        periodKey: 'this-quarter',
        filters: { Team: 'EP' }
    });
    if (page) {
        wireOf(getMetricRows).emit(page);
        await settle();
    }
    return element;
}

it('says how the figure is counted', async () => {
    const element = await show();

    expect(find(element, 'lightning-modal-header')).toMatchObject({ label: 'Decided in time' });
    expect(findAll(element, '[data-id="fact"]').map(textOf)).toEqual([
        'What it saysShare of hand-offs decided before the due instant.',
        'Formuladecided in time / (decided + expired)',
        'Counted onhand-offs handed off in the window',
        'Window1 Oct 2026 to 31 Dec 2026',
        'Cases52 of 57 count; 4 still open',
        '95 % interval81.0 % – 96.0 %',
        'Targetfrom 90 % · SLA agreement',
        'ComputedWed 25 Nov, 08:00'
    ]);
    await expect(element).toBeAccessible();
});

it('shows every row behind it and how it counts', async () => {
    const element = await show();

    expect(wireOf(getMetricRows).getLastConfig()).toEqual({
        metricId: 'M10',
        periodKey: 'this-quarter',
        filters: { Team: 'EP' }
    });
    expect(findAll(element, 'td:last-child').map(textOf)).toEqual(['yes', 'still open', 'in n only']);
    expect(find(element, 'c-record-link')).toMatchObject({ recordId: '00Q1', label: 'Ana Ruiz' });
    expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 3 of 61');
});

it('shows more until there is no more', async () => {
    mockOf(getMetricRows).mockResolvedValue({ rows: [{ recordId: 'a4', counted: 'numerator' }], total: 61 });
    const element = await show();

    await click(part(footOf(element), 'more'));

    expect(getMetricRows).toHaveBeenCalledWith({
        metricId: 'M10',
        periodKey: 'this-quarter',
        filters: { Team: 'EP' },
        cursor: 'next'
    });
    expect(findAll(element, '[data-id="row"]')).toHaveLength(4);
    expect(hasPart(footOf(element), 'more')).toBe(false);
});

it('says when more cannot be had', async () => {
    mockOf(getMetricRows).mockRejectedValue({ body: { message: 'Try later.' } });
    const element = await show();

    await click(part(footOf(element), 'more'));

    expect(shownText(find(footOf(element), 'c-error-panel')!)).toContain('Try later.');
    expect(findAll(element, '[data-id="row"]')).toHaveLength(3);
});

it('says that there are no rows, that it is loading, and what went wrong', async () => {
    expect(textOf(part(await show({ rows: [], total: 0 }), 'empty'))).toBe('No rows in this period.');
    document.body.replaceChildren();

    const element = await mount('c-insight-metric-detail', InsightMetricDetail, {
        metric,
        periodKey: 'this-quarter',
        filters: { Team: 'EP' }
    });
    expect(find(element, 'lightning-spinner')).not.toBeNull();
    wireOf(getMetricRows).error({ message: 'Not now.' });
    await settle();
    expect(shownText(find(element, 'c-error-panel')!)).toContain('Not now.');
});

it('closes', async () => {
    const element = await show();
    const closed = listen(element, 'modalclosed');

    await click(part(element, 'close'));

    expect(closed).toHaveLength(1);
});
