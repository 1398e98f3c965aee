import { api, wire } from 'lwc';
import getFunnel from '@salesforce/apex/MetricController.getFunnel';
import type { BarLine } from 'c/insightBars';
import type { CsvReader } from 'c/insightExport';
import { filtersOf, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { FUNNEL_HEADS, funnelLines, funnelRows } from './funnelModel';
import { labels } from './labels';

/** The way of one cohort from hand-off to opportunity, with the rate and band of each step. Stands on any page. */
export default class InsightFunnel extends InsightWidget {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    readonly heads = FUNNEL_HEADS;
    private result: Platform.WireResult<Apex.MetricFunnel> = {};

    @wire(getFunnel, { periodKey: '$period', filters: '$wanted' })
    wiredFunnel(result: Platform.WireResult<Apex.MetricFunnel>): void {
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

    get steps(): readonly Apex.FunnelStep[] {
        return this.result.data?.steps ?? [];
    }

    get lines(): BarLine[] {
        return funnelLines(this.steps);
    }

    get empty(): string {
        return this.steps.some((step) => step.count) ? '' : labels.EmptyFunnel;
    }

    get read(): CsvReader {
        return () => Promise.resolve({ rows: funnelRows(this.steps) });
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const step = this.steps.find(({ metricId }) => metricId === event.detail.key);
        if (step?.metricId) {
            const { period, wanted } = this;
            await this.openFigure(
                { metricId: step.metricId, period, basis: 'cohort', filters: wanted },
                step.label ?? ''
            );
        }
    }
}
