import { api, LightningElement } from 'lwc';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** Frame of a widget: its title, what it is doing, what went wrong, what the reader must know. Fires `retried`. */
export default class InsightFrame extends LightningElement {
    /** Title of the card. */
    @api heading = '';
    /** Icon of the title. */
    @api iconName = 'standard:metrics';
    /** The answer is on its way. */
    @api isLoading?: boolean;
    /** What went wrong instead. */
    @api error?: unknown;
    /** Why there is nothing to show; blank when there is something. */
    @api empty = '';
    /** Which days are counted, in words. */
    @api windowText = '';
    /** Instant up to which the figures are right, in words. */
    @api asOf = '';
    /** Sentences that the reader must know. */
    @api notices: readonly string[] = [];

    readonly labels = labels;

    get hasProblem(): boolean {
        return this.error !== undefined && this.error !== null;
    }

    get footText(): string {
        return [this.windowText, this.asOf ? fill(labels.AsOf, this.asOf) : ''].filter(Boolean).join(' · ');
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retried'));
    }
}
