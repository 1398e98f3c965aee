/** A decision, its consequences and the log, in sentences. Pure. */
import { fill } from 'c/labelText';
import { dateWords, dayAndTime, duration, instantOf, MINUTE } from 'c/timeWords';
import { labels } from './labels';

export interface LogLine {
    readonly key: string;
    readonly when: string;
    readonly text: string;
    readonly detail: string;
}

const OUTCOMES: Readonly<Record<string, string>> = {
    MET: labels.OutcomeMet,
    MET_ASSIGNEE: labels.OutcomeAssignee,
    LATE_SALES: labels.OutcomeLate,
    EXPIRED: labels.OutcomeExpired
};

/**
 * `Accepted by you, Thu 26 Nov, 10:40 · after 5 h on the clock · In time`: as the promise counts, so that nights out,
 * weekends and pauses do not make a decision in time look late.
 */
export function decisionSentence(decision: Apex.DecisionFacts, now: number): string {
    const decidedAt = instantOf(decision.decidedAt);
    const when = decidedAt === undefined ? '' : dayAndTime(decidedAt, now);
    const isAccepted = decision.decision === 'Accepted';
    const who = decision.byMe
        ? fill(isAccepted ? labels.AcceptedByYou : labels.RejectedByYou, when)
        : fill(isAccepted ? labels.AcceptedBy : labels.RejectedBy, decision.decidedByName ?? '', when);
    const minutes = decision.minutesOnClock;
    const took = minutes == null ? '' : fill(labels.OnClock, duration(minutes * MINUTE));
    return [who, took, OUTCOMES[decision.outcome ?? ''] ?? ''].filter((part) => part !== '').join(' · ');
}

/** `Next: first contact by Fri 27 Nov, 10:40`; empty when nothing follows. */
export function nextSentence(decision: Apex.DecisionFacts, now: number): string {
    if (!decision.nextStep) {
        return '';
    }
    // The server's sentence may already say until when.
    const by = /\d:\d\d/.test(decision.nextStep) ? undefined : instantOf(decision.nextStepBy);
    const step = decision.nextStep.replace(/\.$/, '');
    return by === undefined ? fill(labels.Next, decision.nextStep) : fill(labels.NextBy, step, dayAndTime(by, now));
}

/** `Comes back on 26 Nov 2027`. */
export function revisitSentence(decision: Apex.DecisionFacts): string {
    return decision.revisitOn ? fill(labels.Revisit, dateWords(decision.revisitOn)) : '';
}

/** Newest first, as the server orders them. */
export function logLines(log: readonly Apex.LogEntry[] | null | undefined, now: number): LogLine[] {
    return (log ?? []).map((entry, index) => {
        const at = instantOf(entry.at);
        return {
            key: entry.id ?? String(index),
            when: at === undefined ? '' : dayAndTime(at, now),
            text: entry.actorName
                ? fill(labels.LogEntry, entry.cause ?? '', entry.actorName)
                : fill(labels.LogEntryAutomatic, entry.cause ?? ''),
            detail: entry.detail ?? ''
        };
    });
}

/** Earlier hand-offs of the same person, one sentence each. */
export function passLines(
    passes: readonly Apex.PassSummary[] | null | undefined,
    now: number
): { key: string; id: string; text: string }[] {
    return (passes ?? []).map((pass, index) => {
        const at = instantOf(pass.decidedAt ?? pass.handedOffAt);
        const facts = [pass.stageLabel, pass.reasonLabel, at === undefined ? '' : dayAndTime(at, now)];
        return {
            key: pass.handoffId ?? String(index),
            id: pass.handoffId ?? '',
            text: fill(labels.Pass, pass.passNumber ?? index + 1, facts.filter(Boolean).join(' · '))
        };
    });
}
