import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import { columnsOf } from 'host/pageLayout';
import type { LayoutRow } from 'host/pageLayout';
import type { PageContext, PageDefinition } from 'host/pageTypes';
import { settings } from 'host/settings';
import { criteriaFields, isVisible, userFields } from 'host/visibility';
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

    private user: VisibilityRecord | undefined;

    @wire(getRecord, { recordId: '$ruleUserId', optionalFields: '$ruleUserFields' })
    wiredUser({ data }: { data?: VisibilityRecord }): void {
        if (data) this.user = data;
    }

    get ruleUserFields(): string[] {
        return userFields(this.page).map((field) => `User.${field}`);
    }

    get ruleUserId(): string | undefined {
        return this.ruleUserFields.length > 0 ? settings.user.id : undefined;
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
        const broken = new Map<string, string>();
        const facts = { record: this.record, user: this.user };
        for (const item of this.page.regions.flatMap((region) => region.items)) {
            try {
                if (item.visibility && !isVisible(item.visibility, facts)) hidden.add(item.key);
            } catch (error) {
                // A rule that cannot be read costs its own component only.
                broken.set(item.key, error instanceof Error ? error.message : String(error));
            }
        }
        return { page: this.page, recordId: this.recordId, objectApiName: this.objectApiName, hidden, broken };
    }

    /** The header of a record page is its heading; other pages have none to see. */
    get heading(): string {
        return this.page.kind === 'record' ? '' : this.page.label;
    }

    get rows(): LayoutRow[] {
        return columnsOf(this.page, this.context.hidden);
    }
}
