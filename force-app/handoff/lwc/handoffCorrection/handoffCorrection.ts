import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import correct from '@salesforce/apex/HandoffReviewController.correct';
import getCorrection from '@salesforce/apex/HandoffReviewController.getCorrection';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { serverNow } from 'c/clockSource';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { FocusRequest } from 'c/focusRequest';
import HandoffRejectModal from 'c/handoffRejectModal';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

/**
 * The one correction of a decision: until when, and what it should have been. Stands on the hand-off card; shows nothing
 * when there is nothing to correct. Fires `changed`.
 */
export default class HandoffCorrection extends LightningElement {
    /** The hand-off. */
    @api handoffId?: string;
    /** Whose hand-off it is, for the title of the dialog. */
    @api personName?: string;

    readonly labels = labels;
    isAsking = false;
    isBusy = false;
    problem?: AppError;
    private readonly focus = new FocusRequest();
    private wired?: Platform.WireResult<Apex.CorrectionFacts>;
    private refreshId?: number | string;

    @wire(getCorrection, { handoffId: '$handoffId' })
    wiredFacts(result: Platform.WireResult<Apex.CorrectionFacts>): void {
        this.wired = result;
    }

    override renderedCallback(): void {
        this.focus.meet(this.template);
    }

    get canCorrect(): boolean {
        return this.wired?.data?.canCorrect === true;
    }

    get isRejected(): boolean {
        return this.wired?.data?.decision === 'Rejected';
    }

    get until(): string {
        const until = instantOf(this.wired?.data?.until);
        return until === undefined ? '' : fill(labels.CorrectUntil, dayAndTime(until, serverNow()));
    }

    get rejectLabel(): string {
        return this.isRejected ? labels.OtherReason : labels.RejectAfterAll;
    }

    get problemText(): string {
        return this.problem?.message ?? '';
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => refreshApex(this.wired));
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    /** Asked once more, because it can be done only once. */
    handleAsk(): void {
        this.isAsking = true;
        this.focus.ask('[data-id="accept-after-all"]');
        this.problem = undefined;
    }

    handleBack(): void {
        this.isAsking = false;
        this.focus.ask('[data-id="ask"]');
    }

    async handleReject(): Promise<void> {
        const result = await HandoffRejectModal.open<'rejected' | 'changed'>({
            size: 'medium',
            label: labels.Correct,
            handoffId: this.handoffId,
            personName: this.personName,
            isCorrection: true
        });
        if (result) {
            await this.finish();
        }
    }

    async handleAccept(): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await correct({ handoffId: this.handoffId, correction: { decision: 'Accepted' } });
            if (outcome.isOk) {
                await this.finish();
            } else {
                this.problem = outcomeError(outcome);
            }
        } catch (error) {
            this.problem = toAppError(error);
        } finally {
            this.isBusy = false;
        }
    }

    private async finish(): Promise<void> {
        this.isAsking = false;
        this.dispatchEvent(new ShowToastEvent({ title: labels.Corrected, variant: 'success' }));
        this.dispatchEvent(new CustomEvent('changed'));
        await refreshApex(this.wired);
    }
}
