import { api, wire } from 'lwc';
import getCampaignCredit from '@salesforce/apex/RevenueController.getCampaignCredit';
import type { BarLine } from 'c/insightBars';
import InsightCreditDetail from 'c/insightCreditDetail';
import type { CsvRow } from 'c/insightExport';
import { count, decimal, money, percent } from 'c/insightFormats';
import { shareOf } from 'c/insightGeometry';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { labels } from './labels';

const CSV_HEADS = [
    labels.AttributionModel,
    labels.ColumnAmount,
    labels.ColumnCurrency,
    labels.ColumnShare,
    labels.ColumnReturn
];

/** What a campaign earned of the revenue that was won, by every model. Stands on the page of a campaign. */
export default class InsightCampaignCredit extends InsightWidget<Apex.CampaignCredit> {
    /** Campaign of the page. */
    @api recordId?: string;
    /** Period in which the revenue was won. */
    @api period = 'last-12-months';

    readonly labels = labels;

    @wire(getCampaignCredit, { campaignId: '$recordId', periodKey: '$period' })
    wiredCredit(result: Platform.WireResult<Apex.CampaignCredit>): void {
        this.result = result;
    }

    protected override get csvHeads(): readonly string[] {
        return CSV_HEADS;
    }

    protected override get csvRows(): CsvRow[] {
        const { lines, currencyCode } = this.data;
        return (lines ?? []).map((line) => [line.label, line.amount, currencyCode, line.share, line.returnOnSpend]);
    }

    get lines(): BarLine[] {
        const { lines, currencyCode, fractionDigits } = this.data;
        const largest = Math.max(0, ...(lines ?? []).map((line) => line.amount ?? 0));
        return (lines ?? []).map((line) => ({
            key: line.model ?? '',
            label: line.label ?? '',
            share: shareOf(line.amount, largest),
            figure: money(line.amount ?? 0, currencyCode, fractionDigits ?? 2),
            detail: fill(labels.ShareOfWon, percent(line.share)),
            note: line.returnOnSpend == null ? '' : fill(labels.ReturnOnSpend, decimal(line.returnOnSpend, 2, 2))
        }));
    }

    get summary(): string {
        const { deals, total, currencyCode, spread } = this.data;
        return fill(
            labels.CampaignSummary,
            count(deals ?? 0),
            money(total ?? 0, currencyCode),
            percent(spread).replace(' %', '')
        );
    }

    get costText(): string {
        const { cost, currencyCode } = this.data;
        return cost == null ? labels.NoCost : fill(labels.CostOf, money(cost, currencyCode));
    }

    override get empty(): string {
        return this.data.deals ? '' : labels.EmptyCampaignCredit;
    }

    async handleSelected(event: CustomEvent<{ key: string }>): Promise<void> {
        const { recordId: lineKey = '', period } = this;
        await InsightCreditDetail.open({
            size: 'large',
            label: this.data.campaignName ?? '',
            lineKey,
            level: 'campaign',
            model: event.detail.key,
            period,
            filters: {}
        });
    }
}
