import { refreshApex } from '@salesforce/apex';
import { LightningElement } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { serverNow } from 'c/clockSource';
import type { Choice, Chosen } from 'c/insightChoices';
import type { CsvReader, CsvRow } from 'c/insightExport';
import { windowWords } from 'c/insightFormats';
import type { FrameState } from 'c/insightFrame';
import InsightMetricDetail from 'c/insightMetricDetail';
import { filtersOf, notices, type Filters } from 'c/insightQuery';
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

/** What opens to definition and rows. */
export interface FigureQuestion {
    readonly metricId: string;
    readonly period: string;
    readonly basis: string;
    readonly filters: Filters;
    /** Rows to begin with: those that count, or all cases. */
    readonly rowsPart?: 'numerator' | 'denominator';
}

/** What most answers say about themselves. */
export interface Told {
    readonly windowStart?: string | null;
    readonly windowEnd?: string | null;
    readonly asOf?: string | null | undefined;
    readonly hidden?: number | null;
    readonly unfiltered?: readonly string[] | null;
    readonly notes?: readonly string[] | null | undefined;
}

/** Dimensions whose value can be the record of a page: the objects on whose pages widgets count only its own. */
const RECORDS: Readonly<Record<string, string>> = { Account: labels.Account, Campaign: labels.Campaign };

/** What pages give to widgets. Each widget declares itself which of it it takes: App Builder reads no base class. */
interface Placed {
    readonly period?: string;
    readonly team?: string | undefined;
    readonly filters?: Filters | undefined;
    readonly recordId?: string | undefined;
    readonly objectApiName?: string | undefined;
}

/**
 * What every widget does: keeps its answer, says what it is doing, reads again when the page asks, keeps a failure of its
 * parts to itself, gives its rows as a file, opens a figure to its definition and rows. A widget says only what it asks and
 * what it shows. Extended, never placed.
 */
export default class InsightWidget<Answer extends object = object> extends LightningElement {
    /** A part of the widget that could not be drawn. */
    broken: unknown;
    /** What the reader chose, by key of the choice. */
    protected chosen: Readonly<Record<string, string>> = {};
    protected result: Platform.WireResult<Answer | null> = {};
    private refreshId?: number | string;

    /** Answers that can fail and are read again; more than one when the widget asks more than one question. */
    protected get wires(): readonly Platform.WireResult<unknown>[] {
        return [this.result];
    }

    /** Whether the answer is to what is chosen: until it is, figures of an older choice would stand under its name. */
    protected get isAnswered(): boolean {
        return true;
    }

    /** What the answer says about itself. */
    protected get told(): Told {
        return this.data;
    }

    /** What the reader may choose. */
    protected get choices(): readonly Choice[] {
        return [];
    }

    /** Heads of the file; without any there is none. */
    protected get csvHeads(): readonly string[] {
        return [];
    }

    protected get csvRows(): readonly CsvRow[] {
        return [];
    }

    /** Sentences that the reader must know. */
    protected get notices(): readonly string[] {
        return notices(this.told);
    }

    get data(): Answer {
        return this.result.data ?? ({} as Answer);
    }

    get error(): unknown {
        return this.broken ?? this.wires.find((wired) => wired.error)?.error;
    }

    get isLoading(): boolean {
        return this.result.data === undefined || !this.isAnswered;
    }

    /** Why there is nothing to show; blank when there is something. */
    get empty(): string {
        return '';
    }

    get wanted(): Filters {
        const { filters, team } = this.placed;
        return filtersOf({ ...filters, ...this.ofRecord }, team);
    }

    /** Says that only what belongs to the record of the page counts; nothing elsewhere, or where some filter does not apply. */
    get recordNotices(): readonly string[] {
        const kind = Object.keys(this.ofRecord)[0];
        return kind === undefined || this.told.unfiltered?.length ? [] : [fill(labels.OfRecord, RECORDS[kind] ?? '')];
    }

    get frame(): FrameState {
        const { windowStart, windowEnd, asOf } = this.told;
        return {
            isLoading: this.isLoading,
            error: this.error,
            empty: this.empty,
            windowText: windowWords(windowStart, windowEnd),
            asOf: this.instantWords(asOf),
            notices: [...this.recordNotices, ...this.notices],
            choices: this.choices,
            csvHeads: this.csvHeads,
            read: this.read
        };
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => this.readAgain());
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    override errorCallback(error: Error): void {
        this.broken = error;
    }

    handleChosen(event: CustomEvent<Chosen>): void {
        const { key, value } = event.detail;
        this.chosen = { ...this.chosen, [key]: value };
    }

    handleRetry(): void {
        this.broken = undefined;
        void this.readAgain();
    }

    /** Opens a figure that counts what the widget counts, unless more is said about it. */
    protected async openFigure(metricId: string, label: string, more: Partial<FigureQuestion> = {}): Promise<void> {
        const { period = '' } = this.placed;
        const question: FigureQuestion = { metricId, period, basis: 'cohort', filters: this.wanted, ...more };
        await InsightMetricDetail.open({ size: 'medium', label, ...question });
    }

    /** What the widget counts, and of it only one value of a dimension. */
    protected narrowedTo(dimension: string, value: string): Filters {
        return filtersOf({ ...this.wanted, [dimension]: value });
    }

    /** `Thu 26 Nov, 15:00` in the reader's zone; empty of nothing. */
    protected instantWords(instant: string | null | undefined): string {
        const at = instantOf(instant);
        return at === undefined ? '' : dayAndTime(at, serverNow());
    }

    /** On the page of a record only what belongs to the record counts. */
    private get ofRecord(): Filters {
        const { recordId, objectApiName = '' } = this.placed;
        return recordId && objectApiName in RECORDS ? { [objectApiName]: recordId } : {};
    }

    private get placed(): Placed {
        return this as Placed;
    }

    private get read(): CsvReader {
        return () => Promise.resolve({ rows: this.csvRows });
    }

    private async readAgain(): Promise<void> {
        await Promise.all(this.wires.map((wired) => refreshApex(wired)));
    }
}
