import { refreshApex } from '@salesforce/apex';
import { LightningElement } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { serverNow } from 'c/clockSource';
import InsightMetricDetail from 'c/insightMetricDetail';
import type { Filters } from 'c/insightQuery';
import { dayAndTime, instantOf } from 'c/timeWords';

/** What opens to definition and rows. */
export interface FigureQuestion {
    readonly metricId: string;
    readonly period: string;
    readonly basis: string;
    readonly filters: Filters;
    /** Rows to begin with: those that count, or all cases. */
    readonly rowsPart?: 'numerator' | 'denominator';
}

/**
 * What every widget does: reads again when the page asks, keeps a failure of its parts to itself, opens a figure to its
 * definition and rows. Extended, never placed.
 */
export default class InsightWidget extends LightningElement {
    /** A part of the widget that could not be drawn. */
    broken: unknown;
    private refreshId?: number | string;

    /** Wired results that are read again; each widget names its own. */
    protected get wires(): readonly unknown[] {
        return [];
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

    handleRetry(): void {
        this.broken = undefined;
        void this.readAgain();
    }

    protected async openFigure(question: FigureQuestion, label: string): Promise<void> {
        await InsightMetricDetail.open({ size: 'medium', label, ...question });
    }

    /** `Thu 26 Nov, 15:00` in the reader's zone; empty of nothing. */
    protected instantWords(instant: string | null | undefined): string {
        const at = instantOf(instant);
        return at === undefined ? '' : dayAndTime(at, serverNow());
    }

    private async readAgain(): Promise<void> {
        await Promise.all(this.wires.map((wired) => refreshApex(wired)));
    }
}
