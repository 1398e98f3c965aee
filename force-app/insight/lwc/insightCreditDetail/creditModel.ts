/** Credits from the sum down to the touch, in words. Pure. */
import { money, percent } from 'c/insightFormats';
import { notices } from 'c/insightQuery';
import type { ListPage, ListRow } from 'c/insightRows';
import { dateWords, dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export const CREDIT_HEADS = [
    labels.ColumnOpportunity,
    labels.ColumnTouch,
    labels.ColumnCampaign,
    labels.ColumnWeight,
    labels.ColumnAmount,
    labels.ColumnRule
] as const;

export const CREDIT_CSV_HEADS = [
    labels.ColumnId,
    labels.ColumnOpportunity,
    labels.ColumnClosed,
    labels.ColumnTouch,
    labels.ColumnTouchAt,
    labels.ColumnName,
    labels.ColumnCampaign,
    labels.ColumnWeight,
    labels.ColumnAmount,
    labels.ColumnCurrency,
    labels.ColumnRule,
    labels.Version
] as const;

function creditRow(row: Apex.CreditRow, { currencyCode, fractionDigits }: Apex.CreditRows, now: number): ListRow {
    const at = instantOf(row.touchAt);
    const touched = at === undefined ? '' : dayAndTime(at, now);
    const rule = [row.ruleVersion, row.version == null ? '' : `${labels.Version} ${row.version}`];
    return {
        key: row.creditId ?? '',
        recordId: row.opportunityId,
        name: row.opportunityName || labels.ColumnOpportunity,
        detail: row.closeOn ? dateWords(row.closeOn) : '',
        cells: [
            { key: 'touch', text: [row.what || labels.NoTouch, touched, row.personName].filter(Boolean).join(' · ') },
            { key: 'campaign', text: row.campaignName || labels.NoCampaign },
            { key: 'weight', text: percent(row.weight) },
            { key: 'amount', text: money(row.amount, currencyCode, fractionDigits ?? 2) },
            { key: 'rule', text: rule.filter(Boolean).join(' · ') }
        ],
        csv: [
            row.opportunityId,
            row.opportunityName,
            row.closeOn,
            row.what,
            row.touchAt,
            row.personName,
            row.campaignName,
            row.weight,
            row.amount,
            currencyCode,
            row.ruleVersion,
            row.version
        ]
    };
}

export function creditPage(page: Apex.CreditRows, now: number): ListPage {
    return {
        rows: (page.rows ?? []).map((row) => creditRow(row, page, now)),
        total: page.total,
        nextCursor: page.nextCursor,
        notices: notices(page)
    };
}
