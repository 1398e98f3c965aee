import { refreshApex } from '@salesforce/apex';
import answerFlag from '@salesforce/apex/FlagController.answer';
import getFlags from '@salesforce/apex/FlagController.getFlags';
import lookAgain from '@salesforce/apex/FlagController.lookAgain';
import HandoffFlags from 'c/handoffFlags';
import { click, find, hasPart, mockOf, mount, NOW_ISO, part, settle, textOf, wireOf } from 'testing';

const LIST: Apex.FlagList = {
    rows: [
        {
            flagId: 'a0F1',
            name: 'HF-00001',
            code: 'G2',
            title: 'Accepted unseen or in bulk',
            purpose: 'A good reason can be a call that came first.',
            explanation: 'HO-00012 was accepted without opening the brief.',
            foundAt: NOW_ISO,
            subjectName: 'Priya Shah',
            recordId: '00Q5',
            recordName: 'Eve Lund',
            status: 'Open',
            canAnswer: true
        }
    ],
    total: 3,
    checks: [{ code: 'G2', label: 'Accepted unseen or in bulk', count: 3 }],
    serverNow: NOW_ISO
};

async function show(list?: Apex.FlagList): Promise<HTMLElement> {
    const element = await mount('c-handoff-flags', HandoffFlags);
    if (list) {
        wireOf(getFlags).emit(list);
        await settle();
    }
    return element;
}

const change = async (element: Element, id: string, detail: object): Promise<void> => {
    part(element, id).dispatchEvent(new CustomEvent('change', { detail }));
    await settle();
};

it('shows that it is loading', async () => {
    const element = await show();

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('says what was seen, whom it concerns, and what the check does not say', async () => {
    const element = await show(LIST);

    const line = textOf(part(element, 'line'));
    expect(line).toContain('HO-00012 was accepted without opening the brief.');
    expect(line).toContain('A good reason can be a call that came first.');
    expect(line).toContain('Concerns Priya Shah');
    expect(part(element, 'record').querySelector('c-record-link')).toMatchObject({ label: 'Eve Lund' });
    expect(textOf(part(element, 'shown'))).toBe('Showing 1 of 3');
    await expect(element).toBeAccessible();
});

it('says in words that nothing stands out', async () => {
    const element = await show({ ...LIST, rows: [], total: 0, checks: [] });

    expect(textOf(part(element, 'empty'))).toContain('Nothing stands out');
});

it('asks for another check or status', async () => {
    const element = await show(LIST);

    await change(element, 'check', { value: 'G2' });
    expect(wireOf(getFlags).getLastConfig()).toEqual({ code: 'G2', status: 'Open' });
    await change(element, 'status', { value: 'Explained' });
    expect(wireOf(getFlags).getLastConfig()).toEqual({ code: '', status: 'Explained' });
});

it('saves an answer and reads the list again', async () => {
    mockOf(answerFlag).mockResolvedValue({ isOk: true });
    const element = await show(LIST);

    await click(part(element, 'answer'));
    await change(element, 'text', { value: 'They rang first.' });
    await click(part(element, 'save'));

    expect(answerFlag).toHaveBeenCalledWith({ flagId: 'a0F1', answer: 'They rang first.', isDismissed: false });
    expect(refreshApex).toHaveBeenCalled();
    expect(hasPart(element, 'text')).toBe(false);
});

it('keeps what was typed when the answer is refused', async () => {
    mockOf(answerFlag).mockResolvedValue({ isOk: false, code: 'HANDOFF_FIELD_MISSING', message: 'Say more.' });
    const element = await show(LIST);

    await click(part(element, 'answer'));
    await change(element, 'text', { value: 'ok' });
    await click(part(element, 'save'));

    expect(part(element, 'text')).toMatchObject({ value: 'ok' });
    expect(find(element, 'c-error-panel')).not.toBeNull();
    await click(part(element, 'cancel'));
    expect(hasPart(element, 'text')).toBe(false);
});

it('shows the answer beside a flag that has one', async () => {
    const row = {
        ...LIST.rows![0]!,
        status: 'Explained',
        canAnswer: false,
        answer: 'They rang first.',
        answeredBy: 'Priya Shah'
    };
    const element = await show({ ...LIST, rows: [row] });

    expect(textOf(part(element, 'answered'))).toBe('Priya Shah: They rang first.');
    expect(hasPart(element, 'answer')).toBe(false);
});

it('lets a manager look again, and says what came of it', async () => {
    mockOf(lookAgain).mockResolvedValue({ isOk: true, message: 'Looking.' });
    const element = await show(LIST);
    const toasts: unknown[] = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));

    await click(part(element, 'look-again'));

    expect(lookAgain).toHaveBeenCalled();
    expect(toasts).toEqual([expect.objectContaining({ title: 'Looking.', variant: 'success' })]);
});
