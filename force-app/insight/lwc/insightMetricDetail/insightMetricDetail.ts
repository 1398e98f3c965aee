import { api, wire } from 'lwc';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import getMetricRows from '@salesforce/apex/MetricController.getMetricRows';
import LightningModal from 'lightning/modal';
import { serverNow } from 'c/clockSource';
import { filtersOf, notices, type Filters } from 'c/insightQuery';
import type { ListReader } from 'c/insightRows';
import { CSV_HEADS, factLines, HEADS, listPage, partChoices, type FactLine, type PartChoice } from './detailModel';
import { labels } from './labels';

/** Modal: how a figure is counted, and the rows behind it. */
export default class InsightMetricDetail extends LightningModal {
    /** Metric to open. */
    @api metricId = '';
    /** Period, basis and filters that it was asked for. */
    @api period = '';
    @api basis = '';
    @api filters: Filters = {};
    /** Rows to begin with. */
    @api rowsPart = 'denominator';

    readonly labels = labels;
    readonly heads = HEADS;
    readonly csvHeads = CSV_HEADS;
    private result: Platform.WireResult<Apex.MetricValue> = {};
    private chosenPart?: string;
    private readerKey = '';
    private reader?: ListReader;

    @wire(getMetric, { metricId: '$metricId', periodKey: '$period', basis: '$basis', filters: '$wanted' })
    wiredMetric(result: Platform.WireResult<Apex.MetricValue>): void {
        this.result = result;
    }

    get wanted(): Filters {
        return filtersOf(this.filters);
    }

    get metric(): Apex.MetricValue {
        return this.result.data ?? {};
    }

    get heading(): string {
        return this.metric.label ?? this.label;
    }

    get isLoading(): boolean {
        return this.result.data === undefined && this.error === undefined;
    }

    get error(): unknown {
        return this.result.error;
    }

    get facts(): FactLine[] {
        return factLines(this.metric, serverNow());
    }

    get notices(): string[] {
        return notices({ unfiltered: this.metric.unfiltered, notes: this.metric.notes });
    }

    get shownPart(): string {
        return this.chosenPart ?? this.rowsPart;
    }

    get parts(): PartChoice[] {
        return partChoices(this.metric);
    }

    get hasParts(): boolean {
        return this.parts.length > 1;
    }

    /** The same function for the same question, so that the list starts over only for another one. */
    get read(): ListReader {
        const { metricId, period, basis, wanted, shownPart: part } = this;
        const { currencyCode } = this.metric;
        const key = JSON.stringify([metricId, period, basis, wanted, part]);
        if (!this.reader || key !== this.readerKey) {
            this.readerKey = key;
            this.reader = async (cursor) =>
                listPage(
                    await getMetricRows({ metricId, periodKey: period, basis, part, filters: wanted, cursor }),
                    serverNow(),
                    currencyCode
                );
        }
        return this.reader;
    }

    handlePart(event: CustomEvent<{ value: string }>): void {
        this.chosenPart = event.detail.value;
    }

    handleClose(): void {
        this.close();
    }
}
