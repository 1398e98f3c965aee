import { api, wire } from 'lwc';
import getAttribution from '@salesforce/apex/AttributionController.getAttribution';
import getModels from '@salesforce/apex/AttributionController.getModels';
import { serverNow } from 'c/clockSource';
import type { Choice } from 'c/insightChoices';
import type { CsvRow } from 'c/insightExport';
import InsightWidget, { type Told } from 'c/insightWidget';
import {
    creditCsv,
    creditHeads,
    creditLines,
    remarks,
    scopeWords,
    totals,
    type Cell,
    type CreditLine
} from './attributionModel';
import { labels } from './labels';

type WiredView = Platform.WireResult<Apex.AttributionView>;

interface Rule {
    readonly key: string;
    readonly label: string;
    readonly text: string;
}

const PAGE_SIZE = 50;
const FIRST = 'first';
const SECOND = 'second';

/**
 * What each touch of the buying group earns of an opportunity's amount, by two models side by side. Stands on the page
 * of an opportunity.
 */
export default class InsightAttribution extends InsightWidget {
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
    private shownCount = PAGE_SIZE;

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

    protected override get wires(): readonly Platform.WireResult<unknown>[] {
        return [this.models, ...this.wiredViews];
    }

    protected override get told(): Told {
        return {};
    }

    protected override get choices(): Choice[] {
        const options = (this.models.data ?? []).map(({ name = '', label = '' }) => ({ value: name, label }));
        return options.length === 0
            ? []
            : [
                  { key: FIRST, label: labels.Model, value: this.first, options },
                  { key: SECOND, label: labels.Compare, value: this.second, options }
              ];
    }

    protected override get csvHeads(): readonly string[] {
        return this.hasLines ? creditHeads(this.views) : [];
    }

    protected override get csvRows(): readonly CsvRow[] {
        return creditCsv(this.views);
    }

    /** While another model loads, what is there stays. */
    override get isLoading(): boolean {
        return this.views.length < this.shown.length;
    }

    get first(): string {
        return this.chosen[FIRST] ?? this.firstModel;
    }

    get second(): string {
        return this.chosen[SECOND] ?? this.secondModel;
    }

    get views(): readonly Apex.AttributionView[] {
        return this.shown.filter((view) => view !== undefined);
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

    get totals(): Cell[] {
        return totals(this.views);
    }

    get totalLabel(): string {
        return this.views[0]?.amount == null ? labels.TotalShares : labels.Total;
    }

    handleMore(): void {
        this.shownCount += PAGE_SIZE;
    }

    private keep(place: number, result: WiredView): void {
        this.wiredViews = this.wiredViews.map((wired, index) => (index === place ? result : wired));
        if (result.data) {
            this.shown = this.shown.map((view, index) => (index === place ? result.data : view));
        }
    }
}
