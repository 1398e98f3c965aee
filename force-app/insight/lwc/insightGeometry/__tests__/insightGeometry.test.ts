import { barPath, hatch, niceMaximum, shareOf, within } from 'c/insightGeometry';

it('keeps shares within a picture, and has none of nothing', () => {
    expect([within(-1), within(0.4), within(7), within(null)]).toEqual([0, 0.4, 1, 0]);
    expect([shareOf(3, 4), shareOf(3, 0), shareOf(null, 4), shareOf(1, undefined)]).toEqual([0.75, null, null, null]);
});

it.each([
    [0, 1],
    [1, 1],
    [11, 20],
    [23, 25],
    [40, 50],
    [730, 1000],
    [0.04, 0.05]
])('ends a scale for %s at %s', (largest, end) => {
    expect(niceMaximum(largest)).toBeCloseTo(end, 9);
});

it('hatches between two places and not beyond', () => {
    expect(hatch(0, 6)).toBe('M0 10L3 0M3 10L6 0');
    expect(hatch(0, 4.5)).toBe('M0 10L3 0M3 10L4.5 5');
    expect(hatch(5, 5)).toBe('');
});

it('draws a bar from the left and a funnel in the middle', () => {
    expect(barPath(0.5)).toBe('M0 0L50 0L50 10L0 10Z');
    expect(barPath(1, 0.5, true)).toBe('M0 0L100 0L75 10L25 10Z');
});
