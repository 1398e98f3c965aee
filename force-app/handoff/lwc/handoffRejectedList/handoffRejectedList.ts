import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getRejected from '@salesforce/apex/HandoffListController.getRejected';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { learnServerTime, serverNow } from 'c/clockSource';
import { fill } from 'c/labelText';
import { reasonBars, rejectedLine, type ReasonBar, type RejectedLine } from './rejectedListModel';
import { labels } from './labels';

const PAGE_SIZE = 25;

/** What sales rejected and why; a reason filters. Stands on marketing's home page. */
export default class HandoffRejectedList extends LightningElement {
    readonly labels = labels;
    readonly pageSize = PAGE_SIZE;
    reasonCode = '';
    isLoadingMore = false;
    moreError?: unknown;
    private list: Platform.WireResult<Apex.HandoffList> = {};
    private shown?: Apex.HandoffList;
    private later: readonly Apex.HandoffRow[] = [];
    private nextCursor: Platform.Maybe<string>;
    private refreshId?: number | string;

    @wire(getRejected, { reasonCode: '$reasonCode', pageSize: '$pageSize' })
    wiredList(result: Platform.WireResult<Apex.HandoffList>): void {
        this.list = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
            this.shown = result.data;
            this.later = [];
            this.nextCursor = result.data.nextCursor;
        }
    }

    get error(): unknown {
        return this.list.error;
    }

    get isLoading(): boolean {
        return this.shown === undefined && this.error === undefined;
    }

    get bars(): ReasonBar[] {
        return reasonBars(this.shown?.reasons, this.reasonCode);
    }

    get lines(): RejectedLine[] {
        const now = serverNow();
        return [...(this.shown?.rows ?? []), ...this.later].map((row) => rejectedLine(row, now));
    }

    get empty(): string {
        return this.lines.length > 0 ? '' : this.reasonCode === '' ? labels.RejectedList : labels.RejectedFiltered;
    }

    get shownText(): string {
        return fill(labels.ShowingOf, this.lines.length, this.shown?.total ?? this.lines.length);
    }

    get hasMore(): boolean {
        return Boolean(this.nextCursor);
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

    /** A second click on the same reason shows all again. */
    handleReason(event: Event): void {
        const code = (event.currentTarget as HTMLElement).dataset.code ?? '';
        this.reasonCode = code === this.reasonCode ? '' : code;
    }

    handleAllReasons(): void {
        this.reasonCode = '';
    }

    async handleMore(): Promise<void> {
        const { reasonCode, pageSize, nextCursor } = this;
        this.isLoadingMore = true;
        this.moreError = undefined;
        try {
            const page = await getRejected({ reasonCode, pageSize, cursor: nextCursor });
            if (reasonCode === this.reasonCode && nextCursor === this.nextCursor) {
                this.later = [...this.later, ...(page.rows ?? [])];
                this.nextCursor = page.nextCursor;
            }
        } catch (error) {
            this.moreError = error;
        } finally {
            this.isLoadingMore = false;
        }
    }
}
