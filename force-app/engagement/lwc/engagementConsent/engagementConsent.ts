import { api, LightningElement } from 'lwc';
import { consentWords, hasObjection } from './consentModel';
import { labels } from './labels';

/** Whether these people may be written to and called, in words. Presentational. */
export default class EngagementConsent extends LightningElement {
    /** What people said. */
    @api consent?: Apex.Consent;
    /** Several people of an institution. */
    @api isAccount?: boolean;
    /** Milliseconds of the server's now. */
    @api now = 0;

    readonly labels = labels;

    get isObjecting(): boolean {
        return this.consent !== undefined && hasObjection(this.consent);
    }

    get words(): string {
        return this.consent ? consentWords(this.consent, this.isAccount === true, this.now) : '';
    }

    get icon(): string {
        return this.isObjecting ? 'utility:ban' : 'utility:check';
    }

    get variant(): string {
        return this.isObjecting ? 'error' : 'success';
    }

    get className(): string {
        return this.isObjecting ? 'slds-text-title_bold' : '';
    }
}
