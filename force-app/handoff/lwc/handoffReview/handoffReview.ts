import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import closeReview from '@salesforce/apex/HandoffReviewController.closeReview';
import disqualify from '@salesforce/apex/HandoffReviewController.disqualify';
import getReview from '@salesforce/apex/HandoffReviewController.getReview';
import sendBack from '@salesforce/apex/HandoffReviewController.sendBack';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { learnServerTime, serverNow } from 'c/clockSource';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { FocusRequest } from 'c/focusRequest';
import { labels } from './labels';
import { endings, repairFields, reviewView, type Ending, type RepairField, type ReviewView } from './reviewModel';

interface InputDetail {
    readonly value: string;
}

/**
 * What marketing owes one hand-off: repair in place, send back to sales, or end the review. Stands on the hand-off card and
 * in the review queue; shows nothing when there is nothing to review. Fires `changed`.
 */
export default class HandoffReview extends LightningElement {
    /** The hand-off. */
    @api handoffId?: string;
    /** Leaves out what the line above it says, and says what the card around it would. */
    @api isInQueue?: boolean;

    readonly labels = labels;
    values: Readonly<Record<string, string>> = {};
    note = '';
    ending = '';
    revisitOn?: string;
    isEnding = false;
    isBusy = false;
    problem?: AppError;
    private readonly focus = new FocusRequest();
    private wired?: Platform.WireResult<Apex.ReviewFacts>;
    private refreshId?: number | string;

    @wire(getReview, { handoffId: '$handoffId' })
    wiredFacts(result: Platform.WireResult<Apex.ReviewFacts>): void {
        this.wired = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
        }
    }

    override renderedCallback(): void {
        this.focus.meet(this.template);
    }

    get facts(): Apex.ReviewFacts {
        return this.wired?.data ?? {};
    }

    get error(): unknown {
        return this.wired?.error;
    }

    get view(): ReviewView {
        return reviewView(this.facts, serverNow());
    }

    get repairs(): RepairField[] {
        return repairFields(this.facts, this.values);
    }

    get endings(): { readonly label: string; readonly value: Ending }[] {
        return endings(this.facts);
    }

    get isNurture(): boolean {
        return this.ending === 'Nurture';
    }

    get revisit(): string {
        return this.revisitOn ?? this.facts.proposedRevisit ?? '';
    }

    get canDisqualify(): boolean {
        return this.facts.canDisqualify === true;
    }

    get hasHead(): boolean {
        return this.isInQueue !== true;
    }

    /** On the card, the story tells what was entered. */
    get hasDetails(): boolean {
        return this.isInQueue === true && this.view.details.length > 0;
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

    handleRetry(): void {
        void refreshApex(this.wired);
    }

    handleRepair(event: CustomEvent<InputDetail>): void {
        const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
        this.values = { ...this.values, [name]: event.detail.value };
    }

    handleNote(event: CustomEvent<InputDetail>): void {
        this.note = event.detail.value;
    }

    handleEnding(event: CustomEvent<InputDetail>): void {
        this.ending = event.detail.value;
    }

    handleRevisit(event: CustomEvent<InputDetail>): void {
        this.revisitOn = event.detail.value;
    }

    handleOpenEnding(): void {
        this.isEnding = true;
        this.focus.ask(this.facts.isInReview ? '[data-id="ending"]' : '[data-id="note"]');
        this.problem = undefined;
    }

    handleCloseEnding(): void {
        this.isEnding = false;
        this.focus.ask('[data-id="open-ending"]');
        this.problem = undefined;
    }

    async handleSendBack(): Promise<void> {
        const { handoffId, note, values } = this;
        await this.act(() => sendBack({ handoffId, input: { note, values: { ...values } } }), labels.SentBack);
    }

    async handleEnd(): Promise<void> {
        const { handoffId, note, ending: outcome } = this;
        const revisitOn = this.isNurture ? this.revisit : undefined;
        await this.act(() => closeReview({ handoffId, input: { note, outcome, revisitOn } }), labels.ReviewEnded);
    }

    async handleDisqualify(): Promise<void> {
        const { handoffId, note } = this;
        await this.act(() => disqualify({ handoffId, note }), labels.Disqualified);
    }

    /** One change on the server; what was typed stays until it worked. */
    private async act(change: () => Promise<Apex.ActionOutcome>, done: string): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await change();
            if (outcome.isOk) {
                this.values = {};
                this.note = '';
                this.ending = '';
                this.isEnding = false;
                this.dispatchEvent(new ShowToastEvent({ title: done, variant: 'success' }));
                this.dispatchEvent(new CustomEvent('changed'));
                await refreshApex(this.wired);
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
