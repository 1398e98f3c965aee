import { refreshApex } from '@salesforce/apex';
import getFinance from '@salesforce/apex/FinanceController.getFinance';
import loadInputs from '@salesforce/apex/FinanceController.loadInputs';
import removeInput from '@salesforce/apex/FinanceController.removeInput';
import saveInput from '@salesforce/apex/FinanceController.saveInput';
import InsightFinance from 'c/insightFinance';
import { change, click, findAll, hasPart, mockOf, mount, part, settle, textOf, wireOf } from 'testing';
import { choose } from '../../insightFrame/__tests__/data/frames';

const VIEW: Apex.FinanceView = {
    quarter: '2026-Q2',
    quarterLabel: 'Q2 2026',
    currencyCode: 'USD',
    mayEdit: true,
    quarters: [
        { key: '2026-Q2', label: 'Q2 2026' },
        { key: '2026-Q1', label: 'Q1 2026' }
    ],
    kinds: [
        { key: 'Sales cost', label: 'Sales cost', isPercent: false, isOfCampaign: false },
        { key: 'Gross margin', label: 'Gross margin', isPercent: true, isOfCampaign: false },
        { key: 'Program cost', label: 'Program cost', isPercent: false, isOfCampaign: true }
    ],
    figures: [
        {
            id: 'M31',
            label: 'Cost of a new customer',
            value: 150000,
            unit: 'money',
            facts: '12 new customers',
            formula: 'a / b'
        },
        { id: 'M32-4', label: 'Lifetime value, 10 years at most', value: 490619.34, unit: 'money', formula: 'c' },
        {
            id: 'M34',
            label: 'Attainment',
            unit: 'percent',
            missing: 'n/a until it is entered: Shared target.',
            formula: 'd'
        }
    ],
    campaigns: [
        { campaignId: '701', name: 'Fair', revenue: 250000, cost: 60000, returnOnCost: 0.4583, revenuePerCost: 4.17 }
    ],
    modelLabel: 'Linear',
    inputs: [
        { id: 'a01', kind: 'Gross margin', quarter: '2026-Q1', value: 68, isPercent: true, source: 'Ledger' },
        { id: 'a02', kind: 'Program cost', quarter: '2026-Q2', campaignName: 'Fair', value: 60000, isPercent: false }
    ],
    inputsTotal: 2
};

async function show(view: Apex.FinanceView = VIEW): Promise<HTMLElement> {
    const element = await mount('c-insight-finance', InsightFinance);
    wireOf(getFinance).emit(view);
    await settle();
    return element;
}

const values = (element: Element): string[] => findAll(element, '[data-id="value"]').map(textOf);

it('writes every figure with its numbers, or with what is missing', async () => {
    const element = await show();

    expect(values(element)).toEqual(['$150,000.00', '$490,619.34', 'n/a']);
    expect(findAll(element, '[data-id="figure"]').map(textOf)[2]).toContain('n/a until it is entered: Shared target.');
    expect(findAll(element, '[data-id="campaign"]').map(textOf)).toEqual([
        'Fair$250,000$60,00045.8 %4.17 times the cost'
    ]);
    expect(findAll(element, '[data-id="input"]').map(textOf)).toEqual([
        'Gross margin · 2026-Q1Ledger68 %',
        'Program cost · Fair · 2026-Q2$60,000'
    ]);
    await expect(element).toBeAccessible();
});

it('shows another quarter', async () => {
    const element = await show();
    await choose(element, 'quarter', '2026-Q1');

    expect(wireOf(getFinance).getLastConfig()).toEqual({ quarter: '2026-Q1' });
});

it('saves what is typed, keeps kind and quarter for the next, and reads again', async () => {
    mockOf(saveInput).mockResolvedValue({ isOk: true, message: '1 inputs added, 0 replaced.' });
    const element = await show();
    await change(part(element, 'kind'), { value: 'Program cost' });
    await change(part(element, 'input-quarter'), { value: '2026-Q2' });
    await change(part(element, 'input-value'), { value: '60000' });
    await change(part(element, 'input-campaign'), { recordId: '701' });
    await change(part(element, 'input-source'), { value: 'Ledger' });
    await click(part(element, 'save'));

    expect(mockOf(saveInput)).toHaveBeenCalledWith({
        entry: { kind: 'Program cost', quarter: '2026-Q2', value: 60000, campaignId: '701', source: 'Ledger' }
    });
    expect(textOf(part(element, 'done'))).toBe('1 inputs added, 0 replaced.');
    expect(part<HTMLInputElement>(element, 'input-quarter').value).toBe('2026-Q2');
    expect(refreshApex).toHaveBeenCalled();
});

it('keeps what was typed when it is refused, and says why', async () => {
    mockOf(saveInput).mockResolvedValue({ isOk: false, message: 'The value cannot be negative.' });
    const element = await show();
    await change(part(element, 'kind'), { value: 'Gross margin' });
    await change(part(element, 'input-value'), { value: '-1' });
    await change(part(element, 'input-value'), { value: '' });
    await change(part(element, 'input-value'), { value: '-1' });
    await click(part(element, 'save'));

    expect(findAll(element, '[data-id="refusal"]').map(textOf)).toEqual(['The value cannot be negative.']);
    expect(part<HTMLInputElement>(element, 'input-value').value).toBe(-1);
    await expect(element).toBeAccessible();
});

it('loads lines, and names each that is wrong', async () => {
    mockOf(loadInputs).mockResolvedValueOnce({
        isOk: false,
        message: '1 lines cannot be taken.',
        fields: [{ name: '2', message: 'Line 2: no quarter' }]
    });
    const element = await show();
    await change(part(element, 'lines'), { value: 'Sales cost,x,1' });
    await click(part(element, 'load'));
    expect(findAll(element, '[data-id="refusal"]').map(textOf)).toEqual([
        '1 lines cannot be taken.',
        'Line 2: no quarter'
    ]);

    mockOf(loadInputs).mockResolvedValueOnce({ isOk: true, message: 'Saved' });
    await click(part(element, 'load'));
    expect(mockOf(loadInputs)).toHaveBeenLastCalledWith({ text: 'Sales cost,x,1' });
    expect(part<HTMLTextAreaElement>(element, 'lines').value).toBe('');
});

it('removes an input, and shows what went wrong', async () => {
    mockOf(removeInput).mockRejectedValueOnce({ body: { message: 'No' } });
    const element = await show();
    await click(part(element, 'remove'));

    expect(mockOf(removeInput)).toHaveBeenCalledWith({ inputId: 'a01' });
    expect(findAll(element, 'c-error-panel').length).toBeGreaterThan(0);
});

it('lets readers read only, and says that nothing is entered', async () => {
    const element = await show({ ...VIEW, mayEdit: false, inputs: [], campaigns: [], inputsTotal: 0 });

    expect(hasPart(element, 'save')).toBe(false);
    expect(hasPart(element, 'remove')).toBe(false);
    expect(textOf(part(element, 'no-inputs'))).toContain('Nothing is entered for this quarter');
    await expect(element).toBeAccessible();
});
