/** Credits of two models as one table, in words. Pure. */
import type { CsvRow } from 'c/insightExport';
import { money, percent } from 'c/insightFormats';
import { fill } from 'c/labelText';
import { dateWords, dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export interface Cell {
    readonly key: string;
    readonly amount: string;
    readonly share: string;
}

export interface CreditLine {
    readonly key: string;
    readonly when: string;
    readonly what: string;
    readonly person: string;
    readonly moments: string;
    readonly campaignId: string | undefined;
    readonly campaign: string;
    readonly cells: readonly Cell[];
}

/** Empty without an amount: the share alone says it. */
function amountOf(amount: number | null | undefined, view: Apex.AttributionView): string {
    return amount == null ? '' : money(amount, view.currencyCode, view.fractionDigits ?? 2);
}

function cellOf(credit: Apex.Credit | undefined, view: Apex.AttributionView, key: string): Cell {
    return { key, amount: amountOf(credit?.amount, view), share: percent(credit?.share) };
}

/** One line per touch; models split the same touches, in the same order. */
export function creditLines(views: readonly Apex.AttributionView[], now: number): CreditLine[] {
    return (views[0]?.credits ?? []).map((credit, index) => {
        const at = instantOf(credit.at);
        return {
            key: credit.touchId ?? '',
            when: at === undefined ? '' : dayAndTime(at, now),
            what: credit.what ?? '',
            person: credit.personName ?? '',
            moments: (credit.moments ?? []).join(' · '),
            campaignId: credit.campaignId,
            campaign: credit.campaignName ?? (credit.touchId ? labels.NoCampaign : ''),
            cells: views.map((view, place) => cellOf(view.credits?.[index], view, String(place)))
        };
    });
}

/** What each model adds up to. */
export function totals(views: readonly Apex.AttributionView[]): Cell[] {
    return views.map((view, place) => ({ key: String(place), amount: amountOf(view.total, view), share: percent(1) }));
}

/** What earns credit, and over which time. */
export function scopeWords(view: Apex.AttributionView): string {
    return view.countedFrom && view.countedUntil
        ? fill(labels.Scope, dateWords(view.countedFrom), dateWords(view.countedUntil))
        : '';
}

/** What the reader has to know before the figures; empty for a won opportunity with amount and touches. */
export function remarks(view: Apex.AttributionView): string[] {
    if (view.state === 'lost') {
        return [labels.Lost];
    }
    return [
        view.state === 'open' ? labels.Open : '',
        view.amount == null ? labels.NoAmount : '',
        view.hasTouches ? '' : labels.NoTouches
    ].filter(Boolean);
}

/** Heads of the file: a share and an amount of each model. */
export function creditHeads(views: readonly Apex.AttributionView[]): string[] {
    return [
        labels.ColumnId,
        labels.ColumnTouch,
        labels.ColumnTouchAt,
        labels.ColumnName,
        labels.ColumnCampaign,
        ...views.flatMap(({ modelLabel = '', currencyCode = '' }) => [
            `${modelLabel}: ${labels.ColumnShare}`,
            `${modelLabel}: ${labels.ColumnAmount} ${currencyCode}`.trim()
        ])
    ];
}

/** Every credit with bare values, whatever the page shows of them. */
export function creditCsv(views: readonly Apex.AttributionView[]): CsvRow[] {
    return (views[0]?.credits ?? []).map((credit, index) => [
        credit.touchId,
        credit.what,
        credit.at,
        credit.personName,
        credit.campaignName,
        ...views.flatMap((view) => [view.credits?.[index]?.share, view.credits?.[index]?.amount])
    ]);
}
