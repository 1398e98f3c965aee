import InsightHistogram, { type Bucket } from 'c/insightHistogram';
import { find, findAll, mount, textOf } from 'testing';
import { columns, marks, ticks } from '../histogramModel';

const BUCKETS: readonly Bucket[] = [
    { from: 180, to: 240, count: 4, label: '180 to 239 days' },
    { from: 240, to: 300, count: 5, label: '240 to 299 days' },
    { from: 300, to: 360, count: 0, label: '300 days and more' }
];

it('writes what it draws', async () => {
    const element = await mount('c-insight-histogram', InsightHistogram, {
        caption: 'Days from first touch to won',
        buckets: BUCKETS,
        median: 250,
        p90: 290
    });

    expect(find(element, 'svg')?.getAttribute('aria-label')).toBe('Days from first touch to won');
    expect(findAll(element, 'svg line')).toHaveLength(3);
    expect(findAll(element, '[data-id="bucket"]').map(textOf)).toEqual([
        '180 to 239 days4',
        '240 to 299 days5',
        '300 days and more0'
    ]);
    await expect(element).toBeAccessible();
});

it('gives every bucket its place, and the empty one no height', () => {
    expect(columns(BUCKETS)).toEqual([
        { key: '180', x: 0.75, y: 23.6, width: 98.5, height: 78.4 },
        { key: '240', x: 100.75, y: 4, width: 98.5, height: 98 },
        { key: '300', x: 200.75, y: 102, width: 98.5, height: 0 }
    ]);
});

it('marks median and P90 where they are, at the edge when they are beyond, and not at all without them', () => {
    expect(marks(BUCKETS, 270, 400).map((mark) => mark.x)).toEqual([150, 300]);
    expect(marks(BUCKETS, null, undefined)).toEqual([]);
});

it('names a few places on the scale', () => {
    expect(ticks(BUCKETS).map((tick) => tick.text)).toEqual(['180', '225', '270', '315', '360']);
    expect(ticks([]).map((tick) => tick.text)).toEqual(['0', '0', '1', '1', '1']);
});
