import { api, LightningElement } from 'lwc';
import ShowMore from '@salesforce/label/c.Shared_Action_ShowMore';
import ShowingOf from '@salesforce/label/c.Shared_Label_ShowingOf';
import { fill } from 'c/labelText';

/** Foot of a list: how much of it is shown, a button for more that fires `more`, and room for an action on all rows. */
export default class ShowMoreFoot extends LightningElement {
    /** Rows on the page. */
    @api shown = 0;
    /** Rows there are; when nobody counted them, those on the page. */
    @api total?: number | null;
    /** Offers the button. */
    @api hasMore?: boolean;
    /** More is on its way. */
    @api isLoading?: boolean;
    /** Why more could not be had. */
    @api error?: unknown;

    readonly labels = { ShowMore };

    get shownText(): string {
        return fill(ShowingOf, this.shown, this.total ?? this.shown);
    }

    handleMore(): void {
        this.dispatchEvent(new CustomEvent('more'));
    }
}
