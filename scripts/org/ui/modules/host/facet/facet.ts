import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem } from 'host/pageTypes';

/** A region that a component of the page holds, by its name. */
export default class Facet extends LightningElement {
    @api name = '';
    @api context!: PageContext;
    @api width = 'LARGE';

    get items(): readonly PageItem[] {
        return this.context.page.regions.find((region) => region.name === this.name)?.items ?? [];
    }
}
