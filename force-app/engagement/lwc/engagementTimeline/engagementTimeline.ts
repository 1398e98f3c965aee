import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getTimeline from '@salesforce/apex/EngagementTimelineController.getTimeline';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { learnServerTime, serverNow } from 'c/clockSource';
import type { WeekPicked } from 'c/engagementWeekGrid';
import { fill } from 'c/labelText';
import { readMore, startPaging, type Paging } from 'c/pager';
import { personOptions, pillsOf, providerWords, scopesOf, weeksOf, type Pill, type Week } from './timelineModel';
import { labels } from './labels';

const PAGE_SIZE = 50;

/**
 * What a person and we did together: thirteen weeks that filter, moments apart from clicks, true totals of every source,
 * consent, and the whole institution one click away. Stands on the pages of leads, contacts, opportunities and accounts.
 * Older pages come on demand.
 */
export default class EngagementTimeline extends LightningElement {
    /** Lead, contact, opportunity or account of the page. */
    @api recordId?: string;
    /** Object of the page. */
    @api objectApiName?: string;

    readonly labels = labels;
    filter: Apex.TimelineFilter = { groups: [], momentsOnly: false, pageSize: PAGE_SIZE };
    paging: Paging<Apex.TimelineRow> = startPaging();
    private page: Platform.WireResult<Apex.TimelinePage> = {};
    /** Stays on the page while a filter loads, so that nothing jumps. */
    private shown?: Apex.TimelinePage;
    private openFolds: ReadonlySet<string> = new Set();
    private refreshId?: number | string;

    @wire(getTimeline, { recordId: '$recordId', filter: '$filter' })
    wiredPage(result: Platform.WireResult<Apex.TimelinePage>): void {
        this.page = result;
        if (result.data) {
            learnServerTime(result.data.serverNow);
            this.shown = result.data;
            this.paging = startPaging(result.data);
        }
    }

    get error(): unknown {
        return this.page.error;
    }

    get isLoading(): boolean {
        return this.shown === undefined && this.error === undefined;
    }

    /** A filter was picked and its rows are on their way. */
    get isFiltering(): boolean {
        return this.shown !== undefined && this.page.data === undefined && this.error === undefined;
    }

    get isFiltered(): boolean {
        const { groups, momentsOnly, week, personId } = this.filter;
        return Boolean(groups?.length || momentsOnly || week || personId);
    }

    get hasTouches(): boolean {
        // Whoever has no touches may still belong to an institution that has.
        return (this.shown?.grandTotal ?? 0) > 0 || this.rows.length > 0 || this.hasAccount;
    }

    get total(): number | undefined {
        return this.shown?.total;
    }

    get rows(): readonly Apex.TimelineRow[] {
        return [...(this.shown?.rows ?? []), ...this.paging.later];
    }

    get now(): number {
        return serverNow();
    }

    get weeks(): Week[] {
        const isUnfolded = Boolean(this.filter.groups?.length || this.filter.week);
        return weeksOf(this.rows, this.now, isUnfolded, this.openFolds);
    }

    get bars(): readonly Apex.WeekCount[] {
        return this.shown?.weeks ?? [];
    }

    get pills(): Pill[] {
        const groups = this.shown?.groups ?? [];
        const all = groups.reduce((sum, { total = 0 }) => sum + total, 0);
        return pillsOf(groups, this.filter.groups ?? [], all);
    }

    get people(): { label: string; value: string }[] {
        return personOptions(this.shown?.people);
    }

    get hasPeople(): boolean {
        return this.people.length > 0 || Boolean(this.filter.personId);
    }

    get personId(): string {
        return this.filter.personId ?? '';
    }

    get consent(): Apex.Consent | undefined {
        return this.shown?.consent ?? undefined;
    }

    get isAccount(): boolean {
        return this.shown?.isAccount === true;
    }

    get hasAccount(): boolean {
        return this.shown?.hasAccount === true;
    }

    get isCut(): boolean {
        return this.shown?.isCut === true;
    }

    get scopes(): Pill[] {
        return scopesOf(this.objectApiName, this.filter.wholeAccount === true);
    }

    get providersText(): string {
        return providerWords(this.shown?.providers);
    }

    get totalText(): string {
        return fill(labels.Touches, this.shown?.grandTotal ?? 0);
    }

    get empty(): string {
        return this.rows.length > 0 ? '' : this.isFiltered ? labels.Filtered : labels.Timeline;
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => refreshApex(this.page));
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleRetry(): void {
        void refreshApex(this.page);
    }

    handleWeek(event: CustomEvent<WeekPicked>): void {
        this.narrow({ week: event.detail.week });
    }

    handleAllWeeks(): void {
        this.narrow({ week: undefined });
    }

    handleGroup(event: Event): void {
        const code = (event.currentTarget as HTMLElement).dataset.code ?? '';
        const picked = this.filter.groups ?? [];
        const others = picked.filter((group) => group !== code);
        this.narrow({ groups: code === '' ? [] : others.length < picked.length ? others : [...others, code] });
    }

    handleMoments(event: Event): void {
        this.narrow({ momentsOnly: (event.target as HTMLInputElement).checked });
    }

    handlePerson(event: CustomEvent<{ value: string }>): void {
        this.narrow({ personId: event.detail.value || undefined });
    }

    handleClear(): void {
        this.startOver(this.filter.wholeAccount === true);
    }

    /** Another history: filters of the one before say nothing about it. */
    handleScope(event: Event): void {
        this.startOver((event.currentTarget as HTMLElement).dataset.scope === 'account');
    }

    handleFold(event: Event): void {
        const week = (event.currentTarget as HTMLElement).dataset.week ?? '';
        const open = new Set(this.openFolds);
        if (!open.delete(week)) {
            open.add(week);
        }
        this.openFolds = open;
    }

    async handleMore(): Promise<void> {
        const { recordId, filter } = this;
        await readMore(
            this,
            (cursor) => getTimeline({ recordId, filter, cursor }),
            () => filter === this.filter
        );
    }

    private startOver(wholeAccount: boolean): void {
        this.filter = {
            groups: [],
            momentsOnly: false,
            pageSize: PAGE_SIZE,
            ...(wholeAccount ? { wholeAccount } : {})
        };
    }

    private narrow(change: { [K in keyof Apex.TimelineFilter]?: Apex.TimelineFilter[K] | undefined }): void {
        const merged = { ...this.filter, ...change };
        // What is undefined must not travel: a wire waits for it.
        this.filter = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
    }
}
