export const metric: Apex.MetricValue = {
    id: 'M10',
    label: 'Decided in time',
    value: 0.912,
    numerator: 52,
    n: 57,
    pending: 4,
    definition: 'Share of hand-offs decided before the due instant.',
    formula: 'decided in time / (decided + expired)',
    basisText: 'hand-offs handed off in the window',
    windowStart: '2026-10-01',
    windowEnd: '2027-01-01',
    asOf: '2026-11-25T13:00:00.000Z',
    targetLow: 0.9,
    targetHigh: 1,
    targetSource: 'SLA agreement',
    band: 'in',
    intervalLow: 0.81,
    intervalHigh: 0.96,
    isSmall: false,
    trend: [
        { label: 'Sep', value: 0.8, n: 20 },
        { label: 'Oct', n: 0 },
        { label: 'Nov', value: 0.9, n: 30 },
        { label: 'Dec', value: 1, n: 7 }
    ]
};
