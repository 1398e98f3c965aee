import { learnServerTime, serverNow, Ticker, tickInterval } from 'c/clockSource';
import { NOW } from 'testing';

const HOUR = 3_600_000;

it('trusts the browser until the server said something', () => {
    expect(serverNow(NOW)).toBe(NOW);
});

it('corrects a laptop whose clock is wrong', () => {
    learnServerTime('2026-11-25T15:00:00Z', NOW);

    expect(serverNow(NOW + 1000)).toBe(NOW + 2 * HOUR + 1000);
});

it('is not fooled by an answer that was cached', () => {
    learnServerTime('2026-11-25T15:00:00Z', NOW);
    learnServerTime('2026-11-25T15:00:00Z', NOW + HOUR);

    expect(serverNow(NOW + HOUR)).toBe(NOW + 3 * HOUR);
});

it('ignores what is no instant', () => {
    learnServerTime(undefined);
    learnServerTime('soon');

    expect(serverNow(NOW)).toBe(NOW);
});

it.each([
    ['nothing counts down', [undefined], 60_000],
    ['far away', [NOW + 2 * HOUR], 60_000],
    ['the last hour', [NOW + 2 * HOUR, NOW + HOUR], 1000],
    ['the first hour after', [NOW - HOUR], 1000],
    ['long over', [NOW - 2 * HOUR], 60_000]
])('ticks by the nearest instant: %s', (_case, instants, expected) => {
    expect(tickInterval(instants, NOW)).toBe(expected);
});

it('ticks once a minute, once a second in the last hour, and not at all after stop', () => {
    jest.useFakeTimers({ now: NOW });
    const onTick = jest.fn();
    const ticker = new Ticker(onTick, () => [NOW + HOUR + 30_000]);

    ticker.start();
    jest.advanceTimersByTime(60_000);
    expect(onTick).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10_000);
    expect(onTick).toHaveBeenCalledTimes(11);

    ticker.stop();
    jest.advanceTimersByTime(HOUR);
    expect(onTick).toHaveBeenCalledTimes(11);
});
