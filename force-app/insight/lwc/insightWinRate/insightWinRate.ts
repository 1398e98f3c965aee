import { api, wire } from 'lwc';
import getWinRates from '@salesforce/apex/RevenueController.getWinRates';
import type { BarLine } from 'c/insightBars';
import type { Choice } from 'c/insightChoices';
import type { CsvRow } from 'c/insightExport';
import type { Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { labels } from './labels';
import { liftText, WIN_RATE_HEADS, winRateLine, winRateRows } from './winRateModel';

/** Metric of the rows behind each basis: by when they closed, or by when they were opened. */
const METRICS: Readonly<Record<string, string>> = { period: 'M23', cohort: 'M23C' };
const BASIS = 'basis';
const SOURCE = 'Source';

/** How many of the opportunities that ended were won, by who opened them. Stands on any page. */
export default class InsightWinRate extends InsightWidget<Apex.RevenueWinRates> {
    /** Period that is counted. */
    @api period = 'last-12-months';
    /** Opportunities that closed in the period, or those that were opened in it: period or cohort. */
    @api basis = 'period';
    /** Team whose opportunities count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;
    /** Record of the page, and what it is: only what belongs to it counts. */
    @api recordId?: string;
    @api objectApiName?: string;

    readonly labels = labels;

    @wire(getWinRates, { periodKey: '$period', basis: '$shownBasis', filters: '$wanted' })
    wiredRates(result: Platform.WireResult<Apex.RevenueWinRates>): void {
        this.result = result;
    }

    protected override get isAnswered(): boolean {
        return (this.data.basis ?? this.shownBasis) === this.shownBasis;
    }

    protected override get choices(): Choice[] {
        const options = [
            { value: 'period', label: labels.ClosedInPeriod },
            { value: 'cohort', label: labels.OpenedInPeriod }
        ];
        return [{ key: BASIS, label: labels.PipelineView, value: this.shownBasis, options }];
    }

    protected override get csvHeads(): readonly string[] {
        return WIN_RATE_HEADS;
    }

    protected override get csvRows(): CsvRow[] {
        return winRateRows(this.data.lines ?? []);
    }

    get shownBasis(): string {
        return this.chosen[BASIS] ?? this.basis;
    }

    get lines(): BarLine[] {
        const { lines, total } = this.data;
        return [...(lines ?? []), ...(total ? [total] : [])].map(winRateLine);
    }

    get lift(): string {
        return liftText(this.data);
    }

    override get empty(): string {
        return this.data.total?.n ? '' : labels.EmptyWinRate;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { key } = event.detail;
        const isOrigin = this.data.lines?.some((line) => line.key === key) === true;
        const filters = isOrigin ? this.narrowedTo(SOURCE, key) : this.wanted;
        await this.openFigure(METRICS[this.shownBasis] ?? '', labels.TitleWinRate, { filters });
    }
}
