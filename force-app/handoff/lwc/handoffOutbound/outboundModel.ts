/** Outcomes on their way back to marketing, in words. Pure. */
import { fill } from 'c/labelText';
import type { RetryLine } from 'c/retryList';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

const RETRYABLE: readonly (string | null | undefined)[] = ['Retry', 'Failed'];
const PERCENT = 100;

/** `96 %`; says so when there is nothing to count. */
export function completenessWords(view: Apex.OutboundView | undefined): string {
    const share = view?.completeness;
    return share === undefined || share === null ? labels.NotAny : fill(labels.Percent, Math.floor(share * PERCENT));
}

/** `40 of 42 left · 1 waiting · 1 needs attention`. */
export function figureWords(view: Apex.OutboundView | undefined): string {
    const { sent = 0, total = 0, waiting = 0, missing = 0, failed = 0 } = view ?? {};
    return [
        fill(labels.SentOf, sent, total),
        fill(labels.WaitingCount, waiting + missing),
        fill(labels.FailedCount, failed)
    ].join(' · ');
}

export function lineOf(row: Apex.OutboundRow, now: number): RetryLine {
    const moment = (label: string, at: Platform.Maybe<string>): string => {
        const instant = instantOf(at);
        return instant === undefined ? '' : fill(label, dayAndTime(instant, now));
    };
    const isSent = Boolean(row.sentAt);
    return {
        id: row.id ?? '',
        recordId: row.handoffId ?? undefined,
        title: [row.personName, row.kindLabel, row.reasonLabel].filter(Boolean).join(' · '),
        facts: [
            row.statusLabel,
            moment(labels.Occurred, row.occurredAt),
            isSent ? moment(labels.Sent, row.sentAt) : moment(labels.Due, row.dueAt),
            isSent ? '' : fill(labels.Attempts, row.attempts ?? 0),
            isSent ? '' : moment(labels.NextAttempt, row.nextAttemptAt)
        ]
            .filter(Boolean)
            .join(' · '),
        problem: row.problem ?? '',
        isRetryable: RETRYABLE.includes(row.status)
    };
}
