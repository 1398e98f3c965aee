import { api, LightningElement } from 'lwc';
import { BAR_HEIGHT, BAR_WIDTH, fine, within } from 'c/insightGeometry';
import { drawnLines, type DrawnLine } from './barsModel';

/** `weak` stands for few cases, `young` for what can still change. */
export type BarTone = 'plain' | 'second' | 'weak' | 'young';
export type BarShape = 'bar' | 'funnel';

export interface BarLine {
    readonly key: string;
    readonly label: string;
    /** Length of the bar, 0 to 1 of the scale; none is no bar. */
    readonly share?: number | null | undefined;
    /** Ends of the interval on the same scale. */
    readonly low?: number | null | undefined;
    readonly high?: number | null | undefined;
    /** What the bar is worth. */
    readonly figure: string;
    /** Numerator and denominator, interval. */
    readonly detail?: string;
    /** State in words, with its icon. */
    readonly note?: string;
    readonly icon?: string;
    readonly iconVariant?: string;
    readonly tone?: BarTone;
}

/**
 * Horizontal bars with their intervals, or a funnel, as a table: what is drawn is also written. Fires `selected` with the
 * key of a line.
 */
export default class InsightBars extends LightningElement {
    /** Name of the table, for who cannot see where it stands. */
    @api caption = '';
    /** Heading of what the lines are. */
    @api lineHead = '';
    /** Heading of what they are worth. */
    @api figureHead = '';
    /** What to draw, in order. */
    @api lines: readonly BarLine[] = [];
    /** Bars from the left, or a funnel. */
    @api shape: BarShape = 'bar';
    /** Band on the scale of the bars, 0 to 1. */
    @api targetLow?: number | null;
    @api targetHigh?: number | null;
    /** Lines open to their rows. */
    @api isSelectable?: boolean;

    readonly viewBox = `0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`;

    get drawn(): DrawnLine[] {
        return drawnLines(this.lines, this.shape);
    }

    get hasTarget(): boolean {
        return this.targetLow != null || this.targetHigh != null;
    }

    get targetX(): number {
        return fine(BAR_WIDTH * within(this.targetLow));
    }

    get targetWidth(): number {
        return fine(BAR_WIDTH * within(this.targetHigh ?? 1) - this.targetX);
    }

    handleSelect(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('selected', { detail: { key } }));
    }
}
