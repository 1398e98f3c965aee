import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

/** A link to a record. Opens in place, and in a new tab when the reader asks for that. */
export default class RecordLink extends NavigationMixin(LightningElement) {
    /** What the link says. */
    @api label = '';

    href = '';
    private target?: string;

    /** Record that the link opens. */
    @api get recordId(): string | undefined {
        return this.target;
    }
    set recordId(value: string | undefined) {
        this.target = value;
        void this.resolveAddress();
    }

    get page(): Platform.PageReference {
        return { type: 'standard__recordPage', attributes: { recordId: this.target, actionName: 'view' } };
    }

    override connectedCallback(): void {
        void this.resolveAddress();
    }

    handleClick(event: MouseEvent): void {
        if (event.ctrlKey || event.metaKey || event.shiftKey) {
            return;
        }
        event.preventDefault();
        this[NavigationMixin.Navigate](this.page);
    }

    private async resolveAddress(): Promise<void> {
        if (this.target && this.isConnected) {
            this.href = await this[NavigationMixin.GenerateUrl](this.page);
        }
    }
}
