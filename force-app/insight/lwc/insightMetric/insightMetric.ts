import { api, wire } from 'lwc';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import { learnServerTime, serverNow } from 'c/clockSource';
import type { Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';

/** One metric as a tile that opens to its definition and rows. Stands on any page. */
export default class InsightMetric extends InsightWidget<Apex.MetricValue> {
    /** Metric to show, for example M10. */
    @api metric = 'M10';
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Which rows the period selects: cohort, period or person. */
    @api basis = 'cohort';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;
    /** Record of the page, and what it is: only what belongs to it counts. */
    @api recordId?: string;
    @api objectApiName?: string;

    @wire(getMetric, { metricId: '$metric', periodKey: '$period', basis: '$basis', filters: '$wanted' })
    wiredMetric(result: Platform.WireResult<Apex.MetricValue>): void {
        this.result = result;
        learnServerTime(result.data?.asOf);
    }

    get value(): Apex.MetricValue | undefined {
        return this.result.data ?? undefined;
    }

    get now(): number {
        return serverNow();
    }

    async handleOpened(): Promise<void> {
        await this.openFigure(this.metric, this.value?.label ?? '', { basis: this.basis });
    }
}
