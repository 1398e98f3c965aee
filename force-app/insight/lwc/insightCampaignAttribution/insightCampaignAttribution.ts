import { api, wire } from 'lwc';
import getModels from '@salesforce/apex/AttributionController.getModels';
import getAttribution from '@salesforce/apex/RevenueController.getAttribution';
import InsightCreditDetail from 'c/insightCreditDetail';
import type { CsvReader } from 'c/insightExport';
import { windowWords } from 'c/insightFormats';
import { filtersOf, notices, type Filters } from 'c/insightQuery';
import type { ModelHead, SpreadChoice, SpreadLine } from 'c/insightSpread';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { attributionHeads, attributionRows, coverageText, modelHeads, spreadLines } from './attributionLines';
import { labels } from './labels';

interface Choice {
    readonly label: string;
    readonly value: string;
}

/** Won revenue by campaign, program, channel or region, under two models side by side. Stands on any page. */
export default class InsightCampaignAttribution extends InsightWidget {
    /** Period in which the revenue was won. */
    @api period = 'last-12-months';
    /** campaign, program, channel or region. */
    @api level = 'campaign';
    /** Model that the widget opens with. */
    @api firstModel = 'W_Shaped';
    /** Model that stands beside it. */
    @api secondModel = 'Linear';
    /** Team whose opportunities count; blank for all. */
    @api team?: string;
    /** Filters of the page around it. */
    @api filters?: Filters;

    readonly labels = labels;
    private chosen: { readonly level?: string; readonly first?: string; readonly second?: string } = {};
    private known: Platform.WireResult<readonly Apex.ModelOption[]> = {};
    private result: Platform.WireResult<Apex.RevenueAttribution> = {};

    @wire(getModels)
    wiredModels(result: Platform.WireResult<readonly Apex.ModelOption[]>): void {
        this.known = result;
    }

    @wire(getAttribution, { periodKey: '$period', level: '$shownLevel', models: '$models', filters: '$wanted' })
    wiredAttribution(result: Platform.WireResult<Apex.RevenueAttribution>): void {
        this.result = result;
    }

    protected override get wires(): readonly unknown[] {
        return [this.known, this.result];
    }

    get wanted(): Filters {
        return filtersOf(this.filters, this.team);
    }

    get shownLevel(): string {
        return this.chosen.level ?? this.level;
    }

    get first(): string {
        return this.chosen.first ?? this.firstModel;
    }

    get second(): string {
        return this.chosen.second ?? this.secondModel;
    }

    get models(): readonly string[] {
        return [this.first, this.second];
    }

    get options(): Choice[] {
        return (this.known.data ?? []).map(({ name = '', label = '' }) => ({ value: name, label }));
    }

    get levels(): Choice[] {
        return [
            { value: 'campaign', label: labels.LevelCampaign },
            { value: 'program', label: labels.LevelProgram },
            { value: 'channel', label: labels.LevelChannel },
            { value: 'region', label: labels.LevelRegion }
        ];
    }

    get error(): unknown {
        return this.broken ?? this.known.error ?? this.result.error;
    }

    get isLoading(): boolean {
        // Until the answer to another choice is here, figures of the older one would stand under its name.
        const answered = (this.data.models ?? []).map(({ name }) => name);
        return (
            this.result.data === undefined ||
            (this.data.level ?? this.shownLevel) !== this.shownLevel ||
            (answered.length > 0 && !this.models.every((model) => answered.includes(model)))
        );
    }

    get data(): Apex.RevenueAttribution {
        return this.result.data ?? {};
    }

    get currencyCode(): string | undefined {
        return this.data.currencyCode;
    }

    get fractionDigits(): number {
        return this.data.fractionDigits ?? 2;
    }

    get heads(): ModelHead[] {
        return modelHeads(this.data);
    }

    get lines(): SpreadLine[] {
        return spreadLines(this.data);
    }

    get lineHead(): string {
        return this.levels.find(({ value }) => value === this.shownLevel)?.label ?? '';
    }

    get coverage(): string {
        return coverageText(this.data);
    }

    get waiting(): string {
        return this.data.waiting ? fill(labels.CreditsWaiting, this.data.waiting) : '';
    }

    get empty(): string {
        return this.lines.length > 0 ? '' : labels.EmptyAttribution;
    }

    get windowText(): string {
        return windowWords(this.data.windowStart, this.data.windowEnd);
    }

    get asOf(): string {
        return this.instantWords(this.data.asOf);
    }

    get notices(): string[] {
        return [...notices(this.data), this.waiting].filter(Boolean);
    }

    get csvHeads(): readonly string[] {
        return attributionHeads(this.heads);
    }

    get read(): CsvReader {
        return () => Promise.resolve({ rows: attributionRows(this.data) });
    }

    handleLevel(event: CustomEvent<{ value: string }>): void {
        this.chosen = { ...this.chosen, level: event.detail.value };
    }

    handleFirst(event: CustomEvent<{ value: string }>): void {
        this.chosen = { ...this.chosen, first: event.detail.value };
    }

    handleSecond(event: CustomEvent<{ value: string }>): void {
        this.chosen = { ...this.chosen, second: event.detail.value };
    }

    async handleSelected(event: CustomEvent<SpreadChoice>): Promise<void> {
        const { line, model } = event.detail;
        const { period, shownLevel: level, wanted: filters } = this;
        const label = this.lines.find(({ key }) => key === line)?.label ?? '';
        await InsightCreditDetail.open({ size: 'large', label, lineKey: line, level, model, period, filters });
    }
}
