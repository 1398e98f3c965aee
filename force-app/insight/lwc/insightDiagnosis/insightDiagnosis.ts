import { api, wire } from 'lwc';
import getDiagnosis from '@salesforce/apex/MetricController.getDiagnosis';
import { filtersOf, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { labels } from './labels';

/** Why too little of what marketing hands over becomes qualified, in a sentence, with the rows that prove it. */
export default class InsightDiagnosis extends InsightWidget<Apex.MetricDiagnosis> {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;

    @wire(getDiagnosis, { periodKey: '$period', filters: '$wanted' })
    wiredDiagnosis(result: Platform.WireResult<Apex.MetricDiagnosis | null>): void {
        this.result = result;
    }

    get sentence(): string {
        return this.data.sentence ?? '';
    }

    get facts(): readonly string[] {
        return this.data.facts ?? [];
    }

    get hasRows(): boolean {
        return Boolean(this.data.metricId);
    }

    async handleRows(): Promise<void> {
        const { metricId = '', filters } = this.data;
        await this.openFigure(metricId, labels.TitleDiagnosis, { filters: filtersOf({ ...this.wanted, ...filters }) });
    }
}
