/** Tells how far long work is: count, share and rate; nothing when it is over within two seconds. */

const EVERY_MS = 2000;
const SECOND_MS = 1000;

export class Progress {
    private readonly what: string;
    private readonly total: number;
    private readonly say: (line: string) => void;
    private readonly now: () => number;
    private readonly startedAt: number;
    private toldAt: number;

    /** @param what stage, e.g. `Loading rows` */
    constructor(what: string, total: number, say: (line: string) => void, now = () => performance.now()) {
        this.what = what;
        this.total = total;
        this.say = say;
        this.now = now;
        this.startedAt = now();
        this.toldAt = this.startedAt;
    }

    at(done: number): void {
        const now = this.now();
        if (now - this.toldAt < EVERY_MS) return;
        this.toldAt = now;
        const rate = Math.round(done / ((now - this.startedAt) / SECOND_MS));
        const share = Math.floor((100 * done) / Math.max(1, this.total));
        this.say(`  ${this.what} ${grouped(done)}/${grouped(this.total)} (${share} %), ${grouped(rate)} per second`);
    }
}

const grouped = (count: number): string => count.toLocaleString('en-US');
