import { api, LightningElement } from 'lwc';
import { labels } from './labels';
import {
    BASE,
    cumulativeLine,
    HEIGHT,
    reasonBars,
    reasonRows,
    sideTotals,
    WIDTH,
    type Reason,
    type ReasonBar,
    type ReasonRow,
    type SideTotal
} from './paretoModel';

export type { Reason };

/** Reasons by how often they are given, by whose fault, with their cumulative share. Fires `selected` with a reason. */
export default class InsightPareto extends LightningElement {
    /** Name of the picture and of its table. */
    @api caption = '';
    /** Reasons, the most frequent first. */
    @api reasons: readonly Reason[] = [];

    readonly labels = labels;
    readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
    readonly width = WIDTH;
    readonly base = BASE;
    readonly numbersAt = HEIGHT - 4;

    get bars(): ReasonBar[] {
        return reasonBars(this.reasons);
    }

    get line(): string {
        return cumulativeLine(this.reasons);
    }

    get rows(): ReasonRow[] {
        return reasonRows(this.reasons);
    }

    get sides(): SideTotal[] {
        return sideTotals(this.reasons);
    }

    handleSelect(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('selected', { detail: { key } }));
    }
}
