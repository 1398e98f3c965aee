import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getAttribution from '@salesforce/apex/AttributionController.getAttribution';
import getModels from '@salesforce/apex/AttributionController.getModels';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { serverNow } from 'c/clockSource';
import { fill } from 'c/labelText';
import { creditLines, remarks, scopeWords, totals, type Cell, type CreditLine } from './attributionModel';
import { labels } from './labels';

type WiredView = Platform.WireResult<Apex.AttributionView>;

interface Choice {
    readonly label: string;
    readonly value: string;
}

interface Rule {
    readonly key: string;
    readonly label: string;
    readonly text: string;
}

const PAGE_SIZE = 50;

/**
 * What each touch of the buying group earns of an opportunity's amount, by two models side by side. Stands on the page
 * of an opportunity.
 */
export default class InsightAttribution extends LightningElement {
    /** Opportunity of the page. */
    @api recordId?: string;
    /** Model that the card opens with. */
    @api firstModel = 'W_Shaped';
    /** Model that stands beside the first one. */
    @api secondModel = 'Linear';

    readonly labels = labels;
    private models: Platform.WireResult<readonly Apex.ModelOption[]> = {};
    private wiredViews: readonly WiredView[] = [{}, {}];
    /** Stay on the page while another model loads, so that nothing jumps. */
    private shown: readonly (Apex.AttributionView | undefined)[] = [undefined, undefined];
    private chosenFirst?: string;
    private chosenSecond?: string;
    private shownCount = PAGE_SIZE;
    private refreshId?: number | string;

    @wire(getModels)
    wiredModels(result: Platform.WireResult<readonly Apex.ModelOption[]>): void {
        this.models = result;
    }

    @wire(getAttribution, { opportunityId: '$recordId', modelName: '$first' })
    wiredFirst(result: WiredView): void {
        this.keep(0, result);
    }

    @wire(getAttribution, { opportunityId: '$recordId', modelName: '$second' })
    wiredSecond(result: WiredView): void {
        this.keep(1, result);
    }

    get first(): string {
        return this.chosenFirst ?? this.firstModel;
    }

    get second(): string {
        return this.chosenSecond ?? this.secondModel;
    }

    get options(): Choice[] {
        return (this.models.data ?? []).map(({ name = '', label = '' }) => ({ value: name, label }));
    }

    get hasOptions(): boolean {
        return this.options.length > 0;
    }

    get error(): unknown {
        return this.models.error ?? this.wiredViews.find((wired) => wired.error)?.error;
    }

    get views(): readonly Apex.AttributionView[] {
        return this.shown.filter((view) => view !== undefined);
    }

    get isLoading(): boolean {
        return this.views.length < this.shown.length && this.error === undefined;
    }

    get isWaiting(): boolean {
        return this.wiredViews.some((wired) => wired.data === undefined);
    }

    get rules(): Rule[] {
        return this.views.map(({ modelLabel = '', rule = '' }, place) => ({
            key: String(place),
            label: modelLabel,
            text: rule
        }));
    }

    get scope(): string {
        return this.views[0] ? scopeWords(this.views[0]) : '';
    }

    get remarks(): string[] {
        return this.views[0] ? remarks(this.views[0]) : [];
    }

    get lines(): CreditLine[] {
        return creditLines(this.views, serverNow()).slice(0, this.shownCount);
    }

    get hasLines(): boolean {
        return this.lines.length > 0;
    }

    get total(): number {
        return this.views[0]?.credits?.length ?? 0;
    }

    get hasMore(): boolean {
        return this.total > this.shownCount;
    }

    get shownText(): string {
        return fill(labels.ShowingOf, this.lines.length, this.total);
    }

    get totals(): Cell[] {
        return totals(this.views);
    }

    get totalLabel(): string {
        return this.views[0]?.amount == null ? labels.TotalShares : labels.Total;
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => this.readAgain());
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleFirst(event: CustomEvent<{ value: string }>): void {
        this.chosenFirst = event.detail.value;
    }

    handleSecond(event: CustomEvent<{ value: string }>): void {
        this.chosenSecond = event.detail.value;
    }

    handleMore(): void {
        this.shownCount += PAGE_SIZE;
    }

    handleRetry(): void {
        void this.readAgain();
    }

    private keep(place: number, result: WiredView): void {
        this.wiredViews = this.wiredViews.map((wired, index) => (index === place ? result : wired));
        if (result.data) {
            this.shown = this.shown.map((view, index) => (index === place ? result.data : view));
        }
    }

    private async readAgain(): Promise<void> {
        await Promise.all([this.models, ...this.wiredViews].map((wired) => refreshApex(wired)));
    }
}
