import HandoffClock from 'c/handoffClock';
import { find, hasPart, mount, NOW, part, settle, shownText, textOf } from 'testing';
import { clock } from '../../handoffCard/__tests__/data/card';

const HOUR = 3_600_000;
const show = (properties: object): Promise<HTMLElement> =>
    mount('c-handoff-clock', HandoffClock, { clock, state: 'open', now: NOW, ...properties });

it('says how much time is left, until when, and in which hours', async () => {
    const element = await show({});

    expect(shownText(element)).toContain('31 h left');
    expect(textOf(part(element, 'due'))).toBe(
        'Decide by Thu 26 Nov, 15:00 · 48 h on business days, Mon–Fri, holidays out'
    );
    expect(hasPart(element, 'state')).toBe(false);
    expect(find(element, '[role="timer"]')?.textContent).toBe('31 h left');
    await expect(element).toBeAccessible();
});

it('says a warning in words and shows it by icon and ring', async () => {
    const element = await show({ state: 'warned', now: NOW + 27 * HOUR });

    expect(shownText(element)).toContain('4 h left');
    expect(textOf(part(element, 'state'))).toBe('Due soon');
    expect(find(element, 'lightning-progress-ring')).toMatchObject({ variant: 'warning' });
    await expect(element).toBeAccessible();
});

it('is late without a negative number', async () => {
    const element = await show({ state: 'breached', now: NOW + 36 * HOUR });

    expect(shownText(element)).toContain('5 h late');
    expect(textOf(part(element, 'due'))).toMatch(/^Was to be decided by Thu 26 Nov, 15:00/);
    expect(find(element, 'lightning-progress-ring')).toMatchObject({ value: 100, variant: 'expired' });
    expect(element.shadowRoot?.textContent).not.toContain('-');
});

it('counts seconds in the last hour for the eye, not for the ear', async () => {
    const element = await show({ state: 'warned', now: NOW + 31 * HOUR - 1_172_000 });

    expect(shownText(element)).toContain('19 min 32 s left');
    expect(find(element, '[role="timer"]')?.textContent).toBe('19 min left');
});

it('says that half of the time has passed, between half and the warning', async () => {
    const halfAt = '2026-11-25T12:00:00Z';
    expect(textOf(part(await show({ clock: { ...clock, halfAt } }), 'half'))).toBe('Half of the time has passed');
    expect(hasPart(await show({ clock: { ...clock, halfAt: '2026-11-25T14:00:00Z' } }), 'half')).toBe(false);
    expect(hasPart(await show({ clock: { ...clock, halfAt }, state: 'warned' }), 'half')).toBe(false);
});

it('stands still while paused', async () => {
    const element = await show({ state: 'paused' });

    expect(shownText(element)).toContain('The clock stands still. What was left is kept.');
    expect(shownText(element)).not.toContain('31 h left');
    expect(find(element, '[role="timer"]')?.textContent).toBe('Paused');
});

it('names the promise to marketing when a later rep has another clock', async () => {
    const element = await show({ clock: { ...clock, promiseAt: '2026-11-25T20:00:00Z' } });

    expect(shownText(element)).toContain('Promised to marketing by Wed 25 Nov, 15:00');
});

it('shows no time without a clock, and takes one later', async () => {
    const element = await mount<{ clock?: Apex.ClockFacts; now: number }>('c-handoff-clock', HandoffClock, {
        now: NOW
    });
    expect(shownText(element)).not.toContain('left');

    element.clock = clock;
    await settle();

    expect(textOf(part(element, 'due'))).toContain('Thu 26 Nov, 15:00');
});
