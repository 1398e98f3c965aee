import { api, LightningElement } from 'lwc';
import { briefLines, scoreTexts, type BriefLine } from './handoffBriefModel';
import { labels } from './labels';

/** What a rep needs to know before deciding: the lead's own facts first, policy second. Presentational. */
export default class HandoffBrief extends LightningElement {
    /** Facts of the person. */
    @api brief?: Apex.Brief;
    /** The routing rule in words. */
    @api whyYou?: string;
    /** Milliseconds of the server's now. */
    @api now = 0;

    readonly labels = labels;
    isWhyOpen = false;

    get isOptedOut(): boolean {
        return this.brief?.doNotContact === true;
    }

    get lines(): BriefLine[] {
        return this.brief ? briefLines(this.brief, this.now) : [];
    }

    get isEmpty(): boolean {
        return this.lines.length === 0;
    }

    get scores(): string[] {
        return this.brief ? scoreTexts(this.brief) : [];
    }

    get reasons(): readonly string[] {
        return this.brief?.whyQualified ?? [];
    }

    get hasWhy(): boolean {
        return this.reasons.length > 0 || Boolean(this.whyYou);
    }

    get whyExpanded(): string {
        return String(this.isWhyOpen);
    }

    get whyIcon(): string {
        return this.isWhyOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get whyYouText(): string {
        return this.whyYou ? `${labels.WhyYou}: ${this.whyYou}` : '';
    }

    handleWhy(): void {
        this.isWhyOpen = !this.isWhyOpen;
    }
}
