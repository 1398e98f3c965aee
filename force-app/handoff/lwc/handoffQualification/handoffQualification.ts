import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import convertHandoff from '@salesforce/apex/HandoffQualificationController.convert';
import getPanel from '@salesforce/apex/HandoffQualificationController.getPanel';
import qualifyHandoff from '@salesforce/apex/HandoffQualificationController.qualify';
import reopenHandoff from '@salesforce/apex/HandoffQualificationController.reopen';
import undoAcceptance from '@salesforce/apex/HandoffQualificationController.undoAcceptance';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { learnServerTime, serverNow } from 'c/clockSource';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { dropDraft } from 'c/handoffDraft';
import HandoffRejectModal from 'c/handoffRejectModal';
import { fill } from 'c/labelText';
import { dateWords, dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

/**
 * What follows a decision: qualify with evidence, turn into an opportunity, end the work, take an acceptance back, reopen.
 * Part of the hand-off card; fires `changed` when the server changed something.
 */
export default class HandoffQualification extends LightningElement {
    readonly labels = labels;
    handoffId?: string;
    isBusy = false;
    isUndoing = false;
    undoNote = '';
    reopenReason = '';
    reopenNote = '';
    problem?: AppError;
    private card?: Apex.HandoffCard;
    private wired?: Platform.WireResult<Apex.LifecyclePanel>;

    /** The card of the page. */
    @api
    get handoff(): Apex.HandoffCard | undefined {
        return this.card;
    }

    set handoff(card: Apex.HandoffCard | undefined) {
        const isRead = this.card !== undefined && card?.handoffId === this.handoffId;
        this.card = card;
        this.handoffId = card?.handoffId;
        if (isRead) {
            void refreshApex(this.wired);
        }
    }

    @wire(getPanel, { handoffId: '$handoffId' })
    wiredPanel(result: Platform.WireResult<Apex.LifecyclePanel>): void {
        this.wired = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
        }
    }

    get panel(): Apex.LifecyclePanel {
        return this.wired?.data ?? {};
    }

    get error(): unknown {
        return this.wired?.error;
    }

    get isLoading(): boolean {
        return this.wired?.data === undefined && this.error === undefined;
    }

    get now(): number {
        return serverNow();
    }

    get isConverted(): boolean {
        return Boolean(this.panel.opportunityId);
    }

    get opportunityName(): string {
        return this.panel.opportunityName ?? '';
    }

    get opportunityState(): string {
        const { opportunityOutcome = '', nextStep, nextStepOn } = this.panel;
        return nextStep && nextStepOn
            ? fill(labels.OpportunityState, opportunityOutcome, nextStep, dateWords(nextStepOn))
            : opportunityOutcome;
    }

    get undoText(): string {
        const until = instantOf(this.panel.undoUntil);
        return until === undefined ? '' : fill(labels.UndoUntil, dayAndTime(until, this.now));
    }

    get reopenReasons(): { label: string; value: string }[] {
        return (this.panel.reopenReasons ?? []).map(({ label = '', value = '' }) => ({ label, value }));
    }

    /** The forms show their own problems; what is left stands here. */
    get sentence(): string {
        return this.problem && !this.panel.canQualify && !this.panel.canConvert ? this.problem.message : '';
    }

    get undoProblem(): string {
        return this.isUndoing ? (this.problem?.message ?? '') : '';
    }

    async handleQualify(event: CustomEvent<Record<string, string>>): Promise<void> {
        const handoffId = this.handoffId;
        const evidence = event.detail;
        await this.act(
            () => qualifyHandoff({ handoffId, qualification: { evidence } }),
            labels.Qualified,
            () => dropDraft(`${handoffId ?? ''}.qualification`)
        );
    }

    async handleConvert(event: CustomEvent<Apex.ConversionInput>): Promise<void> {
        const handoffId = this.handoffId;
        const conversion = event.detail;
        await this.act(
            () => convertHandoff({ handoffId, conversion }),
            labels.Converted,
            () => dropDraft(`${handoffId ?? ''}.conversion`)
        );
    }

    async handleEnd(): Promise<void> {
        const result = await HandoffRejectModal.open<'rejected' | 'changed'>({
            size: 'medium',
            label: labels.EndWorkTitle,
            handoffId: this.handoffId,
            personName: this.panel.personName,
            isWorked: true
        });
        if (result === 'rejected') {
            this.say(labels.WorkEnded);
        }
        if (result) {
            await this.tell();
        }
    }

    handleUndo(): void {
        this.isUndoing = true;
        this.problem = undefined;
    }

    handleCancelUndo(): void {
        this.isUndoing = false;
        this.problem = undefined;
    }

    handleUndoNote(event: CustomEvent<{ value: string }>): void {
        this.undoNote = event.detail.value;
        this.problem = undefined;
    }

    async handleUndoNow(): Promise<void> {
        await this.act(
            () => undoAcceptance({ handoffId: this.handoffId, note: this.undoNote }),
            labels.AcceptanceUndone,
            () => {
                this.isUndoing = false;
                this.undoNote = '';
            }
        );
    }

    handleReopenReason(event: CustomEvent<{ value: string }>): void {
        this.reopenReason = event.detail.value;
        this.problem = undefined;
    }

    handleReopenNote(event: CustomEvent<{ value: string }>): void {
        this.reopenNote = event.detail.value;
        this.problem = undefined;
    }

    async handleReopen(): Promise<void> {
        const reopening = { reason: this.reopenReason, note: this.reopenNote };
        await this.act(
            () => reopenHandoff({ handoffId: this.handoffId, reopening }),
            labels.Reopened,
            () => {
                this.reopenNote = '';
            }
        );
    }

    /** One change on the server: its words on failure, with everything typed still there. */
    private async act(change: () => Promise<Apex.ActionOutcome>, success: string, whenDone: () => void): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await change();
            if (outcome.isOk) {
                whenDone();
                this.say(success);
                await this.tell();
            } else {
                this.problem = outcomeError(outcome);
            }
        } catch (error) {
            this.problem = toAppError(error);
        } finally {
            this.isBusy = false;
        }
    }

    private async tell(): Promise<void> {
        await refreshApex(this.wired);
        this.dispatchEvent(new CustomEvent('changed'));
    }

    private say(title: string): void {
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    }
}
