import { api, LightningElement } from 'lwc';
import { BAR_HEIGHT, BAR_WIDTH } from 'c/insightGeometry';
import { labels } from './labels';
import { segments, sliceRows, totalWords, type Segment, type Slice, type SliceRow } from './stackModel';

export type { Slice };

/** One whole in parts that exclude each other, side by side. Fires `selected` with the key of a part. */
export default class InsightStack extends LightningElement {
    /** Name of the picture and of its table. */
    @api caption = '';
    /** Parts that exclude each other and make the whole. */
    @api slices: readonly Slice[] = [];
    /** Amount of the whole. */
    @api total?: number;
    /** Opportunities of the whole. */
    @api deals?: number;
    /** Currency of all amounts. */
    @api currencyCode?: string;
    /** Parts open to their rows. */
    @api isSelectable?: boolean;

    readonly labels = labels;
    readonly viewBox = `0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`;

    get segments(): Segment[] {
        return segments(this.slices);
    }

    get rows(): SliceRow[] {
        return sliceRows(this.slices, this.total ?? 0, this.currencyCode);
    }

    get totalText(): string {
        return totalWords(this.total, this.deals, this.currencyCode);
    }

    handleSelect(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('selected', { detail: { key } }));
    }
}
