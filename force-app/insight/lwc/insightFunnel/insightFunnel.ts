import { api, wire } from 'lwc';
import getFunnel from '@salesforce/apex/MetricController.getFunnel';
import type { BarLine } from 'c/insightBars';
import type { CsvRow } from 'c/insightExport';
import { money } from 'c/insightFormats';
import type { Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { FUNNEL_HEADS, funnelLines, funnelRows } from './funnelModel';
import { labels } from './labels';

/** The way of one cohort from hand-off to closed-won, with the rate and band of each step. Stands on any page. */
export default class InsightFunnel extends InsightWidget<Apex.MetricFunnel> {
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

    @wire(getFunnel, { periodKey: '$period', filters: '$wanted' })
    wiredFunnel(result: Platform.WireResult<Apex.MetricFunnel>): void {
        this.result = result;
    }

    protected override get csvHeads(): readonly string[] {
        return FUNNEL_HEADS;
    }

    protected override get csvRows(): CsvRow[] {
        return funnelRows(this.steps);
    }

    get steps(): readonly Apex.FunnelStep[] {
        return this.data.steps ?? [];
    }

    get lines(): BarLine[] {
        return funnelLines(this.steps);
    }

    /** What was won of the same cohort, beside its volume; blank while there is nothing to say. */
    get wonText(): string {
        const { wonAmount, currencyCode } = this.data;
        return wonAmount == null ? '' : fill(labels.FunnelWon, money(wonAmount, currencyCode));
    }

    override get empty(): string {
        return this.steps.some((step) => step.count || step.young) ? '' : labels.EmptyFunnel;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const step = this.steps.find(({ metricId }) => metricId === event.detail.key);
        if (step?.metricId) {
            await this.openFigure(step.metricId, step.label ?? '');
        }
    }
}
