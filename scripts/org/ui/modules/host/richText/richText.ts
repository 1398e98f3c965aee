import { LightningElement, api } from 'lwc';

/** Stand-in of `flexipage:richText`. */
export default class RichText extends LightningElement {
    @api richTextValue = '';
    /** `true`: drawn as a card. */
    @api decorate: unknown;

    get isCard(): boolean {
        return String(this.decorate) !== 'false';
    }

    get className(): string | null {
        return this.isCard ? 'slds-card' : null;
    }

    get bodyClass(): string | null {
        return this.isCard ? 'slds-p-around_medium' : null;
    }
}
