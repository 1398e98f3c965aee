import { LightningElement, api } from 'lwc';

/** `lightning-quick-action-panel`: header, content and footer of a screen action. */
export default class QuickActionPanel extends LightningElement {
    @api header = '';
}
