/** Won revenue by line and model. Pure. */
import type { CsvRow } from 'c/insightExport';
import { count, money, percent } from 'c/insightFormats';
import type { ModelHead, SpreadLine } from 'c/insightSpread';
import { fill } from 'c/labelText';
import { labels } from './labels';

type View = Apex.RevenueAttribution;

const CAMPAIGNS: readonly string[] = ['campaign', 'program'];

export function modelHeads({ models }: View): ModelHead[] {
    return (models ?? []).map(({ name = '', label = '' }) => ({ key: name, label }));
}

export function spreadLines({ lines, level }: View): SpreadLine[] {
    return (lines ?? []).map((line) => ({
        key: line.key ?? '',
        label: line.label ?? '',
        recordId: CAMPAIGNS.includes(level ?? '') && !line.isUntouched ? line.key : undefined,
        cells: line.cells ?? [],
        spread: line.spread ?? 0
    }));
}

/** What all lines of one model make, which is the same for every model, and how much nobody touched. */
export function coverageText({
    total,
    deals,
    untouchedAmount,
    untouchedDeals,
    untouchedShare,
    currencyCode
}: View): string {
    return fill(
        labels.Coverage,
        money(total ?? 0, currencyCode),
        count(deals ?? 0),
        money(untouchedAmount ?? 0, currencyCode),
        percent(untouchedShare),
        count(untouchedDeals ?? 0)
    );
}

export function attributionHeads(heads: readonly ModelHead[]): readonly string[] {
    return [
        labels.ColumnId,
        labels.ColumnName,
        ...heads.flatMap(({ label }) => [`${label}: ${labels.ColumnAmount}`, `${label}: ${labels.ColumnShare}`]),
        labels.ColumnSpread,
        labels.ColumnCurrency
    ];
}

export function attributionRows({ lines, currencyCode, models }: View): CsvRow[] {
    return (lines ?? []).map((line) => [
        line.key,
        line.label,
        ...(models ?? []).flatMap((_, place) => [line.cells?.[place]?.amount, line.cells?.[place]?.share]),
        line.spread,
        currencyCode
    ]);
}
