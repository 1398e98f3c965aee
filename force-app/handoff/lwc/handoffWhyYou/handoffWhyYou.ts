import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getRoute from '@salesforce/apex/HandoffRoutingController.getRoute';
import { serverNow } from 'c/clockSource';
import { labels } from './labels';
import { intervalViews, type IntervalView } from './whyYouModel';

/** By which way a hand-off got to whom it is with. Asks the server only once somebody wants to know. */
export default class HandoffWhyYou extends LightningElement {
    readonly labels = labels;
    isOpen = false;
    private card?: Apex.HandoffCard;
    private route: Platform.WireResult<readonly Apex.RouteInterval[]> = {};

    @wire(getRoute, { handoffId: '$askedId' })
    wiredRoute(result: Platform.WireResult<readonly Apex.RouteInterval[]>): void {
        this.route = result;
    }

    /** The card around this panel. */
    @api
    get handoff(): Apex.HandoffCard | undefined {
        return this.card;
    }

    set handoff(card: Apex.HandoffCard | undefined) {
        const isMoved = this.card !== undefined && this.card.ownerId !== card?.ownerId;
        this.card = card;
        if (isMoved && this.route.data) {
            void refreshApex(this.route);
        }
    }

    get askedId(): string | undefined {
        return this.isOpen ? this.card?.handoffId : undefined;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get error(): unknown {
        return this.route.error;
    }

    get isLoading(): boolean {
        return this.route.data === undefined && this.error === undefined;
    }

    get intervals(): IntervalView[] {
        return intervalViews(this.route.data ?? [], serverNow());
    }

    get isEmpty(): boolean {
        return this.intervals.length === 0;
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }
}
