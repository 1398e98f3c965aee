import {
    bandOf,
    count,
    decimal,
    figure,
    intervalWords,
    money,
    percent,
    rounded,
    shortMoney,
    targetWords,
    windowWords
} from 'c/insightFormats';

it.each([
    [undefined, 'n/a'],
    [null, 'n/a'],
    [0, '0.0 %'],
    [0.0001, '< 0.1 %'],
    [0.25, '25.0 %'],
    [0.32, '32.0 %'],
    [132 / 174, '75.9 %'],
    [0.7125, '71.3 %'],
    [0.9998, '> 99.9 %'],
    [1, '100.0 %'],
    [-0.162, '-16.2 %']
])('says %s as %s', (rate, words) => {
    expect(percent(rate)).toBe(words);
});

it.each([
    [1.005, 2, 1.01],
    [0.285, 2, 0.29],
    [-2.5, 0, -3],
    [276.5, 1, 276.5]
])('rounds %s to %i digits half up', (value, digits, expected) => {
    expect(rounded(value, digits)).toBe(expected);
});

it('says counts, decimals and money the way the reader writes them', () => {
    expect([count(1690000), count(null), decimal(4.534, 2), decimal(undefined)]).toEqual([
        '1,690,000',
        'n/a',
        '4.53',
        'n/a'
    ]);
    expect([money(540000, 'USD'), money(8333.336, 'EUR', 2), money(null, 'USD')]).toEqual([
        '$540,000',
        '€8,333.34',
        'n/a'
    ]);
    expect([shortMoney(1690000, 'USD'), shortMoney(undefined, 'USD')]).toEqual(['$1.69M', 'n/a']);
});

it.each([
    [0.759, 'percent', '75.9 %'],
    [0.5, undefined, '50.0 %'],
    [540000, 'money', '$540,000'],
    [276.5, 'days', '276.5 days'],
    [31.25, 'hours', '31.3 h'],
    [15, 'minutes', '15 min'],
    [10.7, 'points', '10.7 points'],
    [50, 'count', '50'],
    [4.534, 'ratio', '4.53×'],
    [null, 'money', 'n/a']
])('says %s of unit %s as %s', (value, unit, words) => {
    expect(figure(value, unit, 'USD')).toBe(words);
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

it('says a target in its unit', () => {
    expect(targetWords(undefined, 15, 'minutes')).toBe('up to 15 min');
    expect(targetWords(1, undefined, 'ratio')).toBe('from 1×');
});

it('says an interval, or nothing', () => {
    expect(intervalWords(0.3968, 0.8922)).toBe('39.7 % – 89.2 %');
    expect(intervalWords(null, 0.5)).toBe('');
});

it.each([
    ['below', 'Below the band from 90 %'],
    ['in', 'In the band from 90 %'],
    ['above', 'Above the band from 90 %'],
    ['none', 'Target from 90 %'],
    [undefined, 'Target from 90 %']
])('says the band %s in words with an icon', (band, words) => {
    const shown = bandOf({ targetLow: 0.9, ...(band ? { band } : {}) });

    expect(shown.words).toBe(words);
    expect(shown.icon).toMatch(/^utility:/);
});

it('says that there is no target', () => {
    expect(bandOf({}).words).toBe('No target set');
});

it('says a window with its last day, though its end is the first day outside', () => {
    expect(windowWords('2026-10-01', '2027-01-01')).toBe('1 Oct 2026 to 31 Dec 2026');
    expect(windowWords(undefined, '2027-01-01')).toBe('');
});
