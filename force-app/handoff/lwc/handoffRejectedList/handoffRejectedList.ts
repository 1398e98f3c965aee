import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getRejected from '@salesforce/apex/HandoffRejectedController.getRejected';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { learnServerTime, serverNow } from 'c/clockSource';
import { fill } from 'c/labelText';
import { readMore, startPaging, type Paging } from 'c/pager';
import {
    DIMENSIONS,
    pickedKeys,
    reasonBars,
    rejectedLine,
    withoutFilters,
    type Dimension,
    type ReasonBar,
    type RejectedFilter,
    type RejectedLine
} from './rejectedListModel';
import { labels } from './labels';

const PAGE_SIZE = 25;

/** What sales rejected and why, by reason, campaign or source; a bar filters. Stands on marketing's home page. */
export default class HandoffRejectedList extends LightningElement {
    readonly labels = labels;
    readonly pageSize = PAGE_SIZE;
    readonly dimensions = DIMENSIONS;
    filter: RejectedFilter = withoutFilters('reason');
    paging: Paging<Apex.HandoffRow> = startPaging();
    /** What was picked, in words: the bars of another dimension no longer say it. */
    private names: Readonly<Record<string, string>> = {};
    private list: Platform.WireResult<Apex.HandoffList> = {};
    /** What the bars on the page count: until an answer comes, still what they counted before another choice. */
    private counted: Dimension = 'reason';
    private shown?: Apex.HandoffList;
    private refreshId?: number | string;

    @wire(getRejected, { filter: '$filter', pageSize: '$pageSize' })
    wiredList(result: Platform.WireResult<Apex.HandoffList>): void {
        this.list = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
            this.shown = result.data;
            this.counted = this.filter.dimension;
            this.paging = startPaging(result.data);
        }
    }

    get error(): unknown {
        return this.list.error;
    }

    get isLoading(): boolean {
        return this.shown === undefined && this.error === undefined;
    }

    get bars(): ReasonBar[] {
        return reasonBars(this.shown?.reasons, this.filter[this.counted]);
    }

    get total(): number | undefined {
        return this.shown?.total;
    }

    get lines(): RejectedLine[] {
        const now = serverNow();
        return [...(this.shown?.rows ?? []), ...this.paging.later].map((row) => rejectedLine(row, now));
    }

    get empty(): string {
        return this.lines.length > 0 ? '' : this.isFiltered ? labels.RejectedFiltered : labels.RejectedList;
    }

    get pickedText(): string {
        const names = pickedKeys(this.filter).map((key) => this.names[key] ?? key);
        return names.length > 0 ? fill(labels.OnlyPicked, names.join(' · ')) : '';
    }

    get isFiltered(): boolean {
        return pickedKeys(this.filter).length > 0;
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => refreshApex(this.list));
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleRetry(): void {
        void refreshApex(this.list);
    }

    /** What the bars count; filters that were picked stay. */
    handleDimension(event: CustomEvent<{ value: Dimension }>): void {
        this.filter = { ...this.filter, dimension: event.detail.value };
    }

    /** A second click on the same bar shows all again. */
    handleReason(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.code ?? '';
        const { counted } = this;
        this.names = { ...this.names, [key]: this.bars.find(({ code }) => code === key)?.label ?? key };
        this.filter = { ...this.filter, [counted]: key === this.filter[counted] ? '' : key };
    }

    handleAll(): void {
        this.filter = withoutFilters(this.filter.dimension);
    }

    async handleMore(): Promise<void> {
        const { filter, pageSize } = this;
        await readMore(
            this,
            (cursor) => getRejected({ filter, pageSize, cursor }),
            () => filter === this.filter
        );
    }
}
