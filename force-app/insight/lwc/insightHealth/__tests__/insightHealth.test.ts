import { refreshApex } from '@salesforce/apex';
import getHealth from '@salesforce/apex/HealthController.getHealth';
import { registerRefreshHandler } from 'lightning/refresh';
import InsightHealth from 'c/insightHealth';
import { find, findAll, hasPart, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { choose, fileOf, frameOf, stateOf } from '../../insightFrame/__tests__/data/frames';
import { stepsOf } from '../healthModel';

const sla: Apex.HealthDimension = {
    name: 'SLA_Compliance',
    label: 'SLA compliance',
    value: 0.86,
    unit: 'percent',
    score: 80,
    weight: 25,
    floor: 0.5,
    target: 0.95,
    n: 31,
    measuredOn: '2026-06-30',
    source: 'Two-sided SLA compliance',
    counting: 'What both sides kept.',
    isCarried: false,
    isNotAsked: false,
    moved: 1.67
};
const survey: Apex.HealthDimension = {
    name: 'Sales_Satisfaction',
    label: 'Sales satisfaction with marketing',
    value: 3.6,
    unit: 'points',
    score: 64,
    weight: 15,
    floor: 2,
    target: 4.5,
    n: 10,
    measuredOn: '2026-03-15',
    source: 'Pulse survey',
    isCarried: true,
    isNotAsked: false,
    moved: 1.8
};
const missing: Apex.HealthDimension = {
    name: 'Content_Utilisation',
    label: 'Content utilisation',
    unit: 'percent',
    weight: 15,
    floor: 0.2,
    target: 0.7,
    missing: 'Not measured yet. It will come from the content library.'
};
const VIEW: Apex.HealthView = {
    level: { level: 'Company', label: 'Company' },
    levels: [
        { level: 'Company', label: 'Company' },
        { level: 'Team', key: 'EP North', label: 'EP North' }
    ],
    quarterLabel: 'Q2 2026',
    isRunning: false,
    score: 70.28,
    band: 'watch',
    coverage: 100,
    coverageMinimum: 60,
    dimensionsMinimum: 4,
    asOf: '2026-06-30',
    version: 1,
    change: 8.39,
    beforeLabel: 'Q1 2026',
    beforeScore: 61.89,
    slope: 10.67,
    direction: 'improving',
    dimensions: [sla, survey],
    trend: [
        { label: 'Q1 2026', score: 61.89 },
        { label: 'Q2 2026', score: 70.28 }
    ],
    status: { isHealthy: true }
};

async function show(view: Apex.HealthView | undefined = VIEW, props = {}): Promise<HTMLElement> {
    const element = await mount('c-insight-health', InsightHealth, props);
    if (view) {
        wireOf(getHealth).emit(view);
        await settle();
    }
    return element;
}

it('shows that it is loading', async () => {
    const element = await mount('c-insight-health', InsightHealth);

    expect(stateOf(element).isLoading).toBe(true);
    await expect(element).toBeAccessible();
});

it('says the score, its band, how much is known, the change and where it goes', async () => {
    const element = await show();

    expect(textOf(part(element, 'score'))).toBe('70.28of 100');
    expect(textOf(part(element, 'band'))).toBe('Watch');
    expect(textOf(part(element, 'coverage'))).toBe('All dimensions are there.');
    expect(textOf(part(element, 'change'))).toBe('+8.39 points since Q1 2026');
    expect(textOf(part(element, 'direction'))).toBe('Improving: +10.67 points per quarter over the last four');
    expect(textOf(part(element, 'as-of'))).toContain('Q2 2026, as it was on');
    expect(hasPart(element, 'late')).toBe(false);
    await expect(element).toBeAccessible();
});

it('lets the steps lead from the score before to the score now, rounding included', () => {
    expect(stepsOf(VIEW).map(({ key, points }) => [key, points])).toEqual([
        ['SLA_Compliance', 1.67],
        ['Sales_Satisfaction', 1.8],
        ['rest', 4.92]
    ]);
    expect(stepsOf({ ...VIEW, change: 3.47 })).toHaveLength(2);
});

it('writes each dimension with value, score, weight, source and day', async () => {
    const element = await show();
    const [first = '', second = ''] = findAll(element, '[data-id="dimension"]').map(textOf);

    expect(first).toContain('86.0 %');
    expect(first).toContain('From Two-sided SLA compliance, ');
    expect(first).toContain('0 points at 50.0 %, 100 points at 95.0 %');
    expect(second).toContain('3.6 points');
    expect(second).toContain('Carried over from an earlier quarter.');
});

it('says what is missing, what will supply it, and invents no score', async () => {
    const view = { ...VIEW, band: undefined, coverage: 45, dimensions: [sla, missing] };
    const element = await show({
        ...view,
        score: undefined,
        change: undefined,
        slope: undefined,
        direction: undefined
    });

    expect(textOf(part(element, 'score'))).toBe('n/a');
    expect(textOf(part(element, 'band'))).toBe('No score');
    expect(textOf(part(element, 'coverage'))).toBe(
        'Only 45 % of the weight is there. A score needs 60 % and at least 4 dimensions; nothing is invented for the rest.'
    );
    expect(shownText(element)).toContain('It will come from the content library.');
    expect(hasPart(element, 'moved')).toBe(false);
    expect(textOf(part(element, 'direction'))).toContain('not comparable');
    await expect(element).toBeAccessible();
});

it('marks a score of which something is left out, and a survey that nobody ran', async () => {
    const unasked = {
        ...survey,
        value: undefined,
        score: 0,
        isNotAsked: true,
        missing: 'Nobody was asked since March.'
    };
    const element = await show({ ...VIEW, coverage: 85, dimensions: [unasked], band: 'risk' });

    expect(textOf(part(element, 'coverage'))).toContain('Incomplete: dimensions with 85 %');
    expect(textOf(part(element, 'band'))).toBe('At risk');
    expect(shownText(element)).toContain('Nobody asked');
    expect(shownText(element)).toContain('Nobody was asked since March.');
});

it('asks for another team, and for the one that the page is built for', async () => {
    const view = { ...VIEW, level: { level: 'Team', key: 'EP North', label: 'EP North' } };
    const element = await show(view, { level: 'Team', key: 'EP North' });
    expect(wireOf(getHealth).getLastConfig()).toEqual({ level: 'Team', key: 'EP North' });

    await choose(element, 'level', 'Company|');

    expect(wireOf(getHealth).getLastConfig()).toEqual({ level: 'Company', key: '' });
    // Until its answer is here, the score of the team would stand under the name of the company.
    expect(stateOf(element).isLoading).toBe(true);
    wireOf(getHealth).emit(VIEW);
    await settle();
    expect(stateOf(element).isLoading).toBe(false);
});

it('says that no score is kept yet, and that the nights do not run', async () => {
    const empty = await show({ levels: [], status: { isHealthy: false } });
    expect(stateOf(empty).empty).toContain('The first night');
    await expect(empty).toBeAccessible();

    const late = await show({
        ...VIEW,
        band: 'strong',
        status: { isHealthy: false, message: 'The last night did not run.' }
    });
    expect(textOf(part(late, 'late'))).toBe('The last night did not run.');
});

it('shows what went wrong and reads again on refresh', async () => {
    const element = await mount('c-insight-health', InsightHealth);
    wireOf(getHealth).error({ message: 'No' });
    await settle();

    expect(find(frameOf(element), 'c-error-panel')).not.toBeNull();
    const [, refresh] = jest.mocked(registerRefreshHandler).mock.calls.at(-1) ?? [];
    await (refresh as () => Promise<void>)();
    expect(refreshApex).toHaveBeenCalled();
});

it('gives the dimensions to a file with bare values, and what is missing blank', async () => {
    const element = await show({ ...VIEW, dimensions: [sla, missing] });
    const { heads, read } = fileOf(element);

    expect(heads).toHaveLength(10);
    expect((await read()).rows).toEqual([
        ['SLA compliance', 0.86, 'percent', 80, 25, 0.5, 0.95, 31, '2026-06-30', 'Two-sided SLA compliance'],
        ['Content utilisation', undefined, 'percent', undefined, 15, 0.2, 0.7, undefined, undefined, undefined]
    ]);
});
