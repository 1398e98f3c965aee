/** A pause in words. Pure. */
import { fill } from 'c/labelText';
import { dayAndTime, duration, instantOf, MINUTE } from 'c/timeWords';
import { labels } from './labels';

/** What there is to say about a clock that stands still, one sentence per line. */
export function pauseLines(facts: Apex.PauseFacts, now: number): string[] {
    const since = instantOf(facts.pausedAt);
    const until = instantOf(facts.pausedUntil);
    return [
        facts.note ?? '',
        since === undefined ? '' : fill(labels.PauseBy, facts.pausedByName ?? '', dayAndTime(since, now)),
        until === undefined ? labels.PauseEndsByHand : fill(labels.PauseEndsBy, dayAndTime(until, now)),
        facts.minutesLeft == null ? '' : fill(labels.PauseKept, duration(facts.minutesLeft * MINUTE))
    ].filter(Boolean);
}
