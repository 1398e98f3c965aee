import { api, LightningElement } from 'lwc';
import Retry from '@salesforce/label/c.Shared_Action_TryAgain';
import RetryAll from '@salesforce/label/c.Shared_Action_TryAllAgain';
import Payload from '@salesforce/label/c.Shared_Label_Payload';

/** One thing that was to leave or to arrive by itself, in words. */
export interface RetryLine {
    readonly id: string;
    readonly title: string;
    /** Record that the title leads to. */
    readonly recordId?: string;
    readonly facts: string;
    readonly problem: string;
    /** What came, to the letter. */
    readonly payload?: string;
    readonly isRetryable: boolean;
}

/** What `retried` brings: the rows that are to be tried again. */
export interface Retried {
    readonly rowIds: readonly string[];
}

/**
 * Things that were to leave or to arrive by themselves: how each stands, what went wrong, and a way to try one or all of
 * them again, which fires `retried`. Stands in pages of marketing and administrators.
 */
export default class RetryList extends LightningElement {
    @api lines: readonly RetryLine[] = [];
    /** Rows there are, of which the lines may be the first. */
    @api total?: number | null;
    /** What to say instead of a list; empty when there is one. */
    @api empty = '';
    /** Something is tried already. */
    @api isBusy?: boolean;

    readonly labels = { Payload, Retry, RetryAll };

    get shown(): number {
        return this.lines.length;
    }

    get retryable(): string[] {
        return this.lines.filter((line) => line.isRetryable).map((line) => line.id);
    }

    handleRetry(event: Event): void {
        this.ask([(event.currentTarget as HTMLElement).dataset.row ?? '']);
    }

    handleRetryAll(): void {
        this.ask(this.retryable);
    }

    private ask(rowIds: readonly string[]): void {
        this.dispatchEvent(new CustomEvent<Retried>('retried', { detail: { rowIds } }));
    }
}
