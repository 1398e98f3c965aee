import { refreshApex } from '@salesforce/apex';
import getOutbound from '@salesforce/apex/OutboundController.getOutbound';
import retry from '@salesforce/apex/OutboundController.retry';
import HandoffOutbound from 'c/handoffOutbound';
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

const view: Apex.OutboundView = {
    rows: [
        {
            id: 'o1',
            handoffId: 'a01',
            personName: 'Ana Ruiz',
            kindLabel: 'Rejected',
            reasonLabel: 'Right person, too early',
            status: 'Failed',
            statusLabel: 'Needs attention',
            attempts: 8,
            problem: 'The marketing tool answered 503',
            occurredAt: NOW_ISO,
            dueAt: NOW_ISO,
            nextAttemptAt: NOW_ISO
        },
        {
            id: 'o2',
            personName: 'Ben Okafor',
            kindLabel: 'Accepted',
            status: 'Sent',
            statusLabel: 'Sent',
            attempts: 1,
            occurredAt: NOW_ISO,
            dueAt: NOW_ISO,
            sentAt: NOW_ISO
        }
    ],
    total: 42,
    sent: 40,
    waiting: 0,
    missing: 1,
    failed: 1,
    overdue: 1,
    completeness: 0.9523,
    days: 7,
    dueHours: 24,
    isReady: true,
    serverNow: NOW_ISO
};

async function show(shown: Apex.OutboundView = view): Promise<HTMLElement> {
    const element = await mount('c-handoff-outbound', HandoffOutbound, {});
    wireOf(getOutbound).emit(shown);
    await settle();
    return element;
}

const listIn = (element: HTMLElement): HTMLElement => find(element, 'c-retry-list')!;

it('shows that it is loading', async () => {
    const element = await mount('c-handoff-outbound', HandoffOutbound, {});

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('says what went wrong and reads again', async () => {
    const element = await mount('c-handoff-outbound', HandoffOutbound, {});
    wireOf(getOutbound).error({ message: 'Not now.' });
    await settle();
    const panel = find(element, 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');

    await click(find(panel, 'lightning-button')!);

    expect(refreshApex).toHaveBeenCalledTimes(1);
});

it('says how complete the way back is, and how that is counted', async () => {
    const element = await show();

    expect(textOf(part(element, 'completeness'))).toBe('95 %');
    expect(textOf(part(element, 'tile'))).toContain('of the last 7 days. Each has to leave within 24 hours.');
    expect(textOf(part(element, 'figures'))).toBe('40 of 42 left · 1 waiting · 1 need attention');
    expect(textOf(part(element, 'overdue'))).toBe('1 are late');
    expect(hasPart(element, 'not-ready')).toBe(false);
    await expect(element).toBeAccessible();
});

it('lists outcomes with reason and what went wrong', async () => {
    const element = await show();

    const [failed, sent] = findAll(listIn(element), '[data-id="line"]');
    expect(failed!.querySelector('c-record-link')).toMatchObject({
        recordId: 'a01',
        label: 'Ana Ruiz · Rejected · Right person, too early'
    });
    expect(textOf(failed!)).toContain('attempts: 8');
    expect(textOf(failed!)).toContain('The marketing tool answered 503');
    expect(textOf(sent!)).toContain('Ben Okafor · Accepted');
    expect(textOf(sent!)).not.toContain('attempts');
    expect(textOf(part(footOf(listIn(element)), 'shown'))).toBe('Showing 2 of 42');
    expect(findAll(listIn(element), '[data-id="retry"]')).toHaveLength(1);
});

it('tries one again, or all that have not left', async () => {
    mockOf(retry).mockResolvedValue({ isOk: true, message: '1 outcomes are sent again.' });
    const element = await show();

    await click(part(listIn(element), 'retry'));
    expect(retry).toHaveBeenLastCalledWith({ rowIds: ['o1'] });
    expect(textOf(part(element, 'outcome'))).toBe('1 outcomes are sent again.');

    await click(part(listIn(element), 'retry-all'));
    expect(retry).toHaveBeenCalledTimes(2);
    expect(refreshApex).toHaveBeenCalledTimes(2);
});

it('says why trying again failed', async () => {
    mockOf(retry).mockRejectedValue({ body: { message: 'Locked out.' } });
    const element = await show();

    await click(part(listIn(element), 'retry-all'));

    expect(shownText(find(element, 'c-error-panel')!)).toContain('Locked out.');
});

it('says that nothing has happened yet, and that no tool is connected', async () => {
    const element = await show({ rows: [], total: 0, days: 7, dueHours: 24, isReady: false, serverNow: NOW_ISO });

    expect(textOf(part(element, 'completeness'))).toBe('n/a');
    expect(textOf(part(element, 'not-ready'))).toContain('No marketing tool is connected');
    expect(textOf(part(listIn(element), 'empty'))).toContain('No outcomes yet');
    expect(hasPart(element, 'overdue')).toBe(false);
    await expect(element).toBeAccessible();

    const soon = await show({ ...view, rows: [], missing: 2 });
    expect(textOf(part(listIn(soon), 'empty'))).toContain('queued with the next sweep');
});
