import { api, wire } from 'lwc';
import getWinRates from '@salesforce/apex/RevenueController.getWinRates';
import type { BarLine } from 'c/insightBars';
import type { CsvReader } from 'c/insightExport';
import { windowWords } from 'c/insightFormats';
import { filtersOf, notices, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { labels } from './labels';
import { liftText, WIN_RATE_HEADS, winRateLine, winRateRows } from './winRateModel';

interface Choice {
    readonly label: string;
    readonly value: string;
}

/** Metric of the rows behind each basis: by when they closed, or by when they were opened. */
const METRICS: Readonly<Record<string, string>> = { period: 'M23', cohort: 'M23C' };
const SOURCE = 'Source';

/** How many of the opportunities that ended were won, by who opened them. Stands on any page. */
export default class InsightWinRate extends InsightWidget {
    /** Period that is counted. */
    @api period = 'last-12-months';
    /** Opportunities that closed in the period, or those that were opened in it: period or cohort. */
    @api basis = 'period';
    /** Team whose opportunities count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    readonly heads = WIN_RATE_HEADS;
    private chosenBasis?: string;
    private result: Platform.WireResult<Apex.RevenueWinRates> = {};

    @wire(getWinRates, { periodKey: '$period', basis: '$shownBasis', filters: '$wanted' })
    wiredRates(result: Platform.WireResult<Apex.RevenueWinRates>): void {
        this.result = result;
    }

    protected override get wires(): readonly unknown[] {
        return [this.result];
    }

    get wanted(): Filters {
        return filtersOf(this.filters, this.team);
    }

    get shownBasis(): string {
        return this.chosenBasis ?? this.basis;
    }

    get bases(): Choice[] {
        return [
            { value: 'period', label: labels.ClosedInPeriod },
            { value: 'cohort', label: labels.OpenedInPeriod }
        ];
    }

    get error(): unknown {
        return this.broken ?? this.result.error;
    }

    get isLoading(): boolean {
        // Until the answer to another basis is here, figures of the older one would stand under its name.
        return this.result.data === undefined || (this.data.basis ?? this.shownBasis) !== this.shownBasis;
    }

    get data(): Apex.RevenueWinRates {
        return this.result.data ?? {};
    }

    get lines(): BarLine[] {
        const { lines, total } = this.data;
        return [...(lines ?? []), ...(total ? [total] : [])].map(winRateLine);
    }

    get lift(): string {
        return liftText(this.data);
    }

    get empty(): string {
        return this.data.total?.n ? '' : labels.EmptyWinRate;
    }

    get windowText(): string {
        return windowWords(this.data.windowStart, this.data.windowEnd);
    }

    get asOf(): string {
        return this.instantWords(this.data.asOf);
    }

    get notices(): string[] {
        return notices(this.data);
    }

    get read(): CsvReader {
        return () => Promise.resolve({ rows: winRateRows(this.data.lines ?? []) });
    }

    handleBasis(event: CustomEvent<{ value: string }>): void {
        this.chosenBasis = event.detail.value;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { key } = event.detail;
        const { period, shownBasis, wanted } = this;
        const metricId = METRICS[shownBasis] ?? '';
        const isOrigin = this.data.lines?.some((line) => line.key === key) === true;
        const filters = isOrigin ? filtersOf({ ...wanted, [SOURCE]: key }) : wanted;
        await this.openFigure({ metricId, period, basis: 'cohort', filters }, labels.TitleWinRate);
    }
}
