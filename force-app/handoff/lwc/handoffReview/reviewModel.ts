/** What marketing can do with a hand-off in review, in words. Pure. */
import { fill } from 'c/labelText';
import { dayAndTime, instantOf, timeLeft } from 'c/timeWords';
import { labels } from './labels';

export type Ending = 'Nurture' | 'Disqualified' | 'Duplicate';

export interface ReviewView {
    readonly left: string;
    readonly due: string;
    readonly isLate: boolean;
    readonly backTo: string;
    readonly sendBack: string;
    readonly nurture: string;
    readonly otherName: string;
    readonly details: readonly { readonly key: string; readonly label: string; readonly value: string }[];
}

export interface RepairField {
    readonly name: string;
    readonly label: string;
    readonly type: string;
    readonly value: string;
}

/** The clock of marketing and the words on the buttons, which a dispute changes: it is ruled on, not repaired. */
export function reviewView(facts: Apex.ReviewFacts, now: number): ReviewView {
    const due = instantOf(facts.dueAt);
    const isDispute = facts.reasonCode === 'DISPUTE_SCORE';
    return {
        left: due === undefined ? labels.NoClock : timeLeft(due, now),
        due: due === undefined ? '' : fill(labels.DueBy, dayAndTime(due, now)),
        isLate: due !== undefined && now > due,
        backTo: facts.backToName ? fill(labels.BackTo, facts.backToName) : labels.BackToRouting,
        sendBack: isDispute ? labels.Overturn : labels.SendBack,
        nurture: isDispute ? labels.Uphold : labels.ToNurture,
        otherName: facts.otherName ?? '',
        details: (facts.details ?? []).map(({ label = '', value = '' }) => ({ key: label, label, value }))
    };
}

/** What the person's record says, overlaid with what was typed. */
export function repairFields(facts: Apex.ReviewFacts, typed: Readonly<Record<string, string>>): RepairField[] {
    return (facts.repairs ?? []).map(({ name = '', label = '', type = 'text', value }) => ({
        name,
        label,
        type,
        value: typed[name] ?? value ?? ''
    }));
}

/** How a review can end otherwise than with sales. */
export function endings(facts: Apex.ReviewFacts): { readonly label: string; readonly value: Ending }[] {
    const { nurture } = reviewView(facts, 0);
    return [
        { label: nurture, value: 'Nurture' },
        { label: labels.ToDisqualified, value: 'Disqualified' },
        { label: labels.ToDuplicate, value: 'Duplicate' }
    ];
}
