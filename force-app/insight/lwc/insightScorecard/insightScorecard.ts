import { api, wire } from 'lwc';
import getScorecard from '@salesforce/apex/MetricController.getScorecard';
import type { CsvReader } from 'c/insightExport';
import { percent } from 'c/insightFormats';
import { filtersOf, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** What marketing and sales promised each other and what came of it, side by side. Stands on any page. */
export default class InsightScorecard extends InsightWidget {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    readonly heads = [
        labels.ColumnSide,
        labels.ColumnPromise,
        labels.ColumnValue,
        labels.ColumnAgreed,
        labels.ColumnRate,
        labels.ColumnWeight
    ];
    private result: Platform.WireResult<Apex.MetricScorecard> = {};

    @wire(getScorecard, { periodKey: '$period', filters: '$wanted' })
    wiredScorecard(result: Platform.WireResult<Apex.MetricScorecard>): void {
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

    get sides(): readonly Apex.ScoreSide[] {
        return this.result.data?.sides ?? [];
    }

    get scoreText(): string {
        return fill(labels.BothSides, percent(this.result.data?.score));
    }

    get empty(): string {
        return this.sides.length > 0 ? '' : labels.EmptyScorecard;
    }

    get read(): CsvReader {
        return () =>
            Promise.resolve({
                rows: this.sides.flatMap((side) =>
                    (side.items ?? []).map((item) => [
                        side.label,
                        item.label,
                        item.actual,
                        item.agreed,
                        item.ratio,
                        item.weight
                    ])
                )
            });
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { period, wanted } = this;
        await this.openFigure(
            { metricId: event.detail.key, period, basis: 'cohort', filters: wanted },
            labels.TitleScorecard
        );
    }
}
