import { api, LightningElement } from 'lwc';
import { fill } from 'c/labelText';
import { lookOf, ringOf, type HandoffState, type Ring, type StateLook } from 'c/handoffState';
import { dayAndTime, HOUR, instantOf, timeLeft } from 'c/timeWords';
import { labels } from './labels';

const NO_LOOK: StateLook = { words: '', icon: '', iconVariant: '', badgeClass: '' };

/** The clock of one hand-off. Presentational: the card gives it the facts, the live state and what is now. */
export default class HandoffClock extends LightningElement {
    /** Instants and words of the clock. */
    @api clock?: Apex.ClockFacts;
    /** State at this moment, as `c/handoffState` computes it. */
    @api state: HandoffState = 'open';
    /** Milliseconds of the server's now. */
    @api now = 0;

    readonly labels = labels;

    get ring(): Ring {
        return ringOf(this.clock?.startedAt, this.clock ?? {}, this.state, this.now);
    }

    get look(): StateLook {
        return lookOf(this.state) ?? NO_LOOK;
    }

    /** Open needs no badge: the time left says it. */
    get isRemarkable(): boolean {
        return this.state !== 'open' && this.look.words !== '';
    }

    /** Between half of the time and the warning: worth a word, no alarm. */
    get isHalfUsed(): boolean {
        const half = instantOf(this.clock?.halfAt);
        return this.state === 'open' && half !== undefined && this.now >= half;
    }

    get isPaused(): boolean {
        return this.state === 'paused';
    }

    get timeText(): string {
        const due = instantOf(this.clock?.decideBy);
        return due === undefined || this.isPaused ? '' : timeLeft(due, this.now);
    }

    /** Screen readers hear the time once a minute, not every second. */
    get spokenTime(): string {
        const due = instantOf(this.clock?.decideBy);
        if (due === undefined || this.isPaused) {
            return this.look.words;
        }
        const isLastHour = Math.abs(due - this.now) < HOUR;
        return isLastHour ? this.timeText.replace(/ \d+ s\b/, '') : this.timeText;
    }

    get dueText(): string {
        const due = instantOf(this.clock?.decideBy);
        // The stored instant moves with the pause: it is no promise while the clock stands still.
        if (due === undefined || this.isPaused) {
            return '';
        }
        return fill(this.now > due ? labels.DecidedBefore : labels.DecideBy, dayAndTime(due, this.now));
    }

    get hoursText(): string {
        return [this.dueText, this.clock?.hoursText].filter(Boolean).join(' · ');
    }

    get promiseText(): string {
        const promise = instantOf(this.clock?.promiseAt);
        return promise === undefined || promise === instantOf(this.clock?.decideBy)
            ? ''
            : fill(labels.PromisedBy, dayAndTime(promise, this.now));
    }
}
