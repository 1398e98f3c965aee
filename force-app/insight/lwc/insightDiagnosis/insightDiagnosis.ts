import { api, wire } from 'lwc';
import getDiagnosis from '@salesforce/apex/MetricController.getDiagnosis';
import { filtersOf, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { labels } from './labels';

/** Why too little of what marketing hands over becomes qualified, in a sentence, with the rows that prove it. */
export default class InsightDiagnosis extends InsightWidget {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    private result: Platform.WireResult<Apex.MetricDiagnosis | null> = {};

    @wire(getDiagnosis, { periodKey: '$period', filters: '$wanted' })
    wiredDiagnosis(result: Platform.WireResult<Apex.MetricDiagnosis | null>): void {
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

    get sentence(): string {
        return this.result.data?.sentence ?? '';
    }

    get facts(): readonly string[] {
        return this.result.data?.facts ?? [];
    }

    get hasRows(): boolean {
        return Boolean(this.result.data?.metricId);
    }

    async handleRows(): Promise<void> {
        const { metricId = '', filters } = this.result.data ?? {};
        const { period, wanted } = this;
        await this.openFigure(
            { metricId, period, basis: 'cohort', filters: filtersOf({ ...wanted, ...filters }) },
            labels.TitleDiagnosis
        );
    }
}
