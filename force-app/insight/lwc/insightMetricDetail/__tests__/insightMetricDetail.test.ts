import getMetric from '@salesforce/apex/MetricController.getMetric';
import getMetricRows from '@salesforce/apex/MetricController.getMetricRows';
import InsightMetricDetail from 'c/insightMetricDetail';
import type { CsvReader } from 'c/insightExport';
import {
    change,
    click,
    find,
    findAll,
    listen,
    mockOf,
    mount,
    NOW,
    part,
    settle,
    shownText,
    textOf,
    wireOf
} from 'testing';
import { metric } from '../../insightMetricTile/__tests__/data/metric';
import { factLines, partChoices } from '../detailModel';

const PAGE: Apex.MetricRows = {
    rows: [
        {
            recordId: 'a1',
            personId: '00Q1',
            name: 'Ana Ruiz',
            detail: 'Harrow Regional',
            ownerName: 'Priya Shah',
            at: '2026-11-24T20:00:00.000Z',
            result: 'Accepted in time',
            counted: 'numerator'
        },
        { recordId: 'a2', counted: 'pending', amount: 200000, result: 'open' },
        { recordId: 'a3', counted: 'denominator' }
    ],
    total: 61,
    hidden: 2,
    nextCursor: 'next'
};
const QUESTION = { metricId: 'M10', period: 'this-quarter', basis: 'cohort', filters: { Team: 'EP' } };

async function show(): Promise<HTMLElement> {
    mockOf(getMetricRows).mockResolvedValue(PAGE);
    const element = await mount('c-insight-metric-detail', InsightMetricDetail, QUESTION);
    wireOf(getMetric).emit(metric);
    await settle();
    return element;
}

const rowsOf = (element: Element): HTMLElement => part(element, 'rows');

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
        'Version3',
        'ComputedWed 25 Nov, 08:00'
    ]);
    await expect(element).toBeAccessible();
});

it('says the length that most are within, and what is too young', () => {
    const facts = factLines(
        { unit: 'days', numerator: 4, n: 4, mean: 295.75, p90: 400, youngN: 30, youngNumerator: 4 },
        NOW
    );

    expect(facts.map(({ text }) => text)).toEqual([
        '4 of 4 count; of the younger part 4 of 30',
        '295.8 days',
        '400 days'
    ]);
});

it('shows the rows behind it, each with how it counts', async () => {
    const element = await show();
    const list = rowsOf(element);

    expect(getMetricRows).toHaveBeenCalledWith({
        metricId: 'M10',
        periodKey: 'this-quarter',
        basis: 'cohort',
        part: 'denominator',
        filters: { Team: 'EP' },
        cursor: undefined
    });
    expect(findAll(list, '[data-id="counted"]').map(textOf)).toEqual(['yes', 'still open', 'in n only']);
    expect(findAll(list, '[data-id="result"]').map(textOf)).toEqual(['Accepted in time', 'open · $200,000', '']);
    expect(findAll(list, 'c-record-link')[1]).toMatchObject({ recordId: 'a2' });
    expect(textOf(part(list, 'notice'))).toContain('Records that you may not see: 2.');
});

it('shows only the rows of a part', async () => {
    const element = await show();
    expect(partChoices(metric).map(({ label }) => label)).toEqual(['All cases: 57', 'Counted: 52', 'Still open: 4']);

    await change(part(element, 'part'), { value: 'numerator' });

    expect(mockOf(getMetricRows).mock.lastCall).toEqual([expect.objectContaining({ part: 'numerator' })]);
});

it('gives bare values to a file', async () => {
    const element = await show();
    const { read } = find(rowsOf(element), 'c-insight-export') as unknown as { read: CsvReader };

    expect((await read()).rows[0]).toEqual([
        'a1',
        'Ana Ruiz',
        'Harrow Regional',
        'Priya Shah',
        '2026-11-24T20:00:00.000Z',
        'Accepted in time',
        'numerator',
        undefined
    ]);
});

it('says that it is loading, what went wrong, and which filter does not apply', async () => {
    const element = await mount('c-insight-metric-detail', InsightMetricDetail, QUESTION);
    expect(find(element, 'lightning-spinner')).not.toBeNull();

    wireOf(getMetric).error({ message: 'Not now.' });
    await settle();
    expect(shownText(find(element, 'c-error-panel')!)).toContain('Not now.');

    wireOf(getMetric).emit({ ...metric, unfiltered: ['Persona'] });
    await settle();
    expect(textOf(part(element, 'notice'))).toContain('Not filtered by Persona');
});

it('closes', async () => {
    const element = await show();
    const closed = listen(element, 'modalclosed');

    await click(part(element, 'close'));

    expect(closed).toHaveLength(1);
});
