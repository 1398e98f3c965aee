import { refreshApex } from '@salesforce/apex';
import getRoute from '@salesforce/apex/HandoffRoutingController.getRoute';
import HandoffWhyYou from 'c/handoffWhyYou';
import { click, find, findAll, mount, NOW, NOW_ISO, part, settle, shownText, textOf, wireOf } from 'testing';
import { intervalViews } from '../whyYouModel';

const CARD: Apex.HandoffCard = { handoffId: 'a001', ownerId: '0051' };
const ROUTE: readonly Apex.RouteInterval[] = [
    { id: 'a012', assigneeName: 'Dana Reyes', at: NOW_ISO, cause: 'Reassigned', steps: [] },
    {
        id: 'a011',
        assigneeName: 'Priya Shah',
        at: '2026-11-24T13:00:00.000Z',
        cause: 'Routed',
        steps: [
            { name: 'Open opportunity', words: 'Harrow has none.', isDeciding: false },
            { name: 'Territory', words: 'US Northeast covers NY.', isDeciding: true }
        ]
    }
];

async function show(route?: readonly Apex.RouteInterval[]): Promise<HTMLElement & { handoff?: Apex.HandoffCard }> {
    const element = await mount('c-handoff-why-you', HandoffWhyYou, { handoff: CARD });
    if (route) {
        await click(part(element, 'toggle'));
        wireOf(getRoute).emit(route);
        await settle();
    }
    return element;
}

it('asks nothing before somebody wants to know', async () => {
    const element = await show();

    expect(wireOf(getRoute).getLastConfig()).toMatchObject({ handoffId: undefined });
    expect(part(element, 'toggle').getAttribute('aria-expanded')).toBe('false');
    await expect(element).toBeAccessible();
});

it('shows nothing without a hand-off', async () => {
    const element = await mount('c-handoff-why-you', HandoffWhyYou);

    expect(shownText(element)).toBe('');
});

it('says that it is loading', async () => {
    const element = await show();
    await click(part(element, 'toggle'));

    expect(wireOf(getRoute).getLastConfig()).toEqual({ handoffId: 'a001' });
    expect(find(element, 'lightning-spinner')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('tells every step of every owner, the latest first', async () => {
    const element = await show(ROUTE);

    const intervals = findAll(element, '[data-id="interval"]').map(textOf);
    expect(intervals[0]).toBe('Dana Reyes: Reassigned, Wed 25 Nov, 08:00Given by a person, not by a rule.');
    expect(intervals[1]).toContain('Priya Shah: Routed, Tue 24 Nov, 08:00');
    expect(findAll(element, '[data-id="step"]').map(textOf)).toEqual([
        'Open opportunity: Harrow has none.',
        'Territory: US Northeast covers NY.'
    ]);
    await expect(element).toBeAccessible();
});

it('says when nobody had it yet', async () => {
    expect(textOf(part(await show([]), 'empty'))).toBe('Nobody has had it yet.');
});

it('says what went wrong', async () => {
    const element = await show([]);
    wireOf(getRoute).error({ message: 'Not now.' });
    await settle();

    expect(shownText(find(element, 'c-error-panel')!)).toContain('Not now.');
});

it('asks again when the hand-off moved on', async () => {
    const element = await show(ROUTE);

    element.handoff = { ...CARD };
    expect(refreshApex).not.toHaveBeenCalled();
    element.handoff = { ...CARD, ownerId: '0052' };

    expect(refreshApex).toHaveBeenCalledTimes(1);
});

it('closes again', async () => {
    const element = await show(ROUTE);

    await click(part(element, 'toggle'));

    expect(findAll(element, '[data-id="interval"]')).toHaveLength(0);
});

it('bears missing facts', () => {
    expect(intervalViews([{}], NOW)[0]).toMatchObject({ key: '', title: 'somebody else: , ' });
    expect(intervalViews([{ steps: [{ words: 'Elsewhere.' }] }], NOW)[0]?.steps[0]).toMatchObject({
        words: 'Elsewhere.'
    });
});
