import InsightFilterBar, { type Selection } from 'c/insightFilterBar';
import { click, find, findAll, hasPart, listen, mount, part } from 'testing';
import { choiceOf, choose } from '../../insightFrame/__tests__/data/frames';
import { context } from './data/context';

const SELECTION: Selection = { period: 'this-quarter', basis: 'cohort', filters: {} };

const show = (selection: Selection = SELECTION): Promise<HTMLElement> =>
    mount('c-insight-filter-bar', InsightFilterBar, { context, selection });

it('offers period, basis and team; the others wait behind a button; what has no values is not offered', async () => {
    const element = await show();

    expect(['period', 'basis', 'Team'].map((key) => choiceOf(element, key).label)).toEqual([
        'Period',
        'Counted on',
        'Team'
    ]);
    expect(findAll(find(element, 'c-insight-choices')!, 'lightning-combobox')).toHaveLength(3);
    await click(part(element, 'more'));

    expect(findAll(part(element, 'others'), 'lightning-combobox')).toHaveLength(1);
    expect(hasPart(element, 'pills')).toBe(false);
    await expect(element).toBeAccessible();
});

it('reports the whole selection with every change', async () => {
    const element = await show({ ...SELECTION, filters: { Region: 'EMEA' } });
    const filtered = listen<Selection>(element, 'filtered');

    await choose(element, 'period', 'last-24-months');
    await choose(element, 'basis', 'person');
    await choose(element, 'Team', 'EP');
    await choose(element, 'Team', '');

    expect(filtered).toEqual([
        { period: 'last-24-months', basis: 'cohort', filters: { Region: 'EMEA' } },
        { period: 'this-quarter', basis: 'person', filters: { Region: 'EMEA' } },
        { period: 'this-quarter', basis: 'cohort', filters: { Region: 'EMEA', Team: 'EP' } },
        { period: 'this-quarter', basis: 'cohort', filters: { Region: 'EMEA' } }
    ]);
});

it('shows what is filtered, and takes it away one by one or all at once', async () => {
    const element = await show({ ...SELECTION, filters: { Region: 'EMEA', Team: 'gone' } });
    const filtered = listen<Selection>(element, 'filtered');
    const pills = findAll(element, '[data-id="pill"]');

    expect(pills.map((pill) => (pill as HTMLElement & { label: string }).label)).toEqual([
        'Team: gone',
        'Region: Europe'
    ]);
    expect(find(element, '[data-id="more"]')).toMatchObject({ label: 'More filters (1)' });
    pills[0]!.dispatchEvent(new CustomEvent('remove'));
    await click(part(element, 'clear'));

    expect(filtered.map(({ filters }) => filters)).toEqual([{ Region: 'EMEA' }, {}]);
    await expect(element).toBeAccessible();
});
