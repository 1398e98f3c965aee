import { api, wire } from 'lwc';
import getPipeline from '@salesforce/apex/RevenueController.getPipeline';
import type { BarLine } from 'c/insightBars';
import type { CsvReader } from 'c/insightExport';
import { windowWords } from 'c/insightFormats';
import { filtersOf, notices, type Filters } from 'c/insightQuery';
import type { Slice } from 'c/insightStack';
import InsightWidget from 'c/insightWidget';
import { labels } from './labels';
import { originLines, PIPELINE_HEADS, pipelineRemarks, pipelineRows, pipelineSlices } from './pipelineModel';

interface Choice {
    readonly label: string;
    readonly value: string;
}

/** Metric whose rows stand behind a part. */
const METRICS: Readonly<Record<string, string>> = { sourced: 'M20', influenced: 'M22' };
const OPEN = 'open';

/** Pipeline sourced by marketing, influenced but not sourced, and neither: side by side, never added. */
export default class InsightPipeline extends InsightWidget {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Opportunities created in the period, or those open at its end: created or open. */
    @api view = 'created';
    /** Team whose opportunities count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    readonly heads = PIPELINE_HEADS;
    private chosenView?: string;
    private result: Platform.WireResult<Apex.RevenuePipeline> = {};

    @wire(getPipeline, { periodKey: '$period', view: '$shownView', filters: '$wanted' })
    wiredPipeline(result: Platform.WireResult<Apex.RevenuePipeline>): void {
        this.result = result;
    }

    protected override get wires(): readonly unknown[] {
        return [this.result];
    }

    get wanted(): Filters {
        return filtersOf(this.filters, this.team);
    }

    get shownView(): string {
        return this.chosenView ?? this.view;
    }

    get views(): Choice[] {
        return [
            { value: 'created', label: labels.ViewCreated },
            { value: OPEN, label: labels.ViewOpen }
        ];
    }

    get error(): unknown {
        return this.broken ?? this.result.error;
    }

    get isLoading(): boolean {
        // Until the answer to another view is here, figures of the older one would stand under its name.
        return this.result.data === undefined || (this.data.view ?? this.shownView) !== this.shownView;
    }

    get data(): Apex.RevenuePipeline {
        return this.result.data ?? {};
    }

    /** What was open on a day is no metric of its own, so there are no rows to list. */
    get hasRows(): boolean {
        return this.shownView !== OPEN;
    }

    get total(): number | undefined {
        return this.data.total?.amount;
    }

    get deals(): number | undefined {
        return this.data.total?.count;
    }

    get currencyCode(): string | undefined {
        return this.data.currencyCode;
    }

    get slices(): Slice[] {
        return pipelineSlices(this.data);
    }

    get origins(): BarLine[] {
        return originLines(this.data);
    }

    get remarks(): string[] {
        return pipelineRemarks(this.data);
    }

    get empty(): string {
        return this.data.total?.count ? '' : labels.EmptyPipeline;
    }

    get windowText(): string {
        return windowWords(this.data.windowStart, this.data.windowEnd);
    }

    get asOf(): string {
        return this.instantWords(this.data.asOf);
    }

    get notices(): string[] {
        return notices(this.data);
    }

    get read(): CsvReader {
        return () => Promise.resolve({ rows: pipelineRows(this.data) });
    }

    handleView(event: CustomEvent<{ value: string }>): void {
        this.chosenView = event.detail.value;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const metricId = METRICS[event.detail.key];
        if (metricId) {
            const { period, wanted: filters } = this;
            await this.openFigure(
                { metricId, period, basis: 'cohort', filters, rowsPart: 'numerator' },
                labels.TitlePipeline
            );
        }
    }
}
