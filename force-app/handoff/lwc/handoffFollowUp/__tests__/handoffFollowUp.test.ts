import getFollowUp from '@salesforce/apex/HandoffFollowUpController.getFollowUp';
import HandoffFollowUp from 'c/handoffFollowUp';
import { find, findAll, mount, NOW, NOW_ISO, settle, shownText, textOf, wireOf } from 'testing';
import { followUpLines, workLines } from '../followUpModel';

const ACCEPTED: Apex.SalesFollowUpFacts = {
    isRunning: true,
    contactDueAt: '2026-11-26T15:00:00Z',
    idleAt: '2026-12-03T15:00:00Z',
    attempts: 0,
    attemptDays: 0,
    attemptsWanted: 5,
    attemptDaysWanted: 3,
    attemptsDueAt: '2026-12-17T15:00:00Z',
    warnAt: '2026-12-16T15:00:00Z',
    endAt: '2026-12-25T15:00:00Z',
    latest: [],
    serverNow: NOW_ISO
};
const texts = (facts: Apex.SalesFollowUpFacts, now = NOW): string[] =>
    followUpLines(facts, now).map((line) => [line.icon, line.text, line.consequence].filter(Boolean).join(' | '));

async function show(facts?: Apex.SalesFollowUpFacts): Promise<HTMLElement & { handoff?: Apex.HandoffCard }> {
    const element = await mount('c-handoff-follow-up', HandoffFollowUp, {
        handoff: { handoffId: 'a1' }
    });
    if (facts) {
        wireOf(getFollowUp).emit(facts);
        await settle();
    }
    return element;
}

it('says what is promised and what happens otherwise', () => {
    expect(texts(ACCEPTED)).toEqual([
        'utility:clock | By Thu 26 Nov, 10:00 · 26 h left | Without a contact it goes back to marketing Thu 3 Dec, 10:00',
        'utility:clock | 0 of 5, on 0 of 3 days, until Thu 17 Dec, 10:00',
        'utility:clock | Qualify, send to nurture or disqualify by Fri 25 Dec, 10:00'
    ]);
});

it('says what is overdue', () => {
    const later = Date.parse('2026-12-26T13:00:00Z');

    expect(texts({ ...ACCEPTED, idleAt: undefined, attempts: 2, attemptDays: 2 }, later)).toEqual([
        'utility:warning | Overdue since Thu 26 Nov, 10:00',
        'utility:warning | 2 of 5, on 2 of 3 days; promised by Thu 17 Dec, 10:00',
        'utility:warning | Qualify, send to nurture or disqualify: the time was over Fri 25 Dec, 10:00'
    ]);
});

it('says what was done', () => {
    const answered = { ...ACCEPTED, firstActivityAt: '2026-11-24T20:00:00Z', firstTwoWayAt: '2026-11-25T12:00:00Z' };
    const late = { ...ACCEPTED, contactDueAt: '2026-11-23T20:00:00Z', firstActivityAt: '2026-11-24T20:00:00Z' };
    const tried = { ...late, attempts: 5, attemptDays: 4, attemptsDueAt: undefined, endAt: undefined };

    expect(texts(answered).slice(0, 2)).toEqual([
        'utility:success | Made Tue 24 Nov, 15:00',
        'utility:success | The person answered Wed 25 Nov, 07:00'
    ]);
    expect(texts(tried)).toEqual([
        'utility:success | Made Tue 24 Nov, 15:00; promised by Mon 23 Nov, 15:00',
        'utility:success | 5 made, on 4 days'
    ]);
});

it('says nothing where nothing is known', () => {
    expect(followUpLines({ isRunning: true }, NOW)).toEqual([]);
    expect(workLines({}, NOW)).toEqual([]);
});

it('shows the promises and the latest work', async () => {
    const element = await show({
        ...ACCEPTED,
        latest: [
            { at: '2026-11-25T12:00:00Z', isAttempt: false, isTwoWay: true },
            { at: '2026-11-24T20:00:00Z', userName: 'Priya Shah', isAttempt: true, isTwoWay: true },
            { at: '2026-11-24T19:00:00Z', userName: 'Dana Reyes', isAttempt: true, isTwoWay: false }
        ]
    });

    expect(findAll(element, 'li').map(textOf)).toEqual([
        'Wed 25 Nov, 07:00 · The person wrote',
        'Tue 24 Nov, 15:00 · Priya Shah, answered',
        'Tue 24 Nov, 14:00 · Dana Reyes'
    ]);
    await expect(element).toBeAccessible();
});

it('shows nothing before it knows and nothing while nothing is promised', async () => {
    const element = await show();
    expect(shownText(element)).toBe('');

    wireOf(getFollowUp).emit({ isRunning: false });
    await settle();
    expect(shownText(element)).toBe('');
});

it('says what went wrong, and asks again with another card', async () => {
    const element = await show();
    wireOf(getFollowUp).error({ message: 'Not now.' });
    await settle();
    expect(find(element, 'c-error-panel')).not.toBeNull();

    element.handoff = { handoffId: 'a2' };
    await settle();
    wireOf(getFollowUp).emit(ACCEPTED);
    await settle();

    expect(findAll(element, '[data-id="line"]')).toHaveLength(3);
});
