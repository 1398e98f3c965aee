import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startOrgUnderTest, type OrgUnderTest } from './orgUnderTest.ts';
import { rowsOf as recordsOf } from './pages.ts';

/** The figures of the small demo as pages get them: what the quotas of the demo recipe say, and who sees which. */
let org: OrgUnderTest;
before(async () => {
    org = await startOrgUnderTest('small');
});
after(() => org.close());

interface Figure {
    readonly value: number | null;
    readonly numerator: number;
    readonly n: number;
    readonly pending: number;
    readonly youngNumerator: number | null;
    readonly youngN: number;
    readonly intervalLow: number;
    readonly intervalHigh: number;
    readonly band: string;
    readonly hidden: number;
    readonly isHidden: boolean;
    readonly trend: readonly { value: number | null; n: number }[];
}

interface Rows {
    readonly total: number;
    readonly hidden: number;
    readonly nextCursor: string | null;
    readonly rows: readonly { counted: string; recordId: string }[];
}

async function ask<T>(alias: string, method: string, parameters: Record<string, unknown>): Promise<T> {
    const { status, body } = await org.api(alias, 'POST', `/apex/MetricController/${method}`, parameters);
    assert.equal(status, 200, JSON.stringify(body));
    return body as T;
}

function figureOf(metricId: string, periodKey = 'last-24-months', alias = 'morgan', filters = {}): Promise<Figure> {
    return ask<Figure>(alias, 'getMetric', { metricId, periodKey, filters });
}

async function rowsOf(alias: string, metricId: string, part: string): Promise<{ total: number; ids: Set<string> }> {
    const ids = new Set<string>();
    let cursor: string | null = null;
    let total: number;
    do {
        const page: Rows = await ask<Rows>(alias, 'getMetricRows', {
            metricId,
            periodKey: 'last-24-months',
            part,
            filters: {},
            cursor
        });
        page.rows.forEach((row) => ids.add(row.recordId));
        ({ total, nextCursor: cursor = null } = page);
    } while (cursor !== null);
    return { total, ids };
}

const percent = (rate: number | null): number => Math.round(1000 * (rate ?? Number.NaN)) / 10;
const counts = ({ numerator, n }: Figure): [number, number] => [numerator, n];

describe('the figures of 24 months', () => {
    const wanted: readonly [metric: string, percent: number, numerator: number, n: number][] = [
        ['M01', 75.9, 132, 174],
        ['M02', 80, 132, 165],
        ['M03', 32, 48, 150],
        ['M05', 50, 23, 46],
        ['M07', 5.2, 9, 174],
        ['M10', 82.2, 143, 174],
        ['M14', 7.5, 9, 120]
    ];
    for (const [metric, rate, numerator, n] of wanted) {
        it(`say ${rate} % for ${metric}`, async () => {
            const figure = await figureOf(metric);
            assert.deepEqual([percent(figure.value), ...counts(figure)], [rate, numerator, n]);
            assert.equal(figure.hidden, 0);
        });
    }

    it('keep what is too young to be judged apart', async () => {
        const conversion = await figureOf('M03');
        assert.deepEqual([conversion.youngNumerator, conversion.youngN], [4, 30]);
        assert.deepEqual([percent(conversion.intervalLow), percent(conversion.intervalHigh)], [25.1, 39.8]);
        assert.equal(conversion.band, 'in');
        const opportunities = await figureOf('M05');
        assert.deepEqual([opportunities.youngNumerator, opportunities.youngN], [1, 6]);
        assert.equal((await figureOf('M10')).pending, 6);
    });

    it('have as many rows as they count', async () => {
        for (const metric of ['M01', 'M03', 'M10']) {
            const figure = await figureOf(metric);
            for (const [part, count] of [
                ['numerator', figure.numerator],
                ['denominator', figure.n],
                ['pending', figure.pending],
                ['young', figure.youngN]
            ] as const) {
                const { total, ids } = await rowsOf('morgan', metric, part);
                assert.deepEqual([total, ids.size], [count, count], `${metric} ${part}`);
            }
        }
    });

    it('follow the hand-offs of the cohort through the funnel', async () => {
        const { steps, wonAmount } = await ask<{
            steps: { key: string; count: number; young: number }[];
            wonAmount: number;
        }>('morgan', 'getFunnel', { periodKey: 'last-24-months', filters: {} });
        assert.deepEqual(
            steps.map(({ key, count, young }) => [key, count, young]),
            [
                ['MQL', 150, 30],
                ['SAL', 113, 19],
                ['SQL', 48, 4],
                ['OPP', 24, 0],
                ['WON', 7, 0]
            ]
        );
        const won = await recordsOf<{ Amount: number }>(
            org,
            'SELECT Amount FROM Opportunity WHERE IsWon = TRUE AND Id IN (SELECT Opportunity__c FROM Handoff__c)'
        );
        assert.equal(won.length, 7);
        assert.equal(
            wonAmount,
            won.reduce((sum, { Amount }) => sum + Amount, 0)
        );
    });

    it('name the reasons of 33 rejections, the most frequent first', async () => {
        const { total, lines } = await ask<{
            total: number;
            lines: { code: string; count: number; cumulative: number }[];
        }>('morgan', 'getRejections', { periodKey: 'last-24-months', filters: {} });
        assert.equal(total, 33);
        assert.deepEqual(
            lines.slice(0, 3).map(({ code, count }) => [code, count]),
            [
                ['TOO_EARLY', 8],
                ['AUTHORITY', 6],
                ['BAD_DATA', 4]
            ]
        );
        assert.equal(lines.at(-1)?.cumulative, 1);
    });
});

describe('the trend of quarters', () => {
    it('improves as the demo recipe says', async () => {
        const lastFour = async (metric: string): Promise<(number | string)[][]> =>
            (await figureOf(metric, 'last-13-weeks')).trend.slice(1).map((point) => [percent(point.value), point.n]);
        assert.deepEqual(await lastFour('M10'), [
            [78.6, 28],
            [83.9, 31],
            [88.2, 34],
            [93.5, 31]
        ]);
        assert.deepEqual(await lastFour('M01'), [
            [71.4, 28],
            [74.2, 31],
            [79.4, 34],
            [83.9, 31]
        ]);
    });
});

describe('the year before', () => {
    it('is what the trend leaves of the 24 months', async () => {
        for (const [metric, share] of [
            ['M01', [36, 50]],
            ['M10', [36, 50]]
        ] as const) {
            const all = await figureOf(metric);
            const quarters = (await figureOf(metric, 'last-13-weeks')).trend.slice(1);
            const n = quarters.reduce((sum, quarter) => sum + quarter.n, 0);
            const numerator = quarters.reduce((sum, quarter) => sum + Math.round((quarter.value ?? 0) * quarter.n), 0);
            assert.deepEqual([all.numerator - numerator, all.n - n], share, metric);
        }
    });
});

describe('who sees which figures', () => {
    it('shows a representative the own hand-offs, and says how many there are besides', async () => {
        const own = await figureOf('M10', 'last-24-months', 'dana');
        assert.deepEqual(counts(own), [15, 15]);
        assert.equal(own.hidden, 164);
        assert.equal((await rowsOf('dana', 'M10', 'denominator')).total, 15);
    });

    it('shows both leaders and marketing the same figures', async () => {
        const seen = await Promise.all(['morgan', 'mara'].map((alias) => figureOf('M10', 'last-24-months', alias)));
        assert.deepEqual(seen.map(counts), [
            [143, 174],
            [143, 174]
        ]);
    });

    it('splits by region, team and specialty without losing anybody', async () => {
        for (const dimension of [
            'Region',
            'Team',
            'Specialty',
            'Persona',
            'Institution',
            'InstitutionSize',
            'Source',
            'Rep',
            'Priority'
        ]) {
            const { lines } = await ask<{ lines: { n: number; numerator: number }[] }>('morgan', 'getBreakdown', {
                metricId: 'M10',
                periodKey: 'last-24-months',
                dimension,
                filters: {}
            });
            const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
            assert.deepEqual(
                [sum(lines.map((line) => line.numerator)), sum(lines.map((line) => line.n))],
                [143, 174],
                dimension
            );
            assert.ok(lines.length > 1, dimension);
        }
    });

    it('keeps what says too much about one person from colleagues', async () => {
        const [person] = (await org
            .api(
                'morgan',
                'GET',
                `/services/data/v66.0/query?q=${encodeURIComponent("SELECT Id FROM User WHERE Username LIKE 'priya@%'")}`
            )
            .then(({ body }) => (body as { records: { Id: string }[] }).records)) as [{ Id: string }];
        const filters = { Rep: person.Id };
        assert.equal((await figureOf('M03', 'last-4-weeks', 'mara', filters)).isHidden, true);
        assert.equal((await figureOf('M03', 'last-4-weeks', 'morgan', filters)).isHidden, false);
    });
});
