import { api, LightningElement } from 'lwc';

export interface Option {
    readonly label: string;
    readonly value: string;
}

/** One thing to choose. */
export interface Choice {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly options: readonly Option[];
}

export interface Chosen {
    readonly key: string;
    readonly value: string;
}

/** A row of things to choose, as many side by side as there is room for; others go into its slot. Fires `chosen`. */
export default class InsightChoices extends LightningElement {
    @api choices: readonly Choice[] = [];

    handleChange(event: CustomEvent<{ value: string }>): void {
        const { id: key = '' } = (event.currentTarget as HTMLElement).dataset;
        const detail: Chosen = { key, value: event.detail.value };
        this.dispatchEvent(new CustomEvent<Chosen>('chosen', { detail }));
    }
}
