import { api, LightningElement } from 'lwc';
import { labels } from './labels';
import { CELL_BOX, drawnSpreads, type DrawnSpread, type ModelHead, type SpreadLine } from './spreadModel';

export type { ModelHead, SpreadLine };

/** What was chosen: a line under a model. */
export interface SpreadChoice {
    readonly line: string;
    readonly model: string;
}

/**
 * Lines of won revenue under several models side by side, with how much depends on the model. Models are never added.
 * Fires `selected` with a line and a model.
 */
export default class InsightSpread extends LightningElement {
    /** Name of the table. */
    @api caption = '';
    /** Heading of what the lines are. */
    @api lineHead = '';
    @api lines: readonly SpreadLine[] = [];
    /** Models in the order of the cells. */
    @api models: readonly ModelHead[] = [];
    @api currencyCode?: string;
    /** Digits of the currency. */
    @api fractionDigits = 2;

    readonly labels = labels;
    readonly viewBox = CELL_BOX;

    get drawn(): DrawnSpread[] {
        return drawnSpreads(this.lines, this.models, this.currencyCode, this.fractionDigits);
    }

    handleOpen(event: Event): void {
        const { line = '', model = '' } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent<SpreadChoice>('selected', { detail: { line, model } }));
    }
}
