import { api, LightningElement } from 'lwc';
import { labels } from './labels';
import { sideCards, type SideCard } from './sidesModel';

/** Promises of two sides beside each other: actual, agreed, how far kept. Fires `selected` with the metric of an item. */
export default class InsightSides extends LightningElement {
    /** Sides with their items. */
    @api sides: readonly Apex.ScoreSide[] = [];

    readonly labels = labels;

    get cards(): SideCard[] {
        return sideCards(this.sides);
    }

    handleSelect(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('selected', { detail: { key } }));
    }
}
