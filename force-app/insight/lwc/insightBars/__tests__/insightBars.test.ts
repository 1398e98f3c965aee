import InsightBars, { type BarLine } from 'c/insightBars';
import { click, find, findAll, listen, mount, part, textOf } from 'testing';
import { drawnLines } from '../barsModel';

const LINES: readonly BarLine[] = [
    { key: 'EP', label: 'EP North', share: 0.8, low: 0.6, high: 0.9, figure: '80.0 %', detail: '16 of 20' },
    {
        key: 'VS',
        label: 'Vascular',
        share: 0.5,
        figure: '50.0 %',
        note: 'Few cases',
        icon: 'utility:info',
        tone: 'weak'
    },
    { key: 'PT', label: 'Partner', share: null, figure: 'n/a (0)' },
    { key: 'NW', label: 'New', share: 0.25, figure: '25.0 %', tone: 'young' }
];

const show = (properties: object = {}): Promise<HTMLElement> =>
    mount('c-insight-bars', InsightBars, {
        caption: 'Decided in time by team',
        lineHead: 'Team',
        figureHead: 'Decided in time',
        lines: LINES,
        ...properties
    });

it('writes what it draws, in a table', async () => {
    const element = await show();

    expect(textOf(find(element, 'caption'))).toBe('Decided in time by team');
    expect(findAll(element, '[data-id="line"]').map(textOf)).toEqual([
        'EP North80.0 %16 of 20',
        'Vascular50.0 %Few cases',
        'Partnern/a (0)',
        'New25.0 %'
    ]);
    expect(find(element, 'button')).toBeNull();
    await expect(element).toBeAccessible();
});

it('draws length, interval, few cases and what can still change apart', () => {
    const [plain, weak, none, young] = drawnLines(LINES, 'bar');

    expect(plain).toMatchObject({ bar: 'M0 0L80 0L80 10L0 10Z', barClass: 'bar plain', hatch: '' });
    expect(plain?.interval).toBe('M60 5L90 5M60 3L60 7M90 3L90 7');
    expect(weak).toMatchObject({ barClass: 'bar weak', interval: '' });
    expect(none).toMatchObject({ bar: '', hatch: '' });
    expect(young?.hatch).toMatch(/^M0 10L3 0/);
});

it('narrows a funnel towards the next line', () => {
    const [first, second] = drawnLines(LINES, 'funnel');

    expect(first?.bar).toBe('M10 0L90 0L75 10L25 10Z');
    expect(second?.bar).toBe('M25 0L75 0L75 10L25 10Z');
});

it('shows the band behind the bars', async () => {
    const element = await show({ targetLow: 0.7, targetHigh: 0.9 });

    expect(find(element, '.target')?.getAttribute('x')).toBe('70');
    expect(find(element, '.target')?.getAttribute('width')).toBe('20');
    expect(find(await show({ targetLow: 0.9 }), '.target')?.getAttribute('width')).toBe('10');
});

it('opens a line', async () => {
    const element = await show({ isSelectable: true });
    const selected = listen(element, 'selected');

    await click(part(element, 'open'));

    expect(selected).toEqual([{ key: 'EP' }]);
    await expect(element).toBeAccessible();
});
