import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import acceptHandoff from '@salesforce/apex/HandoffCardController.accept';
import getCard from '@salesforce/apex/HandoffCardController.getCard';
import handOverLead from '@salesforce/apex/HandoffCardController.handOver';
import markBriefOpened from '@salesforce/apex/HandoffCardController.markBriefOpened';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { learnServerTime, serverNow, Ticker } from 'c/clockSource';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { dropDraft, readDraft, type RejectionDraft } from 'c/handoffDraft';
import type { HandOverDetail } from 'c/handoffGate';
import HandoffRejectModal from 'c/handoffRejectModal';
import { isRunning, liveState, type HandoffState } from 'c/handoffState';
import { instantOf } from 'c/timeWords';
import { cardView, type CardView } from './handoffCardModel';
import { labels } from './labels';

/**
 * The hand-off of a person: brief, clock, one decision, and what became of it. Stands on the record pages of leads and contacts; reads once,
 * then counts down by itself and asks the server only when somebody acts.
 */
export default class HandoffCard extends LightningElement {
    /** Lead, contact or hand-off of the page. */
    @api recordId?: string;

    readonly labels = labels;
    now = serverNow();
    isBusy = false;
    problem?: AppError;
    draft?: RejectionDraft;
    announcement = '';
    private wired?: Platform.WireResult<Apex.HandoffCard>;
    private openedBrief?: string;
    private refreshId?: number | string;
    private readonly ticker = new Ticker(
        () => (this.now = serverNow()),
        () => [instantOf(this.card?.clock?.decideBy), instantOf(this.card?.clock?.warnAt)]
    );

    @wire(getCard, { recordId: '$recordId' })
    wiredCard(result: Platform.WireResult<Apex.HandoffCard>): void {
        this.wired = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
            this.now = serverNow();
            this.draft = result.data.handoffId ? readDraft(result.data.handoffId) : undefined;
            this.followClock();
            this.noteBriefOpened(result.data);
        }
    }

    get card(): Apex.HandoffCard | undefined {
        return this.wired?.data;
    }

    /** The card for the template, which is only read once there is one. */
    get facts(): Apex.HandoffCard {
        return this.card ?? {};
    }

    get personName(): string {
        return this.card?.brief?.personName ?? '';
    }

    get error(): unknown {
        return this.wired?.error;
    }

    get isLoading(): boolean {
        return this.card === undefined && this.error === undefined;
    }

    get state(): HandoffState {
        return liveState(this.card?.state, this.card?.clock, this.now);
    }

    get view(): CardView {
        return cardView(this.card ?? {}, this.state, this.now);
    }

    /** The gate says itself what went wrong with it. */
    get problemText(): string {
        return this.view.isGate || this.view.isGateAgain ? '' : (this.problem?.message ?? '');
    }

    /** Text of a rejection that somebody else's decision overtook. */
    get keptText(): string {
        return this.draft && !isRunning(this.state) ? this.draft.rationale : '';
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => this.readAgain());
        this.followClock();
    }

    override disconnectedCallback(): void {
        this.ticker.stop();
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleRetry(): void {
        void this.readAgain();
    }

    async handleAccept(): Promise<void> {
        await this.act(() => acceptHandoff({ handoffId: this.card?.handoffId }), labels.Accepted);
    }

    async handleReject(): Promise<void> {
        const handoffId = this.card?.handoffId;
        const result = await HandoffRejectModal.open<'rejected' | 'changed'>({
            size: 'medium',
            label: labels.RejectTitle,
            handoffId,
            personName: this.card?.brief?.personName
        });
        this.draft = handoffId ? readDraft(handoffId) : undefined;
        if (result === 'rejected') {
            this.say(labels.Rejected, 'success');
            this.holdFocus();
        }
        if (result) {
            await this.tellOthers();
        }
    }

    async handleHandOver(event: CustomEvent<HandOverDetail>): Promise<void> {
        const overrideText = event.detail.overrideText || null;
        await this.act(
            () => handOverLead({ personId: this.card?.personId ?? this.recordId, overrideText }),
            labels.HandedOver
        );
    }

    /** A panel has changed something on the server. */
    async handleChanged(): Promise<void> {
        await this.tellOthers();
    }

    async handleCopy(): Promise<void> {
        await navigator.clipboard.writeText(this.keptText);
        this.say(labels.Copied, 'info');
    }

    handleDiscard(): void {
        if (this.card?.handoffId) {
            dropDraft(this.card.handoffId);
        }
        this.draft = undefined;
    }

    /** One change on the server: its words on failure, everything fresh on success. */
    private async act(change: () => Promise<Apex.ActionOutcome>, success: string): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await change();
            if (outcome.isOk) {
                this.say(outcome.message || success, 'success');
                this.holdFocus();
            } else {
                this.problem = outcomeError(outcome);
            }
            await this.tellOthers();
        } catch (error) {
            this.problem = toAppError(error);
        } finally {
            this.isBusy = false;
        }
    }

    private async readAgain(): Promise<void> {
        await refreshApex(this.wired);
    }

    /** The page around shows the same records: let all of it read again, without a reload. */
    private async tellOthers(): Promise<void> {
        await this.readAgain();
        const records = [this.card?.personId, this.card?.handoffId].filter((id): id is string => Boolean(id));
        await notifyRecordUpdateAvailable(records.map((recordId) => ({ recordId })));
        this.dispatchEvent(new RefreshEvent());
    }

    private say(title: string, variant: 'success' | 'info'): void {
        this.announcement = title;
        this.dispatchEvent(new ShowToastEvent({ title, variant }));
    }

    /** The button that was pressed is about to go: whoever works by keyboard stays on the card. */
    private holdFocus(): void {
        this.template?.querySelector<HTMLElement>('[data-id="card"]')?.focus();
    }

    private followClock(): void {
        if (isRunning(this.card?.state)) {
            this.ticker.start();
        } else {
            this.ticker.stop();
        }
    }

    /** When a rep first saw the brief is a fact of the hand-off; a failure here is no concern of the reader. */
    private noteBriefOpened(card: Apex.HandoffCard): void {
        if (card.handoffId && card.isMine && isRunning(card.state) && this.openedBrief !== card.handoffId) {
            this.openedBrief = card.handoffId;
            markBriefOpened({ handoffId: card.handoffId }).catch(() => {
                this.openedBrief = undefined;
            });
        }
    }
}
