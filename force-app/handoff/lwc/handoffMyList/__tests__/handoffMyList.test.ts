import { refreshApex } from '@salesforce/apex';
import acceptHandoff from '@salesforce/apex/HandoffCardController.accept';
import getMine from '@salesforce/apex/HandoffListController.getMine';
import { registerRefreshHandler } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import HandoffMyList from 'c/handoffMyList';
import {
    click,
    find,
    findAll,
    hasPart,
    listen,
    mockOf,
    mount,
    NOW,
    NOW_ISO,
    part,
    settle,
    shownText,
    textOf,
    wireOf
} from 'testing';
import { late, open, returning } from '../../handoffRow/__tests__/data/rows';

type Lists = Readonly<Record<string, Apex.HandoffList>>;

const LISTS: Lists = {
    open: { rows: [late, open], total: 2, serverNow: NOW_ISO },
    returning: { rows: [returning], total: 12, serverNow: NOW_ISO },
    accepted: { rows: [], total: 0, serverNow: NOW_ISO }
};

async function show(lists: Lists = LISTS): Promise<HTMLElement> {
    const element = await mount('c-handoff-my-list', HandoffMyList);
    for (const [view, list] of Object.entries(lists)) {
        wireOf(getMine).emit(list, (config) => config.view === view);
    }
    await settle();
    return element;
}

const section = (element: Element, key: string): HTMLElement => find(element, `[data-section="${key}"]`)!;

it('shows that it is loading', async () => {
    const element = await show({});

    expect(find(element, 'lightning-spinner')).toMatchObject({ alternativeText: 'Loading' });
    await expect(element).toBeAccessible();
});

it('lists what is open, what comes back and what waits for first contact', async () => {
    const element = await show();

    expect(
        findAll(element, '[data-section="open"] c-handoff-row').map(
            (row) => (row as unknown as { row: Apex.HandoffRow }).row.personName
        )
    ).toEqual(['Ben Okafor', 'Ana Ruiz']);
    expect(textOf(section(element, 'returning'))).toBe('Coming back to youShowing 1 of 12');
    expect(textOf(section(element, 'accepted'))).toBe(
        'Accepted, waiting for first contactEveryone you accepted has been contacted.'
    );
    await expect(element).toBeAccessible();
});

it('says that nothing waits', async () => {
    const element = await show({ ...LISTS, open: { rows: [], total: 0 } });

    expect(textOf(section(element, 'open'))).toBe('No hand-offs waiting. The next ones appear here with their clock.');
    await expect(element).toBeAccessible();
});

it('says what went wrong and reads all three again', async () => {
    const element = await show({});
    wireOf(getMine).error({ message: 'Not now.' });
    await settle();
    const panel = find(element, 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');

    await click(find(panel, 'lightning-button')!);

    expect(refreshApex).toHaveBeenCalledTimes(3);
});

it('accepts from the list without a reload', async () => {
    mockOf(acceptHandoff).mockResolvedValue({ isOk: true });
    const element = await show();
    const toasts = listen(element, 'lightning__showtoast');

    await click(part(findAll(element, 'c-handoff-row')[0]!, 'accept'));

    expect(acceptHandoff).toHaveBeenCalledWith({ handoffId: 'a002' });
    expect(toasts).toEqual([{ title: 'Accepted. The clock has stopped.', variant: 'success' }]);
    expect(refreshApex).toHaveBeenCalledTimes(3);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: 'a002' }, { recordId: '00Q2' }]);
});

it.each([
    [
        'the server refuses',
        () => mockOf(acceptHandoff).mockResolvedValue({ isOk: false, message: 'Already decided.' }),
        'Already decided.'
    ],
    ['the call fails', () => mockOf(acceptHandoff).mockRejectedValue({ body: { message: 'Try later.' } }), 'Try later.']
])('says it when %s', async (_case, arrange, words) => {
    arrange();
    const element = await show();

    await click(part(findAll(element, 'c-handoff-row')[0]!, 'accept'));

    expect(textOf(part(element, 'problem'))).toBe(words);
    expect(findAll(element, 'c-handoff-row')[0]).toMatchObject({ isBusy: false });
});

it('counts down by itself and reads again only when the page asks', async () => {
    jest.useFakeTimers({ now: NOW });
    const element = await show();
    jest.setSystemTime(NOW + 60_000);
    jest.advanceTimersByTime(60_000);
    await settle();

    expect((findAll(element, 'c-handoff-row')[0] as unknown as { now: number }).now).toBeGreaterThan(NOW);
    expect(refreshApex).not.toHaveBeenCalled();

    const handler = (registerRefreshHandler as jest.Mock).mock.calls[0] as [unknown, () => Promise<void>];
    await handler[1]();
    expect(refreshApex).toHaveBeenCalledTimes(3);

    element.remove();
    expect(jest.getTimerCount()).toBe(0);
    expect(hasPart(element, 'problem')).toBe(false);
});
