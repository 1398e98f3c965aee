import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { onNavigation } from 'host/router';

/** Asks before a record is deleted; `open` resolves with true when it shall be. */
export default class DeleteDialog extends LightningModal {
    @api objectLabel = '';

    private stop: (() => void) | undefined;

    override connectedCallback(): void {
        let isFirst = true;
        // The browser's back button leaves the page that the dialog belongs to.
        this.stop = onNavigation(() => {
            if (!isFirst) this.close(false);
            isFirst = false;
        });
    }

    override disconnectedCallback(): void {
        this.stop?.();
    }

    get question(): string {
        return `Are you sure you want to delete this ${this.objectLabel.toLowerCase()}?`;
    }

    handleCancel(): void {
        this.close(false);
    }

    handleDelete(): void {
        this.close(true);
    }
}
