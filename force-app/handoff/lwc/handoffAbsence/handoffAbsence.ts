import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import cancelAbsence from '@salesforce/apex/HandoffAbsenceController.cancel';
import getAbsences from '@salesforce/apex/HandoffAbsenceController.getAbsences';
import saveAbsence from '@salesforce/apex/HandoffAbsenceController.save';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { learnServerTime, serverNow } from 'c/clockSource';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { FocusRequest } from 'c/focusRequest';
import { absenceLines, coverViews, delegateOptions, type AbsenceLine, type CoverView } from './absenceModel';
import { labels } from './labels';

/** When the rep is away and who stands in; and what waits for those for whom the rep stands in. */
export default class HandoffAbsence extends LightningElement {
    readonly labels = labels;
    isClosed = true;
    isBusy = false;
    problem?: AppError;
    firstDay = '';
    lastDay = '';
    delegateId = '';
    private readonly focus = new FocusRequest();
    private panel: Platform.WireResult<Apex.AbsencePanel> = {};

    @wire(getAbsences)
    wiredPanel(result: Platform.WireResult<Apex.AbsencePanel>): void {
        this.panel = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
        }
    }

    override renderedCallback(): void {
        this.focus.meet(this.template);
    }

    get error(): unknown {
        return this.panel.error;
    }

    get isLoading(): boolean {
        return this.panel.data === undefined && this.error === undefined;
    }

    get now(): number {
        return serverNow();
    }

    get lines(): AbsenceLine[] {
        return absenceLines(this.panel.data ?? {});
    }

    get isThere(): boolean {
        return this.lines.length === 0;
    }

    get covers(): CoverView[] {
        return coverViews(this.panel.data ?? {}, this.now);
    }

    get delegates(): { label: string; value: string }[] {
        return delegateOptions(this.panel.data ?? {});
    }

    handleRetry(): void {
        void refreshApex(this.panel);
    }

    handleOpen(): void {
        this.isClosed = false;
        this.focus.ask('[data-id="from"]');
    }

    handleClose(): void {
        this.isClosed = true;
        this.focus.ask('[data-id="open"]');
        this.problem = undefined;
    }

    handleFrom(event: CustomEvent<{ value: string }>): void {
        this.firstDay = event.detail.value;
    }

    handleTo(event: CustomEvent<{ value: string }>): void {
        this.lastDay = event.detail.value;
    }

    handleDelegate(event: CustomEvent<{ value: string }>): void {
        this.delegateId = event.detail.value;
    }

    async handleSave(): Promise<void> {
        const absence = {
            firstDay: this.firstDay || undefined,
            lastDay: this.lastDay || undefined,
            delegateId: this.delegateId || undefined
        };
        if (await this.act(() => saveAbsence({ absence }), labels.Saved)) {
            this.isClosed = true;
            this.focus.ask('[data-id="open"]');
            this.firstDay = '';
            this.lastDay = '';
            this.delegateId = '';
        }
    }

    async handleCancel(event: Event): Promise<void> {
        const absenceId = (event.currentTarget as HTMLElement).dataset.absence;
        await this.act(() => cancelAbsence({ absenceId }), labels.Cancelled);
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
            await refreshApex(this.panel);
            return true;
        } catch (error) {
            this.problem = toAppError(error);
            return false;
        } finally {
            this.isBusy = false;
        }
    }
}
