import { isRunning, liveState, lookOf, ringOf } from 'c/handoffState';
import { NOW } from 'testing';

const iso = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();

it.each([
    ['before the warning', 'open', { warnAt: iso(1), decideBy: iso(5) }, 'open'],
    ['between two sweeps, after the warning', 'open', { warnAt: iso(-1), decideBy: iso(5) }, 'warned'],
    ['between two sweeps, after the due instant', 'open', { warnAt: iso(-5), decideBy: iso(-1) }, 'breached'],
    ['a stored warning stays', 'warned', { warnAt: iso(1), decideBy: iso(5) }, 'warned'],
    ['a stored breach stays', 'breached', { decideBy: iso(1) }, 'breached'],
    ['only the server decides', 'decided', { decideBy: iso(-9) }, 'decided'],
    ['only the server expires', 'expired', { decideBy: iso(-9) }, 'expired'],
    ['a paused clock does not move', 'paused', { warnAt: iso(-5), decideBy: iso(-1) }, 'paused'],
    ['without a clock', 'open', undefined, 'open'],
    ['without a state', undefined, undefined, 'none']
])('knows the state: %s', (_case, stored, clock, expected) => {
    expect(liveState(stored, clock, NOW)).toBe(expected);
});

it.each([
    ['open', true],
    ['warned', true],
    ['breached', true],
    ['paused', false],
    ['expired', false],
    ['decided', false],
    [undefined, false]
])('says of %s whether a decision is awaited: %s', (state, expected) => {
    expect(isRunning(state)).toBe(expected);
});

it.each([
    ['half of the time is used', iso(-24), iso(24), 'open', { value: 50, variant: 'base' }],
    ['nearly all is used', iso(-45), iso(5), 'warned', { value: 90, variant: 'warning' }],
    ['it is late', iso(-50), iso(-2), 'breached', { value: 100, variant: 'expired' }],
    ['it has not begun', iso(1), iso(49), 'open', { value: 0, variant: 'base' }],
    ['the start is not known', undefined, iso(49), 'open', { value: 0, variant: 'base' }],
    ['the instants make no sense', iso(5), iso(5), 'open', { value: 0, variant: 'base' }]
] as const)('fills the ring when %s', (_case, start, decideBy, state, expected) => {
    expect(ringOf(start, { decideBy }, state, NOW)).toEqual(expected);
});

it('says every state in words with an icon, not by colour alone', () => {
    for (const state of [
        'open',
        'warned',
        'breached',
        'expired',
        'paused',
        'accepted',
        'rejected',
        'decided',
        'unrouted'
    ]) {
        expect(lookOf(state)?.words).toMatch(/^[A-Z]/);
        expect(lookOf(state)?.icon).toMatch(/^utility:/);
    }
    expect(lookOf('gate')).toBeUndefined();
    expect(lookOf(undefined)).toBeUndefined();
});
