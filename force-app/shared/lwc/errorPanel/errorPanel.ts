import { api, LightningElement } from 'lwc';
import ErrorCode from '@salesforce/label/c.Shared_Label_ErrorCode';
import TryAgain from '@salesforce/label/c.Shared_Action_TryAgain';
import { toAppError, type AppError } from 'c/errors';
import { fill } from 'c/labelText';

/** Says what went wrong in one sentence and offers to try again. Placed in every bundle that reads data. */
export default class ErrorPanel extends LightningElement {
    /** Whatever was thrown or wired. */
    @api error?: unknown;
    /** Offers a button that fires `retried`. */
    @api isRetryable?: boolean;

    readonly labels = { TryAgain };

    get problem(): AppError | undefined {
        return this.error === undefined || this.error === null ? undefined : toAppError(this.error);
    }

    get codeText(): string {
        return this.problem?.code ? fill(ErrorCode, this.problem.code) : '';
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retried'));
    }
}
