import { api, wire } from 'lwc';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import { learnServerTime, serverNow } from 'c/clockSource';
import { filtersOf, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';

/** One metric as a tile that opens to its definition and rows. Stands on any page. */
export default class InsightMetric extends InsightWidget {
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

    private result: Platform.WireResult<Apex.MetricValue> = {};

    @wire(getMetric, { metricId: '$metric', periodKey: '$period', basis: '$basis', filters: '$wanted' })
    wiredMetric(result: Platform.WireResult<Apex.MetricValue>): void {
        this.result = result;
        learnServerTime(result.data?.asOf);
    }

    protected override get wires(): readonly unknown[] {
        return [this.result];
    }

    get wanted(): Filters {
        return filtersOf(this.filters, this.team);
    }

    get value(): Apex.MetricValue | undefined {
        return this.result.data;
    }

    get error(): unknown {
        return this.broken ?? this.result.error;
    }

    get now(): number {
        return serverNow();
    }

    async handleOpened(): Promise<void> {
        const { metric, period, basis, wanted } = this;
        await this.openFigure({ metricId: metric, period, basis, filters: wanted }, this.value?.label ?? '');
    }
}
