import { api, wire } from 'lwc';
import getScorecard from '@salesforce/apex/MetricController.getScorecard';
import type { CsvRow } from 'c/insightExport';
import { percent } from 'c/insightFormats';
import type { Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { labels } from './labels';

const CSV_HEADS = [
    labels.ColumnSide,
    labels.ColumnPromise,
    labels.ColumnValue,
    labels.ColumnAgreed,
    labels.ColumnRate,
    labels.ColumnWeight
];

/** What marketing and sales promised each other and what came of it, side by side. Stands on any page. */
export default class InsightScorecard extends InsightWidget<Apex.MetricScorecard> {
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;

    @wire(getScorecard, { periodKey: '$period', filters: '$wanted' })
    wiredScorecard(result: Platform.WireResult<Apex.MetricScorecard>): void {
        this.result = result;
    }

    protected override get csvHeads(): readonly string[] {
        return CSV_HEADS;
    }

    protected override get csvRows(): CsvRow[] {
        return this.sides.flatMap((side) =>
            (side.items ?? []).map((item) => [
                side.label,
                item.label,
                item.actual,
                item.agreed,
                item.ratio,
                item.weight
            ])
        );
    }

    get sides(): readonly Apex.ScoreSide[] {
        return this.data.sides ?? [];
    }

    get scoreText(): string {
        return fill(labels.BothSides, percent(this.data.score));
    }

    override get empty(): string {
        return this.sides.length > 0 ? '' : labels.EmptyScorecard;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        await this.openFigure(event.detail.key, labels.TitleScorecard);
    }
}
