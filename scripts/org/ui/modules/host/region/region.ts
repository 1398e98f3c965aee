import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem } from 'host/pageTypes';

/** The items of one region, one below the other, without those that a visibility rule hides. */
export default class Region extends LightningElement {
    @api items: readonly PageItem[] = [];
    @api context!: PageContext;
    @api width = 'LARGE';

    get visibleItems(): readonly PageItem[] {
        return this.items.filter((item) => !this.context.hidden.has(item.key));
    }
}
