/** Parts of a whole that must not be added to anything else. Pure. */
import { money, percent, shortMoney } from 'c/insightFormats';
import { BAR_WIDTH, fine, hatch, shareOf, within } from 'c/insightGeometry';
import { fill } from 'c/labelText';
import { labels } from './labels';

export interface Slice {
    readonly key: string;
    readonly label: string;
    readonly amount: number;
    /** Opportunities. */
    readonly count?: number;
    /** `sourced`, `influenced`, `neither` or `unknown`. */
    readonly tone: string;
}

export interface Segment {
    readonly key: string;
    readonly x: number;
    readonly width: number;
    readonly className: string;
    readonly hatch: string;
}

export interface SliceRow {
    readonly key: string;
    readonly label: string;
    readonly swatch: string;
    readonly hatch: string;
    readonly amount: string;
    readonly share: string;
    readonly count: string;
}

export function segments(slices: readonly Slice[]): Segment[] {
    const total = slices.reduce((sum, slice) => sum + slice.amount, 0);
    let before = 0;
    return slices
        .filter((slice) => slice.amount > 0)
        .map((slice) => {
            const width = BAR_WIDTH * within(shareOf(slice.amount, total));
            const x = before;
            before += width;
            return {
                key: slice.key,
                x: fine(x),
                width: fine(width),
                className: slice.tone,
                hatch: slice.tone === 'unknown' ? hatch(x, x + width) : ''
            };
        });
}

export function sliceRows(slices: readonly Slice[], total: number, currencyCode: string | undefined): SliceRow[] {
    return slices.map((slice) => ({
        key: slice.key,
        label: slice.label,
        swatch: `swatch ${slice.tone}`,
        hatch: slice.tone === 'unknown' ? hatch(0, 10) : '',
        amount: money(slice.amount, currencyCode),
        share: total ? percent(slice.amount / total) : labels.NotAvailable,
        count: slice.count === undefined ? '' : fill(labels.Deals, slice.count)
    }));
}

/** `Total $1.69M · Opportunities: 8`. */
export function totalWords(total: number | undefined, deals: number | undefined, currencyCode?: string): string {
    const amount = fill(labels.TotalText, shortMoney(total ?? 0, currencyCode));
    return deals === undefined ? amount : `${amount} · ${fill(labels.Deals, deals)}`;
}
