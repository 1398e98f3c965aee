import { LightningElement, api } from 'lwc';
import { loadComponent } from 'host/componentRegistry';
import type { PageContext, PageItem } from 'host/pageTypes';

type Constructor = new () => object;

/** The place of one component: loads it, sets its properties, and keeps its failure to itself. */
export default class ComponentSlot extends LightningElement {
    @api item!: PageItem;
    @api context!: PageContext;
    @api width = 'LARGE';

    error = '';
    constructorToShow: Constructor | undefined;

    override connectedCallback(): void {
        void this.load();
    }

    override errorCallback(error: unknown, stack: string): void {
        console.error(error, stack);
        this.error = error instanceof Error ? error.message : String(error);
    }

    get errorTitle(): string {
        return `${this.item.component ?? this.item.field ?? 'Component'} failed`;
    }

    /** Only what the component declares: the rest of a page's properties is not for it. */
    get properties(): Record<string, unknown> {
        const { recordId, objectApiName } = this.context;
        const all: Record<string, unknown> = {
            flexipageRegionWidth: this.width,
            ...this.item.properties,
            recordId,
            objectApiName,
            fieldName: this.item.field,
            pageContext: this.context,
            componentName: this.item.component
        };
        const prototype = (this.constructorToShow?.prototype ?? {}) as object;
        return Object.fromEntries(
            Object.entries(all).filter(([name, value]) => value !== undefined && name in prototype)
        );
    }

    private async load(): Promise<void> {
        const broken = this.context.broken?.get(this.item.key);
        if (broken !== undefined) {
            this.error = broken;
            return;
        }
        try {
            this.constructorToShow = await loadComponent(this.item);
        } catch (error) {
            this.error = error instanceof Error ? error.message : String(error);
        }
    }
}
