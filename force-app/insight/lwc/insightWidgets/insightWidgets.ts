import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getContext from '@salesforce/apex/MetricController.getContext';
import getMetric from '@salesforce/apex/MetricController.getMetric';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { learnServerTime, serverNow } from 'c/clockSource';
import InsightMetricDetail from 'c/insightMetricDetail';
import { windowWords } from 'c/insightFormats';
import { labels } from './labels';

type WiredMetric = Platform.WireResult<Apex.MetricValue>;

interface Tile {
    readonly id: string;
    readonly metric: Apex.MetricValue | undefined;
    readonly error: unknown;
}

interface Choice {
    readonly label: string;
    readonly value: string;
}

const DECISION_SLA = 'M10';
const ACCEPTANCE_RATE = 'M01';
const EFFECTIVE_ACCEPTANCE = 'M15';
const TEAM = 'Team';

/** Decision SLA, acceptance rate and what of it was worked, of one period and team. Stands on home and app pages. */
export default class InsightWidgets extends LightningElement {
    readonly labels = labels;
    periodKey?: string;
    filters: Record<string, string> = {};
    private context: Platform.WireResult<Apex.MetricContext> = {};
    private sla: WiredMetric = {};
    private acceptance: WiredMetric = {};
    private effective: WiredMetric = {};
    private refreshId?: number | string;

    @wire(getContext)
    wiredContext(result: Platform.WireResult<Apex.MetricContext>): void {
        this.context = result;
        if (result.data) {
            this.periodKey ??= result.data.defaultPeriod ?? result.data.periods?.[0]?.key;
        }
    }

    @wire(getMetric, { metricId: DECISION_SLA, periodKey: '$periodKey', filters: '$filters' })
    wiredSla(result: WiredMetric): void {
        this.sla = result;
        learnServerTime(result.data?.asOf);
    }

    @wire(getMetric, { metricId: ACCEPTANCE_RATE, periodKey: '$periodKey', filters: '$filters' })
    wiredAcceptance(result: WiredMetric): void {
        this.acceptance = result;
        learnServerTime(result.data?.asOf);
    }

    @wire(getMetric, { metricId: EFFECTIVE_ACCEPTANCE, periodKey: '$periodKey', filters: '$filters' })
    wiredEffective(result: WiredMetric): void {
        this.effective = result;
        learnServerTime(result.data?.asOf);
    }

    get error(): unknown {
        return this.context.error;
    }

    get isLoading(): boolean {
        return this.context.data === undefined && this.error === undefined;
    }

    get isEmpty(): boolean {
        return this.periods.length === 0;
    }

    get periods(): Choice[] {
        return (this.context.data?.periods ?? []).map(({ key = '', label = '' }) => ({ value: key, label }));
    }

    get teams(): Choice[] {
        const teams = this.context.data?.dimensions?.find(({ key }) => key === TEAM)?.values ?? [];
        return [
            { value: '', label: labels.AllTeams },
            ...teams.map(({ key = '', label = '' }) => ({ value: key, label }))
        ];
    }

    get hasTeams(): boolean {
        return this.teams.length > 1;
    }

    get teamKey(): string {
        return this.filters[TEAM] ?? '';
    }

    get windowText(): string {
        const metric = this.sla.data ?? this.acceptance.data;
        return windowWords(metric?.windowStart, metric?.windowEnd);
    }

    get tiles(): Tile[] {
        return [
            { id: DECISION_SLA, metric: this.sla.data, error: this.sla.error },
            { id: ACCEPTANCE_RATE, metric: this.acceptance.data, error: this.acceptance.error },
            { id: EFFECTIVE_ACCEPTANCE, metric: this.effective.data, error: this.effective.error }
        ];
    }

    get now(): number {
        return serverNow();
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => this.readAgain());
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handlePeriod(event: CustomEvent<{ value: string }>): void {
        this.periodKey = event.detail.value;
    }

    handleTeam(event: CustomEvent<{ value: string }>): void {
        this.filters = event.detail.value ? { [TEAM]: event.detail.value } : {};
    }

    handleRetry(): void {
        void this.readAgain();
    }

    async handleOpened(event: Event): Promise<void> {
        const id = (event.currentTarget as HTMLElement).dataset.metric;
        const metric = this.tiles.find((tile) => tile.id === id)?.metric;
        if (metric) {
            const { periodKey, filters } = this;
            await InsightMetricDetail.open({ size: 'medium', label: metric.label ?? '', metric, periodKey, filters });
        }
    }

    private async readAgain(): Promise<void> {
        const wires = [this.context, this.sla, this.acceptance, this.effective];
        await Promise.all(wires.map((wired) => refreshApex(wired)));
    }
}
