import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getContext from '@salesforce/apex/MetricController.getContext';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import type { Selection } from 'c/insightFilterBar';
import { filtersOf } from 'c/insightQuery';
import { fill } from 'c/labelText';
import { addressOf, stateOf, type Address } from './addressModel';
import { labels } from './labels';

/** The two rates with their bands, then whether promises are kept. */
const DECISION_SLA = 'M10';
const FIRST_ROW: readonly string[] = ['M03', 'M05', DECISION_SLA, 'M01'];
/** Year over year, lift, compression, what a customer costs and is worth, the shared target. */
const IMPACT: readonly string[] = ['M29', 'M29S', 'M30', 'M25', 'M31', 'M32', 'M33', 'M34'];

function isSamePage(one: Platform.PageReference, other: Platform.PageReference): boolean {
    return one.type === other.type && JSON.stringify(one.attributes) === JSON.stringify(other.attributes);
}

interface Tile {
    readonly metric: string;
    readonly basis: string;
}

/**
 * The scoreboard of both leaders: one filter bar, and every widget counts by it. What is chosen stands in the address, so
 * that it survives a reload and can be sent as a link. Stands on its own page.
 */
export default class InsightDashboard extends NavigationMixin(LightningElement) {
    readonly labels = labels;
    private context: Platform.WireResult<Apex.MetricContext> = {};
    private page?: Platform.PageReference;
    /** What was chosen, until the address says it. */
    private chosen?: Selection | undefined;

    @wire(getContext)
    wiredContext(result: Platform.WireResult<Apex.MetricContext>): void {
        this.context = result;
    }

    @wire(CurrentPageReference)
    wiredPage(page: Platform.PageReference | null): void {
        // The page that one goes to next is told to this one, too, before it is left.
        if (page && (!this.page || isSamePage(page, this.page))) {
            this.page = page;
            this.chosen = undefined;
        }
    }

    get error(): unknown {
        return this.context.error;
    }

    get isLoading(): boolean {
        return this.context.data === undefined;
    }

    get choices(): Apex.MetricContext {
        return this.context.data ?? {};
    }

    get selection(): Selection {
        return this.chosen ?? this.address.selection;
    }

    get hasIgnored(): boolean {
        return !this.chosen && this.address.ignored.length > 0;
    }

    get ignoredText(): string {
        return fill(labels.LinkIgnored, this.address.ignored.join('; '));
    }

    /** Another selection is another board: no widget shows an older answer under it. */
    get boards(): readonly string[] {
        return [JSON.stringify(this.selection)];
    }

    /** A metric that has not the chosen basis keeps its own, and its tile says so. */
    get tiles(): Tile[] {
        return FIRST_ROW.map((metric) => ({ metric, basis: this.basisOf(metric) }));
    }

    /** Only what this org computes: modules can be switched off. */
    get impact(): readonly string[] {
        const known = new Set(this.choices.metrics?.map(({ id }) => id));
        return IMPACT.filter((metric) => known.has(metric));
    }

    get hasImpact(): boolean {
        return this.impact.length > 0;
    }

    get decisionBasis(): string {
        return this.basisOf(DECISION_SLA);
    }

    handleFiltered(event: CustomEvent<Selection>): void {
        const { period, basis, filters } = event.detail;
        const chosen = { period, basis, filters: filtersOf(filters) };
        this.chosen = chosen;
        if (this.page) {
            this[NavigationMixin.Navigate]({ ...this.page, state: stateOf(chosen, this.page.state ?? {}) });
        }
    }

    handleRetry(): void {
        void refreshApex(this.context);
    }

    private get address(): Address {
        return addressOf(this.page?.state ?? {}, this.choices);
    }

    private basisOf(metricId: string): string {
        const { basis } = this.selection;
        const known = this.choices.metrics?.find(({ id }) => id === metricId)?.bases;
        return known && !known.includes(basis) ? (known[0] ?? basis) : basis;
    }
}
