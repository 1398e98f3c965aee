import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { PageContext, PageItem } from 'host/pageTypes';
import { onNavigation } from 'host/router';

/** The screen of a Lightning web component that is a quick action; `CloseActionScreenEvent` closes it. */
export default class ActionScreen extends LightningModal {
    @api component = '';
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    private stop: (() => void) | undefined;

    override connectedCallback(): void {
        let isFirst = true;
        this.stop = onNavigation(() => {
            if (!isFirst) this.close(undefined);
            isFirst = false;
        });
    }

    override disconnectedCallback(): void {
        this.stop?.();
    }

    get item(): PageItem {
        return { key: 'action', component: `c:${this.component}`, field: null, properties: {}, visibility: null };
    }

    get context(): PageContext {
        const page = { name: '', label: this.label, kind: 'record' as const, template: '', regions: [] };
        return { page, recordId: this.recordId, objectApiName: this.objectApiName, hidden: new Set() };
    }

    handleClose(): void {
        this.close(undefined);
    }
}
