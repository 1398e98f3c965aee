/** What was promised by accepting, and how it stands, in words. Pure. */
import { fill } from 'c/labelText';
import { dayAndTime, instantOf, timeLeft } from 'c/timeWords';
import { labels } from './labels';

export interface FollowUpLine {
    readonly key: string;
    readonly term: string;
    readonly text: string;
    /** What follows when nothing is done; empty when nothing does. */
    readonly consequence: string;
    readonly icon: string;
    readonly variant: string;
}

type Look = Pick<FollowUpLine, 'icon' | 'variant'>;

const DONE: Look = { icon: 'utility:success', variant: 'success' };
const OPEN: Look = { icon: 'utility:clock', variant: '' };
const LATE: Look = { icon: 'utility:warning', variant: 'warning' };

/** The three promises, the next one first. */
export function followUpLines(facts: Apex.SalesFollowUpFacts, now: number): FollowUpLine[] {
    return [contactLine(facts, now), attemptsLine(facts, now), resultLine(facts, now)].filter(
        (line): line is FollowUpLine => line !== undefined
    );
}

/** What sales did lately, the latest first. */
export function workLines(facts: Apex.SalesFollowUpFacts, now: number): { key: string; text: string }[] {
    return (facts.latest ?? []).map(({ at, userName, isAttempt, isTwoWay }, index) => {
        const instant = instantOf(at);
        const when = instant === undefined ? '' : dayAndTime(instant, now);
        const who = isAttempt === false ? labels.Reply : (userName ?? '');
        return {
            key: `${index} ${at ?? ''}`,
            text: [when, isAttempt && isTwoWay ? fill(labels.Answered, who) : who].filter(Boolean).join(' · ')
        };
    });
}

function contactLine(facts: Apex.SalesFollowUpFacts, now: number): FollowUpLine | undefined {
    const due = instantOf(facts.contactDueAt);
    const made = instantOf(facts.firstActivityAt);
    const line = { key: 'contact', term: labels.Contact, consequence: '' };
    if (made !== undefined) {
        const isLate = due !== undefined && made > due;
        const when = dayAndTime(made, now);
        const text = isLate ? fill(labels.ContactDoneLate, when, dayAndTime(due, now)) : fill(labels.ContactDone, when);
        return { ...line, ...DONE, text };
    }
    if (due === undefined) {
        return undefined;
    }
    const idle = instantOf(facts.idleAt);
    const consequence = idle === undefined ? '' : fill(labels.Idle, dayAndTime(idle, now));
    return now > due
        ? { ...line, ...LATE, consequence, text: fill(labels.ContactLate, dayAndTime(due, now)) }
        : { ...line, ...OPEN, consequence, text: fill(labels.ContactOpen, dayAndTime(due, now), timeLeft(due, now)) };
}

function attemptsLine(facts: Apex.SalesFollowUpFacts, now: number): FollowUpLine | undefined {
    const answered = instantOf(facts.firstTwoWayAt);
    const due = instantOf(facts.attemptsDueAt);
    const line = { key: 'attempts', term: labels.Attempts, consequence: '' };
    const counts = [
        facts.attempts ?? 0,
        facts.attemptsWanted ?? 0,
        facts.attemptDays ?? 0,
        facts.attemptDaysWanted ?? 0
    ] as const;
    if (answered !== undefined) {
        return { ...line, ...DONE, text: fill(labels.AttemptsAnswered, dayAndTime(answered, now)) };
    }
    if (due === undefined) {
        return facts.attempts ? { ...line, ...DONE, text: fill(labels.AttemptsDone, counts[0], counts[2]) } : undefined;
    }
    return now > due
        ? { ...line, ...LATE, text: fill(labels.AttemptsLate, ...counts, dayAndTime(due, now)) }
        : { ...line, ...OPEN, text: fill(labels.AttemptsOpen, ...counts, dayAndTime(due, now)) };
}

function resultLine(facts: Apex.SalesFollowUpFacts, now: number): FollowUpLine | undefined {
    const end = instantOf(facts.endAt);
    if (end === undefined) {
        return undefined;
    }
    const warn = instantOf(facts.warnAt);
    const look = now > end || (warn !== undefined && now >= warn) ? LATE : OPEN;
    const text = fill(now > end ? labels.Ended : labels.End, dayAndTime(end, now));
    return { key: 'result', term: labels.Result, consequence: '', text, ...look };
}
