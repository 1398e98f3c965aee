/** The four moves of the clock in the frame. */
import type { Gateway } from './gateway.ts';
import { badRequest } from './httpError.ts';

const HOUR_MS = 3_600_000;
/** A job that notices what is due comes a little later; a move to what is due waits for it this long. */
const NOTICED_WITHIN_MS = 15 * 60_000;

export interface ClockAnswer {
    readonly now: number;
    /** One sentence for the frame; empty when there is nothing to say. */
    readonly message: string;
}

/**
 * @param move `now`, `hour`, `day`, `next`; or an instant in milliseconds
 * @throws HttpError 400 for anything else, and for going back in time
 */
export function moveClock(gateway: Gateway, move: unknown, realNow: number): ClockAnswer {
    const before = gateway.now();
    const target = targetOf(gateway, move, before, realNow);
    if (target === null) return { now: before, message: 'Nothing is due or scheduled.' };
    if (target < before) {
        throw badRequest(
            'INVALID_INPUT',
            "The org's clock is ahead of that already, and time does not go back. Reset starts over."
        );
    }
    gateway.advanceTo(target);
    if (move === 'next') {
        const job = gateway.nextScheduled();
        if (job !== null && job - target <= NOTICED_WITHIN_MS) gateway.advanceTo(job);
    }
    return { now: gateway.now(), message: '' };
}

function targetOf(gateway: Gateway, move: unknown, before: number, realNow: number): number | null {
    if (typeof move === 'number' && Number.isFinite(move)) return move;
    switch (move) {
        case 'now':
            return realNow;
        case 'hour':
            return before + HOUR_MS;
        case 'day':
            return before + 24 * HOUR_MS;
        case 'next':
            return gateway.nextDue();
        default:
            throw badRequest(
                'INVALID_INPUT',
                'The clock moves by "now", "hour", "next", "day", or to an instant in milliseconds.'
            );
    }
}
