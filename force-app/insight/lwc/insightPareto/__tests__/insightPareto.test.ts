import InsightPareto, { type Reason } from 'c/insightPareto';
import { click, find, findAll, listen, mount, part, textOf } from 'testing';
import { cumulativeLine, reasonBars } from '../paretoModel';

const REASONS: readonly Reason[] = [
    { key: 'TOO_EARLY', label: 'Right person, too early', side: 'Neutral', count: 8, share: 0.5, cumulative: 0.5 },
    { key: 'AUTHORITY', label: 'Lacks authority', side: 'Marketing', count: 6, share: 0.375, cumulative: 0.875 },
    { key: 'CAPACITY', label: 'No capacity', side: 'Sales', count: 1, share: 0.0625, cumulative: 0.9375 },
    { key: 'NEW', label: 'Something new', side: '', count: 1, share: 0.0625, cumulative: 1 }
];

const show = (): Promise<HTMLElement> =>
    mount('c-insight-pareto', InsightPareto, { caption: 'Why hand-offs are rejected', reasons: REASONS });

it('names each reason, its side, how often and how much up to it', async () => {
    const element = await show();

    expect(find(element, 'svg.picture')?.getAttribute('aria-label')).toBe('Why hand-offs are rejected');
    expect(findAll(element, '[data-id="reason"]').map(textOf)).toEqual([
        '1. Right person, too earlyNeither side8 (50.0 %)50.0 %',
        '2. Lacks authorityMarketing6 (37.5 %)87.5 %',
        '3. No capacitySales1 (6.3 %)93.8 %',
        '4. Something newNeither side1 (6.3 %)100.0 %'
    ]);
    await expect(element).toBeAccessible();
});

it('adds up what each side has to answer for, without hiding a side that it does not know', async () => {
    const element = await show();

    expect(findAll(element, '[data-id="sides"] li').map(textOf)).toEqual([
        'Neither side: 9',
        'Marketing: 6',
        'Sales: 1'
    ]);
});

it('draws bars and line on one scale, so that the line starts on top of the first bar', () => {
    const [first] = reasonBars(REASONS);

    expect(cumulativeLine(REASONS).split(' ')[0]).toBe(`37.5,${first?.y}`);
    expect(cumulativeLine(REASONS).split(' ').at(-1)).toBe('262.5,6');
    expect(reasonBars(REASONS).map((bar) => bar.className)).toEqual([
        'side-neutral',
        'side-marketing',
        'side-sales',
        'side-neutral'
    ]);
    expect(reasonBars([])).toEqual([]);
});

it('opens a reason to its rows', async () => {
    const element = await show();
    const selected = listen(element, 'selected');

    await click(part(element, 'open'));

    expect(selected).toEqual([{ key: 'TOO_EARLY' }]);
});
