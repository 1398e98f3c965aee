import { refreshApex } from '@salesforce/apex';
import getHeartbeat from '@salesforce/apex/HandoffListController.getHeartbeat';
import getTeam from '@salesforce/apex/HandoffListController.getTeam';
import repairHeartbeat from '@salesforce/apex/HandoffListController.repairHeartbeat';
import HandoffReassignModal from 'c/handoffReassignModal';
import HandoffTeamList from 'c/handoffTeamList';
import {
    change,
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
import { late, open, stranded } from '../../handoffRow/__tests__/data/rows';
import { pulseOf } from '../teamListModel';

const LIST: Apex.HandoffList = {
    rows: [late, open],
    total: 42,
    teams: ['EP North', 'EP South'],
    figures: { all: 42, dueToday: 3, late: 1, expired: 0, stranded: 2 },
    serverNow: NOW_ISO
};
const HEALTHY: Apex.Heartbeat = {
    lastRunAt: '2026-11-25T12:57:00Z',
    intervalMinutes: 15,
    isHealthy: true,
    serverNow: NOW_ISO
};
const SICK: Apex.Heartbeat = {
    lastRunAt: '2026-11-25T08:00:00Z',
    intervalMinutes: 15,
    isHealthy: false,
    message: 'The job was deleted'
};

async function show(
    list: Apex.HandoffList | undefined = LIST,
    heartbeat: Apex.Heartbeat = HEALTHY
): Promise<HTMLElement> {
    const element = await mount('c-handoff-team-list', HandoffTeamList);
    wireOf(getHeartbeat).emit(heartbeat);
    if (list) {
        wireOf(getTeam).emit(list);
    }
    await settle();
    return element;
}

const config = (): Readonly<Record<string, unknown>> => wireOf(getTeam).getLastConfig();
const figure = (element: Element, view: string): HTMLElement => find(element, `[data-view="${view}"]`)!;

async function select(element: Element, index: number): Promise<void> {
    const row = findAll(element, 'c-handoff-row')[index]!;
    const handoffId = (row as unknown as { row: Apex.HandoffRow }).row.handoffId;
    row.dispatchEvent(new CustomEvent('selected', { detail: { handoffId, isSelected: true } }));
    await settle();
}

describe('list', () => {
    it('shows that it is loading', async () => {
        const element = await mount('c-handoff-team-list', HandoffTeamList);

        expect(find(element, 'lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows rows with their rep, and how many there are', async () => {
        const element = await show();

        expect(findAll(element, 'c-handoff-row')).toHaveLength(2);
        expect(findAll(element, 'c-handoff-row')[0]).toMatchObject({ showsOwner: true, isSelectable: true });
        expect(textOf(part(element, 'shown'))).toBe('Showing 2 of 42');
        await expect(element).toBeAccessible();
    });

    it('says that nothing waits', async () => {
        const element = await show({ rows: [], total: 0, figures: {}, teams: [] });

        expect(textOf(part(element, 'empty'))).toBe('Nothing waits here.');
        await expect(element).toBeAccessible();
    });

    it('says what went wrong and tries again', async () => {
        const element = await mount('c-handoff-team-list', HandoffTeamList);
        wireOf(getTeam).error({ message: 'Not now.' });
        await settle();
        const panel = find(element, 'c-error-panel')!;
        expect(shownText(panel)).toContain('Not now.');

        await click(find(panel, 'lightning-button')!);

        expect(refreshApex).toHaveBeenCalledTimes(2);
    });
});

describe('filters', () => {
    it('filters by figure and says which is on', async () => {
        const element = await show();
        expect(findAll(element, '[data-id="figure"]').map(textOf)).toEqual([
            '42All open',
            '3Due today',
            '1Late',
            '0Expired',
            '2Stranded'
        ]);

        await click(figure(element, 'late'));

        expect(config()).toMatchObject({ view: 'late' });
        expect(figure(element, 'late').getAttribute('aria-pressed')).toBe('true');
        expect(figure(element, 'all').getAttribute('aria-pressed')).toBe('false');
        expect(textOf(figure(element, 'all'))).toBe('42All open');
    });

    it('filters by team', async () => {
        const element = await show();

        await change(part(element, 'team'), { value: 'EP South' });

        expect(config()).toMatchObject({ teamName: 'EP South' });
        expect(part(element, 'team')).toMatchObject({
            options: [
                { label: 'All teams', value: '' },
                { label: 'EP North', value: 'EP North' },
                { label: 'EP South', value: 'EP South' }
            ]
        });
    });

    it('asks the server only when typing pauses, and says when nothing matches', async () => {
        jest.useFakeTimers({ now: NOW });
        const element = await show();
        await change(part(element, 'search'), { value: 'ha' });
        await change(part(element, 'search'), { value: ' harrow ' });
        expect(config()).toMatchObject({ search: '' });

        jest.advanceTimersByTime(300);
        await settle();
        expect(config()).toMatchObject({ search: 'harrow' });

        wireOf(getTeam).emit({ ...LIST, rows: [], total: 0 });
        await settle();
        expect(textOf(part(element, 'empty'))).toBe('Nothing matches. Clear the filters to see all.');
    });
});

describe('reassign', () => {
    const openModal = (): jest.Mock => HandoffReassignModal.open as unknown as jest.Mock;

    it('needs a selection', async () => {
        const element = await show();
        expect(part(element, 'reassign')).toMatchObject({ disabled: true });

        await select(element, 0);

        expect(part(element, 'reassign')).toMatchObject({ disabled: false });
        expect(shownText(element)).toContain('1 selected');
    });

    it('gives the selected ones away and reads again', async () => {
        openModal().mockResolvedValue('Ben Okafor is now with Dana.');
        const element = await show();
        const toasts = listen<{ title: string }>(element, 'lightning__showtoast');
        await select(element, 0);

        await click(part(element, 'reassign'));

        expect(openModal()).toHaveBeenCalledWith(
            expect.objectContaining({ label: 'Reassign the hand-off of Ben Okafor', handoffIds: ['a002'] })
        );
        expect(toasts[0]?.title).toBe('Ben Okafor is now with Dana.');
        expect(refreshApex).toHaveBeenCalledTimes(2);
        expect(part(element, 'reassign')).toMatchObject({ disabled: true });
    });

    it('selects all shown, and keeps the selection when the dialog is closed', async () => {
        openModal().mockResolvedValue(undefined);
        const element = await show();
        await change(part(element, 'select-all'), {}, { checked: true });

        await click(part(element, 'reassign'));

        expect(openModal()).toHaveBeenCalledWith(
            expect.objectContaining({ label: 'Reassign 2 hand-offs', handoffIds: ['a002', 'a001'] })
        );
        expect(shownText(element)).toContain('2 selected');
        expect(refreshApex).not.toHaveBeenCalled();

        await change(part(element, 'select-all'), {}, { checked: false });
        expect(shownText(element)).not.toContain('selected');
    });

    it('forgets a selection that is no longer in the list', async () => {
        const element = await show();
        await select(element, 0);

        wireOf(getTeam).emit({ ...LIST, rows: [open, stranded] });
        await settle();

        expect(part(element, 'reassign')).toMatchObject({ disabled: true });
    });
});

describe('heartbeat', () => {
    it('says when the sweep last ran', async () => {
        const element = await show();

        expect(textOf(part(element, 'pulse'))).toBe('Last sweep 3 min ago');
        expect(hasPart(element, 'repair')).toBe(false);
    });

    it('is red with a way to repair when it is not well', async () => {
        mockOf(repairHeartbeat).mockResolvedValue({ isOk: true });
        const element = await show(LIST, SICK);
        const toasts = listen<{ title: string }>(element, 'lightning__showtoast');
        expect(textOf(part(element, 'pulse'))).toBe('The job was deleted');
        await expect(element).toBeAccessible();

        await click(part(element, 'repair'));

        expect(repairHeartbeat).toHaveBeenCalledTimes(1);
        expect(toasts[0]?.title).toBe('The sweep is scheduled again.');
        expect(refreshApex).toHaveBeenCalledTimes(1);
    });

    it.each([
        [
            'is refused',
            () => mockOf(repairHeartbeat).mockResolvedValue({ isOk: false, message: 'Ask an administrator.' }),
            'Ask an administrator.'
        ],
        ['fails', () => mockOf(repairHeartbeat).mockRejectedValue({ body: { message: 'Try later.' } }), 'Try later.']
    ])('says when the repair %s', async (_case, arrange, words) => {
        arrange();
        const element = await show(LIST, SICK);

        await click(part(element, 'repair'));

        expect(textOf(part(element, 'problem'))).toBe(words);
        expect(part(element, 'repair')).toMatchObject({ disabled: false });
    });

    it('says nothing until it is known', () => {
        expect(pulseOf(undefined, NOW)).toBeUndefined();
    });

    it.each([
        [
            'it never ran',
            { isHealthy: false },
            'The sweep has never run. The sweep is late: clocks do not move on by themselves.'
        ],
        [
            'it fell silent since the page was opened',
            { ...HEALTHY, lastRunAt: '2026-11-25T12:00:00Z' },
            'Last sweep 1 h ago. The sweep is late: clocks do not move on by themselves.'
        ]
    ])('says so when %s', (_case, heartbeat, words) => {
        expect(pulseOf(heartbeat, NOW)).toMatchObject({ words, isHealthy: false });
    });
});
