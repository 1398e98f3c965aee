import { api, wire } from 'lwc';
import getRejections from '@salesforce/apex/MetricController.getRejections';
import type { CsvReader } from 'c/insightExport';
import { count } from 'c/insightFormats';
import type { Reason } from 'c/insightPareto';
import { filtersOf, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** Every rejection is a case of it, whatever the reason. */
const REJECTIONS = 'M17';
const REASON = 'Reason';

/** Why hand-offs are rejected, by whose fault, the most frequent first. Stands on any page. */
export default class InsightRejectPareto extends InsightWidget {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    readonly heads = [
        labels.ColumnReason,
        labels.ColumnSide,
        labels.ColumnCount,
        labels.ColumnShare,
        labels.ColumnCumulative
    ];
    private result: Platform.WireResult<Apex.MetricRejections> = {};

    @wire(getRejections, { periodKey: '$period', filters: '$wanted' })
    wiredRejections(result: Platform.WireResult<Apex.MetricRejections>): void {
        this.result = result;
    }

    protected override get wires(): readonly unknown[] {
        return [this.result];
    }

    get wanted(): Filters {
        return filtersOf(this.filters, this.team);
    }

    get error(): unknown {
        return this.broken ?? this.result.error;
    }

    get isLoading(): boolean {
        return this.result.data === undefined;
    }

    get reasons(): Reason[] {
        return (this.result.data?.lines ?? []).map((line) => ({
            key: line.code ?? '',
            label: line.label ?? '',
            side: line.faultSide ?? '',
            count: line.count ?? 0,
            share: line.share ?? 0,
            cumulative: line.cumulative ?? 0
        }));
    }

    get totalText(): string {
        return fill(labels.RejectionsTotal, count(this.result.data?.total ?? 0));
    }

    get empty(): string {
        return this.reasons.length > 0 ? '' : labels.EmptyRejections;
    }

    get read(): CsvReader {
        return () =>
            Promise.resolve({
                rows: this.reasons.map(({ label, side, count: times, share, cumulative }) => [
                    label,
                    side,
                    times,
                    share,
                    cumulative
                ])
            });
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { period, wanted } = this;
        const filters = filtersOf({ ...wanted, [REASON]: event.detail.key });
        await this.openFigure({ metricId: REJECTIONS, period, basis: 'cohort', filters }, labels.TitlePareto);
    }
}
