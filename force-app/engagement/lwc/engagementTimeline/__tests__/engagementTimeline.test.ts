import { refreshApex } from '@salesforce/apex';
import getTimeline from '@salesforce/apex/EngagementTimelineController.getTimeline';
import { registerRefreshHandler } from 'lightning/refresh';
import EngagementTimeline from 'c/engagementTimeline';
import {
    change,
    click,
    find,
    findAll,
    footOf,
    hasPart,
    mockOf,
    mount,
    part,
    settle,
    shownText,
    textOf,
    wireOf
} from 'testing';
import { clicked, page } from './data/timeline';

async function show(shown: Apex.TimelinePage | undefined = page): Promise<HTMLElement> {
    const element = await mount('c-engagement-timeline', EngagementTimeline, { recordId: '00Q1' });
    if (shown) {
        wireOf(getTimeline).emit(shown);
        await settle();
    }
    return element;
}

const filter = (): Apex.TimelineFilter => wireOf(getTimeline).getLastConfig().filter as Apex.TimelineFilter;
const group = (element: Element, code: string): HTMLElement => find(element, `[data-code="${code}"]`)!;

it('shows that it is loading', async () => {
    const element = await mount('c-engagement-timeline', EngagementTimeline, { recordId: '00Q1' });

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('says that nothing has happened yet', async () => {
    const element = await show({ rows: [], total: 0, grandTotal: 0 });

    expect(textOf(part(element, 'none'))).toBe(
        'Nothing has happened yet. Visits, downloads, events and calls appear here.'
    );
    await expect(element).toBeAccessible();
});

it('says what went wrong, tries again, and reads again when the page asks', async () => {
    const element = await mount('c-engagement-timeline', EngagementTimeline, { recordId: '00Q1' });
    wireOf(getTimeline).error({ message: 'Not now.' });
    await settle();
    const panel = find(element, 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');

    await click(find(panel, 'lightning-button')!);
    const handler = (registerRefreshHandler as jest.Mock).mock.calls[0] as [unknown, () => Promise<void>];
    await handler[1]();

    expect(refreshApex).toHaveBeenCalledTimes(2);
});

it('shows weeks, filters with true totals, and how much is on the page', async () => {
    const element = await show();

    expect(textOf(part(element, 'total'))).toBe('220 touches');
    expect(find(element, 'c-engagement-week-grid')).toMatchObject({ weeks: page.weeks });
    expect(findAll(element, '[data-id="group"]').map(textOf)).toEqual(['All (220)', 'Email (88)', 'Page (132)']);
    expect(findAll(element, '[data-id="week"] h3').map(textOf)).toEqual(['This week', 'Last week', '2–8 Nov']);
    expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 7 of 220');
    await expect(element).toBeAccessible();
});

it('folds clicks with their count and says that opens are informational', async () => {
    const element = await show();
    const fold = part(element, 'fold');
    expect(textOf(fold)).toBe('Show 2 × Email click, 1 × Email open');
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(shownText(element)).toContain('Opens are informational: mail programs open mail too.');

    await click(fold);
    expect(part(element, 'folded').querySelectorAll('c-engagement-row')).toHaveLength(3);
    await expect(element).toBeAccessible();

    await click(part(element, 'fold'));
    expect(hasPart(element, 'folded')).toBe(false);
});

describe('filters', () => {
    it('takes several groups and all again', async () => {
        const element = await show();

        await click(group(element, 'Email'));
        await click(group(element, 'Page'));
        expect(filter().groups).toEqual(['Email', 'Page']);
        expect(group(element, 'Email').getAttribute('aria-pressed')).toBe('true');

        await click(group(element, 'Email'));
        expect(filter().groups).toEqual(['Page']);

        await click(group(element, ''));
        expect(filter().groups).toEqual([]);
    });

    it('unfolds what was asked for', async () => {
        const element = await show();

        await click(group(element, 'Email'));

        expect(hasPart(element, 'fold')).toBe(false);
    });

    it('takes moments only', async () => {
        const element = await show();

        await change(part(element, 'moments'), {}, { checked: true });

        expect(filter().momentsOnly).toBe(true);
    });

    it('takes a week and lets go of it', async () => {
        const element = await show();

        find(element, 'c-engagement-week-grid')?.dispatchEvent(
            new CustomEvent('weekpicked', { detail: { week: '2026-11-16' } })
        );
        await settle();
        expect(filter().week).toBe('2026-11-16');
        expect(find(element, 'c-engagement-week-grid')).toMatchObject({ picked: '2026-11-16' });

        await click(part(element, 'all-weeks'));
        expect(filter()).not.toHaveProperty('week');
    });

    it('takes a person where several share the timeline', async () => {
        const element = await show();
        await change(part(element, 'person'), { value: '0031' });
        expect(filter().personId).toBe('0031');

        await change(part(element, 'person'), { value: '' });
        expect(filter()).not.toHaveProperty('personId');

        expect(hasPart(await show({ ...page, people: [] }), 'person')).toBe(false);
    });

    it('keeps the page while a filter loads, and says when nothing matches', async () => {
        const element = await show();
        await change(part(element, 'moments'), {}, { checked: true });

        wireOf(getTimeline).emit({ ...page, rows: [], total: 0, nextCursor: undefined });
        await settle();
        expect(textOf(find(part(element, 'empty'), 'p') ?? part(element, 'empty').querySelector('p'))).toBe(
            'Nothing matches these filters.'
        );
        await expect(element).toBeAccessible();

        await click(part(element, 'clear'));
        expect(filter()).toEqual({ groups: [], momentsOnly: false, pageSize: 50 });
    });
});

describe('more', () => {
    it('adds the next page until there is no more', async () => {
        mockOf(getTimeline).mockResolvedValue({
            ...page,
            rows: [clicked('c9', -600)],
            nextCursor: undefined
        });
        const element = await show();

        await click(part(footOf(element), 'more'));

        expect(getTimeline).toHaveBeenCalledWith({
            recordId: '00Q1',
            filter: { groups: [], momentsOnly: false, pageSize: 50 },
            cursor: 'next'
        });
        expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 8 of 220');
        expect(hasPart(footOf(element), 'more')).toBe(false);
    });

    it('drops a page that belongs to an older filter', async () => {
        let answer: (page: Apex.TimelinePage) => void = () => undefined;
        mockOf(getTimeline).mockReturnValue(new Promise<Apex.TimelinePage>((resolve) => (answer = resolve)));
        const element = await show();
        await click(part(footOf(element), 'more'));
        await change(part(element, 'moments'), {}, { checked: true });

        answer({ ...page, rows: [clicked('c9', -600)] });
        await settle();

        expect(textOf(part(footOf(element), 'shown'))).toBe('Showing 7 of 220');
    });

    it('says when the next page cannot be had, and keeps what is there', async () => {
        mockOf(getTimeline).mockRejectedValue({ body: { message: 'Try later.' } });
        const element = await show();

        await click(part(footOf(element), 'more'));

        expect(shownText(find(footOf(element), 'c-error-panel')!)).toContain('Try later.');
        expect(findAll(element, '[data-id="week"]')).toHaveLength(3);
        expect(part(footOf(element), 'more')).toMatchObject({ disabled: false });
    });
});

describe('whose history', () => {
    const scope = (element: Element, code: string): HTMLElement => find(element, `[data-scope="${code}"]`)!;

    it('shows the whole account and the person again, each without the filters of the other', async () => {
        const element = await show();
        expect(findAll(element, '[data-id="scope"]').map(textOf)).toEqual(['This person', 'Account']);
        await click(group(element, 'Email'));

        await click(scope(element, 'account'));
        expect(filter()).toEqual({ groups: [], momentsOnly: false, pageSize: 50, wholeAccount: true });
        expect(scope(element, 'account').getAttribute('aria-pressed')).toBe('true');

        await click(scope(element, 'record'));
        expect(filter()).toEqual({ groups: [], momentsOnly: false, pageSize: 50 });
    });

    it('speaks of the opportunity on its page', async () => {
        const element = await mount('c-engagement-timeline', EngagementTimeline, {
            recordId: '0061',
            objectApiName: 'Opportunity'
        });
        wireOf(getTimeline).emit(page);
        await settle();

        expect(textOf(scope(element, 'record'))).toBe('This opportunity');
    });

    it('offers the account even of a person without touches', async () => {
        const element = await show({ ...page, rows: [], total: 0, grandTotal: 0, weeks: [], groups: [] });

        expect(scope(element, 'account')).not.toBeNull();
        expect(textOf(part(element, 'empty'))).toBe(
            'Nothing has happened yet. Visits, downloads, events and calls appear here.'
        );
        expect(hasPart(element, 'clear')).toBe(false);
    });

    it('offers no account where none is known', async () => {
        const element = await show({ ...page, hasAccount: false });

        expect(find(element, '[data-id="scope"]')).toBeNull();
    });
});

it('names every source with its total, and the one that may not be read', async () => {
    const element = await show({ ...page, isCut: true });

    expect(textOf(part(element, 'providers'))).toBe(
        'Marketing and sales touches 218 · Calls and tasks 2 · Campaign responses: no access'
    );
    expect(textOf(part(element, 'cut'))).toContain('more than 2,000 people');
    expect(find(element, 'c-engagement-consent')).toMatchObject({ consent: page.consent });
    await expect(element).toBeAccessible();
});
