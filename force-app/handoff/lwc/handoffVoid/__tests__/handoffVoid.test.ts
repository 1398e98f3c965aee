import voidHandoff from '@salesforce/apex/HandoffQualificationController.voidHandoff';
import HandoffVoid from 'c/handoffVoid';
import { change, click, hasPart, listen, mockOf, mount, part, textOf } from 'testing';

const show = (): Promise<HTMLElement> => mount('c-handoff-void', HandoffVoid, { handoffId: 'a01' });

async function typed(): Promise<HTMLElement> {
    const element = await show();
    await click(part(element, 'start'));
    await change(part(element, 'reason'), { value: 'This was a test of the form.' });
    return element;
}

it('asks before it does anything, and says what follows', async () => {
    const element = await show();
    expect(hasPart(element, 'form')).toBe(false);
    await expect(element).toBeAccessible();

    await click(part(element, 'start'));
    expect(textOf(part(element, 'form'))).toContain('counts in no figure');
    await expect(element).toBeAccessible();
});

it('voids with the reason, says so and tells the card', async () => {
    mockOf(voidHandoff).mockResolvedValue({ isOk: true });
    const element = await typed();
    const toasts = listen<{ title: string }>(element, 'lightning__showtoast');
    const changed = listen(element, 'changed');
    await click(part(element, 'now'));

    expect(voidHandoff).toHaveBeenCalledWith({ handoffId: 'a01', reason: 'This was a test of the form.' });
    expect(toasts[0]?.title).toContain('Voided');
    expect(changed).toHaveLength(1);
    expect(hasPart(element, 'form')).toBe(false);
});

it('keeps what was typed when it is refused, fails or is put off', async () => {
    mockOf(voidHandoff).mockResolvedValueOnce({ isOk: false, message: 'Say why in a sentence.' });
    const element = await typed();
    await click(part(element, 'now'));
    expect(textOf(part(element, 'problem'))).toBe('Say why in a sentence.');
    await expect(element).toBeAccessible();

    mockOf(voidHandoff).mockRejectedValueOnce({ body: { message: 'Something broke.' } });
    await click(part(element, 'now'));
    expect(textOf(part(element, 'problem'))).toBe('Something broke.');

    await click(part(element, 'cancel'));
    await click(part(element, 'start'));
    expect(part(element, 'reason')).toMatchObject({ value: 'This was a test of the form.' });
    expect(hasPart(element, 'problem')).toBe(false);
});
