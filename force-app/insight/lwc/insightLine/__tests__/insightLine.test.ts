import InsightLine, { type LinePoint } from 'c/insightLine';
import { find, findAll, hasPart, mount, part, textOf } from 'testing';
import { lineOf } from '../lineModel';

const POINTS: readonly LinePoint[] = [
    { label: 'Q3 2025', value: 38.61 },
    { label: 'Q4 2025', value: 50.17 },
    { label: 'Q1 2026', value: null },
    { label: 'Q2 2026', value: 70.28 }
];

const show = (points: readonly LinePoint[] = POINTS): Promise<HTMLElement> =>
    mount('c-insight-line', InsightLine, {
        caption: 'Health over the last quarters',
        points,
        name: 'As reported',
        secondName: 'By the weights of today'
    });

it('writes every value beside its dot and in a table', async () => {
    const element = await show();

    expect(find(element, 'svg.picture')?.getAttribute('aria-label')).toBe('Health over the last quarters');
    expect(findAll(element, '[data-id="point"]').map(textOf)).toEqual([
        'Q3 202538.61',
        'Q4 202550.17',
        'Q1 2026n/a',
        'Q2 202670.28'
    ]);
    expect(findAll(element, 'circle')).toHaveLength(3);
    expect(hasPart(element, 'legend')).toBe(false);
    await expect(element).toBeAccessible();
});

it('leaves a gap where nothing is known', () => {
    expect(lineOf([38.61, 50.17, null, 70.28], 100).paths).toHaveLength(1);
    expect(lineOf([10], 100).paths).toEqual([]);
    expect(lineOf([0, 100], 100).dots.map((dot) => dot.y)).toEqual([100, 18]);
});

it('draws and names a second line where there is one', async () => {
    const element = await show(POINTS.map((point) => ({ ...point, second: 40 })));

    expect(textOf(part(element, 'legend'))).toContain('By the weights of today');
    expect(findAll(element, '[data-id="point"]').map(textOf)[0]).toBe('Q3 202538.6140');
    await expect(element).toBeAccessible();
});
