/** What state a hand-off is in at this moment, in words, with icon and ring. Pure. */
import { instantOf } from 'c/timeWords';
import { labels } from './labels';

export type HandoffState =
    | 'none'
    | 'gate'
    | 'open'
    | 'warned'
    | 'breached'
    | 'expired'
    | 'paused'
    | 'decided'
    | 'accepted'
    | 'rejected'
    | 'unrouted';

export interface StateLook {
    readonly words: string;
    readonly icon: string;
    readonly iconVariant: '' | 'success' | 'warning' | 'error';
    /** SLDS classes of a badge that says the words. */
    readonly badgeClass: string;
}

export interface Ring {
    /** 0 to 100, how much of the time is used. */
    readonly value: number;
    readonly variant: 'base' | 'warning' | 'expired';
}

/** The instants of the clock that runs for the present rep. */
export interface ClockInstants {
    readonly warnAt?: string | null;
    readonly decideBy?: string | null;
}

/** States in which the clock runs and a decision is awaited. */
export function isRunning(state: string | null | undefined): boolean {
    return state === 'open' || state === 'warned' || state === 'breached';
}

/**
 * The server stores a state when its sweep runs; between two sweeps the instants tell more. Only the server can expire or
 * decide, so nothing here goes beyond `breached`.
 */
export function liveState(
    stored: string | null | undefined,
    clock: ClockInstants | null | undefined,
    now: number
): HandoffState {
    const state = (stored ?? 'none') as HandoffState;
    if (!isRunning(state)) {
        return state;
    }
    const decideBy = instantOf(clock?.decideBy);
    const warnAt = instantOf(clock?.warnAt);
    if (decideBy !== undefined && now > decideBy) {
        return 'breached';
    }
    return warnAt !== undefined && now >= warnAt && state === 'open' ? 'warned' : state;
}

const BADGE = 'slds-badge';
const LOOKS: Readonly<Record<string, StateLook>> = {
    open: { words: labels.StateOpen, icon: 'utility:clock', iconVariant: '', badgeClass: BADGE },
    warned: {
        words: labels.StateWarned,
        icon: 'utility:warning',
        iconVariant: 'warning',
        badgeClass: `${BADGE} slds-theme_warning`
    },
    breached: {
        words: labels.StateBreached,
        icon: 'utility:warning',
        iconVariant: 'error',
        badgeClass: `${BADGE} slds-theme_error`
    },
    expired: {
        words: labels.StateExpired,
        icon: 'utility:ban',
        iconVariant: 'error',
        badgeClass: `${BADGE} slds-theme_error`
    },
    paused: { words: labels.StatePaused, icon: 'utility:pause', iconVariant: '', badgeClass: BADGE },
    accepted: {
        words: labels.StateAccepted,
        icon: 'utility:success',
        iconVariant: 'success',
        badgeClass: `${BADGE} slds-theme_success`
    },
    rejected: { words: labels.StateRejected, icon: 'utility:undo', iconVariant: '', badgeClass: BADGE },
    decided: { words: labels.StateDecided, icon: 'utility:check', iconVariant: '', badgeClass: BADGE },
    unrouted: { words: labels.StateUnrouted, icon: 'utility:user', iconVariant: 'warning', badgeClass: BADGE }
};

/** Words and icon of a state; undefined for states that have no badge. */
export function lookOf(state: string | null | undefined): StateLook | undefined {
    return LOOKS[state ?? ''];
}

/** The ring beside the words. It fills as time is used and stays full when it is over. */
export function ringOf(
    startedAt: string | null | undefined,
    clock: ClockInstants,
    state: HandoffState,
    now: number
): Ring {
    const start = instantOf(startedAt);
    const end = instantOf(clock.decideBy);
    const used = start === undefined || end === undefined || end <= start ? 0 : (100 * (now - start)) / (end - start);
    const value = state === 'breached' || state === 'expired' ? 100 : Math.round(Math.min(100, Math.max(0, used)));
    return {
        value,
        variant: state === 'breached' || state === 'expired' ? 'expired' : state === 'warned' ? 'warning' : 'base'
    };
}
