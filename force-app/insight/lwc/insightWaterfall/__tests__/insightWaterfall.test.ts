import InsightWaterfall, { type Step } from 'c/insightWaterfall';
import { findAll, mount, shownText, textOf } from 'testing';
import { scaleOf, signed, waterfallRows } from '../waterfallModel';

const BEFORE: Step = { key: 'before', label: 'Q1 2026', points: 61.89 };
const AFTER: Step = { key: 'after', label: 'Q2 2026', points: 70.28 };
const STEPS: readonly Step[] = [
    { key: 'SLA', label: 'SLA compliance', points: 1.67 },
    { key: 'Acceptance', label: 'Lead acceptance', points: 1.65 },
    { key: 'Content', label: 'Content utilisation', points: -0.9 },
    { key: 'Rest', label: 'The rest', points: 5.97 }
];

it('goes from the score before to the score after, step by step', async () => {
    const element = await mount('c-insight-waterfall', InsightWaterfall, {
        caption: 'What moved the score',
        before: BEFORE,
        after: AFTER,
        steps: STEPS
    });

    expect(findAll(element, '[data-id="step"]').map(textOf)).toEqual([
        'Q1 202661.89',
        'SLA compliance+1.67',
        'Lead acceptance+1.65',
        'Content utilisation−0.90',
        'The rest+5.97',
        'Q2 202670.28'
    ]);
    expect(shownText(element)).toContain('from 55 to 80');
    await expect(element).toBeAccessible();
});

it('lets each step begin where the one before ended', () => {
    const { rows, scale } = waterfallRows(BEFORE, STEPS, AFTER);

    expect(scale).toEqual({ low: 55, high: 80 });
    expect(rows[1]?.x).toBe(rows[0]?.width);
    expect(rows[3]?.className).toBe('fall');
    expect((rows[3]?.x ?? 0) + (rows[3]?.width ?? 0)).toBeCloseTo((rows[2]?.x ?? 0) + (rows[2]?.width ?? 0), 1);
});

it('keeps the axis within 0 and 100', () => {
    expect(scaleOf(2, [], 99)).toEqual({ low: 0, high: 100 });
    expect(scaleOf(50, [], 50)).toEqual({ low: 45, high: 55 });
});

it('signs what moved', () => {
    expect([signed(8.39), signed(-1.2), signed(0)]).toEqual(['+8.39', '−1.2', '0']);
});
