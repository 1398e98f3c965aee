import { api, LightningElement } from 'lwc';
import { figure, windowWords, type Band } from 'c/insightFormats';
import { BAR_HEIGHT, BAR_WIDTH } from 'c/insightGeometry';
import { notices } from 'c/insightQuery';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';
import { HEIGHT, sparkOf, WIDTH, type Spark } from './sparkline';
import { casesText, figureText, scaleOf, sideLines, stateOf, trendShares, type Scale } from './tileModel';

const BASES: Readonly<Record<string, string>> = {
    cohort: labels.BasisCohort,
    period: labels.BasisPeriod,
    person: labels.BasisPerson
};

interface TrendRow {
    readonly key: string;
    readonly label: string;
    readonly value: string;
}

/**
 * Title, one figure large, its n, interval and band, a trend, as of when, and the way to definition and rows. What is too
 * young to be judged is hatched. Fires `opened`,
 * and `retried` after a failure.
 */
export default class InsightMetricTile extends LightningElement {
    /** The figure; nothing while it loads. */
    @api metric?: Apex.MetricValue;
    /** What went wrong instead. */
    @api error?: unknown;
    /** What the figure counts of what there is, in sentences. */
    @api scope: readonly string[] = [];
    /** Milliseconds of the server's now. */
    @api now = 0;

    readonly labels = labels;
    readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
    readonly scaleBox = `0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`;

    get shown(): Apex.MetricValue {
        return this.metric ?? {};
    }

    get isLoading(): boolean {
        return this.metric === undefined && !this.error;
    }

    get label(): string {
        return this.shown.label ?? '';
    }

    get figure(): string {
        return figureText(this.shown);
    }

    get figureClass(): string {
        return this.isSmall || this.shown.isImmature ? 'figure slds-text-color_weak' : 'figure';
    }

    get cases(): string {
        return casesText(this.shown);
    }

    get sides(): string[] {
        return sideLines(this.shown);
    }

    get state(): Band {
        return stateOf(this.shown);
    }

    get scale(): Scale | undefined {
        return scaleOf(this.shown);
    }

    get valueClass(): string {
        return this.shown.isImmature ? 'young' : this.isSmall ? 'value weak' : 'value';
    }

    get isSmall(): boolean {
        return this.shown.isSmall === true && !this.shown.isHidden && (this.shown.n ?? 0) > 0;
    }

    /** Some figures are made from sums alone. */
    get hasRows(): boolean {
        return this.shown.hasRows !== false;
    }

    get spark(): Spark {
        return sparkOf(trendShares(this.shown));
    }

    get hasTrend(): boolean {
        return !this.shown.isHidden && this.spark.dots.length > 1;
    }

    get trendText(): string {
        return fill(labels.TrendOf, this.label);
    }

    get trendRows(): TrendRow[] {
        return (this.shown.trend ?? []).map(({ label = '', value, n }, index) => ({
            key: String(index),
            label,
            value: this.pointText(figure(value, this.shown.unit, this.shown.currencyCode), n)
        }));
    }

    /** A figure made of sums alone has no cases to name. */
    private pointText(value: string, n: number | undefined): string {
        return this.shown.kind === 'Computed' && !n ? value : fill(labels.TrendPoint, value, n ?? 0);
    }

    /** What belongs to the figure, rows that are kept from the reader, filters that do not apply; the detail says the rest. */
    get notices(): string[] {
        const { hidden = 0, unfiltered = [] } = this.shown;
        return [...this.scope, ...notices({ hidden, unfiltered })];
    }

    /** Which rows are counted, and of which days. */
    get counted(): string {
        const { basis, windowStart, windowEnd } = this.shown;
        return [BASES[basis ?? ''] ?? '', windowWords(windowStart, windowEnd)].filter(Boolean).join(' · ');
    }

    get asOf(): string {
        const at = instantOf(this.shown.asOf);
        return at === undefined ? '' : fill(labels.AsOf, dayAndTime(at, this.now));
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retried'));
    }

    handleOpen(): void {
        this.dispatchEvent(new CustomEvent('opened'));
    }
}
