import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import answerFlag from '@salesforce/apex/FlagController.answer';
import getFlags from '@salesforce/apex/FlagController.getFlags';
import lookAgain from '@salesforce/apex/FlagController.lookAgain';
import canManage from '@salesforce/customPermission/Baton_Can_Manage_Team';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { learnServerTime, serverNow } from 'c/clockSource';
import { outcomeError, toAppError } from 'c/errors';
import { FocusRequest } from 'c/focusRequest';
import { fill } from 'c/labelText';
import { checkOptions, flagLine, STATUSES, type FlagLine, type Option } from './flagsModel';
import { labels } from './labels';

/** Patterns in hand-offs that deserve a question, and their answers. Stands on home pages. */
export default class HandoffFlags extends LightningElement {
    readonly labels = labels;
    readonly statuses = STATUSES;
    readonly canLookAgain = Boolean(canManage);
    code = '';
    status = 'Open';
    answering?: string;
    text = '';
    isDismissed = false;
    isBusy = false;
    problem?: unknown;
    private readonly focus = new FocusRequest();
    private list: Platform.WireResult<Apex.FlagList> = {};
    /** Stays on the page while a filter loads, so that nothing jumps. */
    private shown?: Apex.FlagList;

    @wire(getFlags, { code: '$code', status: '$status' })
    wiredList(result: Platform.WireResult<Apex.FlagList>): void {
        this.list = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
            this.shown = result.data;
        }
    }

    override renderedCallback(): void {
        this.focus.meet(this.template);
    }

    get error(): unknown {
        return this.list.error;
    }

    get isLoading(): boolean {
        return this.shown === undefined && this.error === undefined;
    }

    get lines(): FlagLine[] {
        const now = serverNow();
        return (this.shown?.rows ?? []).map((row) => flagLine(row, now, this.answering));
    }

    get checks(): Option[] {
        return checkOptions(this.shown?.checks);
    }

    get empty(): string {
        if (this.lines.length > 0) {
            return '';
        }
        return this.status === 'Open' ? labels.NoneOpen : labels.NoneAnswered;
    }

    get shownText(): string {
        return fill(labels.ShowingOf, this.lines.length, this.shown?.total ?? this.lines.length);
    }

    handleRetry(): void {
        void refreshApex(this.list);
    }

    handleCode(event: CustomEvent<{ value: string }>): void {
        this.code = event.detail.value;
    }

    handleStatus(event: CustomEvent<{ value: string }>): void {
        this.status = event.detail.value;
        this.code = '';
        this.answering = undefined;
    }

    handleOpenAnswer(event: Event): void {
        this.answering = (event.currentTarget as HTMLElement).dataset.flag;
        this.text = '';
        this.isDismissed = false;
        this.problem = undefined;
        this.focus.ask('[data-id="text"]');
    }

    handleCloseAnswer(): void {
        this.focus.ask(`[data-id="answer"][data-flag="${this.answering}"]`);
        this.answering = undefined;
        this.problem = undefined;
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }

    handleDismiss(event: CustomEvent<{ checked: boolean }>): void {
        this.isDismissed = event.detail.checked;
    }

    async handleLookAgain(): Promise<void> {
        this.isBusy = true;
        try {
            const outcome = await lookAgain();
            const variant = outcome.isOk ? 'success' : 'error';
            this.dispatchEvent(new ShowToastEvent({ title: outcome.message ?? '', variant }));
            await refreshApex(this.list);
        } catch (error) {
            const { message } = toAppError(error);
            this.dispatchEvent(new ShowToastEvent({ title: message, variant: 'error' }));
        } finally {
            this.isBusy = false;
        }
    }

    async handleSave(): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const { answering: flagId, text: answer, isDismissed } = this;
            const outcome = await answerFlag({ flagId, answer, isDismissed });
            if (outcome.isOk) {
                this.answering = undefined;
                this.dispatchEvent(new ShowToastEvent({ title: labels.AnswerSaved, variant: 'success' }));
                await refreshApex(this.list);
            } else {
                this.problem = outcomeError(outcome);
            }
        } catch (error) {
            this.problem = error;
        } finally {
            this.isBusy = false;
        }
    }
}
