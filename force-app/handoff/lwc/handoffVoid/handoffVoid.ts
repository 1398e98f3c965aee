import { api, LightningElement } from 'lwc';
import voidHandoff from '@salesforce/apex/HandoffQualificationController.voidHandoff';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { labels } from './labels';

/**
 * Says, with a reason, that something should never have been a hand-off. Part of the hand-off card; fires `changed` when
 * it was voided.
 */
export default class HandoffVoid extends LightningElement {
    /** A hand-off that the reader may void. */
    @api handoffId?: string;

    readonly labels = labels;
    isOpen = false;
    isBusy = false;
    reason = '';
    private problem?: AppError | undefined;

    get sentence(): string {
        return this.problem?.message ?? '';
    }

    handleStart(): void {
        this.isOpen = true;
    }

    /** What was typed stays for the next time. */
    handleCancel(): void {
        this.isOpen = false;
        this.problem = undefined;
    }

    handleReason(event: CustomEvent<{ value: string }>): void {
        this.reason = event.detail.value;
        this.problem = undefined;
    }

    async handleNow(): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await voidHandoff({ handoffId: this.handoffId, reason: this.reason });
            if (outcome.isOk) {
                this.isOpen = false;
                this.reason = '';
                this.dispatchEvent(new ShowToastEvent({ title: labels.Done, variant: 'success' }));
                this.dispatchEvent(new CustomEvent('changed'));
            } else {
                this.problem = outcomeError(outcome);
            }
        } catch (error) {
            this.problem = toAppError(error);
        } finally {
            this.isBusy = false;
        }
    }
}
