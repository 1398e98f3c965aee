import { api, wire } from 'lwc';
import getMetricRows from '@salesforce/apex/MetricController.getMetricRows';
import LightningModal from 'lightning/modal';
import { serverNow } from 'c/clockSource';
import { readMore, startPaging, type Paging } from 'c/pager';
import { factLines, rowLine, type FactLine, type RowLine } from './detailModel';
import { labels } from './labels';

/** How a figure is counted, and every row behind it. */
export default class InsightMetricDetail extends LightningModal {
    /** The figure that was opened. */
    @api metric: Apex.MetricValue = {};
    /** Period it was computed for. */
    @api periodKey?: string;
    /** Values by key of a dimension that it was computed for. */
    @api filters: Record<string, string> = {};

    readonly labels = labels;
    paging: Paging<Apex.MetricRow> = startPaging();
    private page: Platform.WireResult<Apex.MetricRows> = {};

    @wire(getMetricRows, { metricId: '$metricId', periodKey: '$periodKey', filters: '$filters' })
    wiredRows(result: Platform.WireResult<Apex.MetricRows>): void {
        this.page = result;
        if (result.data) {
            this.paging = startPaging(result.data);
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

    get total(): number | undefined {
        return this.page.data?.total;
    }

    get rows(): RowLine[] {
        const now = serverNow();
        return [...(this.page.data?.rows ?? []), ...this.paging.later].map((row) => rowLine(row, now));
    }

    get isEmpty(): boolean {
        return this.rows.length === 0;
    }

    async handleMore(): Promise<void> {
        const { metricId, periodKey, filters } = this;
        await readMore(this, (cursor) => getMetricRows({ metricId, periodKey, filters, cursor }));
    }

    handleClose(): void {
        this.close();
    }
}
