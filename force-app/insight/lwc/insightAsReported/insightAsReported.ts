import { api, wire } from 'lwc';
import getAsReported from '@salesforce/apex/SnapshotController.getAsReported';
import type { Choice, Chosen } from 'c/insightChoices';
import type { CsvRow } from 'c/insightExport';
import InsightWidget, { type Told } from 'c/insightWidget';
import { fill } from 'c/labelText';
import { dateWords } from 'c/timeWords';
import { labels } from './labels';
import { cuts, REPORTED_HEADS, reportedCsv, reportedRows, WHOLE, type ReportedRow } from './reportedModel';

const PAGE_SIZE = 12;
const QUARTER = 'quarter';
const CUT = 'cut';

/** Figures of a quarter as they were reported, beside what is known of the same quarter today. */
export default class InsightAsReported extends InsightWidget<Apex.AsReportedView> {
    /** Quarter to begin with, as in 2026-Q3; blank for the latest that was kept. */
    @api quarter = '';

    readonly labels = labels;
    private shownCount = PAGE_SIZE;

    @wire(getAsReported, { quarter: '$wantedQuarter' })
    wiredQuarter(result: Platform.WireResult<Apex.AsReportedView>): void {
        this.result = result;
    }

    /** Nothing asks for the latest quarter that was kept. */
    get wantedQuarter(): string | null {
        return this.chosen[QUARTER] ?? (this.quarter || null);
    }

    protected override get isAnswered(): boolean {
        return this.wantedQuarter === null || this.wantedQuarter === this.data.quarter;
    }

    protected override get told(): Told {
        const { endedAt, message } = this.data.status ?? {};
        return { asOf: endedAt, notes: message ? [message] : [] };
    }

    protected override get choices(): Choice[] {
        const quarters = (this.data.quarters ?? []).map(({ key = '', label = '' }) => ({ value: key, label }));
        return quarters.length === 0
            ? []
            : [
                  { key: QUARTER, label: labels.Quarter, value: this.data.quarter ?? '', options: quarters },
                  { key: CUT, label: labels.CutBy, value: this.cut, options: cuts(this.lines) }
              ];
    }

    protected override get csvHeads(): readonly string[] {
        return REPORTED_HEADS;
    }

    protected override get csvRows(): readonly CsvRow[] {
        return reportedCsv(this.lines);
    }

    get cut(): string {
        return this.chosen[CUT] ?? WHOLE;
    }

    get lines(): readonly Apex.ReportedLine[] {
        return this.data.lines ?? [];
    }

    get rows(): ReportedRow[] {
        return reportedRows(this.lines, this.cut, this.data.currencyCode);
    }

    get shownRows(): ReportedRow[] {
        return this.rows.slice(0, this.shownCount);
    }

    get hasMore(): boolean {
        return this.rows.length > this.shownCount;
    }

    get summary(): string {
        const changed = this.rows.filter((row) => row.state === labels.LabelRestated).length;
        return this.data.reportedOn
            ? fill(labels.ReportedOn, dateWords(this.data.reportedOn), changed, this.rows.length)
            : '';
    }

    override get empty(): string {
        return this.lines.length > 0 ? '' : labels.EmptyQuarters;
    }

    override handleChosen(event: CustomEvent<Chosen>): void {
        super.handleChosen(event);
        this.shownCount = PAGE_SIZE;
    }

    handleMore(): void {
        this.shownCount += PAGE_SIZE;
    }
}
