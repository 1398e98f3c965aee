import { api, wire } from 'lwc';
import getModels from '@salesforce/apex/AttributionController.getModels';
import getAttribution from '@salesforce/apex/RevenueController.getAttribution';
import InsightCreditDetail from 'c/insightCreditDetail';
import type { Choice } from 'c/insightChoices';
import type { CsvRow } from 'c/insightExport';
import type { Filters } from 'c/insightQuery';
import type { ModelHead, SpreadChoice, SpreadLine } from 'c/insightSpread';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { attributionHeads, attributionRows, coverageText, modelHeads, spreadLines } from './attributionLines';
import { labels } from './labels';

const LEVEL = 'level';
const FIRST = 'first';
const SECOND = 'second';
const LEVELS = [
    { value: 'campaign', label: labels.LevelCampaign },
    { value: 'program', label: labels.LevelProgram },
    { value: 'channel', label: labels.LevelChannel },
    { value: 'region', label: labels.LevelRegion }
];

/** Won revenue by campaign, program, channel or region, under two models side by side. Stands on any page. */
export default class InsightCampaignAttribution extends InsightWidget<Apex.RevenueAttribution> {
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
    /** Record of the page, and what it is: only what belongs to it counts. */
    @api recordId?: string;
    @api objectApiName?: string;

    readonly labels = labels;
    private known: Platform.WireResult<readonly Apex.ModelOption[]> = {};

    @wire(getModels)
    wiredModels(result: Platform.WireResult<readonly Apex.ModelOption[]>): void {
        this.known = result;
    }

    @wire(getAttribution, { periodKey: '$period', level: '$shownLevel', models: '$models', filters: '$wanted' })
    wiredAttribution(result: Platform.WireResult<Apex.RevenueAttribution>): void {
        this.result = result;
    }

    protected override get wires(): readonly Platform.WireResult<unknown>[] {
        return [this.known, this.result];
    }

    protected override get isAnswered(): boolean {
        const answered = (this.data.models ?? []).map(({ name }) => name);
        return (
            (this.data.level ?? this.shownLevel) === this.shownLevel &&
            (answered.length === 0 || this.models.every((model) => answered.includes(model)))
        );
    }

    protected override get choices(): Choice[] {
        const options = (this.known.data ?? []).map(({ name = '', label = '' }) => ({ value: name, label }));
        return [
            { key: LEVEL, label: labels.Level, value: this.shownLevel, options: LEVELS },
            { key: FIRST, label: labels.AttributionModel, value: this.first, options },
            { key: SECOND, label: labels.AttributionCompare, value: this.second, options }
        ];
    }

    protected override get notices(): readonly string[] {
        const { waiting } = this.data;
        return waiting ? [...super.notices, fill(labels.CreditsWaiting, waiting)] : super.notices;
    }

    protected override get csvHeads(): readonly string[] {
        return attributionHeads(this.heads);
    }

    protected override get csvRows(): readonly CsvRow[] {
        return attributionRows(this.data);
    }

    get shownLevel(): string {
        return this.chosen[LEVEL] ?? this.level;
    }

    get first(): string {
        return this.chosen[FIRST] ?? this.firstModel;
    }

    get second(): string {
        return this.chosen[SECOND] ?? this.secondModel;
    }

    get models(): readonly string[] {
        return [this.first, this.second];
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
        return LEVELS.find(({ value }) => value === this.shownLevel)?.label ?? '';
    }

    get coverage(): string {
        return coverageText(this.data);
    }

    override get empty(): string {
        return this.lines.length > 0 ? '' : labels.EmptyAttribution;
    }

    async handleSelected(event: CustomEvent<SpreadChoice>): Promise<void> {
        const { line, model } = event.detail;
        const { period, shownLevel: level, wanted: filters } = this;
        const label = this.lines.find(({ key }) => key === line)?.label ?? '';
        await InsightCreditDetail.open({ size: 'large', label, lineKey: line, level, model, period, filters });
    }
}
