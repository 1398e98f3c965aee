import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getQueue from '@salesforce/apex/HandoffReviewController.getQueue';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { learnServerTime, serverNow, Ticker } from 'c/clockSource';
import { fill } from 'c/labelText';
import { instantOf } from 'c/timeWords';
import { labels } from './labels';
import { queueLine, queueWords, type QueueLine } from './reviewQueueModel';

/** What marketing owes to hand-offs in review, by time left, each worked on in place. Stands on marketing's home page. */
export default class HandoffReviewQueue extends LightningElement {
    readonly labels = labels;
    now = serverNow();
    openId = '';
    private queue: Platform.WireResult<Apex.ReviewQueue> = {};
    private refreshId?: number | string;
    private readonly ticker = new Ticker(
        () => (this.now = serverNow()),
        () => (this.queue.data?.rows ?? []).map((row) => instantOf(row.dueAt))
    );

    @wire(getQueue, {})
    wiredQueue(result: Platform.WireResult<Apex.ReviewQueue>): void {
        this.queue = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
            this.now = serverNow();
            this.ticker.start();
        }
    }

    get error(): unknown {
        return this.queue.error;
    }

    get isLoading(): boolean {
        return this.queue.data === undefined && this.error === undefined;
    }

    get lines(): QueueLine[] {
        return (this.queue.data?.rows ?? []).map((row) => queueLine(row, this.now, this.openId));
    }

    get isEmpty(): boolean {
        return this.lines.length === 0;
    }

    get summary(): string {
        return queueWords(this.queue.data);
    }

    get shownText(): string {
        return fill(labels.ShowingOf, this.lines.length, this.queue.data?.total ?? this.lines.length);
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => refreshApex(this.queue));
    }

    override disconnectedCallback(): void {
        this.ticker.stop();
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleRetry(): void {
        void refreshApex(this.queue);
    }

    handleToggle(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.key ?? '';
        this.openId = key === this.openId ? '' : key;
    }

    async handleChanged(): Promise<void> {
        this.openId = '';
        await refreshApex(this.queue);
        this.dispatchEvent(new RefreshEvent());
    }
}
