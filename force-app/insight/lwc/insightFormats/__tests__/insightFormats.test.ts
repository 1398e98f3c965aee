import { bandOf, percent, targetWords, windowWords } from 'c/insightFormats';

it.each([
    [undefined, 'n/a'],
    [null, 'n/a'],
    [0, '0 %'],
    [0.001, '1 %'],
    [0.712, '71 %'],
    [0.998, '99 %'],
    [1, '100 %']
])('says %s as %s', (rate, words) => {
    expect(percent(rate)).toBe(words);
});

it.each([
    [0.6, 0.75, '60 % – 75 %'],
    [0.9, undefined, 'from 90 %'],
    [0.9, 1, 'from 90 %'],
    [undefined, 0.1, 'up to 10 %'],
    [undefined, undefined, '']
])('says the target %s to %s as %j', (low, high, words) => {
    expect(targetWords(low, high)).toBe(words);
});

it.each([
    ['below', 'Below the band from 90 %'],
    ['in', 'In the band from 90 %'],
    ['above', 'Above the band from 90 %'],
    ['none', 'No target set'],
    [undefined, 'No target set']
])('says the band %s in words with an icon', (band, words) => {
    const shown = bandOf({ targetLow: 0.9, ...(band ? { band } : {}) });

    expect(shown.words).toBe(words);
    expect(shown.icon).toMatch(/^utility:/);
});

it('says a window with its last day, though its end is the first day outside', () => {
    expect(windowWords('2026-10-01', '2027-01-01')).toBe('1 Oct 2026 to 31 Dec 2026');
    expect(windowWords(undefined, '2027-01-01')).toBe('');
});
