import { LightningElement, api } from 'lwc';

/** Holds the place of a standard component that the local org does not have, and says so. */
export default class StandIn extends LightningElement {
    @api componentName = '';
}
