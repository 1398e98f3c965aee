/** Which parts of the card are shown in which state. Pure. */
import { isRunning, type HandoffState } from 'c/handoffState';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export interface CardView {
    /** `P1 · MQL`. */
    readonly badge: string;
    readonly isNone: boolean;
    readonly isGate: boolean;
    /** Whoever came back from sales may be handed over again. */
    readonly isGateAgain: boolean;
    /** A rep sees the person before the clock; after a decision what became of it comes first. */
    readonly isBriefFirst: boolean;
    readonly hasClock: boolean;
    readonly hasActions: boolean;
    /** A decision comes before the brief; the log alone comes after it. */
    readonly isStoryFirst: boolean;
    readonly isStoryLast: boolean;
    /** Whether something may follow the decision: qualify, convert, end, take back, reopen. */
    readonly hasLifecycle: boolean;
    /** Whether a decision stands that may be wrong. */
    readonly hasCorrection: boolean;
    /** Whether marketing has something to do with it. */
    readonly hasReview: boolean;
    /** Who is waited for, or what happened at expiry; empty when the card speaks for itself. */
    readonly sentence: string;
    readonly consequence: string;
}

/** Stages after which the card offers more than its story. */
const STAGES_THAT_GO_ON: ReadonlySet<string> = new Set(['SAL', 'SQL', 'OPP', 'DQ']);

const CORRECTABLE_STAGES: ReadonlySet<string> = new Set(['SAL', 'NUR', 'DQ', 'MRV']);
const STAGES_AFTER_EXPIRY: ReadonlySet<string> = new Set(['MQL', 'MRV']);
const MARKETING_STAGES: ReadonlySet<string> = new Set(['MRV', 'NUR']);

export function cardView(card: Apex.HandoffCard, state: HandoffState, now: number): CardView {
    const isGate = state === 'gate';
    const isNone = state === 'none';
    const runs = isRunning(state);
    return {
        badge: [card.priority, card.stageLabel ?? card.stage].filter(Boolean).join(' · '),
        isNone,
        isGate,
        isGateAgain: state === 'decided' && card.canHandOver === true,
        isBriefFirst: card.decision == null && !isNone && !isGate,
        hasClock: (runs && Boolean(card.clock?.decideBy)) || state === 'paused',
        hasActions: runs && card.canDecide === true,
        isStoryFirst: card.decision != null && !isNone,
        isStoryLast: card.decision == null && !isNone,
        hasCorrection: state === 'decided' && card.decision != null && CORRECTABLE_STAGES.has(card.stage ?? ''),
        hasReview: MARKETING_STAGES.has(card.stage ?? ''),
        hasLifecycle: state === 'decided' && STAGES_THAT_GO_ON.has(card.stage ?? ''),
        sentence: sentenceOf(card, state, now),
        // What follows is news only until somebody saw to it.
        consequence:
            state === 'expired' && STAGES_AFTER_EXPIRY.has(card.stage ?? '') ? (card.clock?.expiryText ?? '') : ''
    };
}

function sentenceOf(card: Apex.HandoffCard, state: HandoffState, now: number): string {
    const owner = card.ownerName ?? '';
    if (state === 'none') {
        return labels.CardEmpty;
    }
    if (state === 'unrouted') {
        return labels.WaitingUnrouted;
    }
    if (state === 'expired') {
        return expirySentence(card, owner, now);
    }
    if (!isRunning(state) || card.isMine) {
        return '';
    }
    if (card.isOwnerQueue) {
        return fill(labels.WaitingInQueue, owner);
    }
    return card.canDecide ? '' : fill(labels.WaitingFor, owner);
}

function expirySentence(card: Apex.HandoffCard, owner: string, now: number): string {
    const due = instantOf(card.clock?.decideBy);
    if (due === undefined) {
        return fill(labels.ExpiredUndated, owner);
    }
    const when = dayAndTime(due, now);
    if (card.previousOwnerName === owner) {
        return fill(labels.ExpiredStaying, when);
    }
    const moved = fill(labels.ExpiredText, when, owner);
    return card.previousOwnerName ? `${moved} ${fill(labels.ExpiredFrom, card.previousOwnerName)}` : moved;
}
