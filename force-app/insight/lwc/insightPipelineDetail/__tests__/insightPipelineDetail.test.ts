import getPipelineRows from '@salesforce/apex/RevenueController.getPipelineRows';
import type { CsvReader } from 'c/insightExport';
import InsightPipelineDetail from 'c/insightPipelineDetail';
import { click, find, findAll, listen, mockOf, mount, part, textOf } from 'testing';

const PAGE: Apex.MetricRows = {
    rows: [
        {
            recordId: '0061',
            name: 'Harrow Regional: console',
            detail: 'Harrow Regional',
            ownerName: 'Priya Nair',
            at: '2025-03-04T15:00:00.000Z',
            result: 'Open',
            amount: 250000
        },
        { recordId: '0062', result: 'Open' }
    ],
    total: 2,
    hidden: 3
};

async function show(): Promise<HTMLElement> {
    mockOf(getPipelineRows).mockResolvedValue(PAGE);
    return mount('c-insight-pipeline-detail', InsightPipelineDetail, {
        label: 'Neither',
        view: 'open',
        pipelinePart: 'neither',
        period: 'last-quarter',
        filters: { Team: 'EP' },
        currencyCode: 'USD'
    });
}

it('lists the opportunities of the part with their amounts', async () => {
    const element = await show();
    const rows = part(element, 'rows');

    expect(getPipelineRows).toHaveBeenCalledWith({
        periodKey: 'last-quarter',
        view: 'open',
        part: 'neither',
        filters: { Team: 'EP' },
        cursor: undefined
    });
    expect(findAll(rows, 'c-record-link')[0]).toMatchObject({ recordId: '0061', label: 'Harrow Regional: console' });
    expect(findAll(rows, '[data-id="row"]').map(textOf)).toEqual([
        'Harrow RegionalPriya NairTue 4 Mar 2025, 10:00Open$250,000',
        'Open'
    ]);
    expect(textOf(part(rows, 'notice'))).toBe('Records that you may not see: 3. They are in no figure here.');
    await expect(element).toBeAccessible();
});

it('gives bare values to a file', async () => {
    const element = await show();
    const { read } = find(part(element, 'rows'), 'c-insight-export') as unknown as { read: CsvReader };

    expect((await read()).rows[0]).toEqual([
        '0061',
        'Harrow Regional: console',
        'Harrow Regional',
        'Priya Nair',
        '2025-03-04T15:00:00.000Z',
        'Open',
        250000,
        'USD'
    ]);
});

it('closes', async () => {
    const element = await show();
    const closed = listen(element, 'modalclosed');

    await click(part(element, 'close'));

    expect(closed).toHaveLength(1);
});
