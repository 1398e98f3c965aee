import { api, LightningElement } from 'lwc';
import { criterionLines, stateOf, type CriterionLine } from 'c/handoffCriteria';
import type { AppError } from 'c/errors';
import { fill } from 'c/labelText';
import { labels } from './labels';

const MINIMUM_OVERRIDE = 20;

/** Detail of `handover`. */
export interface HandOverDetail {
    /** Why the gate does not matter this time; empty when it is met. */
    readonly overrideText: string;
}

/** The gate that a person passes before sales gets the person, or the reason to pass it by. Fires `handover`. Presentational. */
export default class HandoffGate extends LightningElement {
    /** Facts of the person; its context is part of the checklist. */
    @api brief?: Apex.Brief;
    /** Where the person stands. */
    @api gate?: Apex.Qualification;
    /** Whether the reader may hand over. */
    @api canHandOver?: boolean;
    /** While the server works. */
    @api isBusy?: boolean;
    /** What the server answered to the last attempt. */
    @api problem?: AppError;

    readonly labels = labels;
    overrideText = '';

    get items(): CriterionLine[] {
        return [...criterionLines(this.gate?.criteria), ...this.contextLines];
    }

    get missing(): number {
        return (this.brief?.context ?? []).filter((item) => !item.isFilled).length;
    }

    get summary(): string {
        if (this.isMet) {
            return labels.GateOpen;
        }
        if (this.isEarly) {
            return labels.Watch;
        }
        return this.missing > 0 ? fill(labels.GateMissing, this.missing, this.contextLines.length) : labels.GateLow;
    }

    get isMet(): boolean {
        return this.gate?.isMet === true;
    }

    get isEarly(): boolean {
        return this.gate?.isEarly === true;
    }

    get isOptedOut(): boolean {
        return this.brief?.doNotContact === true || this.gate?.isOptedOut === true;
    }

    get isBlocked(): boolean {
        return this.isBusy === true || this.isOptedOut;
    }

    get canOverride(): boolean {
        return this.canHandOver === true && !this.isMet && !this.isOptedOut;
    }

    get isOverrideBlocked(): boolean {
        return this.isBusy === true || this.charactersMissing > 0;
    }

    /** Stands under the field all the time: nothing moves under a click. */
    get overrideHint(): string {
        return this.charactersMissing > 0
            ? `${fill(labels.OverrideMissing, this.charactersMissing)} ${labels.OverrideHelp}`
            : labels.OverrideHelp;
    }

    get problemLines(): string[] {
        return (this.problem?.fields ?? []).map((field) => field.message).filter((message) => message !== '');
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.overrideText = event.detail.value;
    }

    handleHandOver(): void {
        this.fire('');
    }

    handleOverride(): void {
        this.fire(this.overrideText.trim());
    }

    private fire(overrideText: string): void {
        this.dispatchEvent(new CustomEvent<HandOverDetail>('handover', { detail: { overrideText } }));
    }

    private get charactersMissing(): number {
        return Math.max(0, MINIMUM_OVERRIDE - this.overrideText.trim().length);
    }

    private get contextLines(): CriterionLine[] {
        return (this.brief?.context ?? []).map(({ name, label = '', isFilled, whoFills }) => {
            const who = !isFilled && whoFills ? ` · ${whoFills}` : '';
            return {
                key: name ?? label,
                label,
                ...stateOf(isFilled === true),
                words: `${isFilled ? labels.There : labels.Missing}${who}`
            };
        });
    }
}
