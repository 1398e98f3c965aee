import correct from '@salesforce/apex/HandoffReviewController.correct';
import getCorrection from '@salesforce/apex/HandoffReviewController.getCorrection';
import HandoffCorrection from 'c/handoffCorrection';
import HandoffRejectModal from 'c/handoffRejectModal';
import { click, hasPart, mockOf, mount, NOW, part, settle, textOf, wireOf } from 'testing';
import { HOUR } from 'c/timeWords';

const iso = (instant: number): string => new Date(instant).toISOString();

const REJECTED: Apex.CorrectionFacts = { canCorrect: true, decision: 'Rejected', until: iso(NOW + 5 * HOUR) };

async function show(facts: Apex.CorrectionFacts = REJECTED): Promise<HTMLElement> {
    const element = await mount('c-handoff-correction', HandoffCorrection, {
        handoffId: 'a00',
        personName: 'Eve Lund'
    });
    wireOf(getCorrection).emit(facts);
    await settle();
    return element;
}

afterEach(() => jest.restoreAllMocks());

it('shows nothing when nothing can be corrected', async () => {
    expect(hasPart(await show({ canCorrect: false, decision: 'Rejected' }), 'correction')).toBe(false);
});

it('says until when, and asks once more before it accepts after all', async () => {
    mockOf(correct).mockResolvedValue({ isOk: true });
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('changed', changed);

    expect(textOf(part(element, 'until'))).toContain('You can correct this decision once, until');
    await click(part(element, 'ask'));
    expect(textOf(part(element, 'sure'))).toContain('the log keeps both');
    await expect(element).toBeAccessible();
    await click(part(element, 'accept-after-all'));

    expect(correct).toHaveBeenCalledWith({ handoffId: 'a00', correction: { decision: 'Accepted' } });
    expect(changed).toHaveBeenCalledTimes(1);
});

it('goes back without doing anything', async () => {
    const element = await show();

    await click(part(element, 'ask'));
    await click(part(element, 'back'));

    expect(hasPart(element, 'ask')).toBe(true);
    expect(correct).not.toHaveBeenCalled();
});

it('corrects to a rejection in the same dialog', async () => {
    const open = jest.spyOn(HandoffRejectModal, 'open').mockResolvedValue('rejected');
    const element = await show({ ...REJECTED, decision: 'Accepted' });
    const changed = jest.fn();
    element.addEventListener('changed', changed);

    expect(hasPart(element, 'ask')).toBe(false);
    await click(part(element, 'reject-after-all'));

    expect(open).toHaveBeenCalledWith(
        expect.objectContaining({ handoffId: 'a00', personName: 'Eve Lund', isCorrection: true })
    );
    expect(changed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
});

it('changes nothing when the dialog is closed', async () => {
    jest.spyOn(HandoffRejectModal, 'open').mockResolvedValue(undefined);
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('changed', changed);

    await click(part(element, 'reject-after-all'));

    expect(changed).not.toHaveBeenCalled();
});

it.each([
    [
        'refuses',
        () => mockOf(correct).mockResolvedValue({ isOk: false, message: 'It is too late.' }),
        'It is too late.'
    ],
    ['fails', () => mockOf(correct).mockRejectedValue({ body: { message: 'It is too late.' } }), 'It is too late.']
])('says so when the server %s', async (_case, arrange, words) => {
    arrange();
    const element = await show();

    await click(part(element, 'ask'));
    await click(part(element, 'accept-after-all'));

    expect(textOf(part(element, 'problem'))).toBe(words);
});
