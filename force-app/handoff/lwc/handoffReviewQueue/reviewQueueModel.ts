/** The review queue as lines and as reasons to filter by. Pure. */
import { fill } from 'c/labelText';
import { dayAndTime, instantOf, timeLeft } from 'c/timeWords';
import { labels } from './labels';

export interface QueueLine {
    readonly key: string;
    readonly personId: string | undefined;
    readonly person: string;
    readonly company: string;
    readonly owed: string;
    readonly left: string;
    readonly due: string;
    readonly isLate: boolean;
    readonly reason: string;
    readonly rationale: string;
    readonly facts: string;
    readonly isOpen: boolean;
    readonly toggle: string;
    readonly expanded: 'true' | 'false';
}

export function queueLine(item: Apex.QueueItem, now: number, openId: string): QueueLine {
    const due = instantOf(item.dueAt);
    const isOpen = item.handoffId === openId;
    const person = item.personName ?? item.name ?? '';
    const facts = [
        item.sentByName ? fill(labels.SentBy, item.sentByName) : '',
        item.source ? fill(labels.Source, item.source) : '',
        item.campaignName ? fill(labels.Campaign, item.campaignName) : ''
    ];
    return {
        key: item.handoffId ?? '',
        personId: item.personId,
        person,
        company: item.company ?? '',
        owed: item.owed ?? '',
        left: due === undefined ? labels.NoClock : timeLeft(due, now),
        due: due === undefined ? '' : fill(labels.DueBy, dayAndTime(due, now)),
        isLate: due !== undefined && now > due,
        reason: item.reasonLabel ?? '',
        rationale: item.rationale ?? '',
        facts: facts.filter(Boolean).join(' · '),
        isOpen,
        toggle: isOpen ? labels.CloseReview : labels.Work,
        expanded: isOpen ? 'true' : 'false'
    };
}

/** `4 in review, 1 late`. */
export function queueWords(queue: Apex.ReviewQueue | undefined): string {
    const total = queue?.total ?? 0;
    const late = queue?.late ?? 0;
    return late > 0 ? fill(labels.InReviewLate, total, late) : fill(labels.InReview, total);
}
