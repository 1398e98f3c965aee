import InsightSides from 'c/insightSides';
import { click, findAll, listen, mount, part, textOf } from 'testing';
import { sideCards } from '../sidesModel';

const SIDES: readonly Apex.ScoreSide[] = [
    {
        key: 'marketing',
        label: 'Marketing',
        score: 0.96019,
        weight: 0.5,
        items: [
            { label: 'MQL volume', actual: 162, agreed: 150, ratio: 1, weight: 0.3, metricId: 'M06', unit: 'count' },
            { label: 'Quality', actual: 0.74, agreed: 0.8, ratio: 0.925, weight: 0.3, unit: 'percent' }
        ]
    },
    {
        key: 'sales',
        label: 'Sales',
        weight: 0.5,
        items: [{ label: 'Decision on time', agreed: 0.9, weight: 0.5, metricId: 'M10', unit: 'percent' }]
    }
];

it('shows what was agreed beside what came of it, side by side', async () => {
    const element = await mount('c-insight-sides', InsightSides, { sides: SIDES });

    expect(findAll(element, '[data-id="score"]').map(textOf)).toEqual(['96.0 %', 'n/a']);
    expect(findAll(element, '[data-id="item"]').map(textOf)).toEqual([
        'MQL volumeWeight 30.0 %162agreed 150Kept: 100.0 %',
        'QualityWeight 30.0 %74.0 %agreed 80.0 %Below what was agreed: 92.5 %',
        'Decision on timeWeight 50.0 %n/aagreed 90.0 %No cases in this period: n/a'
    ]);
    await expect(element).toBeAccessible();
});

it('draws nothing beyond what was agreed, and nothing without a value', () => {
    const widths = sideCards(SIDES).flatMap((side) => side.items.map((item) => item.width));

    expect(widths).toEqual([100, 92.5, 0]);
});

it('opens an item to its metric', async () => {
    const element = await mount('c-insight-sides', InsightSides, { sides: SIDES });
    const selected = listen(element, 'selected');

    await click(part(element, 'open'));

    expect(selected).toEqual([{ key: 'M06' }]);
});
