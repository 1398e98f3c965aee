import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getRestatement from '@salesforce/apex/AttributionController.getRestatement';
import restate from '@salesforce/apex/AttributionController.restate';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** Touches that came too late to count for an opportunity. Fires `restated` when they were let count. */
export default class InsightRestatement extends LightningElement {
    /** An opportunity. */
    @api recordId?: string;

    readonly labels = labels;
    reason = '';
    isBusy = false;
    done = '';
    refusal = '';
    private actionError: unknown;
    private result: Platform.WireResult<Apex.Restatement> = {};

    @wire(getRestatement, { opportunityId: '$recordId' })
    wiredRestatement(result: Platform.WireResult<Apex.Restatement>): void {
        this.result = result;
    }

    get error(): unknown {
        return this.actionError ?? this.result.error;
    }

    get late(): number {
        return this.result.data?.lateTouches ?? 0;
    }

    get hasLate(): boolean {
        return this.late > 0;
    }

    get lateText(): string {
        return fill(labels.Late, this.late);
    }

    get mayRestate(): boolean {
        return this.result.data?.mayRestate === true;
    }

    get log(): { key: number; text: string }[] {
        return (this.result.data?.log ?? []).map((text, key) => ({ key, text }));
    }

    get hasLog(): boolean {
        return this.log.length > 0;
    }

    handleReason(event: CustomEvent<{ value: string }>): void {
        this.reason = event.detail.value;
    }

    async handleRestate(): Promise<void> {
        this.isBusy = true;
        this.done = '';
        this.refusal = '';
        this.actionError = undefined;
        try {
            const { isOk, message } = await restate({ opportunityId: this.recordId ?? '', reason: this.reason });
            this.done = isOk ? (message ?? '') : '';
            this.refusal = isOk ? '' : (message ?? '');
            if (isOk) {
                this.reason = '';
                this.dispatchEvent(new CustomEvent('restated'));
            }
            await refreshApex(this.result);
        } catch (error) {
            this.actionError = error;
        } finally {
            this.isBusy = false;
        }
    }
}
