import { refreshApex } from '@salesforce/apex';
import acceptHandoff from '@salesforce/apex/HandoffCardController.accept';
import getCard from '@salesforce/apex/HandoffCardController.getCard';
import handOver from '@salesforce/apex/HandoffCardController.handOver';
import markBriefOpened from '@salesforce/apex/HandoffCardController.markBriefOpened';
import { registerRefreshHandler } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import HandoffCard from 'c/handoffCard';
import { keepDraft, readDraft } from 'c/handoffDraft';
import HandoffRejectModal from 'c/handoffRejectModal';
import {
    click,
    find,
    findAll,
    hasPart,
    listen,
    mockOf,
    mount,
    NOW,
    part,
    settle,
    shownText,
    textOf,
    wireOf
} from 'testing';
import { accepted, brief, card, rejected } from './data/card';
import { early, qualification } from './data/qualification';

const OUTCOME = { isOk: true, message: 'Accepted. First contact by Thu 26 Nov, 10:00.' };

async function show(shown?: Apex.HandoffCard): Promise<HTMLElement> {
    const element = await mount('c-handoff-card', HandoffCard, { recordId: '00Q1' });
    if (shown) {
        wireOf(getCard).emit(shown);
        await settle();
    }
    return element;
}

const openModal = (): jest.Mock => HandoffRejectModal.open as unknown as jest.Mock;

beforeEach(() => {
    mockOf(markBriefOpened).mockResolvedValue(null);
    mockOf(acceptHandoff).mockResolvedValue(OUTCOME);
});

describe('states', () => {
    it('shows that it is loading', async () => {
        const element = await show();

        expect(find(element, 'lightning-spinner')).toMatchObject({ alternativeText: 'Loading' });
        await expect(element).toBeAccessible();
    });

    it('says what went wrong and tries again', async () => {
        const element = await show();
        wireOf(getCard).error({ message: '{"code":"HANDOFF_WRONG_RECORD","message":"This is no lead."}' });
        await settle();

        const panel = find(element, 'c-error-panel')!;
        expect(shownText(panel)).toContain('This is no lead.');
        await click(find(panel, 'lightning-button')!);
        expect(refreshApex).toHaveBeenCalledTimes(1);
    });

    it('keeps the order of its parts when the hand-off is decided on the open page', async () => {
        const element = await show(card);
        wireOf(getCard).emit(accepted);
        await settle();

        const order = findAll(element, 'c-handoff-story, c-handoff-brief, c-handoff-pause').map((each) =>
            each.tagName.toLowerCase()
        );
        expect(order).toEqual(['c-handoff-story', 'c-handoff-brief', 'c-handoff-pause']);
    });

    it('says above the story that somebody else was first', async () => {
        mockOf(acceptHandoff).mockResolvedValue({ isOk: false, message: 'Dana Reyes already decided this.' });
        const element = await show(card);
        await click(part(element, 'accept'));
        wireOf(getCard).emit(rejected);
        await settle();

        const problem = part(element, 'problem');
        expect(textOf(problem)).toBe('Dana Reyes already decided this.');
        const story = find(element, 'c-handoff-story')!;
        expect(problem.compareDocumentPosition(story) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    });

    it('keeps the focus on the card when the pressed button goes', async () => {
        const element = await show(card);
        const focus = jest.spyOn(part(element, 'card'), 'focus');
        await click(part(element, 'accept'));

        expect(focus).toHaveBeenCalledTimes(1);
    });

    it('says that a lead has not been handed over', async () => {
        const element = await show({ state: 'none' });

        expect(textOf(part(element, 'sentence'))).toBe('Nobody was handed to sales here yet.');
        expect(find(element, 'c-handoff-brief')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows clock, brief and both buttons to the rep', async () => {
        const element = await show(card);

        expect(textOf(part(element, 'badge'))).toBe('P1 · MQL');
        expect(find(element, 'c-handoff-clock')).toMatchObject({ state: 'open', now: NOW });
        expect(find(element, 'c-handoff-brief')).not.toBeNull();
        expect(part(element, 'accept')).toMatchObject({ label: 'Accept' });
        expect(part(element, 'reject')).toMatchObject({ label: 'Reject' });
        await expect(element).toBeAccessible();
    });

    it('still takes a decision when it is late', async () => {
        const element = await show({
            ...card,
            clock: { ...card.clock, warnAt: '2026-11-24T00:00:00Z', decideBy: '2026-11-25T12:00:00Z' }
        });

        expect(find(element, 'c-handoff-clock')).toMatchObject({ state: 'breached' });
        expect(hasPart(element, 'actions')).toBe(true);
    });

    it.each([
        ["another rep's", { canDecide: false, isMine: false }, 'Waiting for Priya Shah'],
        [
            "a queue's",
            { isMine: false, isOwnerQueue: true, ownerName: 'EP North' },
            'Waiting in EP North. Whoever takes it decides.'
        ],
        ['unrouted', { state: 'unrouted', canDecide: false }, 'No routing rule fits this lead. A manager assigns it.'],
        [
            'expired and not yet moved on',
            {
                state: 'expired',
                canDecide: false,
                previousOwnerName: 'Priya Shah',
                clock: { decideBy: '2026-11-24T20:00:00Z' }
            },
            'Nobody decided by Tue 24 Nov, 15:00. It moves on with the next sweep.'
        ],
        [
            'expired without a known due instant',
            { state: 'expired', canDecide: false, ownerName: 'Hand-off review', clock: {} },
            'Nobody decided in time. It moved to Hand-off review.'
        ],
        [
            'expired',
            { state: 'expired', canDecide: false, ownerName: 'Hand-off review', previousOwnerName: 'Priya Shah' },
            'Nobody decided by Thu 26 Nov, 15:00. It moved to Hand-off review. It was with Priya Shah. The next rep gets it with a full clock.'
        ],
        [
            'expired and seen to since',
            { state: 'expired', stage: 'NUR', canDecide: false, ownerName: 'Hand-off review', clock: {} },
            'Nobody decided in time. It moved to Hand-off review.'
        ]
    ])('says in a sentence when it is %s', async (_case, change, sentence) => {
        const element = await show({ ...card, ...change });

        expect([...part(element, 'sentence').children].map(textOf).join(' ').trim()).toBe(sentence);
        await expect(element).toBeAccessible();
    });

    it('shows no clock where none runs, as for a hand-off that was loaded without one', async () => {
        const element = await show({ ...card, clock: {} });

        expect(find(element, 'c-handoff-clock')).toBeNull();
        expect(hasPart(element, 'actions')).toBe(true);
    });

    it('has no buttons for somebody who cannot decide', async () => {
        const element = await show({ ...card, canDecide: false, isMine: false });

        expect(hasPart(element, 'actions')).toBe(false);
    });

    it('tells the story once it is decided, before the brief', async () => {
        const element = await show(accepted);

        const order = [...(element.shadowRoot?.querySelectorAll('c-handoff-story, c-handoff-brief') ?? [])].map(
            (child) => child.localName
        );
        expect(order).toEqual(['c-handoff-story', 'c-handoff-brief']);
        expect(hasPart(element, 'actions')).toBe(false);
        expect(find(element, 'c-handoff-clock')).toBeNull();
        await expect(element).toBeAccessible();
    });
});

describe('clock', () => {
    it('counts down without asking the server', async () => {
        jest.useFakeTimers({ now: NOW });
        const element = await show(card);
        jest.setSystemTime(NOW + 60_000);

        jest.advanceTimersByTime(60_000);
        await settle();

        expect((find(element, 'c-handoff-clock') as unknown as { now: number }).now).toBeGreaterThan(NOW);
        expect(refreshApex).not.toHaveBeenCalled();
    });

    it('stops when the card leaves the page', async () => {
        jest.useFakeTimers({ now: NOW });
        const element = await show(card);

        element.remove();

        expect(jest.getTimerCount()).toBe(0);
    });

    it('reads again when the page asks for it', async () => {
        await show(card);
        const handler = (registerRefreshHandler as jest.Mock).mock.calls[0] as [unknown, () => Promise<void>];

        await handler[1]();

        expect(refreshApex).toHaveBeenCalledTimes(1);
    });
});

describe('brief', () => {
    it('notes once that its rep opened it', async () => {
        await show(card);
        wireOf(getCard).emit({ ...card });
        await settle();

        expect(markBriefOpened).toHaveBeenCalledTimes(1);
        expect(markBriefOpened).toHaveBeenCalledWith({ handoffId: 'a001' });
    });

    it.each([
        ['somebody else looks', { isMine: false }],
        ['it is decided', { state: 'decided' }]
    ])('notes nothing when %s', async (_case, change) => {
        await show({ ...card, ...change });

        expect(markBriefOpened).not.toHaveBeenCalled();
    });

    it('does not trouble the reader when the note fails', async () => {
        mockOf(markBriefOpened).mockRejectedValue(new Error('offline'));
        const element = await show(card);

        expect(hasPart(element, 'problem')).toBe(false);
    });
});

describe('accept', () => {
    it('is one click, and everything around is read again without a reload', async () => {
        const element = await show(card);
        const toasts = listen<{ title: string }>(element, 'lightning__showtoast');
        const refreshes = listen(element, 'lightning__refresh');

        await click(part(element, 'accept'));

        expect(acceptHandoff).toHaveBeenCalledWith({ handoffId: 'a001' });
        expect(refreshApex).toHaveBeenCalledTimes(1);
        expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: '00Q1' }, { recordId: 'a001' }]);
        expect(refreshes).toHaveLength(1);
        expect(toasts[0]).toMatchObject({ title: OUTCOME.message, variant: 'success' });
        expect(textOf(find(element, '[role="status"]'))).toBe(OUTCOME.message);
        expect(part(element, 'accept')).toMatchObject({ disabled: false });
    });

    it('cannot be clicked twice', async () => {
        mockOf(acceptHandoff).mockReturnValue(new Promise(() => undefined));
        const element = await show(card);

        await click(part(element, 'accept'));

        expect(part(element, 'accept')).toMatchObject({ disabled: true });
        expect(part(element, 'reject')).toMatchObject({ disabled: true });
    });

    it('says what somebody else did meanwhile, and shows it', async () => {
        mockOf(acceptHandoff).mockResolvedValue({
            isOk: false,
            code: 'HANDOFF_ALREADY_DECIDED',
            message: 'Priya already accepted this at 14:02.'
        });
        const element = await show(card);

        await click(part(element, 'accept'));

        expect(textOf(part(element, 'problem'))).toBe('Priya already accepted this at 14:02.');
        expect(refreshApex).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('keeps the card when the server cannot be reached', async () => {
        mockOf(acceptHandoff).mockRejectedValue(new TypeError('Failed to fetch'));
        const element = await show(card);

        await click(part(element, 'accept'));

        expect(textOf(part(element, 'problem'))).toMatch(/^The server cannot be reached/);
        expect(part(element, 'accept')).toMatchObject({ disabled: false });
    });
});

describe('reject', () => {
    it('opens the dialog for this hand-off and reads again after it', async () => {
        openModal().mockResolvedValue('rejected');
        const element = await show(card);

        await click(part(element, 'reject'));

        expect(openModal()).toHaveBeenCalledWith(
            expect.objectContaining({ handoffId: 'a001', personName: 'Ana Ruiz' })
        );
        expect(refreshApex).toHaveBeenCalledTimes(1);
        expect(textOf(find(element, '[role="status"]'))).toBe('Rejected. The reason is on the card.');
    });

    it('asks the server nothing when the dialog was closed', async () => {
        openModal().mockResolvedValue(undefined);
        const element = await show(card);

        await click(part(element, 'reject'));

        expect(refreshApex).not.toHaveBeenCalled();
    });

    it('keeps what was typed to copy when somebody else was faster', async () => {
        const copied = jest.fn().mockResolvedValue(undefined);
        Object.assign(navigator, { clipboard: { writeText: copied } });
        keepDraft('a001', { reasonCode: 'TOO_EARLY', rationale: 'Budget opens next autumn.', values: {} });
        const element = await show(accepted);
        expect(textOf(find(element, 'blockquote'))).toBe('Budget opens next autumn.');
        await expect(element).toBeAccessible();

        await click(part(element, 'copy'));
        expect(copied).toHaveBeenCalledWith('Budget opens next autumn.');

        await click(part(element, 'discard'));
        expect(hasPart(element, 'kept')).toBe(false);
        expect(readDraft('a001')).toBeUndefined();
    });

    it('does not show a draft while it can still be sent', async () => {
        keepDraft('a001', { reasonCode: '', rationale: 'Budget', values: {} });

        expect(hasPart(await show(card), 'kept')).toBe(false);
    });
});

describe('gate', () => {
    const gate: Apex.HandoffCard = {
        state: 'gate',
        personId: '00Q1',
        canHandOver: true,
        brief,
        gate: qualification
    };
    const handOverWith = (element: Element, overrideText: string): void => {
        find(element, 'c-handoff-gate')?.dispatchEvent(new CustomEvent('handover', { detail: { overrideText } }));
    };

    it('hands the lead to sales', async () => {
        mockOf(handOver).mockResolvedValue({ isOk: true });
        const element = await show(gate);
        const toasts = listen<{ title: string }>(element, 'lightning__showtoast');

        handOverWith(element, '');
        await settle();

        expect(handOver).toHaveBeenCalledWith({ personId: '00Q1', overrideText: null });
        expect(toasts[0]?.title).toBe('Handed to sales.');
        await expect(element).toBeAccessible();
    });

    it('passes the reason on that overrides the gate', async () => {
        mockOf(handOver).mockResolvedValue({ isOk: true });
        const element = await show(gate);

        handOverWith(element, 'The chief surgeon called.');
        await settle();

        expect(handOver).toHaveBeenCalledWith({ personId: '00Q1', overrideText: 'The chief surgeon called.' });
    });

    it('opens again for a person who came back from sales', async () => {
        expect(find(await show({ ...rejected, canHandOver: true, gate: early }), 'c-handoff-gate')).toMatchObject({
            gate: early,
            canHandOver: true
        });
        expect(find(await show(rejected), 'c-handoff-gate')).toBeNull();
    });

    it('gives the refusal to the checklist', async () => {
        mockOf(handOver).mockResolvedValue({
            isOk: false,
            code: 'HANDOFF_CONTEXT_MISSING',
            message: 'Context is missing.',
            fields: []
        });
        const element = await show(gate);

        handOverWith(element, '');
        await settle();

        expect(find(element, 'c-handoff-gate')).toMatchObject({
            problem: { code: 'HANDOFF_CONTEXT_MISSING' },
            isBusy: false
        });
    });
});

describe('what should never have been a hand-off', () => {
    it('can be voided by who may, and reads the card again then', async () => {
        const element = await show({ ...card, canVoid: true });
        const form = find(element, 'c-handoff-void')!;
        expect(form).toMatchObject({ handoffId: card.handoffId });
        form.dispatchEvent(new CustomEvent('changed'));
        expect(refreshApex).toHaveBeenCalled();

        expect(find(await show({ ...card, canVoid: false }), 'c-handoff-void')).toBeNull();
    });

    it('says that it was voided and why', async () => {
        const element = await show({ ...card, voided: 'Voided Mon 23 Nov 2026, 09:32: A test.' });

        expect(textOf(part(element, 'voided'))).toBe('Voided Mon 23 Nov 2026, 09:32: A test.');
        await expect(element).toBeAccessible();
    });
});
