import { api, wire } from 'lwc';
import getCycleLengths from '@salesforce/apex/RevenueController.getCycleLengths';
import type { BarLine } from 'c/insightBars';
import type { CsvReader } from 'c/insightExport';
import { windowWords } from 'c/insightFormats';
import type { Bucket } from 'c/insightHistogram';
import { filtersOf, notices, type Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { CYCLE_HEADS, cycleBuckets, cycleLines, cycleRemarks, cycleRows } from './cycleModel';
import { labels } from './labels';

const CYCLE_LENGTH = 'M24';
const SOURCE = 'Source';

/** Days from the first touch to the win: their distribution, and the median by who opened the opportunity. */
export default class InsightCycleLength extends InsightWidget {
    /** Period that is counted. */
    @api period = 'last-12-months';
    /** Team whose opportunities count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    readonly heads = CYCLE_HEADS;
    private result: Platform.WireResult<Apex.RevenueCycles> = {};

    @wire(getCycleLengths, { periodKey: '$period', filters: '$wanted' })
    wiredCycles(result: Platform.WireResult<Apex.RevenueCycles>): void {
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

    get data(): Apex.RevenueCycles {
        return this.result.data ?? {};
    }

    get buckets(): Bucket[] {
        return cycleBuckets(this.data.buckets ?? []);
    }

    get median(): number | undefined {
        return this.data.total?.median;
    }

    get p90(): number | undefined {
        return this.data.total?.p90;
    }

    get lines(): BarLine[] {
        const { lines, total } = this.data;
        return cycleLines([...(lines ?? []), ...(total ? [total] : [])]);
    }

    get remarks(): string[] {
        return cycleRemarks(this.data);
    }

    get empty(): string {
        return this.data.total?.n ? '' : labels.EmptyCycle;
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
        return () => Promise.resolve({ rows: cycleRows(this.data.lines ?? []) });
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { key } = event.detail;
        const { period, wanted } = this;
        const isOrigin = this.data.lines?.some((line) => line.key === key) === true;
        const filters = isOrigin ? filtersOf({ ...wanted, [SOURCE]: key }) : wanted;
        await this.openFigure({ metricId: CYCLE_LENGTH, period, basis: 'cohort', filters }, labels.TitleCycle);
    }
}
