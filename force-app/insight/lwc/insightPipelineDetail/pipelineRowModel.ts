/** Opportunities of the pipeline, in words. Pure. */
import { money } from 'c/insightFormats';
import { notices } from 'c/insightQuery';
import type { ListPage, ListRow } from 'c/insightRows';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export const DEAL_HEADS = [
    labels.ColumnOpportunity,
    labels.ColumnOwner,
    labels.ColumnEntered,
    labels.ColumnResult,
    labels.ColumnAmount
] as const;

/** A file says the same as the page and names what it says; instants are ISO, in UTC. */
export const DEAL_CSV_HEADS = [
    labels.ColumnId,
    labels.ColumnOpportunity,
    labels.ColumnDetail,
    labels.ColumnOwner,
    labels.ColumnEntered,
    labels.ColumnResult,
    labels.ColumnAmount,
    labels.ColumnCurrency
] as const;

function dealRow(row: Apex.MetricRow, currencyCode: string | undefined, now: number): ListRow {
    const at = instantOf(row.at);
    return {
        key: row.recordId ?? '',
        recordId: row.recordId,
        name: row.name || labels.ColumnOpportunity,
        detail: row.detail ?? '',
        cells: [
            { key: 'owner', text: row.ownerName ?? '' },
            { key: 'at', text: at === undefined ? '' : dayAndTime(at, now) },
            { key: 'state', text: row.result ?? '' },
            { key: 'amount', text: row.amount == null ? '' : money(row.amount, currencyCode) }
        ],
        csv: [row.recordId, row.name, row.detail, row.ownerName, row.at, row.result, row.amount, currencyCode]
    };
}

export function dealPage(page: Apex.MetricRows, currencyCode: string | undefined, now: number): ListPage {
    return {
        rows: (page.rows ?? []).map((row) => dealRow(row, currencyCode, now)),
        total: page.total,
        nextCursor: page.nextCursor,
        notices: notices(page)
    };
}
