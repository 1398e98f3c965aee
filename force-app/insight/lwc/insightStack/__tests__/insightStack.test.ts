import InsightStack, { type Slice } from 'c/insightStack';
import { click, find, findAll, listen, mount, part, textOf } from 'testing';
import { segments } from '../stackModel';

/** Pipeline created in the first half of 2026. */
const SLICES: readonly Slice[] = [
    { key: 'sourced', label: 'Sourced by marketing', amount: 540000, count: 4, tone: 'sourced' },
    { key: 'influenced', label: 'Influenced, not sourced', amount: 500000, count: 2, tone: 'influenced' },
    { key: 'neither', label: 'Neither', amount: 650000, count: 2, tone: 'neither' }
];

const show = (properties: object = {}): Promise<HTMLElement> =>
    mount('c-insight-stack', InsightStack, {
        caption: 'Pipeline created',
        slices: SLICES,
        total: 1690000,
        deals: 8,
        currencyCode: 'USD',
        ...properties
    });

it('shows parts that make the whole, and no sum of some of them', async () => {
    const element = await show();

    expect(textOf(part(element, 'total'))).toBe('Total $1.69M · Opportunities: 8');
    expect(findAll(element, '[data-id="slice"]').map(textOf)).toEqual([
        'Sourced by marketing$540,00032.0 % · Opportunities: 4',
        'Influenced, not sourced$500,00029.6 % · Opportunities: 2',
        'Neither$650,00038.5 % · Opportunities: 2'
    ]);
    expect(find(element, 'svg.stack')?.getAttribute('aria-label')).toBe('Pipeline created');
    await expect(element).toBeAccessible();
});

it('draws parts side by side up to the whole width, the unknown hatched', () => {
    const drawn = segments([...SLICES, { key: 'unknown', label: 'Unknown', amount: 310000, tone: 'unknown' }]);

    expect(drawn.map(({ x, width }) => [x, width])).toEqual([
        [0, 27],
        [27, 25],
        [52, 32.5],
        [84.5, 15.5]
    ]);
    expect(drawn.map((segment) => segment.hatch !== '')).toEqual([false, false, false, true]);
});

it('says n/a of a share of nothing, and leaves out counts that nobody gave', async () => {
    const element = await show({
        slices: [{ key: 'sourced', label: 'Sourced by marketing', amount: 0, tone: 'sourced' }],
        total: 0,
        deals: undefined
    });

    expect(textOf(part(element, 'total'))).toBe('Total $0');
    expect(textOf(part(element, 'slice'))).toBe('Sourced by marketing$0n/a');
});

it('opens a part to its rows', async () => {
    const element = await show({ isSelectable: true });
    const selected = listen(element, 'selected');

    await click(part(element, 'open'));

    expect(selected).toEqual([{ key: 'sourced' }]);
    await expect(element).toBeAccessible();
});
