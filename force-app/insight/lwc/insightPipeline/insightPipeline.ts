import { api, wire } from 'lwc';
import getPipeline from '@salesforce/apex/RevenueController.getPipeline';
import type { BarLine } from 'c/insightBars';
import type { Choice } from 'c/insightChoices';
import type { CsvRow } from 'c/insightExport';
import InsightPipelineDetail from 'c/insightPipelineDetail';
import type { Filters } from 'c/insightQuery';
import type { Slice } from 'c/insightStack';
import InsightWidget from 'c/insightWidget';
import { labels } from './labels';
import { originLines, PIPELINE_HEADS, pipelineRemarks, pipelineRows, pipelineSlices } from './pipelineModel';

/** Metric whose rows stand behind a part. */
const METRICS: Readonly<Record<string, string>> = { sourced: 'M20', influenced: 'M22' };
/** Parts that the server calls otherwise. */
const PARTS: Readonly<Record<string, string>> = { influenced: 'influencedNotSourced' };
const VIEW = 'view';
const OPEN = 'open';

/** Pipeline sourced by marketing, influenced but not sourced, and neither: side by side, never added. */
export default class InsightPipeline extends InsightWidget<Apex.RevenuePipeline> {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Opportunities created in the period, or those open at its end: created or open. */
    @api view = 'created';
    /** Team whose opportunities count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;
    /** Record of the page, and what it is: only what belongs to it counts. */
    @api recordId?: string;
    @api objectApiName?: string;

    readonly labels = labels;

    @wire(getPipeline, { periodKey: '$period', view: '$shownView', filters: '$wanted' })
    wiredPipeline(result: Platform.WireResult<Apex.RevenuePipeline>): void {
        this.result = result;
    }

    protected override get isAnswered(): boolean {
        return (this.data.view ?? this.shownView) === this.shownView;
    }

    protected override get choices(): Choice[] {
        const options = [
            { value: 'created', label: labels.ViewCreated },
            { value: OPEN, label: labels.ViewOpen }
        ];
        return [{ key: VIEW, label: labels.PipelineView, value: this.shownView, options }];
    }

    protected override get csvHeads(): readonly string[] {
        return PIPELINE_HEADS;
    }

    protected override get csvRows(): CsvRow[] {
        return pipelineRows(this.data);
    }

    get shownView(): string {
        return this.chosen[VIEW] ?? this.view;
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

    override get empty(): string {
        return this.data.total?.count ? '' : labels.EmptyPipeline;
    }

    /** What was opened in the period is a metric of its own; what was open on a day is a list. */
    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { key } = event.detail;
        const metricId = this.shownView === OPEN ? undefined : METRICS[key];
        if (metricId) {
            await this.openFigure(metricId, labels.TitlePipeline, { rowsPart: 'numerator' });
            return;
        }
        await InsightPipelineDetail.open({
            label: this.slices.find((slice) => slice.key === key)?.label ?? labels.TitlePipeline,
            view: this.shownView,
            pipelinePart: PARTS[key] ?? key,
            period: this.period,
            filters: this.wanted,
            currencyCode: this.currencyCode
        });
    }
}
