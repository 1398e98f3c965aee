import HandoffStory from 'c/handoffStory';
import { click, findAll, hasPart, mount, NOW, part, shownText, textOf } from 'testing';
import { accepted, card, rejected } from '../../handoffCard/__tests__/data/card';

const show = (shown: Apex.HandoffCard): Promise<HTMLElement> =>
    mount('c-handoff-story', HandoffStory, { card: shown, now: NOW });

it('tells an acceptance and what follows', async () => {
    const element = await show(accepted);

    expect(shownText(element)).toContain('Accepted by you, Tue 24 Nov, 20:00 · after 5 h on the clock · In time');
    expect(textOf(part(element, 'next'))).toBe('Next: first contact by Thu 26 Nov, 10:00');
    await expect(element).toBeAccessible();
});

it("tells somebody else's rejection with reason, rationale and answers", async () => {
    const element = await show(rejected);

    expect(shownText(element)).toContain('Rejected by Dana Reyes, Wed 25 Nov, 07:00 · after 49 h on the clock · Late');
    expect(findAll(element, 'dd').map(textOf)).toEqual([
        'Right person, too early',
        'Budget opens next autumn.',
        'Budget year'
    ]);
    expect(textOf(part(element, 'next'))).toBe('Next: Comes back to you on 26 Nov 2027.');
    expect(hasPart(element, 'revisit')).toBe(false);
    await expect(element).toBeAccessible();
});

it('names the day of the revisit when the next step does not', async () => {
    const element = await show({ ...rejected, decision: { ...rejected.decision, nextStep: '' } });

    expect(hasPart(element, 'next')).toBe(false);
    expect(textOf(part(element, 'revisit'))).toBe('Comes back on 26 Nov 2027');
});

it('keeps the log behind one click', async () => {
    const element = await show(card);
    expect(hasPart(element, 'decision')).toBe(false);
    expect(textOf(part(element, 'log-button'))).toBe('Show log (2)');

    await click(part(element, 'log-button'));

    expect(findAll(element, 'li').map(textOf)).toEqual([
        'Tue 24 Nov, 15:00Handed off by Mara Lind',
        'Tue 24 Nov, 15:00Routed automaticallyRule EP North'
    ]);
    expect(part(element, 'log-button').getAttribute('aria-expanded')).toBe('true');
    await expect(element).toBeAccessible();

    await click(part(element, 'log-button'));
    expect(hasPart(element, 'log')).toBe(false);
});

it('lists earlier hand-offs of the person', async () => {
    const passes = [
        {
            handoffId: 'a00',
            passNumber: 1,
            stageLabel: 'Nurture',
            reasonLabel: 'Too early',
            decidedAt: '2025-11-20T15:00:00Z'
        }
    ];
    const element = await show({ ...card, earlierPasses: passes });

    const links = findAll(element, 'c-record-link');
    expect(links).toHaveLength(1);
    expect(links[0]).toMatchObject({ label: 'Pass 1: Nurture · Too early · Thu 20 Nov 2025, 10:00', recordId: 'a00' });
});

it('shows nothing without anything to tell', async () => {
    const element = await show({});

    expect(shownText(element)).toBe('');
});

it('does not say twice until when', async () => {
    const decision = { ...accepted.decision, nextStep: 'First contact by Thu 26 Nov, 10:00' };
    const element = await show({ ...accepted, decision });

    expect(textOf(part(element, 'next'))).toBe('Next: First contact by Thu 26 Nov, 10:00');
});
