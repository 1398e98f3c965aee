/**
 * The server's clock on this page. Every answer of the server carries its `serverNow`; the distance to the browser's clock
 * is kept, so that a countdown is right on a laptop whose clock is not.
 */
import { HOUR, instantOf, MINUTE, SECOND } from 'c/timeWords';

let offset: number | undefined;

/**
 * Learns from one answer. An answer that was cached or took long makes the server look behind, never ahead, so the largest
 * distance seen is the best one.
 */
export function learnServerTime(answeredAt: string | null | undefined, clientNow: number = Date.now()): void {
    const instant = instantOf(answeredAt);
    if (instant !== undefined) {
        offset = Math.max(offset ?? -Infinity, instant - clientNow);
    }
}

/** Milliseconds of the server's now. */
export function serverNow(clientNow: number = Date.now()): number {
    return clientNow + (offset ?? 0);
}

/** Forgets what was learnt. For tests. */
export function resetServerTime(): void {
    offset = undefined;
}

/** Once a second within an hour of the nearest instant, once a minute otherwise. */
export function tickInterval(instants: readonly (number | undefined)[], now: number): number {
    const isNear = instants.some((instant) => instant !== undefined && Math.abs(instant - now) <= HOUR);
    return isNear ? SECOND : MINUTE;
}

/** Calls back as time passes. Needs no server. */
export class Ticker {
    private timer: number | undefined;
    private readonly onTick: () => void;
    private readonly instants: () => readonly (number | undefined)[];

    /**
     * @param onTick called with every tick
     * @param instants what is being counted down to
     */
    constructor(onTick: () => void, instants: () => readonly (number | undefined)[]) {
        this.onTick = onTick;
        this.instants = instants;
    }

    /** Starts, or starts anew after the instants changed. */
    start(): void {
        this.stop();
        const wait = tickInterval(this.instants(), serverNow());
        // A countdown is what a timer is for; it ends with stop().
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = window.setTimeout(() => {
            this.onTick();
            this.start();
        }, wait);
    }

    stop(): void {
        window.clearTimeout(this.timer);
        this.timer = undefined;
    }
}
