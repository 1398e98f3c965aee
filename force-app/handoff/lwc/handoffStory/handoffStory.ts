import { api, LightningElement } from 'lwc';
import { fill } from 'c/labelText';
import { labels } from './labels';
import {
    decisionSentence,
    logLines,
    nextSentence,
    passLines,
    revisitSentence,
    type LogLine
} from './handoffStoryModel';

/** What was decided and what follows, with the log behind one click. Presentational. */
export default class HandoffStory extends LightningElement {
    /** The card whose story is told. */
    @api card?: Apex.HandoffCard;
    /** Milliseconds of the server's now. */
    @api now = 0;

    readonly labels = labels;
    isLogOpen = false;

    get decision(): Apex.DecisionFacts | undefined {
        return this.card?.decision ?? undefined;
    }

    get sentence(): string {
        return this.decision ? decisionSentence(this.decision, this.now) : '';
    }

    get icon(): string {
        return this.decision?.decision === 'Accepted' ? 'utility:success' : 'utility:undo';
    }

    get iconVariant(): string {
        return this.decision?.decision === 'Accepted' ? 'success' : '';
    }

    get facts(): { key: string; term: string; text: string }[] {
        const decision = this.decision;
        const own = [
            { key: 'reason', term: labels.Reason, text: decision?.reasonLabel ?? '' },
            { key: 'rationale', term: labels.Rationale, text: decision?.rationale ?? '' }
        ];
        const details = (decision?.details ?? []).map(({ label = '', value = '' }) => ({
            key: label,
            term: label,
            text: value
        }));
        return [...own, ...details].filter((fact) => fact.text !== '');
    }

    get next(): string {
        return this.decision ? nextSentence(this.decision, this.now) : '';
    }

    get revisit(): string {
        // The next step usually names the date already.
        const text = this.decision ? revisitSentence(this.decision) : '';
        return text && this.next.includes(text.replace(/^\D*/, '')) ? '' : text;
    }

    get log(): LogLine[] {
        return logLines(this.card?.log, this.now);
    }

    get hasLog(): boolean {
        return this.log.length > 0;
    }

    get logButton(): string {
        return this.isLogOpen ? labels.HideLog : fill(labels.ShowLog, this.log.length);
    }

    get logExpanded(): string {
        return String(this.isLogOpen);
    }

    get passes(): { key: string; id: string; text: string }[] {
        return passLines(this.card?.earlierPasses, this.now);
    }

    get hasPasses(): boolean {
        return this.passes.length > 0;
    }

    handleLog(): void {
        this.isLogOpen = !this.isLogOpen;
    }
}
