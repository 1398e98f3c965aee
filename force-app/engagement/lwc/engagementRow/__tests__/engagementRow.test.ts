import EngagementRow from 'c/engagementRow';
import { click, find, findAll, hasPart, mount, NOW, part, textOf } from 'testing';
import { call, evaluation, opened } from '../../engagementTimeline/__tests__/data/timeline';

const show = (properties: object): Promise<HTMLElement> =>
    mount('c-engagement-row', EngagementRow, { row: evaluation, now: NOW, ...properties });
const details = (element: Element): string[] => findAll(element, '[data-id="details"] > div').map(textOf);

it('lets a moment stand out in words', async () => {
    const element = await show({});

    expect(textOf(part(element, 'kind'))).toBe('Evaluation requested');
    expect(part(element, 'kind').className).toBe('slds-text-title_bold');
    expect(textOf(part(element, 'moment'))).toBe('Moment');
    expect(textOf(part(element, 'facts'))).toBe('Lumenpath · Q4 ablation');
    expect(textOf(part(element, 'points'))).toBe('+40');
    expect(textOf(find(element, '.when'))).toBe('today 07:00');
    expect(find(element, 'lightning-icon[class*="right"]')).toMatchObject({ iconName: 'utility:favorite' });
    await expect(element).toBeAccessible();
});

it('opens to asset, campaign, source and points', async () => {
    const element = await show({});
    const button = find(element, 'button')!;
    expect(button.getAttribute('aria-label')).toBe('Details of Evaluation requested, today 07:00');
    expect(hasPart(element, 'details')).toBe(false);

    await click(button);

    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(details(element)).toEqual([
        'AssetLumenpath',
        'CampaignQ4 ablation',
        'SourceWebsite',
        'WhoAna Ruiz',
        'WhenWed 25 Nov, 07:00',
        'Counts40 points',
        'Addresshttps://example.com/form'
    ]);
    await expect(element).toBeAccessible();
});

it('marks opens as informational and sales touches as sales', async () => {
    const open = await show({ row: opened('o1', -1) });
    await click(find(open, 'button')!);
    expect(textOf(part(open, 'informational'))).toBe('Informational');
    expect(details(open)).toContain('CountsNo points: informational only');

    const sales = await show({ row: call, showsPerson: true });
    await click(find(sales, 'button')!);
    expect(textOf(part(sales, 'sales'))).toBe('Sales');
    expect(textOf(part(sales, 'facts'))).toBe('Dana Reyes');
    expect(details(sales)).toContain('CountsNo points: a touch by sales');
});

it('makes no link of what is no address of the web', async () => {
    const element = await show({ row: { ...evaluation, url: 'data:text/html,x', icon: 'standard:event' } });
    await click(find(element, 'button')!);

    expect(find(element, 'a')).toBeNull();
    expect(find(element, 'lightning-icon[class*="right"]')).toMatchObject({ iconName: 'standard:event' });
});

it('shows a touch of which little is known', async () => {
    const element = await show({ row: { id: 'x', typeCode: 'unknown_kind' } });

    expect(textOf(part(element, 'kind'))).toBe('unknown_kind');
    expect(textOf(find(element, '.when'))).toBe('');
    await expect(element).toBeAccessible();
});

it('names who of us did it, and why a touch is not counted', async () => {
    const called = await mount('c-engagement-row', EngagementRow, {
        row: { id: '1', typeLabel: 'Call', isSales: true, byName: 'Dana Reyes', asset: 'Needs' },
        now: NOW
    });
    expect(textOf(part(called, 'facts'))).toBe('Needs · Dana Reyes');

    const machine = await mount('c-engagement-row', EngagementRow, {
        row: { id: '2', typeLabel: 'Email click', ignoredBecause: 'Clicked by a machine' },
        now: NOW
    });
    expect(textOf(part(machine, 'ignored'))).toBe('Clicked by a machine');
    await click(machine.shadowRoot!.querySelector('button')!);
    expect(textOf(part(machine, 'details'))).toContain('Not counted');
});
