import { refreshApex } from '@salesforce/apex';
import getInbox from '@salesforce/apex/EngagementInboxController.getInbox';
import matchAgain from '@salesforce/apex/EngagementInboxController.matchAgain';
import retry from '@salesforce/apex/EngagementInboxController.retry';
import EngagementInbox from 'c/engagementInbox';
import {
    click,
    find,
    findAll,
    footOf,
    hasPart,
    mockOf,
    mount,
    NOW_ISO,
    part,
    settle,
    shownText,
    textOf,
    wireOf
} from 'testing';

const view: Apex.InboxView = {
    rows: [
        {
            id: 'i1',
            name: 'IN-0000001',
            source: 'hubspot',
            status: 'Failed',
            statusLabel: 'Needs attention',
            attempts: 1,
            problem: 'The event cannot be read: it has no id.',
            receivedAt: NOW_ISO,
            payload: '{"type":"OPEN"}'
        },
        {
            id: 'i2',
            name: 'IN-0000002',
            status: 'Failed',
            statusLabel: 'Needs attention',
            attempts: 5,
            problem: 'Locked',
            receivedAt: NOW_ISO,
            nextAttemptAt: NOW_ISO,
            payload: '{}'
        }
    ],
    failed: 2,
    waiting: 3,
    delivered: 90,
    unmatched: 4,
    ambiguous: 1,
    total: 2,
    serverNow: NOW_ISO
};

async function show(shown: Apex.InboxView = view): Promise<HTMLElement> {
    const element = await mount('c-engagement-inbox', EngagementInbox, {});
    wireOf(getInbox).emit(shown);
    await settle();
    return element;
}

const listIn = (element: HTMLElement): HTMLElement => find(element, 'c-retry-list')!;

it('shows that it is loading', async () => {
    const element = await mount('c-engagement-inbox', EngagementInbox, {});

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('says what went wrong and reads again', async () => {
    const element = await mount('c-engagement-inbox', EngagementInbox, {});
    wireOf(getInbox).error({ message: 'Not now.' });
    await settle();
    const panel = find(element, 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');

    await click(find(panel, 'lightning-button')!);

    expect(refreshApex).toHaveBeenCalledTimes(1);
});

it('lists what needs attention, with the reason and the event as it came', async () => {
    const element = await show();

    expect(findAll(element, '[data-id="status"]').map(textOf)).toEqual([
        'Needs attention (2)',
        'Waiting (3)',
        'Delivered (90)'
    ]);
    const [first] = findAll(listIn(element), '[data-id="line"]');
    expect(textOf(first!)).toContain('IN-0000001 · hubspot');
    expect(textOf(first!)).toContain('attempts: 1');
    expect(textOf(first!)).toContain('it has no id');
    expect(textOf(first!)).toContain('{"type":"OPEN"}');
    expect(textOf(part(element, 'people'))).toBe('Touches without a person: 4 unmatched, 1 ambiguous');
    expect(textOf(part(footOf(listIn(element)), 'shown'))).toBe('Showing 2 of 2');
    await expect(element).toBeAccessible();
});

it('lists another status', async () => {
    const element = await show();

    await click(find(element, '[data-code="New"]')!);

    expect(wireOf(getInbox).getLastConfig()).toEqual({ status: 'New' });
});

it('says that nothing is there, for each status', async () => {
    const element = await show({ ...view, rows: [], failed: 0, total: 0, unmatched: 0, ambiguous: 0 });
    expect(textOf(part(listIn(element), 'empty'))).toContain('Nothing needs attention');
    expect(textOf(part(element, 'people'))).toBe('Every touch has its person.');
    expect(hasPart(element, 'match')).toBe(false);
    await expect(element).toBeAccessible();

    await click(find(element, '[data-code="New"]')!);
    expect(textOf(part(listIn(element), 'empty'))).toContain('Nothing waits');

    await click(find(element, '[data-code="Done"]')!);
    expect(textOf(part(listIn(element), 'empty'))).toContain('Nothing was delivered yet');
});

it('tries one event again, or all of them, and says so', async () => {
    mockOf(retry).mockResolvedValue({ isOk: true, message: '1 events are tried again.' });
    const element = await show();

    await click(find(listIn(element), '[data-row="i2"]')!);
    expect(retry).toHaveBeenLastCalledWith({ rowIds: ['i2'] });
    expect(textOf(part(element, 'outcome'))).toBe('1 events are tried again.');
    expect(refreshApex).toHaveBeenCalledTimes(1);

    await click(part(listIn(element), 'retry-all'));
    expect(retry).toHaveBeenLastCalledWith({ rowIds: ['i1', 'i2'] });
});

it('looks for persons again', async () => {
    mockOf(matchAgain).mockResolvedValue({ isOk: true, message: 'Looking.' });
    const element = await show();

    await click(part(element, 'match'));

    expect(textOf(part(element, 'outcome'))).toBe('Looking.');
});

it('says why an action failed and can be used again', async () => {
    mockOf(retry).mockRejectedValue({ body: { message: 'Locked out.' } });
    const element = await show();

    await click(part(listIn(element), 'retry-all'));

    expect(shownText(find(element, 'c-error-panel')!)).toContain('Locked out.');
    expect(part(listIn(element), 'retry-all')).toMatchObject({ disabled: false });
});
