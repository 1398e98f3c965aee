import { wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getFinance from '@salesforce/apex/FinanceController.getFinance';
import loadInputs from '@salesforce/apex/FinanceController.loadInputs';
import removeInput from '@salesforce/apex/FinanceController.removeInput';
import saveInput from '@salesforce/apex/FinanceController.saveInput';
import type { Choice, Option } from 'c/insightChoices';
import InsightWidget, { type Told } from 'c/insightWidget';
import { fill } from 'c/labelText';
import { campaignRows, figureRows, inputRows, type CampaignRow, type FigureRow, type InputRow } from './financeModel';
import { labels } from './labels';

const QUARTER = 'quarter';

/** What the books say about a quarter and what follows from it. What was typed stays until it is saved. */
export default class InsightFinance extends InsightWidget<Apex.FinanceView> {
    readonly labels = labels;
    entry: Apex.FinanceEntry = {};
    lines = '';
    isBusy = false;
    done = '';
    refusal: readonly string[] = [];
    actionError: unknown;

    @wire(getFinance, { quarter: '$quarter' })
    wiredFinance(result: Platform.WireResult<Apex.FinanceView>): void {
        this.result = result;
    }

    /** Days and cases stand with each figure. */
    protected override get told(): Told {
        return {};
    }

    protected override get choices(): Choice[] {
        const options = (this.data.quarters ?? []).map(({ key = '', label = '' }) => ({ value: key, label }));
        return [{ key: QUARTER, label: labels.Quarter, value: this.quarter || (this.data.quarter ?? ''), options }];
    }

    /** Blank for the one that the server takes first. */
    get quarter(): string {
        return this.chosen[QUARTER] ?? '';
    }

    get figures(): FigureRow[] {
        return figureRows(this.data);
    }

    get campaigns(): CampaignRow[] {
        return campaignRows(this.data);
    }

    get hasCampaigns(): boolean {
        return this.campaigns.length > 0;
    }

    get modelText(): string {
        return fill(labels.Model, this.data.modelLabel ?? '');
    }

    get inputs(): InputRow[] {
        return inputRows(this.data);
    }

    get isNothingEntered(): boolean {
        return this.inputs.length === 0;
    }

    get shownText(): string {
        return fill(labels.Shown, this.inputs.length, this.data.inputsTotal ?? 0);
    }

    get mayEdit(): boolean {
        return this.data.mayEdit === true;
    }

    get kinds(): Option[] {
        return (this.data.kinds ?? []).map(({ key = '', label = '' }) => ({ value: key, label }));
    }

    get isOfCampaign(): boolean {
        return this.chosenKind?.isOfCampaign === true;
    }

    get valueLabel(): string {
        return this.chosenKind?.isPercent ? labels.Percent : labels.Value;
    }

    private get chosenKind(): Apex.KindOption | undefined {
        return this.data.kinds?.find(({ key }) => key === this.entry.kind);
    }

    handleKind(event: CustomEvent<{ value: string }>): void {
        this.entry = { ...this.entry, kind: event.detail.value };
    }

    handleInputQuarter(event: CustomEvent<{ value: string }>): void {
        this.entry = { ...this.entry, quarter: event.detail.value };
    }

    handleCampaign(event: CustomEvent<{ recordId: string | null }>): void {
        this.entry = { ...this.entry, campaignId: event.detail.recordId ?? '' };
    }

    handleValue(event: CustomEvent<{ value: string }>): void {
        const { value } = event.detail;
        const entry: Apex.FinanceEntry = { ...this.entry };
        delete entry.value;
        this.entry = value === '' ? entry : { ...entry, value: Number(value) };
    }

    handleSource(event: CustomEvent<{ value: string }>): void {
        this.entry = { ...this.entry, source: event.detail.value };
    }

    handleLines(event: CustomEvent<{ value: string }>): void {
        this.lines = event.detail.value;
    }

    async handleSave(): Promise<void> {
        const entry: Apex.FinanceEntry = { ...this.entry };
        if (!this.isOfCampaign) {
            delete entry.campaignId;
        }
        if (await this.act(() => saveInput({ entry }))) {
            // Kind and quarter stay: whoever enters one often enters the next.
            this.entry = { kind: this.entry.kind ?? '', quarter: this.entry.quarter ?? '' };
        }
    }

    async handleLoad(): Promise<void> {
        if (await this.act(() => loadInputs({ text: this.lines }))) {
            this.lines = '';
        }
    }

    async handleRemove(event: Event): Promise<void> {
        const inputId = (event.currentTarget as HTMLElement).dataset.key ?? '';
        await this.act(() => removeInput({ inputId }));
    }

    private async act(action: () => Promise<Apex.ActionOutcome>): Promise<boolean> {
        this.isBusy = true;
        this.done = '';
        this.refusal = [];
        this.actionError = undefined;
        try {
            const outcome = await action();
            if (!outcome.isOk) {
                this.refusal = [outcome.message ?? '', ...(outcome.fields ?? []).map(({ message }) => message ?? '')];
                return false;
            }
            this.done = outcome.message ?? '';
            await refreshApex(this.result);
            return true;
        } catch (error) {
            this.actionError = error;
            return false;
        } finally {
            this.isBusy = false;
        }
    }
}
