import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import { columnsOf } from 'host/pageLayout';
import type { LayoutRow } from 'host/pageLayout';
import type { PageContext, PageDefinition } from 'host/pageTypes';
import { criteriaFields, isVisible } from 'host/visibility';
import type { VisibilityRecord } from 'host/visibility';

/** One page from metadata: its regions in the arrangement of its template. */
export default class FlexiPage extends LightningElement {
    @api page!: PageDefinition;
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    private record: VisibilityRecord | undefined;

    @wire(getRecord, { recordId: '$ruleRecordId', optionalFields: '$ruleFields' })
    wiredRecord({ data }: { data?: VisibilityRecord }): void {
        if (data) this.record = data;
    }

    get ruleFields(): string[] {
        return criteriaFields(this.page).map((field) => `${String(this.objectApiName)}.${field}`);
    }

    /** No rule reads the record: nothing to fetch. */
    get ruleRecordId(): string | undefined {
        return this.recordId && this.ruleFields.length > 0 ? this.recordId : undefined;
    }

    get context(): PageContext {
        const hidden = new Set<string>();
        for (const region of this.page.regions) {
            for (const item of region.items) {
                if (item.visibility && !isVisible(item.visibility, this.record)) hidden.add(item.key);
            }
        }
        return { page: this.page, recordId: this.recordId, objectApiName: this.objectApiName, hidden };
    }

    /** The header of a record page is its heading; other pages have none to see. */
    get heading(): string {
        return this.page.kind === 'record' ? '' : this.page.label;
    }

    get rows(): LayoutRow[] {
        return columnsOf(this.page, this.context.hidden);
    }
}
