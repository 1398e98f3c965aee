/** One line of a list of hand-offs, in words. Pure. */
import { fill } from 'c/labelText';
import { isRunning, liveState, lookOf, ringOf, type HandoffState, type Ring } from 'c/handoffState';
import { dateWords, dayAndTime, instantOf, timeLeft } from 'c/timeWords';
import { labels } from './labels';

export interface RowView {
    readonly state: HandoffState;
    readonly words: string;
    readonly icon: string;
    readonly iconVariant: string;
    readonly ring: Ring;
    /** The one thing to read first: time left, the state, or the day somebody comes back. */
    readonly headline: string;
    readonly due: string;
    readonly facts: string;
    readonly owner: string;
    readonly isRunning: boolean;
}

export function rowView(row: Apex.HandoffRow, now: number): RowView {
    const state = liveState(row.state, row, now);
    const look = lookOf(state);
    const due = instantOf(row.decideBy);
    const runs = isRunning(state);
    const contact = instantOf(row.contactDueAt);
    const isReturning = !runs && Boolean(row.revisitOn);
    const headline =
        runs && due !== undefined
            ? timeLeft(due, now)
            : contact !== undefined
              ? timeLeft(contact, now)
              : isReturning
                ? fill(labels.Revisit, dateWords(row.revisitOn ?? ''))
                : (look?.words ?? '');
    // The headline of a person who comes back says when; what happened since is the news.
    const facts = [row.since ?? row.whyNow, row.strandedWhy, runs || row.since ? '' : row.followUp];
    return {
        state,
        words: look?.words ?? '',
        icon: look?.icon ?? '',
        iconVariant: look?.iconVariant ?? '',
        ring: ringOf(row.handedOffAt, row, state, now),
        headline,
        due:
            (runs || state === 'expired') && due !== undefined
                ? fill(labels.DueBy, dayAndTime(due, now))
                : contact !== undefined
                  ? fill(labels.ContactBy, dayAndTime(contact, now))
                  : '',
        facts: facts.filter(Boolean).join(' · '),
        owner: [row.ownerName ? fill(labels.With, row.ownerName) : '', row.team].filter(Boolean).join(' · '),
        isRunning: runs
    };
}
