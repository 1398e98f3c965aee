import getAssignees from '@salesforce/apex/HandoffListController.getAssignees';
import reassign from '@salesforce/apex/HandoffListController.reassign';
import HandoffReassignModal from 'c/handoffReassignModal';
import { change, click, find, findAll, listen, mockOf, mount, part, settle, shownText, textOf, wireOf } from 'testing';

const REPS: readonly Apex.UserOption[] = [
    { id: '0051', name: 'Priya Shah', openCount: 4, team: 'EP North' },
    { id: '0052', name: 'Dana Reyes', openCount: 0, team: 'EP South' }
];

async function show(reps: readonly Apex.UserOption[] | undefined = REPS): Promise<HTMLElement> {
    const element = await mount('c-handoff-reassign-modal', HandoffReassignModal, {
        label: 'Reassign 2 hand-offs',
        handoffIds: ['a1', 'a2']
    });
    if (reps) {
        wireOf(getAssignees).emit(reps);
        await settle();
    }
    return element;
}

async function pick(element: Element, name: string): Promise<void> {
    const index = REPS.findIndex((rep) => rep.name === name);
    const radio = findAll<HTMLInputElement>(element, 'input[type="radio"]')[index]!;
    radio.checked = true;
    radio.dispatchEvent(new CustomEvent('change'));
    await settle();
}

it('shows that it is loading, then what went wrong', async () => {
    const element = await mount('c-handoff-reassign-modal', HandoffReassignModal, { label: 'Reassign' });
    expect(find(element, 'lightning-spinner')).not.toBeNull();

    wireOf(getAssignees).error({ message: 'Not now.' });
    await settle();

    expect(shownText(find(element, 'c-error-panel')!)).toContain('Not now.');
});

it('lists reps with team and load', async () => {
    const element = await show();

    expect(findAll(element, 'label').map(textOf)).toEqual([
        'Priya Shah · EP North · 4 open',
        'Dana Reyes · EP South · 0 open'
    ]);
    expect(shownText(element)).toContain('The new rep gets a full clock; the promise to marketing stays.');
    await expect(element).toBeAccessible();
});

it('finds a rep by name or team, and says when nobody matches', async () => {
    const element = await show();

    await change(part(element, 'search'), { value: 'south' });
    expect(findAll(element, 'label')).toHaveLength(1);

    await change(part(element, 'search'), { value: 'zebra' });
    expect(textOf(part(element, 'empty'))).toBe('Nobody matches. Clear the search to see all.');
});

it('says when there is nobody at all', async () => {
    const element = await show([]);

    expect(textOf(part(element, 'empty'))).toMatch(/^Nobody can take hand-offs/);
    await expect(element).toBeAccessible();
});

it('asks who first', async () => {
    const element = await show();

    await click(part(element, 'send'));

    expect(textOf(part(element, 'problem'))).toBe('Pick who takes over.');
    expect(reassign).not.toHaveBeenCalled();
});

it("gives all of them to the picked rep and closes with the server's words", async () => {
    mockOf(reassign).mockResolvedValue({ isOk: true, message: '2 hand-offs are now with Dana.' });
    const element = await show();
    const closed = listen(element, 'modalclosed');
    await pick(element, 'Dana Reyes');

    await click(part(element, 'send'));

    expect(reassign).toHaveBeenCalledWith({ handoffIds: ['a1', 'a2'], assigneeId: '0052' });
    expect(closed).toEqual(['2 hand-offs are now with Dana.']);
});

it.each([
    ['refuses', () => mockOf(reassign).mockResolvedValue({ isOk: false, message: 'Dana is away.' }), 'Dana is away.'],
    ['fails', () => mockOf(reassign).mockRejectedValue({ body: { message: 'Try later.' } }), 'Try later.']
])('stays open when the server %s', async (_case, arrange, words) => {
    arrange();
    const element = await show();
    await pick(element, 'Priya Shah');

    await click(part(element, 'send'));

    expect(textOf(part(element, 'problem'))).toBe(words);
    expect(part(element, 'send')).toMatchObject({ disabled: false });
});

it('closes without a change', async () => {
    const element = await show();
    const closed = listen(element, 'modalclosed');

    await click(part(element, 'cancel'));

    expect(closed).toEqual([null]);
    expect(reassign).not.toHaveBeenCalled();
});
