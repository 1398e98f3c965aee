import { LightningElement, api } from 'lwc';

/** `lightning-messages`: what the form around it could not save. */
export default class Messages extends LightningElement {
    @api message = '';
}
