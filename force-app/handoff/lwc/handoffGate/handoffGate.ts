import { api, LightningElement } from 'lwc';
import type { AppError } from 'c/errors';
import { fill } from 'c/labelText';
import { labels } from './labels';

interface Item {
    readonly key: string;
    readonly label: string;
    readonly icon: string;
    readonly variant: string;
    readonly words: string;
}

/** The checklist that a lead passes before sales gets it. Fires `handover`. Presentational. */
export default class HandoffGate extends LightningElement {
    /** Facts of the person; its context is the checklist. */
    @api brief?: Apex.Brief;
    /** Whether the reader may hand over. */
    @api canHandOver?: boolean;
    /** While the server works. */
    @api isBusy?: boolean;
    /** What the server answered to the last attempt. */
    @api problem?: AppError;

    readonly labels = labels;

    get items(): Item[] {
        return (this.brief?.context ?? []).map(({ name, label = '', isFilled, whoFills }) => {
            const who = !isFilled && whoFills ? ` · ${whoFills}` : '';
            return {
                key: name ?? label,
                label,
                icon: isFilled ? 'utility:success' : 'utility:warning',
                variant: isFilled ? 'success' : 'warning',
                words: `${isFilled ? labels.There : labels.Missing}${who}`
            };
        });
    }

    get missing(): number {
        return (this.brief?.context ?? []).filter((item) => !item.isFilled).length;
    }

    get summary(): string {
        return this.missing === 0 ? labels.GateMet : fill(labels.GateMissing, this.missing, this.items.length);
    }

    get isOptedOut(): boolean {
        return this.brief?.doNotContact === true;
    }

    get isBlocked(): boolean {
        return this.isBusy === true || this.missing > 0 || this.isOptedOut;
    }

    get problemLines(): string[] {
        return (this.problem?.fields ?? []).map((field) => field.message).filter((message) => message !== '');
    }

    handleHandOver(): void {
        this.dispatchEvent(new CustomEvent('handover'));
    }
}
