import { api, wire } from 'lwc';
import getBreakdown from '@salesforce/apex/MetricController.getBreakdown';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import type { BarLine } from 'c/insightBars';
import type { CsvRow } from 'c/insightExport';
import { TEAM, type Filters } from 'c/insightQuery';
import InsightWidget, { type Told } from 'c/insightWidget';
import { fill } from 'c/labelText';
import { breakdownHeads, breakdownLines, breakdownRows } from './breakdownModel';
import { labels } from './labels';

/** One metric by team, or by another dimension, with n, interval and target of each. Stands on any page. */
export default class InsightBreakdown extends InsightWidget<Apex.MetricBreakdown> {
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
    /** Record of the page, and what it is: only what belongs to it counts. */
    @api recordId?: string;
    @api objectApiName?: string;

    readonly labels = labels;
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

    protected override get wires(): readonly Platform.WireResult<unknown>[] {
        return [this.result, this.whole];
    }

    protected override get isAnswered(): boolean {
        return this.whole.data !== undefined;
    }

    protected override get told(): Told {
        return { ...this.value, notes: this.data.notes };
    }

    protected override get csvHeads(): readonly string[] {
        return breakdownHeads(this.dimensionLabel);
    }

    protected override get csvRows(): CsvRow[] {
        return breakdownRows(this.breakdown);
    }

    get value(): Apex.MetricValue {
        return this.whole.data ?? {};
    }

    get breakdown(): readonly Apex.BreakdownLine[] {
        return this.data.lines ?? [];
    }

    get dimensionLabel(): string {
        return this.data.dimensionLabel ?? '';
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

    override get empty(): string {
        return this.lines.length > 0 ? '' : labels.EmptyBreakdown;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const line = this.breakdown.find(({ key }) => key === event.detail.key);
        if (line?.key) {
            const filters = this.narrowedTo(this.dimension, line.key);
            await this.openFigure(this.metric, this.value.label ?? '', { basis: this.basis, filters });
        }
    }
}
