/** The one clock of the org: real time plus an offset, or frozen. People and tests move it; it never goes back by itself. */
import type { Clock } from '../runtime/transaction.ts';

/** A clock that can be set, moved and frozen. All instants are milliseconds since the epoch. */
export class MovableClock implements Clock {
    private offset = 0;
    private frozenAt: number | null = null;
    private readonly source: () => number;

    /** @param source real time in milliseconds, replaced in tests */
    constructor(source: () => number = Date.now) {
        this.source = source;
    }

    now(): number {
        return this.frozenAt ?? this.source() + this.offset;
    }

    /** Sets the time; it goes on from there (or stays there while frozen). */
    set(epochMs: number): void {
        if (!Number.isFinite(epochMs)) {
            throw new RangeError(`Not an instant: ${epochMs}`);
        }
        if (this.frozenAt === null) {
            this.offset = Math.trunc(epochMs) - this.source();
        } else {
            this.frozenAt = Math.trunc(epochMs);
        }
    }

    /** Stops the clock where it is, or at an instant. */
    freeze(epochMs: number = this.now()): void {
        this.frozenAt = Math.trunc(epochMs);
    }

    /** Lets a frozen clock run again from where it stood. */
    unfreeze(): void {
        if (this.frozenAt !== null) {
            const at = this.frozenAt;
            this.frozenAt = null;
            this.set(at);
        }
    }

    /** True while time stands still. */
    get isFrozen(): boolean {
        return this.frozenAt !== null;
    }
}
