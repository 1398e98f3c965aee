import { refreshApex } from '@salesforce/apex';
import convertHandoff from '@salesforce/apex/HandoffQualificationController.convert';
import getPanel from '@salesforce/apex/HandoffQualificationController.getPanel';
import qualifyHandoff from '@salesforce/apex/HandoffQualificationController.qualify';
import reopenHandoff from '@salesforce/apex/HandoffQualificationController.reopen';
import undoAcceptance from '@salesforce/apex/HandoffQualificationController.undoAcceptance';
import HandoffQualification from 'c/handoffQualification';
import HandoffRejectModal from 'c/handoffRejectModal';
import { change, click, find, hasPart, listen, mockOf, mount, part, settle, shownText, textOf, wireOf } from 'testing';
import { accepted, converted, disqualified, qualified } from './data/panel';

async function show(panel?: Apex.LifecyclePanel): Promise<HTMLElement & { handoff?: Apex.HandoffCard }> {
    const element = await mount('c-handoff-qualification', HandoffQualification, {
        handoff: { handoffId: 'a001', stage: panel?.stage }
    });
    if (panel) {
        wireOf(getPanel).emit(panel);
        await settle();
    }
    return element;
}

async function fire(element: Element, selector: string, type: string, detail: unknown): Promise<void> {
    find(element, selector)!.dispatchEvent(new CustomEvent(type, { detail }));
    await settle();
}

it('shows that it is loading, then what went wrong', async () => {
    const element = await show();
    expect(find(element, 'lightning-spinner')).not.toBeNull();

    wireOf(getPanel).error({ message: 'Not now.' });
    await settle();

    expect(shownText(find(element, 'c-error-panel')!)).toContain('Not now.');
});

it('qualifies and lets the card read again', async () => {
    mockOf(qualifyHandoff).mockResolvedValue({ isOk: true });
    const element = await show(accepted);
    const changed = listen(element, 'changed');
    const evidence = { Need_Evidence__c: 'Why' };

    await fire(element, 'c-handoff-evidence', 'qualify', evidence);

    expect(qualifyHandoff).toHaveBeenCalledWith({ handoffId: 'a001', qualification: { evidence } });
    expect(changed).toHaveLength(1);
    await expect(element).toBeAccessible();
});

it('hands what the server refuses to the form, and keeps the page', async () => {
    mockOf(qualifyHandoff).mockResolvedValue({
        isOk: false,
        code: 'HANDOFF_NO_TWO_WAY',
        message: 'Log it.',
        fields: []
    });
    const element = await show(accepted);
    const changed = listen(element, 'changed');

    await fire(element, 'c-handoff-evidence', 'qualify', {});

    expect(find(element, 'c-handoff-evidence')).toMatchObject({ problem: { message: 'Log it.' }, isBusy: false });
    expect(changed).toHaveLength(0);
});

it('says what went wrong when the server cannot be reached', async () => {
    mockOf(qualifyHandoff).mockRejectedValue({ message: 'Offline.' });
    const element = await show(accepted);

    await fire(element, 'c-handoff-evidence', 'qualify', {});

    expect(find(element, 'c-handoff-evidence')).toMatchObject({ problem: { message: 'Offline.' } });
});

it('converts', async () => {
    mockOf(convertHandoff).mockResolvedValue({ isOk: true });
    const element = await show(qualified);

    await fire(element, 'c-handoff-conversion', 'convert', { nextStep: 'Visit' });

    expect(convertHandoff).toHaveBeenCalledWith({ handoffId: 'a001', conversion: { nextStep: 'Visit' } });
});

it('shows the opportunity and how it stands', async () => {
    const element = await show(converted);

    expect(find(element, 'c-record-link')).toMatchObject({ recordId: '0061', label: 'Harrow Regional - Console' });
    expect(textOf(part(element, 'opportunity-state'))).toBe('Open · next step: Evaluation in OR 2, 7 Dec 2026');
    expect(hasPart(element, 'end')).toBe(false);
    expect(find(element, 'c-handoff-committee')).toMatchObject({ handoffId: 'a001' });
    await expect(element).toBeAccessible();
});

it('ends the work in the dialog of rejections', async () => {
    const open = jest.spyOn(HandoffRejectModal, 'open').mockResolvedValue('rejected');
    const element = await show(accepted);
    const changed = listen(element, 'changed');

    await click(part(element, 'end'));

    expect(open).toHaveBeenCalledWith(expect.objectContaining({ handoffId: 'a001', isWorked: true }));
    expect(changed).toHaveLength(1);
});

it('takes an acceptance back, after asking why', async () => {
    mockOf(undoAcceptance).mockResolvedValueOnce({ isOk: false, code: 'X', message: 'Say why.', fields: [] });
    mockOf(undoAcceptance).mockResolvedValueOnce({ isOk: true });
    const element = await show({
        ...accepted,
        canQualify: false,
        canEnd: false,
        canUndo: true,
        undoUntil: '2026-11-26T13:00:00.000Z'
    });
    expect(shownText(element)).toContain('until Thu 26 Nov, 08:00');

    await click(part(element, 'undo-start'));
    await click(part(element, 'undo-now'));
    expect(textOf(part(element, 'undo-problem'))).toBe('Say why.');
    await expect(element).toBeAccessible();
    await change(part(element, 'undo-note'), { value: 'Wrong button' });
    expect(hasPart(element, 'undo-problem')).toBe(false);
    await click(part(element, 'undo-now'));

    expect(undoAcceptance).toHaveBeenLastCalledWith({ handoffId: 'a001', note: 'Wrong button' });
    expect(hasPart(element, 'undo-note')).toBe(false);
});

it('reopens with a reason', async () => {
    mockOf(reopenHandoff).mockResolvedValueOnce({ isOk: false, code: 'X', message: 'Choose why.', fields: [] });
    mockOf(reopenHandoff).mockResolvedValueOnce({ isOk: true });
    const element = await show(disqualified);

    await click(part(element, 'reopen-now'));
    expect(textOf(part(element, 'problem'))).toBe('Choose why.');
    await change(part(element, 'reopen-reason'), { value: 'Mistake' });
    await change(part(element, 'reopen-note'), { value: 'Not a student' });
    expect(hasPart(element, 'problem')).toBe(false);
    await click(part(element, 'reopen-now'));

    expect(reopenHandoff).toHaveBeenLastCalledWith({
        handoffId: 'a001',
        reopening: { reason: 'Mistake', note: 'Not a student' }
    });
    await expect(element).toBeAccessible();
});

it('reads again when the card does', async () => {
    const element = await show(accepted);
    mockOf(refreshApex).mockClear();

    element.handoff = { handoffId: 'a001', stage: 'SQL' };
    await settle();

    expect(refreshApex).toHaveBeenCalledTimes(1);
});
