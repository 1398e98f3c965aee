import { api, wire } from 'lwc';
import getMetricRows from '@salesforce/apex/MetricController.getMetricRows';
import LightningModal from 'lightning/modal';
import { serverNow } from 'c/clockSource';
import { fill } from 'c/labelText';
import { factLines, rowLine, type FactLine, type RowLine } from './detailModel';
import { labels } from './labels';

/** How a figure is counted, and every row behind it. */
export default class InsightMetricDetail extends LightningModal {
    /** The figure that was opened. */
    @api metric: Apex.MetricValue = {};
    /** Period it was computed for. */
    @api periodKey?: string;
    /** Team it was computed for. */
    @api teamKey?: string;

    readonly labels = labels;
    isLoadingMore = false;
    moreError?: unknown;
    private page: Platform.WireResult<Apex.MetricRows> = {};
    private later: readonly Apex.MetricRow[] = [];
    private nextCursor: Platform.Maybe<string>;

    @wire(getMetricRows, { metricId: '$metricId', periodKey: '$periodKey', teamKey: '$teamKey' })
    wiredRows(result: Platform.WireResult<Apex.MetricRows>): void {
        this.page = result;
        if (result.data) {
            this.later = [];
            this.nextCursor = result.data.nextCursor;
        }
    }

    get metricId(): string | undefined {
        return this.metric.id;
    }

    get heading(): string {
        return this.metric.label ?? '';
    }

    get facts(): FactLine[] {
        return factLines(this.metric, serverNow());
    }

    get error(): unknown {
        return this.page.error;
    }

    get isLoading(): boolean {
        return this.page.data === undefined && this.error === undefined;
    }

    get rows(): RowLine[] {
        const now = serverNow();
        return [...(this.page.data?.rows ?? []), ...this.later].map((row) => rowLine(row, now));
    }

    get isEmpty(): boolean {
        return this.rows.length === 0;
    }

    get shownText(): string {
        return fill(labels.ShowingOf, this.rows.length, this.page.data?.total ?? this.rows.length);
    }

    get hasMore(): boolean {
        return Boolean(this.nextCursor);
    }

    async handleMore(): Promise<void> {
        const { metricId, periodKey, teamKey, nextCursor } = this;
        this.isLoadingMore = true;
        this.moreError = undefined;
        try {
            const page = await getMetricRows({ metricId, periodKey, teamKey, cursor: nextCursor });
            this.later = [...this.later, ...(page.rows ?? [])];
            this.nextCursor = page.nextCursor;
        } catch (error) {
            this.moreError = error;
        } finally {
            this.isLoadingMore = false;
        }
    }

    handleClose(): void {
        this.close();
    }
}
