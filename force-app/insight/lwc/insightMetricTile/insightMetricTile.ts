import { api, LightningElement } from 'lwc';
import { bandOf, percent, type Band } from 'c/insightFormats';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';
import { HEIGHT, sparkOf, WIDTH, type Spark } from './sparkline';

interface TrendRow {
    readonly key: string;
    readonly label: string;
    readonly value: string;
}

/** Title, one figure large, its n and band, a trend, as of when, and the way to definition and rows. Fires `opened`. */
export default class InsightMetricTile extends LightningElement {
    /** The figure; nothing while it loads. */
    @api metric?: Apex.MetricValue;
    /** What went wrong instead. */
    @api error?: unknown;
    /** Milliseconds of the server's now. */
    @api now = 0;

    readonly labels = labels;
    readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;

    get isLoading(): boolean {
        return this.metric === undefined && !this.error;
    }

    get label(): string {
        return this.metric?.label ?? '';
    }

    get figure(): string {
        return percent(this.metric?.value);
    }

    get cases(): string {
        const n = this.metric?.n ?? 0;
        return n === 0 ? labels.NoCases : fill(labels.Of, this.metric?.numerator ?? 0, n);
    }

    get pending(): string {
        return this.metric?.pending ? fill(labels.Pending, this.metric.pending) : '';
    }

    get band(): Band {
        return bandOf(this.metric ?? {});
    }

    get isSmall(): boolean {
        return this.metric?.isSmall === true && (this.metric.n ?? 0) > 0;
    }

    get spark(): Spark {
        return sparkOf((this.metric?.trend ?? []).map((point) => point.value));
    }

    get hasTrend(): boolean {
        return this.spark.dots.length > 1;
    }

    get trendText(): string {
        return fill(labels.TrendOf, this.label);
    }

    get trendRows(): TrendRow[] {
        return (this.metric?.trend ?? []).map(({ label = '', value, n }, index) => ({
            key: String(index),
            label,
            value: fill(labels.TrendPoint, percent(value), n ?? 0)
        }));
    }

    get asOf(): string {
        const at = instantOf(this.metric?.asOf);
        return at === undefined ? '' : fill(labels.AsOf, dayAndTime(at, this.now));
    }

    handleOpen(): void {
        this.dispatchEvent(new CustomEvent('opened'));
    }
}
