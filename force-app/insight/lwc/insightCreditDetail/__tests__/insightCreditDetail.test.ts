import getCredits from '@salesforce/apex/RevenueController.getCredits';
import InsightCreditDetail from 'c/insightCreditDetail';
import type { CsvReader } from 'c/insightExport';
import { click, find, findAll, listen, mockOf, mount, part, textOf } from 'testing';

const PAGE: Apex.CreditRows = {
    rows: [
        {
            creditId: 'a1',
            opportunityId: '0061',
            opportunityName: 'Harrow Regional: console',
            closeOn: '2025-11-20',
            touchAt: '2025-03-04T15:00:00.000Z',
            what: 'VAC kit downloaded',
            personName: 'Ana Ruiz',
            campaignName: 'Q4 ablation',
            weight: 0.3,
            amount: 75000,
            version: 2,
            ruleVersion: '2026.1'
        },
        { creditId: 'a2', weight: 0.05, amount: 12500 }
    ],
    total: 2,
    hidden: 3,
    currencyCode: 'USD',
    fractionDigits: 2
};

async function show(): Promise<HTMLElement> {
    mockOf(getCredits).mockResolvedValue(PAGE);
    return mount('c-insight-credit-detail', InsightCreditDetail, {
        label: 'Q4 ablation',
        lineKey: '7011',
        level: 'campaign',
        model: 'W_Shaped',
        period: 'last-quarter',
        filters: { Team: 'EP' }
    });
}

it('shows every credit with its touch, weight and rule version', async () => {
    const element = await show();
    const rows = part(element, 'rows');

    expect(getCredits).toHaveBeenCalledWith({
        key: '7011',
        level: 'campaign',
        model: 'W_Shaped',
        periodKey: 'last-quarter',
        filters: { Team: 'EP' },
        cursor: undefined
    });
    expect(findAll(rows, 'c-record-link')[0]).toMatchObject({ recordId: '0061', label: 'Harrow Regional: console' });
    expect(findAll(rows, '[data-id="row"]').map(textOf)).toEqual([
        '20 Nov 2025VAC kit downloaded · Tue 4 Mar 2025, 10:00 · Ana RuizQ4 ablation30.0 %$75,000.002026.1 · Version 2',
        'No marketing touchNo campaign5.0 %$12,500.00'
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
        '2025-11-20',
        'VAC kit downloaded',
        '2025-03-04T15:00:00.000Z',
        'Ana Ruiz',
        'Q4 ablation',
        0.3,
        75000,
        'USD',
        '2026.1',
        2
    ]);
});

it('closes', async () => {
    const element = await show();
    const closed = listen(element, 'modalclosed');

    await click(part(element, 'close'));

    expect(closed).toHaveLength(1);
});
