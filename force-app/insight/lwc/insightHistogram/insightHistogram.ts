import { api, LightningElement } from 'lwc';
import { labels } from './labels';
import {
    BASE,
    bucketRows,
    columns,
    HEIGHT,
    marks,
    ticks,
    WIDTH,
    type Bucket,
    type BucketRow,
    type Column,
    type Mark,
    type Tick
} from './histogramModel';

export type { Bucket };

/** How many took how many days, with median and P90 marked. */
export default class InsightHistogram extends LightningElement {
    /** Name of the picture and of its table. */
    @api caption = '';
    /** Counts by days, in order and without gaps. */
    @api buckets: readonly Bucket[] = [];
    /** Days. */
    @api median?: number | null;
    @api p90?: number | null;

    readonly labels = labels;
    readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
    readonly width = WIDTH;
    readonly base = BASE;
    readonly textAt = HEIGHT - 6;

    get columns(): Column[] {
        return columns(this.buckets);
    }

    get marks(): Mark[] {
        return marks(this.buckets, this.median, this.p90);
    }

    get ticks(): Tick[] {
        return ticks(this.buckets);
    }

    get rows(): BucketRow[] {
        return bucketRows(this.buckets);
    }
}
