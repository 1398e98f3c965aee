import { api, wire } from 'lwc';
import getAsReported from '@salesforce/apex/SnapshotController.getAsReported';
import type { CsvReader } from 'c/insightExport';
import InsightWidget from 'c/insightWidget';
import { fill } from 'c/labelText';
import { dateWords } from 'c/timeWords';
import { labels } from './labels';
import { cuts, REPORTED_HEADS, reportedCsv, reportedRows, WHOLE, type Choice, type ReportedRow } from './reportedModel';

const PAGE_SIZE = 12;

/** Figures of a quarter as they were reported, beside what is known of the same quarter today. */
export default class InsightAsReported extends InsightWidget {
    /** Quarter to begin with, as in 2026-Q3; blank for the latest that was kept. */
    @api quarter = '';

    readonly labels = labels;
    readonly heads = REPORTED_HEADS;
    cut = WHOLE;
    private shownCount = PAGE_SIZE;
    private chosen?: string;
    private result: Platform.WireResult<Apex.AsReportedView> = {};

    @wire(getAsReported, { quarter: '$wanted' })
    wiredQuarter(result: Platform.WireResult<Apex.AsReportedView>): void {
        this.result = result;
    }

    protected override get wires(): readonly unknown[] {
        return [this.result];
    }

    /** Nothing asks for the latest quarter that was kept. */
    get wanted(): string | null {
        return this.chosen ?? (this.quarter || null);
    }

    get data(): Apex.AsReportedView {
        return this.result.data ?? {};
    }

    get error(): unknown {
        return this.broken ?? this.result.error;
    }

    get isLoading(): boolean {
        // Until the answer to another quarter is here, figures of the older one would stand under its name.
        return this.result.data === undefined || (this.wanted !== null && this.wanted !== this.data.quarter);
    }

    get quarters(): Choice[] {
        return (this.data.quarters ?? []).map(({ key = '', label = '' }) => ({ value: key, label }));
    }

    get hasQuarters(): boolean {
        return this.quarters.length > 0;
    }

    get shownQuarter(): string {
        return this.data.quarter ?? '';
    }

    get lines(): readonly Apex.ReportedLine[] {
        return this.data.lines ?? [];
    }

    get cuts(): Choice[] {
        return cuts(this.lines);
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

    get empty(): string {
        return this.lines.length > 0 ? '' : labels.EmptyQuarters;
    }

    get notices(): readonly string[] {
        const { message } = this.data.status ?? {};
        return message ? [message] : [];
    }

    get asOf(): string {
        return this.instantWords(this.data.status?.endedAt);
    }

    get read(): CsvReader {
        return () => Promise.resolve({ rows: reportedCsv(this.lines) });
    }

    handleQuarter(event: CustomEvent<{ value: string }>): void {
        this.chosen = event.detail.value;
    }

    handleCut(event: CustomEvent<{ value: string }>): void {
        this.cut = event.detail.value;
        this.shownCount = PAGE_SIZE;
    }

    handleMore(): void {
        this.shownCount += PAGE_SIZE;
    }
}
