import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getContext from '@salesforce/apex/MetricController.getContext';
import type { Selection } from 'c/insightFilterBar';
import { filtersOf } from 'c/insightQuery';
import { labels } from './labels';

/** The two rates with their bands, then whether promises are kept. */
const DECISION_SLA = 'M10';
const FIRST_ROW: readonly string[] = ['M03', 'M05', DECISION_SLA, 'M01'];
/** Year over year, lift, compression, what a customer costs and is worth, the shared target. */
const IMPACT: readonly string[] = ['M29', 'M30', 'M25', 'M31', 'M32', 'M33', 'M34'];

interface Tile {
    readonly metric: string;
    readonly basis: string;
}

/** The scoreboard of both leaders: one filter bar, and every widget counts by it. Stands on its own page. */
export default class InsightDashboard extends LightningElement {
    readonly labels = labels;
    private context: Platform.WireResult<Apex.MetricContext> = {};
    private chosen?: Selection;

    @wire(getContext)
    wiredContext(result: Platform.WireResult<Apex.MetricContext>): void {
        this.context = result;
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
        const { defaultPeriod, periods } = this.choices;
        return (
            this.chosen ?? {
                period: defaultPeriod ?? periods?.[0]?.key ?? '',
                basis: 'cohort',
                filters: filtersOf()
            }
        );
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
        this.chosen = { period, basis, filters: filtersOf(filters) };
    }

    handleRetry(): void {
        void refreshApex(this.context);
    }

    private basisOf(metricId: string): string {
        const { basis } = this.selection;
        const known = this.choices.metrics?.find(({ id }) => id === metricId)?.bases;
        return known && !known.includes(basis) ? (known[0] ?? basis) : basis;
    }
}
