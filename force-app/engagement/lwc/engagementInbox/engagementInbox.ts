import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getInbox from '@salesforce/apex/EngagementInboxController.getInbox';
import matchAgain from '@salesforce/apex/EngagementInboxController.matchAgain';
import retry from '@salesforce/apex/EngagementInboxController.retry';
import { learnServerTime, serverNow } from 'c/clockSource';
import { fill } from 'c/labelText';
import type { Retried, RetryLine } from 'c/retryList';
import { emptyWords, FAILED, lineOf, statusPills, type StatusPill } from './inboxModel';
import { labels } from './labels';

/** Events that marketing tools posted: what needs attention, why, and a way to try again. For marketing and administrators. */
export default class EngagementInbox extends LightningElement {
    readonly labels = labels;
    status = FAILED;
    isBusy = false;
    outcome: Platform.Maybe<string> = '';
    actionError?: unknown;
    private view: Platform.WireResult<Apex.InboxView> = {};
    /** Stays on the page while another status loads. */
    private shown?: Apex.InboxView;

    @wire(getInbox, { status: '$status' })
    wiredInbox(result: Platform.WireResult<Apex.InboxView>): void {
        this.view = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
            this.shown = result.data;
        }
    }

    get error(): unknown {
        return this.view.error;
    }

    get isLoading(): boolean {
        return this.shown === undefined && this.error === undefined;
    }

    get pills(): StatusPill[] {
        return statusPills(this.shown, this.status);
    }

    get total(): number | undefined {
        return this.shown?.total;
    }

    get lines(): RetryLine[] {
        const now = serverNow();
        return (this.shown?.rows ?? []).map((row) => lineOf(row, now));
    }

    get empty(): string {
        return this.lines.length > 0 ? '' : emptyWords(this.status);
    }

    get peopleText(): string {
        return this.hasWaitingTouches
            ? fill(labels.WithoutPerson, this.shown?.unmatched ?? 0, this.shown?.ambiguous ?? 0)
            : labels.AllMatched;
    }

    get hasWaitingTouches(): boolean {
        return (this.shown?.unmatched ?? 0) + (this.shown?.ambiguous ?? 0) > 0;
    }

    handleReload(): void {
        void refreshApex(this.view);
    }

    handleStatus(event: Event): void {
        this.status = (event.currentTarget as HTMLElement).dataset.code ?? FAILED;
        this.outcome = '';
    }

    async handleRetried(event: CustomEvent<Retried>): Promise<void> {
        await this.act(() => retry({ rowIds: event.detail.rowIds }));
    }

    async handleMatch(): Promise<void> {
        await this.act(() => matchAgain());
    }

    private async act(action: () => Promise<Apex.ActionOutcome>): Promise<void> {
        this.isBusy = true;
        this.outcome = '';
        this.actionError = undefined;
        try {
            this.outcome = (await action()).message;
            await refreshApex(this.view);
        } catch (error) {
            this.actionError = error;
        } finally {
            this.isBusy = false;
        }
    }
}
