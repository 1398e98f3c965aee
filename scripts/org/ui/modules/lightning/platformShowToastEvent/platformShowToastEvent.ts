/** `lightning/platformShowToastEvent`. */
export const ShowToastEventName = 'lightning__showtoast';

export class ShowToastEvent extends CustomEvent<Record<string, unknown>> {
    constructor(toast: Record<string, unknown>) {
        super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: { ...toast } });
    }
}
