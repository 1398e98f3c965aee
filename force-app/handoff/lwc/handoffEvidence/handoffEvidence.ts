import { api, LightningElement } from 'lwc';
import type { AppError } from 'c/errors';
import { keepDraft, readDraft } from 'c/handoffDraft';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { criterionLines, evidenceOf, type CriterionLine, type Texts } from './evidenceModel';
import { labels } from './labels';

/** The criteria of sales qualification with their evidence. Fires `qualify` with the evidence. Presentational. */
export default class HandoffEvidence extends LightningElement {
    /** What the server knows. */
    @api panel?: Apex.LifecyclePanel;
    /** While the server works. */
    @api isBusy?: boolean;
    /** Instant to which days are relative. */
    @api now = 0;

    readonly labels = labels;
    private texts: Texts = {};
    private refusal?: AppError;
    private edited: readonly string[] = [];

    /** What the server answered to the last attempt. */
    @api
    get problem(): AppError | undefined {
        return this.refusal;
    }

    set problem(problem: AppError | undefined) {
        this.refusal = problem;
        this.edited = [];
    }

    override connectedCallback(): void {
        this.texts = readDraft(this.draftKey)?.values ?? {};
    }

    get lines(): CriterionLine[] {
        return criterionLines(this.panel?.criteria ?? [], this.texts, this.problems);
    }

    get hasAnswer(): boolean {
        return Boolean(this.panel?.firstTwoWayAt);
    }

    get answerText(): string {
        const at = instantOf(this.panel?.firstTwoWayAt);
        return at === undefined ? labels.TwoWayMissing : fill(labels.TwoWayAt, dayAndTime(at, this.now));
    }

    get answerIcon(): string {
        return this.hasAnswer ? 'utility:success' : 'utility:warning';
    }

    get answerVariant(): string {
        return this.hasAnswer ? 'success' : 'warning';
    }

    get isBlocked(): boolean {
        return this.isBusy === true || !this.hasAnswer;
    }

    get sentence(): string {
        return this.refusal && this.refusal.fields.length === 0 ? this.refusal.message : '';
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
        this.texts = { ...this.texts, [name]: event.detail.value };
        this.edited = [...this.edited, name];
        keepDraft(this.draftKey, { reasonCode: '', rationale: '', values: this.texts });
    }

    handleQualify(): void {
        this.dispatchEvent(new CustomEvent('qualify', { detail: evidenceOf(this.lines) }));
    }

    private get draftKey(): string {
        return `${this.panel?.handoffId ?? ''}.qualification`;
    }

    private get problems(): Texts {
        return Object.fromEntries(
            (this.refusal?.fields ?? [])
                .filter(({ name }) => !this.edited.includes(name))
                .map(({ name, message }) => [name, message])
        );
    }
}
