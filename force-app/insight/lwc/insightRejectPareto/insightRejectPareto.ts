import { api, wire } from 'lwc';
import getRejections from '@salesforce/apex/MetricController.getRejections';
import type { CsvRow } from 'c/insightExport';
import { count } from 'c/insightFormats';
import type { Reason } from 'c/insightPareto';
import type { Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** Every rejection is a case of it, whatever the reason. */
const REJECTIONS = 'M17';
const REASON = 'Reason';
const CSV_HEADS = [
    labels.ColumnReason,
    labels.ColumnSide,
    labels.ColumnCount,
    labels.ColumnShare,
    labels.ColumnCumulative
];

/** Why hand-offs are rejected, by whose fault, the most frequent first. Stands on any page. */
export default class InsightRejectPareto extends InsightWidget<Apex.MetricRejections> {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;
    /** Record of the page, and what it is: only what belongs to it counts. */
    @api recordId?: string;
    @api objectApiName?: string;

    readonly labels = labels;

    @wire(getRejections, { periodKey: '$period', filters: '$wanted' })
    wiredRejections(result: Platform.WireResult<Apex.MetricRejections>): void {
        this.result = result;
    }

    protected override get csvHeads(): readonly string[] {
        return CSV_HEADS;
    }

    protected override get csvRows(): CsvRow[] {
        return this.reasons.map(({ label, side, count: times, share, cumulative }) => [
            label,
            side,
            times,
            share,
            cumulative
        ]);
    }

    get reasons(): Reason[] {
        return (this.data.lines ?? []).map((line) => ({
            key: line.code ?? '',
            label: line.label ?? '',
            side: line.faultSide ?? '',
            count: line.count ?? 0,
            share: line.share ?? 0,
            cumulative: line.cumulative ?? 0
        }));
    }

    get totalText(): string {
        return fill(labels.RejectionsTotal, count(this.data.total ?? 0));
    }

    override get empty(): string {
        return this.reasons.length > 0 ? '' : labels.EmptyRejections;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const filters = this.narrowedTo(REASON, event.detail.key);
        await this.openFigure(REJECTIONS, labels.TitlePareto, { filters });
    }
}
