import { LightningElement, api } from 'lwc';

/** One plain sentence in the place of something that cannot be shown. */
export default class Notice extends LightningElement {
    @api override title = '';
    @api message = '';
    @api variant: 'info' | 'error' = 'info';

    get role(): string | null {
        return this.variant === 'error' ? 'alert' : null;
    }

    get iconName(): string {
        return this.variant === 'error' ? 'utility:error' : 'utility:info';
    }

    get iconVariant(): string | null {
        return this.variant === 'error' ? 'error' : null;
    }
}
