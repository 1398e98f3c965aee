/** Stand-in for `lightning/modal`: a modal is a plain element in a test, and `close` tells with what it was closed. */
import { api, LightningElement } from 'lwc';

export default class LightningModal extends LightningElement {
    static open = jest.fn();

    @api size = 'medium';
    @api label = '';
    @api description = '';
    @api disableClose?: boolean;

    close(result?: unknown): void {
        this.dispatchEvent(new CustomEvent('modalclosed', { detail: result }));
    }
}
