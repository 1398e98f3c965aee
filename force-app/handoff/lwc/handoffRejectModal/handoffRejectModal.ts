import { api, wire } from 'lwc';
import getRejectionOptions from '@salesforce/apex/HandoffCardController.getRejectionOptions';
import correctDecision from '@salesforce/apex/HandoffReviewController.correct';
import getCorrectionOptions from '@salesforce/apex/HandoffReviewController.getCorrectionOptions';
import rejectHandoff from '@salesforce/apex/HandoffCardController.reject';
import endWork from '@salesforce/apex/HandoffQualificationController.endWork';
import LightningModal from 'lightning/modal';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { dropDraft, keepDraft, readDraft } from 'c/handoffDraft';
import { fill } from 'c/labelText';
import { fieldViews, type FieldView } from './fieldView';
import { labels } from './labels';
import {
    groupReasons,
    nextStepSentence,
    problemsOf,
    rationaleHint,
    startValues,
    type Problems,
    type ReasonGroup
} from './rejectionModel';

/** Codes after which this hand-off can no longer be rejected from here. */
const OVERTAKEN: ReadonlySet<string> = new Set([
    'HANDOFF_ALREADY_DECIDED',
    'HANDOFF_EXPIRED',
    'HANDOFF_CLOSED',
    'HANDOFF_NOT_YOURS',
    'HANDOFF_TRANSITION'
]);

interface InputDetail {
    readonly value?: string | null;
    readonly recordId?: string | null;
}

/**
 * Why a hand-off is rejected: a reason, then only what this reason asks for, then the rationale. Closes with `rejected`,
 * or with `changed` when somebody else was faster. What is typed survives closing.
 */
export default class HandoffRejectModal extends LightningModal {
    /** Hand-off to reject. */
    @api handoffId?: string;
    /** Whose hand-off it is, for the title. */
    @api personName?: string;
    /** Whether it was accepted already: then the work on it ends. */
    @api isWorked?: boolean;
    /** Corrects a decision that was made, instead of making one. */
    @api isCorrection?: boolean;

    readonly labels = labels;
    search = '';
    reasonCode = '';
    rationale = '';
    values: Readonly<Record<string, string>> = {};
    problems: Problems = {};
    problem?: AppError;
    isBusy = false;
    isOvertaken = false;
    hasDraft = false;
    announcement = '';
    private focusTarget = '';

    @wire(getRejectionOptions, { handoffId: '$decisionId' })
    wiredOptions?: Platform.WireResult<readonly Apex.RejectionOption[]>;

    @wire(getCorrectionOptions, { handoffId: '$correctionId' })
    wiredCorrections?: Platform.WireResult<readonly Apex.RejectionOption[]>;

    override connectedCallback(): void {
        const draft = this.handoffId ? readDraft(this.handoffId) : undefined;
        if (draft) {
            this.reasonCode = draft.reasonCode;
            this.rationale = draft.rationale;
            this.values = draft.values;
            this.hasDraft = true;
        }
    }

    override renderedCallback(): void {
        if (this.focusTarget !== '') {
            const target = this.template?.querySelector<HTMLElement>(this.focusTarget);
            this.focusTarget = '';
            target?.focus();
        }
    }

    get heading(): string {
        const [title, titleOf] = this.isWorked ? [labels.EndWork, labels.EndWorkOf] : [labels.Reject, labels.RejectOf];
        return this.personName ? fill(titleOf, this.personName) : title;
    }

    get sendLabel(): string {
        return this.isWorked ? labels.EndWorkAction : labels.RejectHandoff;
    }

    /** Only one of the two lists is read. */
    get decisionId(): string | undefined {
        return this.isCorrection ? undefined : this.handoffId;
    }

    get correctionId(): string | undefined {
        return this.isCorrection ? this.handoffId : undefined;
    }

    get wiredReasons(): Platform.WireResult<readonly Apex.RejectionOption[]> | undefined {
        return this.isCorrection ? this.wiredCorrections : this.wiredOptions;
    }

    get options(): readonly Apex.RejectionOption[] {
        return this.wiredReasons?.data ?? [];
    }

    get error(): unknown {
        return this.wiredReasons?.error;
    }

    get isLoading(): boolean {
        return this.wiredReasons?.data === undefined && this.error === undefined;
    }

    get option(): Apex.RejectionOption | undefined {
        return this.options.find((option) => option.code === this.reasonCode);
    }

    get reasonLabel(): string {
        return this.option?.label ?? '';
    }

    get needsManager(): boolean {
        return this.option?.needsManager === true;
    }

    get problemText(): string {
        return this.problem?.message ?? '';
    }

    get isPicking(): boolean {
        return this.option === undefined;
    }

    get groups(): ReasonGroup[] {
        return groupReasons(this.options, this.search);
    }

    get hasNoMatch(): boolean {
        return this.groups.length === 0;
    }

    get fields(): FieldView[] {
        return fieldViews(this.option?.fields ?? [], this.values, this.problems);
    }

    get isRationaleRequired(): boolean {
        return (this.option?.minimumRationale ?? 0) > 0;
    }

    get hint(): string {
        return this.option ? rationaleHint(this.option, this.rationale) : '';
    }

    get rationaleProblem(): string {
        return this.problems.rationale ?? '';
    }

    get rationaleClass(): string {
        return `slds-form-element${this.rationaleProblem ? ' slds-has-error' : ''}`;
    }

    get nextStep(): string {
        return this.option ? nextStepSentence(this.option, this.values) : '';
    }

    handleSearch(event: CustomEvent<InputDetail>): void {
        this.search = event.detail.value ?? '';
    }

    handlePick(event: Event): void {
        this.reasonCode = (event.currentTarget as HTMLElement).dataset.code ?? '';
        this.values = this.option ? startValues(this.option, this.values) : {};
        this.problems = {};
        this.problem = undefined;
        this.keep();
        this.focusTarget = '[data-id="change-reason"]';
    }

    handleChangeReason(): void {
        this.reasonCode = '';
        this.search = '';
        this.problems = {};
        this.keep();
        this.focusTarget = '[data-id="search"]';
    }

    handleField(event: CustomEvent<InputDetail>): void {
        const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
        const value = event.detail.value ?? event.detail.recordId ?? '';
        this.values = { ...this.values, [name]: value };
        this.clearProblem(name);
        this.keep();
    }

    handleRationale(event: CustomEvent<InputDetail>): void {
        this.rationale = event.detail.value ?? '';
        this.clearProblem('rationale');
        this.keep();
    }

    async handleReject(): Promise<void> {
        const option = this.option;
        if (!option) {
            this.problem = { code: '', message: labels.PickFirst, fields: [] };
            return;
        }
        this.problems = problemsOf(option, { rationale: this.rationale, values: this.values });
        if (Object.keys(this.problems).length > 0) {
            this.showProblems();
            return;
        }
        await this.send(option.code ?? '');
    }

    handleCancel(): void {
        this.close();
    }

    handleOvertaken(): void {
        this.close('changed');
    }

    async handleCopy(): Promise<void> {
        await navigator.clipboard.writeText(this.rationale);
        this.announcement = labels.Copied;
    }

    private async send(reasonCode: string): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const { handoffId } = this;
            const rejection = { reasonCode, rationale: this.rationale.trim(), values: filled(this.values) };
            const reject = this.isWorked ? endWork : rejectHandoff;
            const outcome = this.isCorrection
                ? await correctDecision({ handoffId, correction: { decision: 'Rejected', rejection } })
                : await reject({ handoffId, rejection });
            if (outcome.isOk) {
                dropDraft(this.handoffId ?? '');
                this.close('rejected');
                return;
            }
            this.take(outcomeError(outcome));
        } catch (error) {
            this.take(toAppError(error));
        } finally {
            this.isBusy = false;
        }
    }

    /** Problems of the server stand at their fields; the rest stands above the buttons. */
    private take(problem: AppError): void {
        this.problem = problem;
        this.isOvertaken = OVERTAKEN.has(problem.code);
        this.problems = Object.fromEntries(
            problem.fields.map(({ name, message }) => [name === 'Rationale__c' ? 'rationale' : name, message])
        );
        this.showProblems();
    }

    private showProblems(): void {
        const first = Object.keys(this.problems)[0];
        this.focusTarget = first === undefined ? '' : `[data-name="${first}"]`;
    }

    private clearProblem(name: string): void {
        this.problems = Object.fromEntries(Object.entries(this.problems).filter(([key]) => key !== name));
    }

    private keep(): void {
        if (this.handoffId) {
            keepDraft(this.handoffId, { reasonCode: this.reasonCode, rationale: this.rationale, values: this.values });
        }
    }
}

function filled(values: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}
