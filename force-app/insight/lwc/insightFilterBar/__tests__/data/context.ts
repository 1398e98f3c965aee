export const context: Apex.MetricContext = {
    periods: [
        { key: 'this-quarter', label: 'This quarter' },
        { key: 'last-24-months', label: 'Last 24 months' }
    ],
    dimensions: [
        { key: 'Team', label: 'Team', values: [{ key: 'EP', label: 'EP North' }] },
        { key: 'Region', label: 'Region', values: [{ key: 'EMEA', label: 'Europe' }] },
        { key: 'Tier', label: 'Tier', values: [] }
    ],
    metrics: [],
    defaultPeriod: 'this-quarter',
    currencyCode: 'USD',
    timeZone: 'America/New_York'
};
