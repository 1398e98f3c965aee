import { api, LightningElement } from 'lwc';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf, nearTime } from 'c/timeWords';
import { labels } from './labels';

/** One touch as a line that opens to asset, campaign, source and points. Presentational. */
export default class EngagementRow extends LightningElement {
    /** Facts of the touch. */
    @api row: Apex.TimelineRow = {};
    /** Milliseconds of the server's now. */
    @api now = 0;
    /** Names the person, where several share a timeline. */
    @api showsPerson?: boolean;

    readonly labels = labels;
    isOpen = false;

    get icon(): string {
        const icon = this.row.icon || 'record';
        return icon.includes(':') ? icon : `utility:${icon}`;
    }

    get titleClass(): string {
        return this.row.isMoment ? 'slds-text-title_bold' : '';
    }

    get kind(): string {
        return this.row.typeLabel ?? this.row.typeCode ?? '';
    }

    /** `Lumenpath · form`: what it was about, and where it came from. */
    get facts(): string {
        const { asset, byName, campaignName, personName } = this.row;
        return [asset, campaignName, byName, this.showsPerson ? personName : ''].filter(Boolean).join(' · ');
    }

    get marks(): { key: string; words: string }[] {
        return [
            { key: 'moment', words: this.row.isMoment ? labels.Moment : '' },
            { key: 'sales', words: this.row.isSales ? labels.Sales : '' },
            { key: 'informational', words: this.row.isInformational ? labels.Informational : '' },
            { key: 'ignored', words: this.row.ignoredBecause ?? '' }
        ].filter((mark) => mark.words !== '');
    }

    get when(): string {
        const at = instantOf(this.row.occurredAt);
        return at === undefined ? '' : nearTime(at, this.now);
    }

    get points(): string {
        return this.row.points ? fill(labels.PlusPoints, this.row.points) : '';
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get buttonText(): string {
        return fill(labels.Details, this.kind, this.when);
    }

    get chevron(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get details(): { key: string; term: string; text: string }[] {
        const at = instantOf(this.row.occurredAt);
        const counts = this.row.points
            ? fill(labels.Points, this.row.points)
            : this.row.isSales
              ? labels.NoPointsSales
              : labels.NoPoints;
        return [
            { key: 'asset', term: labels.Asset, text: this.row.asset ?? '' },
            { key: 'campaign', term: labels.Campaign, text: this.row.campaignName ?? '' },
            { key: 'source', term: labels.Source, text: this.row.source ?? '' },
            { key: 'who', term: labels.Who, text: this.row.personName ?? '' },
            { key: 'by', term: labels.By, text: this.row.byName ?? '' },
            { key: 'when', term: labels.When, text: at === undefined ? '' : dayAndTime(at, this.now) },
            { key: 'counts', term: labels.Counts, text: counts },
            { key: 'ignored', term: labels.Ignored, text: this.row.ignoredBecause ?? '' }
        ].filter((detail) => detail.text !== '');
    }

    /** Only addresses of the web become links. */
    get url(): string {
        return /^https?:\/\//i.test(this.row.url ?? '') ? (this.row.url ?? '') : '';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }
}
