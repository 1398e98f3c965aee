import { LightningElement, api } from 'lwc';
import type { PageContext } from 'host/pageTypes';

/** Stand-in of `flexipage:fieldSection` and `flexipage:column`: a title over the facets they hold. */
export default class FieldSection extends LightningElement {
    @api label = '';
    /** Facet of a section: its columns. */
    @api columns: string | undefined;
    /** Facet of a column: its fields. */
    @api body: string | undefined;
    @api pageContext!: PageContext;
    @api flexipageRegionWidth = 'LARGE';

    get facets(): string[] {
        return [this.columns, this.body].filter((name): name is string => Boolean(name));
    }

    get className(): string {
        return this.columns ? 'slds-section slds-is-open' : '';
    }

    get gridClass(): string {
        return 'slds-grid slds-wrap';
    }
}
