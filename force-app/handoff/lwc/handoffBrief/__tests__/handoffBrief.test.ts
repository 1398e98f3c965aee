import HandoffBrief from 'c/handoffBrief';
import { click, find, findAll, hasPart, mount, NOW, part, shownText, textOf } from 'testing';
import { brief } from '../../handoffCard/__tests__/data/card';

const show = (properties: object): Promise<HTMLElement> =>
    mount('c-handoff-brief', HandoffBrief, {
        brief,
        whyYou: 'EP North covers Massachusetts.',
        now: NOW,
        ...properties
    });
const line = (element: Element, key: string): string => textOf(find(element, `[data-id="${key}"]`));

it("shows the lead's own facts first", async () => {
    const element = await show({});

    expect(line(element, 'whyNow')).toBe('Why nowAsked for an evaluation of Lumenpath, today 07:00');
    expect(line(element, 'who')).toBe('WhoDepartment head, Electrophysiology');
    expect(line(element, 'where')).toBe('WhereHarrow Regional Hospital · Hospital · 500 beds · Tier 1 account');
    expect(line(element, 'interest')).toBe('InterestLumenpath console · VAC kit');
    expect(line(element, 'lately')).toBe('LatelyVAC kit download · Webinar attended');
    expect(findAll(element, '[data-id="score"]').map(textOf)).toEqual([
        'Fit A (90)',
        'Engagement 64',
        'Context 5 of 5'
    ]);
    await expect(element).toBeAccessible();
});

it('leaves out what is not known and invents nothing', async () => {
    const element = await show({ brief: { role: 'Laboratory', company: 'Elm Clinic' }, whyYou: undefined });

    expect(findAll(element, 'dt').map(textOf)).toEqual(['Who', 'Where']);
    expect(line(element, 'where')).toBe('WhereElm Clinic');
    expect(findAll(element, '[data-id="score"]')).toHaveLength(0);
    expect(hasPart(element, 'why')).toBe(false);
});

it('says so when nothing is known', async () => {
    const element = await show({ brief: {} });

    expect(shownText(element)).toContain('Nothing is known about this person yet.');
    await expect(element).toBeAccessible();
});

it('opens to why this is an MQL and why it came to this rep', async () => {
    const element = await show({});
    expect(hasPart(element, 'reasons')).toBe(false);
    expect(part(element, 'why').getAttribute('aria-expanded')).toBe('false');

    await click(part(element, 'why'));

    expect(part(element, 'why').getAttribute('aria-expanded')).toBe('true');
    expect(find(element, 'c-handoff-why-qualified')).toMatchObject({ brief });
    expect(textOf(part(element, 'why-you'))).toBe('Why you: EP North covers Massachusetts.');
    await expect(element).toBeAccessible();
});

it('warns before anyone calls a person that opted out', async () => {
    const element = await show({ brief: { ...brief, doNotContact: true } });

    expect(textOf(find(element, '[role="alert"]'))).toBe('Do not contact: this person opted out.');
});
