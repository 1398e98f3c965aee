import InsightMetricTile from 'c/insightMetricTile';
import { click, find, findAll, hasPart, listen, mount, NOW, part, shownText, textOf } from 'testing';
import { sparkOf } from '../sparkline';
import { trendShares } from '../tileModel';
import { metric } from './data/metric';

const show = (properties: object): Promise<HTMLElement> =>
    mount('c-insight-metric-tile', InsightMetricTile, { metric, now: NOW, ...properties });

it('shows one figure large, its n, its band in words and as of when', async () => {
    const element = await show({});

    expect(textOf(find(element, 'h3'))).toBe('Decided in time');
    expect(textOf(part(element, 'figure'))).toBe('91.2 %');
    expect(textOf(part(element, 'cases'))).toBe('52 of 57');
    expect(textOf(part(element, 'band'))).toBe('In the band from 90 %');
    expect(textOf(part(element, 'counted'))).toBe('Cohort · 1 Oct 2026 to 31 Dec 2026');
    expect(textOf(part(element, 'as-of'))).toBe('As of Wed 25 Nov, 08:00');
    expect(findAll(element, '[data-id="side"]').map(textOf)).toEqual([
        '95 % interval 81.0 % – 96.0 %',
        '4 still open, not counted'
    ]);
    expect(find(element, '.value')?.getAttribute('width')).toBe('91.2');
    expect(find(element, '.target')?.getAttribute('x')).toBe('90');
    expect(hasPart(element, 'small')).toBe(false);
    await expect(element).toBeAccessible();
});

it('draws the trend for the eye and writes it for the ear', async () => {
    const element = await show({});

    expect(find(element, 'svg.spark')?.getAttribute('aria-label')).toBe('Trend of Decided in time');
    expect(findAll(element, 'circle')).toHaveLength(3);
    expect(findAll(element, 'polyline')).toHaveLength(1);
    expect(findAll(element, 'tbody tr').map(textOf)).toEqual([
        'Sep80.0 % (20 cases)',
        'Octn/a (0 cases)',
        'Nov90.0 % (30 cases)',
        'Dec100.0 % (7 cases)'
    ]);
});

it('says n/a and invents nothing without cases', async () => {
    const element = await show({ metric: { id: 'M10', label: 'Decided in time', n: 0, isSmall: true } });

    expect(textOf(part(element, 'figure'))).toBe('n/a (0)');
    expect(textOf(part(element, 'cases'))).toBe('No cases in this period');
    expect(textOf(part(element, 'band'))).toBe('No target set');
    expect(hasPart(element, 'small')).toBe(false);
    expect(find(element, 'svg')).toBeNull();
    await expect(element).toBeAccessible();
});

it('hatches what is too young and does not judge it', async () => {
    const element = await show({
        metric: { ...metric, isImmature: true, band: 'none', youngN: 57, youngNumerator: 52 }
    });

    expect(textOf(part(element, 'band'))).toBe('Too young to be judged');
    expect(find(element, '.hatch')?.getAttribute('d')).toMatch(/^M0 10L3 0/);
    expect(find(element, '.young')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('names the younger part beside the figure of the rest', async () => {
    const element = await show({
        metric: { ...metric, value: 0.32, numerator: 48, n: 150, pending: 0, youngN: 30, youngNumerator: 4 }
    });

    expect(textOf(part(element, 'figure'))).toBe('32.0 %');
    expect(textOf(part(element, 'cases'))).toBe('48 of 150');
    expect(findAll(element, '[data-id="side"]').map(textOf)).toContain('Younger part, not in the figure: 4 of 30');
});

it('keeps the figure of few cases of one person from who manages nobody', async () => {
    const element = await show({ metric: { ...metric, value: null, isHidden: true, n: 3 } });

    expect(textOf(part(element, 'figure'))).toBe('Hidden');
    expect(textOf(part(element, 'cases'))).toBe('Fewer than 5 cases of one person: shown to managers only.');
    expect(find(element, 'svg')).toBeNull();
});

it.each([
    [
        { kind: 'Amount', unit: 'money', value: 540000, share: 0.3195, denominatorAmount: 1690000, n: 4 },
        '$540,000',
        '32.0 % of $1,690,000'
    ],
    [{ kind: 'Amount', unit: 'money', value: 540000, n: 4 }, '$540,000', 'Cases: 4'],
    [{ kind: 'Duration', unit: 'days', value: 276.5, n: 4, p90: 400 }, '276.5 days', 'Median of 4'],
    [{ kind: 'Computed', unit: 'ratio', value: 4.534 }, '4.53×', ''],
    [{ kind: 'Computed', unit: 'points', value: 10.7, n: 12 }, '10.7 points', 'Cases: 12'],
    [{ kind: 'Computed', unit: 'money' }, 'n/a (0)', 'No cases in this period']
])('shows %j as it is read', async (value, figure, cases) => {
    const element = await show({ metric: { label: 'X', currencyCode: 'USD', ...value } });

    expect(textOf(part(element, 'figure'))).toBe(figure);
    expect(textOf(part(element, 'cases'))).toBe(cases);
});

it('offers rows only where there are some', async () => {
    const element = await show({
        metric: { label: 'Value to cost', kind: 'Computed', unit: 'ratio', value: 4.5, hasRows: false }
    });

    expect(hasPart(element, 'rows')).toBe(false);
    expect(hasPart(element, 'how')).toBe(true);
});

it('draws a trend of amounts on a scale that holds them', () => {
    const trend = [{ value: 250 }, { value: 1000 }, {}];

    expect(trendShares({ unit: 'money', trend })).toEqual([0.25, 1, null]);
});

it('says how many rows the reader may not see', async () => {
    const element = await show({ metric: { ...metric, hidden: 12 } });
    expect(textOf(part(element, 'notice'))).toBe('Records that you may not see: 12. They are in no figure here.');

    const whole = await show({ metric: { ...metric, hidden: 0 } });
    expect(hasPart(whole, 'notice')).toBe(false);
});

it('warns of few cases', async () => {
    const element = await show({ metric: { ...metric, n: 12, isSmall: true } });

    expect(textOf(part(element, 'small'))).toBe('Few cases: read with care');
});

it.each([['how'], ['rows']])('opens to definition and rows by %s', async (id) => {
    const element = await show({});
    const opened = listen(element, 'opened');

    await click(part(element, id));

    expect(opened).toHaveLength(1);
    expect(part(element, id).textContent).toContain('Decided in time');
});

it('shows that it is loading, or what went wrong', async () => {
    expect(find(await show({ metric: undefined }), 'lightning-spinner')).not.toBeNull();

    const broken = await show({ metric: undefined, error: { body: { message: 'Not now.' } } });
    expect(shownText(find(broken, 'c-error-panel')!)).toContain('Not now.');
});

it.each([
    ['nothing', [], 0, 0],
    ['one point', [0.5], 0, 1],
    ['a line', [0, 0.5, 1], 1, 3],
    ['a gap', [0.1, 0.2, null, 0.4, 0.5], 2, 4]
])('draws %s', (_case, rates, lines, dots) => {
    const spark = sparkOf(rates);

    expect(spark.lines).toHaveLength(lines);
    expect(spark.dots).toHaveLength(dots);
    expect(spark.dots.every(({ x, y }) => x >= 0 && x <= 120 && y >= 0 && y <= 32)).toBe(true);
});
