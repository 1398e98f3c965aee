import { api, wire } from 'lwc';
import getCycleLengths from '@salesforce/apex/RevenueController.getCycleLengths';
import type { BarLine } from 'c/insightBars';
import type { CsvRow } from 'c/insightExport';
import type { Bucket } from 'c/insightHistogram';
import type { Filters } from 'c/insightQuery';
import InsightWidget from 'c/insightWidget';
import { CYCLE_HEADS, cycleBuckets, cycleLines, cycleRemarks, cycleRows } from './cycleModel';
import { labels } from './labels';

const CYCLE_LENGTH = 'M24';
const SOURCE = 'Source';

/** Days from the first touch to the win: their distribution, and the median by who opened the opportunity. */
export default class InsightCycleLength extends InsightWidget<Apex.RevenueCycles> {
    /** Period that is counted. */
    @api period = 'last-12-months';
    /** Team whose opportunities count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;
    /** Record of the page, and what it is: only what belongs to it counts. */
    @api recordId?: string;
    @api objectApiName?: string;

    readonly labels = labels;

    @wire(getCycleLengths, { periodKey: '$period', filters: '$wanted' })
    wiredCycles(result: Platform.WireResult<Apex.RevenueCycles>): void {
        this.result = result;
    }

    protected override get csvHeads(): readonly string[] {
        return CYCLE_HEADS;
    }

    protected override get csvRows(): CsvRow[] {
        return cycleRows(this.data.lines ?? []);
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

    override get empty(): string {
        return this.data.total?.n ? '' : labels.EmptyCycle;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { key } = event.detail;
        const isOrigin = this.data.lines?.some((line) => line.key === key) === true;
        const filters = isOrigin ? this.narrowedTo(SOURCE, key) : this.wanted;
        await this.openFigure(CYCLE_LENGTH, labels.TitleCycle, { filters });
    }
}
