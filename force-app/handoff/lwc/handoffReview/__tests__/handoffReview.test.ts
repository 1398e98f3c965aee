import closeReview from '@salesforce/apex/HandoffReviewController.closeReview';
import disqualify from '@salesforce/apex/HandoffReviewController.disqualify';
import getReview from '@salesforce/apex/HandoffReviewController.getReview';
import sendBack from '@salesforce/apex/HandoffReviewController.sendBack';
import HandoffReview from 'c/handoffReview';
import { click, find, findAll, hasPart, mockOf, mount, NOW, NOW_ISO, part, settle, textOf, wireOf } from 'testing';
import { HOUR } from 'c/timeWords';
import { endings, repairFields, reviewView } from '../reviewModel';

const iso = (instant: number): string => new Date(instant).toISOString();

const FACTS: Apex.ReviewFacts = {
    handoffId: 'a00',
    isInReview: true,
    canReview: true,
    reasonCode: 'BAD_DATA',
    owed: 'Repair: phone',
    startedAt: NOW_ISO,
    dueAt: iso(NOW + 5 * HOUR),
    serverNow: NOW_ISO,
    backToName: 'Priya Shah',
    details: [{ label: 'Wrong field', value: 'Phone' }],
    repairs: [{ name: 'Phone', label: 'Phone', value: '555-0100', type: 'tel' }],
    earliestRevisit: '2026-11-24',
    proposedRevisit: '2027-11-23'
};

async function show(facts: Apex.ReviewFacts = FACTS): Promise<HTMLElement> {
    const element = await mount('c-handoff-review', HandoffReview, { handoffId: 'a00' });
    wireOf(getReview).emit(facts);
    await settle();
    return element;
}

async function enter(element: Element, id: string, value: string): Promise<void> {
    part(element, id).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settle();
}

it('shows nothing when nothing is owed', async () => {
    const element = await show({ handoffId: 'a00', isInReview: false });

    expect(hasPart(element, 'review')).toBe(false);
    expect(hasPart(element, 'nurture')).toBe(false);
});

it('says what is owed, by when, and who gets it back', async () => {
    const element = await show();

    expect(textOf(part(element, 'review'))).toContain('Repair: phone');
    expect(textOf(part(element, 'clock'))).toContain('5 h left');
    expect(textOf(part(element, 'back-to'))).toBe('Goes back to Priya Shah, with the time that was left.');
    await expect(element).toBeAccessible();
});

it('leaves out what the queue says already', async () => {
    const element = await mount('c-handoff-review', HandoffReview, { handoffId: 'a00', isInQueue: true });
    wireOf(getReview).emit(FACTS);
    await settle();

    expect(hasPart(element, 'clock')).toBe(false);
    expect(textOf(part(element, 'review'))).toContain('Wrong field');
    expect(hasPart(element, 'send-back')).toBe(true);
    await expect(element).toBeAccessible();
});

it('repairs in place and sends back', async () => {
    mockOf(sendBack).mockResolvedValue({ isOk: true });
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('changed', changed);

    await enter(element, 'repair', '555-0142');
    await enter(element, 'note', 'Called the switchboard.');
    await click(part(element, 'send-back'));

    expect(sendBack).toHaveBeenCalledWith({
        handoffId: 'a00',
        input: { note: 'Called the switchboard.', values: { Phone: '555-0142' } }
    });
    expect(changed).toHaveBeenCalledTimes(1);
});

it('keeps what was typed when the server says no', async () => {
    mockOf(sendBack).mockResolvedValue({
        isOk: false,
        code: 'HANDOFF_RATIONALE_SHORT',
        message: 'Write what you did.'
    });
    const element = await show();

    await enter(element, 'note', 'fixed');
    await click(part(element, 'send-back'));

    expect(textOf(part(element, 'problem'))).toBe('Write what you did.');
    expect(part(element, 'note')).toMatchObject({ value: 'fixed' });
    await expect(element).toBeAccessible();
});

it('says when the server cannot be reached', async () => {
    mockOf(sendBack).mockRejectedValue({ body: { message: 'System.NullPointerException' } });
    const element = await show();

    await click(part(element, 'send-back'));

    expect(textOf(part(element, 'problem'))).not.toContain('Exception');
});

it('ends the review with a day of return', async () => {
    mockOf(closeReview).mockResolvedValue({ isOk: true });
    const element = await show();

    await click(part(element, 'open-ending'));
    await enter(element, 'ending', 'Nurture');
    await enter(element, 'note', 'No capital before next year.');
    expect(part(element, 'revisit')).toMatchObject({ value: '2027-11-23' });
    await expect(element).toBeAccessible();
    await enter(element, 'revisit', '2027-03-01');
    await click(part(element, 'end'));

    expect(closeReview).toHaveBeenCalledWith({
        handoffId: 'a00',
        input: { note: 'No capital before next year.', outcome: 'Nurture', revisitOn: '2027-03-01' }
    });
});

it('leaves the choice without doing anything', async () => {
    const element = await show();

    await click(part(element, 'open-ending'));
    await click(part(element, 'close-ending'));

    expect(hasPart(element, 'send-back')).toBe(true);
    expect(closeReview).not.toHaveBeenCalled();
});

it('tells others that marketing works on it', async () => {
    const element = await show({ ...FACTS, canReview: false });

    expect(textOf(part(element, 'waiting'))).toBe('Marketing works on it.');
    expect(findAll(element, 'lightning-button')).toHaveLength(0);
});

it('shows the committee after the reason authority, and the other record of a duplicate', async () => {
    const element = await show({ ...FACTS, needsCommittee: true, otherId: '00Q9', otherName: 'Eve Lund' });

    expect(find(element, 'c-handoff-committee')).toMatchObject({ handoffId: 'a00' });
    expect(find(element, 'c-record-link')).toMatchObject({ recordId: '00Q9', label: 'Eve Lund' });
});

it('disqualifies somebody in nurture, with a reason', async () => {
    mockOf(disqualify).mockResolvedValue({ isOk: true });
    const element = await show({ handoffId: 'a00', isInReview: false, canDisqualify: true });

    await click(part(element, 'open-ending'));
    await enter(element, 'note', 'The clinic closed its laboratory.');
    await expect(element).toBeAccessible();
    await click(part(element, 'disqualify'));

    expect(disqualify).toHaveBeenCalledWith({ handoffId: 'a00', note: 'The clinic closed its laboratory.' });
});

it('says what went wrong', async () => {
    const element = await mount('c-handoff-review', HandoffReview, { handoffId: 'a00' });
    wireOf(getReview).error({ message: 'No' });
    await settle();

    expect(find(element, 'c-error-panel')).not.toBeNull();
});

it('names a ruling where a dispute is ruled on', () => {
    expect(reviewView({ reasonCode: 'DISPUTE_SCORE' }, NOW)).toMatchObject({
        sendBack: 'Overturn, send back',
        left: 'No clock',
        backTo: 'Goes to the next person in the team, with a full clock.'
    });
    expect(endings({ reasonCode: 'DISPUTE_SCORE' })[0]).toEqual({
        label: 'Uphold: sales was right, to nurture',
        value: 'Nurture'
    });
    expect(reviewView({ dueAt: iso(NOW - HOUR) }, NOW)).toMatchObject({ isLate: true, left: '1 h late' });
    expect(repairFields({ repairs: [{ name: 'City' }] }, {})).toEqual([
        { name: 'City', label: '', type: 'text', value: '' }
    ]);
});
