import InsightSpread, { type SpreadLine } from 'c/insightSpread';
import { click, find, findAll, listen, mount, textOf } from 'testing';
import { drawnSpreads } from '../spreadModel';

const MODELS = [
    { key: 'W_Shaped', label: 'W-shaped' },
    { key: 'Linear', label: 'Linear' }
];
const LINES: readonly SpreadLine[] = [
    {
        key: '7011',
        recordId: '7011',
        label: 'Q4 ablation',
        cells: [
            { amount: 75000, share: 0.3 },
            { amount: 31250.01, share: 0.125 }
        ],
        spread: 0.175
    },
    { key: '', label: 'No marketing touch', cells: [{ amount: 12500, share: 0.05 }, {}], spread: 0.05 }
];

const show = (): Promise<HTMLElement> =>
    mount('c-insight-spread', InsightSpread, {
        caption: 'Won revenue by campaign',
        lineHead: 'Campaign',
        lines: LINES,
        models: MODELS,
        currencyCode: 'USD'
    });

it('shows two models side by side, never a sum of them, and how much depends on the choice', async () => {
    const element = await show();

    expect(findAll(element, 'th[scope="col"]').map(textOf)).toEqual(['Campaign', 'W-shaped', 'Linear', 'Spread']);
    expect(findAll(element, '[data-id="amount"]').map(textOf)).toEqual([
        '$75,000.00',
        '$31,250.01',
        '$12,500.00',
        '$0.00'
    ]);
    expect(findAll(element, '[data-id="share"]').map(textOf)).toEqual(['30.0 %', '12.5 %', '5.0 %', 'n/a']);
    expect(findAll(element, '[data-id="spread"]').map(textOf)).toEqual(['17.5 points', '5.0 points']);
    expect(findAll(element, '[data-id="depends"]').map(textOf)).toEqual(['Depends on the model']);
    expect(find(element, 'c-record-link')).toMatchObject({ recordId: '7011', label: 'Q4 ablation' });
    await expect(element).toBeAccessible();
});

it('draws every share on the scale of the largest', () => {
    expect(drawnSpreads(LINES, MODELS, 'USD', 2).map((line) => line.cells.map((cell) => cell.width))).toEqual([
        [100, 41.67],
        [16.67, 0]
    ]);
    expect(drawnSpreads([{ ...LINES[0]!, cells: [] }], MODELS, 'USD', 2)[0]?.cells[0]?.width).toBe(0);
});

it('opens an amount to its credits, and says which', async () => {
    const element = await show();
    const selected = listen(element, 'selected');
    const second = findAll(element, '[data-id="amount"]')[1]!;

    expect(second.getAttribute('aria-label')).toBe('Credits of Q4 ablation by Linear: $31,250.01');
    await click(second);

    expect(selected).toEqual([{ line: '7011', model: 'Linear' }]);
});
