import { api, wire } from 'lwc';
import getBreakdown from '@salesforce/apex/MetricController.getBreakdown';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import type { BarLine } from 'c/insightBars';
import type { CsvReader } from 'c/insightExport';
import { windowWords } from 'c/insightFormats';
import { filtersOf, notices, TEAM, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { breakdownHeads, breakdownLines, breakdownRows } from './breakdownModel';
import { labels } from './labels';

/** One metric by team, or by another dimension, with n, interval and target of each. Stands on any page. */
export default class InsightBreakdown extends InsightWidget {
    /** Metric to show, for example M10. */
    @api metric = 'M10';
    /** Dimension that it is cut by. */
    @api dimension = TEAM;
    /** Period that is counted. */
    @api period = 'this-quarter';
    /** Which rows the period selects: cohort, period or person. */
    @api basis = 'cohort';
    /** Team whose rows count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    private result: Platform.WireResult<Apex.MetricBreakdown> = {};
    private whole: Platform.WireResult<Apex.MetricValue> = {};

    @wire(getBreakdown, {
        metricId: '$metric',
        periodKey: '$period',
        basis: '$basis',
        dimension: '$dimension',
        filters: '$wanted'
    })
    wiredBreakdown(result: Platform.WireResult<Apex.MetricBreakdown>): void {
        this.result = result;
    }

    @wire(getMetric, { metricId: '$metric', periodKey: '$period', basis: '$basis', filters: '$wanted' })
    wiredMetric(result: Platform.WireResult<Apex.MetricValue>): void {
        this.whole = result;
    }

    protected override get wires(): readonly unknown[] {
        return [this.result, this.whole];
    }

    get wanted(): Filters {
        return filtersOf(this.filters, this.team);
    }

    get error(): unknown {
        return this.broken ?? this.result.error ?? this.whole.error;
    }

    get isLoading(): boolean {
        return this.result.data === undefined || this.whole.data === undefined;
    }

    get value(): Apex.MetricValue {
        return this.whole.data ?? {};
    }

    get breakdown(): readonly Apex.BreakdownLine[] {
        return this.result.data?.lines ?? [];
    }

    get dimensionLabel(): string {
        return this.result.data?.dimensionLabel ?? '';
    }

    get heading(): string {
        const { label } = this.value;
        return label ? fill(labels.FigureBy, label, this.dimensionLabel) : labels.TitleBreakdown;
    }

    get lines(): BarLine[] {
        return breakdownLines(this.breakdown, this.value.unit, this.value.currencyCode);
    }

    get targetLow(): number | undefined {
        return this.value.unit === 'percent' ? this.value.targetLow : undefined;
    }

    get targetHigh(): number | undefined {
        return this.value.unit === 'percent' ? this.value.targetHigh : undefined;
    }

    get empty(): string {
        return this.lines.length > 0 ? '' : labels.EmptyBreakdown;
    }

    get windowText(): string {
        return windowWords(this.value.windowStart, this.value.windowEnd);
    }

    get asOf(): string {
        return this.instantWords(this.value.asOf);
    }

    get notices(): string[] {
        const { hidden, unfiltered } = this.value;
        return notices({ hidden, unfiltered, notes: this.result.data?.notes });
    }

    get heads(): readonly string[] {
        return breakdownHeads(this.dimensionLabel);
    }

    get read(): CsvReader {
        return () => Promise.resolve({ rows: breakdownRows(this.breakdown) });
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { metric, period, basis, dimension, wanted } = this;
        const line = this.breakdown.find(({ key }) => key === event.detail.key);
        if (line?.key) {
            const filters = filtersOf({ ...wanted, [dimension]: line.key });
            await this.openFigure({ metricId: metric, period, basis, filters }, this.value.label ?? '');
        }
    }
}
