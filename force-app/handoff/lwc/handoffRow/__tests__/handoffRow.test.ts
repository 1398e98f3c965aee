import HandoffRow from 'c/handoffRow';
import { click, find, hasPart, listen, mount, NOW, part, textOf } from 'testing';
import { late, open, returning, stranded } from './data/rows';

const show = (properties: object): Promise<HTMLElement> =>
    mount('c-handoff-row', HandoffRow, { row: open, now: NOW, ...properties });

it('says time left, person, institution and why now in one line', async () => {
    const element = await show({});

    expect(textOf(part(element, 'headline'))).toBe('31 h left');
    expect(find(element, '.when')?.textContent).toContain('by Thu 26 Nov, 15:00');
    expect(find(element, 'c-record-link')).toMatchObject({ recordId: '00Q1', label: 'Ana Ruiz' });
    expect(textOf(find(element, '.who'))).toContain('Harrow Regional Hospital');
    expect(textOf(part(element, 'facts'))).toBe('Asked for an evaluation');
    expect(hasPart(element, 'state')).toBe(false);
    expect(hasPart(element, 'accept')).toBe(false);
    expect(hasPart(element, 'owner')).toBe(false);
    await expect(element).toBeAccessible();
});

it.each([
    ['late', late, '5 h late', 'Late'],
    ['stranded', stranded, 'No rep yet', ''],
    ['coming back', returning, 'Comes back on 10 Dec 2026', 'Rejected']
])('says in words that it is %s', async (_case, row, headline, state) => {
    const element = await show({ row });

    expect(textOf(part(element, 'headline'))).toBe(headline);
    expect(textOf(find(element, '[data-id="state"]'))).toBe(state);
    await expect(element).toBeAccessible();
});

it('says until when an accepted person is to be contacted, and how late it is', async () => {
    const accepted = { ...open, state: 'decided', stage: 'SAL', decideBy: undefined };
    const element = await show({ row: { ...accepted, contactDueAt: '2026-11-26T15:00:00Z' } });
    expect(textOf(part(element, 'headline'))).toBe('26 h left');
    expect(textOf(find(element, '.when'))).toContain('First contact by Thu 26 Nov, 10:00');

    const overdue = await show({ row: { ...accepted, contactDueAt: '2026-11-25T08:00:00Z' } });
    expect(textOf(part(overdue, 'headline'))).toBe('5 h late');
});

it('says why it is stranded and what follows', async () => {
    expect(textOf(part(await show({ row: stranded }), 'facts'))).toBe('No rule for Alaska');
    expect(textOf(part(await show({ row: returning }), 'facts'))).toBe('Budget year');
});

it('says of somebody who comes back what happened since, and the day only once', async () => {
    const element = await show({ row: { ...returning, since: 'Downloaded the VAC kit' } });
    expect(textOf(part(element, 'facts'))).toBe('Downloaded the VAC kit');
    expect(textOf(part(element, 'headline'))).toContain('10 Dec 2026');
});

it('can be accepted from the list while the clock runs', async () => {
    const element = await show({ canAccept: true });
    const accepted = listen(element, 'accepted');

    await click(part(element, 'accept'));

    expect(accepted).toEqual([{ handoffId: 'a001' }]);
    expect(hasPart(await show({ row: stranded, canAccept: true }), 'accept')).toBe(false);
});

it('can be selected and names whose it is', async () => {
    const element = await show({ isSelectable: true, showsOwner: true });
    const selected = listen(element, 'selected');
    const box = part(element, 'select');

    Object.assign(box, { checked: true });
    box.dispatchEvent(new CustomEvent('change'));

    expect(selected).toEqual([{ handoffId: 'a001', isSelected: true }]);
    expect(box).toMatchObject({ label: 'Select Ana Ruiz' });
    expect(textOf(part(element, 'owner'))).toBe('with Priya Shah · EP North');
    await expect(element).toBeAccessible();
});
