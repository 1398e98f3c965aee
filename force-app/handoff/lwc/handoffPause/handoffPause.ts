import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getPause from '@salesforce/apex/HandoffPauseController.getPause';
import pauseHandoff from '@salesforce/apex/HandoffPauseController.pause';
import resumeHandoff from '@salesforce/apex/HandoffPauseController.resume';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { serverNow } from 'c/clockSource';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { FocusRequest } from 'c/focusRequest';
import { fill } from 'c/labelText';
import { labels } from './labels';
import { pauseLines } from './pauseModel';

/**
 * Stops the clock of a hand-off and lets it run again. Shows nothing to people who may do neither while the clock runs.
 * Fires `changed` once the server has done something.
 */
export default class HandoffPause extends LightningElement {
    readonly labels = labels;
    isClosed = true;
    isBusy = false;
    problem?: AppError;
    note = '';
    awayUntil = '';
    handoffId?: string;
    private picked = '';
    private readonly focus = new FocusRequest();
    private card?: Apex.HandoffCard;
    private wired?: Platform.WireResult<Apex.PauseFacts>;

    @wire(getPause, { handoffId: '$handoffId' })
    wiredPause(result: Platform.WireResult<Apex.PauseFacts>): void {
        this.wired = result;
    }

    /** The card around this panel. A new state of the hand-off is a reason to ask again. */
    @api
    get handoff(): Apex.HandoffCard | undefined {
        return this.card;
    }

    set handoff(card: Apex.HandoffCard | undefined) {
        const isOther = this.card !== undefined && this.card !== card;
        this.card = card;
        this.handoffId = card?.handoffId;
        if (isOther && this.wired) {
            void refreshApex(this.wired);
        }
    }

    override renderedCallback(): void {
        this.focus.meet(this.template);
    }

    get facts(): Apex.PauseFacts {
        return this.wired?.data ?? {};
    }

    get error(): unknown {
        return this.wired?.error;
    }

    get isPaused(): boolean {
        return this.facts.isPaused === true;
    }

    get canResume(): boolean {
        return this.facts.canResume === true;
    }

    get heading(): string {
        return fill(labels.PausedTitle, this.facts.reasonLabel ?? '');
    }

    get lines(): string[] {
        return pauseLines(this.facts, serverNow());
    }

    get choices(): readonly Apex.PauseOption[] {
        return this.facts.reasons ?? [];
    }

    get canPause(): boolean {
        return this.choices.length > 0;
    }

    get hasChoice(): boolean {
        return this.choices.length > 1;
    }

    get options(): { label: string; value: string }[] {
        return this.choices.map(({ code = '', label = '' }) => ({ label, value: code }));
    }

    get option(): Apex.PauseOption | undefined {
        return this.choices.find(({ code }) => code === this.picked) ?? this.choices[0];
    }

    get reason(): string {
        return this.option?.code ?? '';
    }

    get optionLabel(): string {
        return this.option?.label ?? '';
    }

    get consequence(): string {
        return this.option?.consequence ?? '';
    }

    get needsDay(): boolean {
        return this.option?.needsDay === true;
    }

    get latestDay(): string {
        return this.option?.latestDay ?? '';
    }

    handleOpen(): void {
        this.isClosed = false;
        this.focus.ask(this.hasChoice ? '[data-id="reason"]' : '[data-id="note"]');
    }

    handleCancel(): void {
        this.isClosed = true;
        this.focus.ask('[data-id="open"]');
        this.problem = undefined;
    }

    handleReason(event: CustomEvent<{ value: string }>): void {
        this.picked = event.detail.value;
        this.problem = undefined;
    }

    handleNote(event: CustomEvent<{ value: string }>): void {
        this.note = event.detail.value;
    }

    handleDay(event: CustomEvent<{ value: string }>): void {
        this.awayUntil = event.detail.value;
    }

    async handlePause(): Promise<void> {
        const pause = {
            reason: this.reason,
            note: this.note,
            awayUntil: this.needsDay && this.awayUntil ? this.awayUntil : undefined
        };
        const isDone = await this.act(() => pauseHandoff({ handoffId: this.handoffId, pause }), labels.Paused);
        if (isDone) {
            this.isClosed = true;
            this.note = '';
            this.focus.ask('[data-id="resume"]');
        }
    }

    async handleResume(): Promise<void> {
        if (await this.act(() => resumeHandoff({ handoffId: this.handoffId }), labels.Resumed)) {
            this.focus.ask('[data-id="open"]');
        }
    }

    private async act(change: () => Promise<Apex.ActionOutcome>, success: string): Promise<boolean> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await change();
            if (!outcome.isOk) {
                this.problem = outcomeError(outcome);
                return false;
            }
            this.dispatchEvent(new ShowToastEvent({ title: success, variant: 'success' }));
            await refreshApex(this.wired);
            this.dispatchEvent(new CustomEvent('changed'));
            return true;
        } catch (error) {
            this.problem = toAppError(error);
            return false;
        } finally {
            this.isBusy = false;
        }
    }
}
