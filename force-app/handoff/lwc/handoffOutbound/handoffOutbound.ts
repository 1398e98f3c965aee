import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getOutbound from '@salesforce/apex/OutboundController.getOutbound';
import retry from '@salesforce/apex/OutboundController.retry';
import { learnServerTime, serverNow } from 'c/clockSource';
import { fill } from 'c/labelText';
import type { Retried, RetryLine } from 'c/retryList';
import { completenessWords, figureWords, lineOf } from './outboundModel';
import { labels } from './labels';

/** What sales made of hand-offs, on its way back to the marketing tool: how complete, what waits, what failed. */
export default class HandoffOutbound extends LightningElement {
    readonly labels = labels;
    isBusy = false;
    outcome: Platform.Maybe<string> = '';
    actionError?: unknown;
    private view: Platform.WireResult<Apex.OutboundView> = {};

    @wire(getOutbound)
    wiredOutbound(result: Platform.WireResult<Apex.OutboundView>): void {
        this.view = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
        }
    }

    get error(): unknown {
        return this.view.error;
    }

    get isLoading(): boolean {
        return this.view.data === undefined && this.error === undefined;
    }

    get completeness(): string {
        return completenessWords(this.view.data);
    }

    get definition(): string {
        return fill(labels.Definition, this.view.data?.days ?? 0, this.view.data?.dueHours ?? 0);
    }

    get figures(): string {
        return figureWords(this.view.data);
    }

    get overdue(): string {
        const overdue = this.view.data?.overdue ?? 0;
        return overdue > 0 ? fill(labels.Overdue, overdue) : '';
    }

    get isNotReady(): boolean {
        return this.view.data?.isReady === false;
    }

    get total(): number | undefined {
        return this.view.data?.total;
    }

    get lines(): RetryLine[] {
        const now = serverNow();
        return (this.view.data?.rows ?? []).map((row) => lineOf(row, now));
    }

    get empty(): string {
        return this.lines.length > 0 ? '' : this.view.data?.missing ? labels.Soon : labels.Empty;
    }

    handleReload(): void {
        void refreshApex(this.view);
    }

    async handleRetried(event: CustomEvent<Retried>): Promise<void> {
        this.isBusy = true;
        this.outcome = '';
        this.actionError = undefined;
        try {
            this.outcome = (await retry({ rowIds: event.detail.rowIds })).message;
            await refreshApex(this.view);
        } catch (error) {
            this.actionError = error;
        } finally {
            this.isBusy = false;
        }
    }
}
