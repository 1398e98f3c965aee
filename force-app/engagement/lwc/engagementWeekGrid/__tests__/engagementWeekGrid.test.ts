import EngagementWeekGrid from 'c/engagementWeekGrid';
import { click, findAll, listen, mount, shownText } from 'testing';
import { weeks } from '../../engagementTimeline/__tests__/data/timeline';

const show = (properties: object): Promise<HTMLElement> =>
    mount('c-engagement-week-grid', EngagementWeekGrid, { weeks, ...properties });

it('is thirteen buttons with their counts in words', async () => {
    const element = await show({});

    const buttons = findAll(element, 'button');
    expect(buttons).toHaveLength(13);
    expect(buttons[12]?.getAttribute('aria-label')).toBe('Week of 23–29 Nov: 12 touches, 3 moments');
    expect(buttons[12]?.querySelector('.all')?.getAttribute('style')).toContain('100%');
    expect(buttons[0]?.querySelector('.all')?.getAttribute('style')).toContain('0%');
    expect(shownText(element)).toMatch(/31 Aug – 6 Sep 23–29 Nov$/);
    await expect(element).toBeAccessible();
});

it('filters by a week; a second click clears', async () => {
    const element = await show({ picked: '2026-11-16' });
    const picked = listen(element, 'weekpicked');
    const buttons = findAll(element, 'button');
    expect(buttons[11]?.getAttribute('aria-pressed')).toBe('true');

    await click(buttons[12]!);
    await click(buttons[11]!);

    expect(picked).toEqual([{ week: '2026-11-23' }, { week: undefined }]);
});

it('draws weeks without touches, and no weeks at all', async () => {
    expect(findAll(await show({ weeks: [{ weekStart: '2026-11-23' }] }), 'button')).toHaveLength(1);
    expect(findAll(await show({ weeks: [] }), 'button')).toHaveLength(0);
});
