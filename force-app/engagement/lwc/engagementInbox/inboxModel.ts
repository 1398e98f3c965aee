/** Events of the inbox in words. Pure. */
import { fill } from 'c/labelText';
import type { RetryLine } from 'c/retryList';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export const FAILED = 'Failed';
const WAITING = 'New';
const DELIVERED = 'Done';

export interface StatusPill {
    readonly code: string;
    readonly words: string;
    readonly pressed: 'true' | 'false';
    readonly className: string;
}

/** `Needs attention (2)`, `Waiting (0)`, `Delivered (90)`. */
export function statusPills(view: Apex.InboxView | undefined, picked: string): StatusPill[] {
    const pill = (code: string, label: string, total: number): StatusPill => ({
        code,
        words: fill(labels.StatusCount, label, total),
        pressed: code === picked ? 'true' : 'false',
        className: `slds-button ${code === picked ? 'slds-button_brand' : 'slds-button_neutral'}`
    });
    return [
        pill(FAILED, labels.Failed, view?.failed ?? 0),
        pill(WAITING, labels.Waiting, view?.waiting ?? 0),
        pill(DELIVERED, labels.Delivered, view?.delivered ?? 0)
    ];
}

/** What is empty, in words for the picked status. */
export function emptyWords(picked: string): string {
    return picked === FAILED
        ? labels.NothingFailed
        : picked === WAITING
          ? labels.NothingWaits
          : labels.NothingDelivered;
}

export function lineOf(row: Apex.InboxRow, now: number): RetryLine {
    const received = instantOf(row.receivedAt);
    const next = instantOf(row.nextAttemptAt);
    return {
        id: row.id ?? '',
        title: [row.name, row.source].filter(Boolean).join(' · '),
        facts: [
            row.statusLabel,
            received === undefined ? '' : fill(labels.Received, dayAndTime(received, now)),
            fill(labels.Attempts, row.attempts ?? 0),
            next === undefined ? '' : fill(labels.NextAttempt, dayAndTime(next, now))
        ]
            .filter(Boolean)
            .join(' · '),
        problem: row.problem ?? '',
        payload: row.payload ?? '',
        isRetryable: row.status === FAILED
    };
}
