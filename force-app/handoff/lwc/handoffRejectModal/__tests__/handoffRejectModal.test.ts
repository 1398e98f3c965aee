import getRejectionOptions from '@salesforce/apex/HandoffCardController.getRejectionOptions';
import rejectHandoff from '@salesforce/apex/HandoffCardController.reject';
import endWork from '@salesforce/apex/HandoffQualificationController.endWork';
import { dropDraft, readDraft } from 'c/handoffDraft';
import HandoffRejectModal from 'c/handoffRejectModal';
import {
    change,
    click,
    find,
    findAll,
    hasPart,
    listen,
    mockOf,
    mount,
    part,
    settle,
    shownText,
    textOf,
    wireOf
} from 'testing';
import { options } from './data/options';

const RATIONALE = 'Budget opens next autumn, after the audit.';

async function show(shown: readonly Apex.RejectionOption[] | undefined = options): Promise<HTMLElement> {
    const element = await mount('c-handoff-reject-modal', HandoffRejectModal, {
        handoffId: 'a001',
        personName: 'Ana Ruiz'
    });
    if (shown) {
        wireOf(getRejectionOptions).emit(shown);
        await settle();
    }
    return element;
}

const field = (element: Element, name: string): HTMLElement => find(element, `[data-name="${name}"]`)!;

async function pick(element: Element, code: string): Promise<void> {
    await click(find(element, `[data-code="${code}"]`)!);
}

async function fillTooEarly(element: Element): Promise<void> {
    await pick(element, 'TOO_EARLY');
    await change(field(element, 'Trigger_Expected__c'), { value: 'Budget year' });
    await change(field(element, 'rationale'), { value: RATIONALE });
}

beforeEach(() => {
    mockOf(rejectHandoff).mockResolvedValue({ isOk: true });
});

afterEach(() => dropDraft('a001'));

describe('reasons', () => {
    it('shows that it is loading, then what went wrong', async () => {
        const element = await mount('c-handoff-reject-modal', HandoffRejectModal, { handoffId: 'a001' });
        expect(find(element, 'lightning-spinner')).not.toBeNull();
        expect(find(element, 'lightning-modal-header')).toMatchObject({ label: 'Reject hand-off' });

        wireOf(getRejectionOptions).error({ message: 'Not now.' });
        await settle();

        expect(shownText(find(element, 'c-error-panel')!)).toContain('Not now.');
    });

    it('groups them as people think', async () => {
        const element = await show();

        expect(find(element, 'lightning-modal-header')).toMatchObject({ label: 'Reject the hand-off of Ana Ruiz' });
        expect(findAll(element, '[data-id="group"]').map((group) => group.getAttribute('aria-label'))).toEqual([
            'Later',
            'Needs repair',
            'Other',
            'Wrong place'
        ]);
        await expect(element).toBeAccessible();
    });

    it('finds by words, and says when nothing is found', async () => {
        const element = await show();

        await change(part(element, 'search'), { value: 'contract' });
        expect(findAll(element, '[data-id="reason"]').map(textOf)).toEqual(['Locked in competitor or GPO contract']);

        await change(part(element, 'search'), { value: 'zebra' });
        expect(textOf(part(element, 'no-match'))).toBe('No reason matches. Clear the search to see all.');
    });

    it('asks for a reason first', async () => {
        const element = await show();

        await click(part(element, 'send'));

        expect(textOf(part(element, 'problem'))).toBe('Pick a reason first.');
        expect(rejectHandoff).not.toHaveBeenCalled();
    });
});

describe('fields', () => {
    it('asks only for what the reason needs', async () => {
        const element = await show();

        await pick(element, 'TOO_EARLY');

        expect(textOf(part(element, 'picked'))).toBe('Right person, too early');
        expect(findAll(element, '[data-id="field"]')).toHaveLength(2);
        expect(field(element, 'Revisit_On__c')).toMatchObject({
            type: 'date',
            value: '2027-11-26',
            min: '2026-12-25',
            required: true
        });
        expect(field(element, 'Trigger_Expected__c')).toMatchObject({ localName: 'lightning-combobox' });
        expect(textOf(part(element, 'next-step'))).toBe(
            'What happens nextComes back to you on 26 Nov 2027 with everything that happened since; nurture track: electrophysiology.'
        );
        await expect(element).toBeAccessible();
    });

    it('fills the date into what happens next', async () => {
        const element = await show();
        await pick(element, 'TOO_EARLY');

        await change(field(element, 'Revisit_On__c'), { value: '2027-06-01' });

        expect(textOf(part(element, 'next-step'))).toContain('on 1 Jun 2027 with');
    });

    it.each([
        ['DUPLICATE', 'Duplicate_Of__c', 'lightning-record-picker'],
        ['PRIVACY', 'Question_Text__c', 'lightning-textarea'],
        ['CONTRACT_LOCK', 'Competitor__c', 'lightning-input']
    ])('asks %s by the right control', async (code, name, tag) => {
        const element = await show();

        await pick(element, code);

        expect(field(element, name).localName).toBe(tag);
    });

    it('hints what is still missing while somebody types', async () => {
        const element = await show();
        await pick(element, 'TOO_EARLY');
        expect(textOf(part(element, 'hint'))).toBe('20 more characters, please');

        await change(field(element, 'rationale'), { value: RATIONALE });

        expect(textOf(part(element, 'hint'))).toBe('Enough said, thank you.');
    });

    it('says that a manager confirms', async () => {
        const element = await show();

        await pick(element, 'CAPACITY');

        expect(shownText(element)).toContain('A manager confirms this one.');
    });

    it('goes back to the reasons and keeps what was typed', async () => {
        const element = await show();
        await fillTooEarly(element);

        await click(part(element, 'change-reason'));
        expect(findAll(element, '[data-id="reason"]')).toHaveLength(5);
        await pick(element, 'CAPACITY');

        expect(field(element, 'rationale')).toMatchObject({ value: RATIONALE });
    });
});

describe('sending', () => {
    it('sends reason, rationale and answers, forgets the draft and closes', async () => {
        const element = await show();
        const closed = listen<string>(element, 'modalclosed');
        await fillTooEarly(element);

        await click(part(element, 'send'));

        expect(rejectHandoff).toHaveBeenCalledWith({
            handoffId: 'a001',
            rejection: {
                reasonCode: 'TOO_EARLY',
                rationale: RATIONALE,
                values: { Revisit_On__c: '2027-11-26', Trigger_Expected__c: 'Budget year' }
            }
        });
        expect(closed).toEqual(['rejected']);
        expect(readDraft('a001')).toBeUndefined();
    });

    it('sends the record that was picked', async () => {
        const element = await show();
        await pick(element, 'DUPLICATE');
        await change(field(element, 'Duplicate_Of__c'), { recordId: '00Q9' });
        await change(field(element, 'rationale'), { value: RATIONALE });

        await click(part(element, 'send'));

        expect(mockOf(rejectHandoff).mock.calls[0]).toMatchObject([
            { rejection: { values: { Duplicate_Of__c: '00Q9' } } }
        ]);
    });

    it('says at each field what is missing, and sends nothing', async () => {
        const element = await show();
        await pick(element, 'TOO_EARLY');

        await click(part(element, 'send'));

        expect(textOf(part(element, 'field-problem'))).toBe('Fill in: What do they wait for?');
        expect(textOf(part(element, 'rationale-problem'))).toBe('20 more characters, please');
        expect(rejectHandoff).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();

        await change(field(element, 'Trigger_Expected__c'), { value: 'Budget year' });
        expect(hasPart(element, 'field-problem')).toBe(false);
    });

    it("puts the server's words at their fields and loses nothing", async () => {
        mockOf(rejectHandoff).mockResolvedValue({
            isOk: false,
            code: 'HANDOFF_REVISIT_INVALID',
            message: 'The date is a holiday.',
            fields: [
                { name: 'Revisit_On__c', message: 'Pick a working day.' },
                { name: 'Rationale__c', message: 'Say more.' }
            ]
        });
        const element = await show();
        await fillTooEarly(element);

        await click(part(element, 'send'));

        expect(textOf(part(element, 'field-problem'))).toBe('Pick a working day.');
        expect(textOf(part(element, 'rationale-problem'))).toBe('Say more.');
        expect(textOf(part(element, 'problem'))).toBe('The date is a holiday.');
        expect(field(element, 'rationale')).toMatchObject({ value: RATIONALE });
        expect(part(element, 'send')).toMatchObject({ disabled: false });
    });

    it('keeps everything when the server cannot be reached', async () => {
        mockOf(rejectHandoff).mockRejectedValue(new TypeError('Failed to fetch'));
        const element = await show();
        await fillTooEarly(element);

        await click(part(element, 'send'));

        expect(textOf(part(element, 'problem'))).toMatch(/^The server cannot be reached/);
        expect(field(element, 'rationale')).toMatchObject({ value: RATIONALE });
    });

    it('says what somebody else did meanwhile and offers the text to copy', async () => {
        const copied = jest.fn().mockResolvedValue(undefined);
        Object.assign(navigator, { clipboard: { writeText: copied } });
        mockOf(rejectHandoff).mockResolvedValue({
            isOk: false,
            code: 'HANDOFF_ALREADY_DECIDED',
            message: 'Priya already accepted this at 14:02.'
        });
        const element = await show();
        const closed = listen<string>(element, 'modalclosed');
        await fillTooEarly(element);

        await click(part(element, 'send'));

        expect(textOf(find(element, '[role="alert"]'))).toBe('Priya already accepted this at 14:02.');
        expect(find(element, 'lightning-textarea')).toMatchObject({ value: RATIONALE, readOnly: true });
        expect(hasPart(element, 'send')).toBe(false);
        await expect(element).toBeAccessible();
        await click(part(element, 'copy'));
        expect(copied).toHaveBeenCalledWith(RATIONALE);
        expect(readDraft('a001')?.rationale).toBe(RATIONALE);

        await click(part(element, 'close'));
        expect(closed).toEqual(['changed']);
    });
});

describe('draft', () => {
    it('survives closing by accident', async () => {
        const first = await show();
        const closed = listen(first, 'modalclosed');
        await fillTooEarly(first);
        await click(part(first, 'cancel'));
        expect(closed).toEqual([null]);
        first.remove();

        const second = await show();

        expect(textOf(part(second, 'draft'))).toBe('Your draft is still here.');
        expect(textOf(part(second, 'picked'))).toBe('Right person, too early');
        expect(field(second, 'rationale')).toMatchObject({ value: RATIONALE });
        expect(field(second, 'Trigger_Expected__c')).toMatchObject({ value: 'Budget year' });
    });
});

it('ends the work on somebody who was accepted', async () => {
    mockOf(endWork).mockResolvedValue({ isOk: true });
    const element = await show();
    Object.assign(element, { isWorked: true });
    await settle();

    expect(find(element, 'lightning-modal-header')).toMatchObject({
        label: 'End the work on Ana Ruiz without an opportunity'
    });
    await fillTooEarly(element);
    await click(part(element, 'send'));

    expect(endWork).toHaveBeenCalledWith(expect.objectContaining({ handoffId: 'a001' }));
    expect(rejectHandoff).not.toHaveBeenCalled();
});
