/** Pipeline in parts that are never added to each other. Pure. */
import type { BarLine } from 'c/insightBars';
import type { CsvRow } from 'c/insightExport';
import { money, percent } from 'c/insightFormats';
import type { Slice } from 'c/insightStack';
import { fill } from 'c/labelText';
import { labels } from './labels';

export const UNKNOWN = 'Unknown';

function slice(part: Apex.Part | undefined, key: string, label: string): Slice {
    return { key, label, amount: part?.amount ?? 0, count: part?.count ?? 0, tone: key };
}

/** Three parts that exclude each other and make the total. */
export function pipelineSlices(view: Apex.RevenuePipeline): Slice[] {
    return [
        slice(view.sourced, 'sourced', labels.Sourced),
        slice(view.influencedNotSourced, 'influenced', labels.InfluencedNotSourced),
        slice(view.neither, 'neither', labels.Neither)
    ];
}

/** Who opened the opportunities; what is not known stands apart. */
export function originLines({ origins, currencyCode }: Apex.RevenuePipeline): BarLine[] {
    return (origins ?? []).map((origin) => ({
        key: origin.key ?? '',
        label: origin.label ?? '',
        share: origin.share ?? 0,
        figure: money(origin.amount ?? 0, currencyCode),
        detail: [percent(origin.share), fill(labels.Deals, origin.count ?? 0)].join(' · '),
        tone: origin.key === UNKNOWN ? 'young' : 'plain'
    }));
}

/** Influenced overlaps with sourced, so it is a sentence and no part. */
export function pipelineRemarks(view: Apex.RevenuePipeline): string[] {
    return [
        fill(
            labels.InfluencedText,
            money(view.influenced?.amount ?? 0, view.currencyCode),
            percent(view.influenced?.share),
            view.influenced?.count ?? 0
        ),
        view.amountMissing ? fill(labels.AmountMissing, view.amountMissing) : ''
    ].filter(Boolean);
}

export const PIPELINE_HEADS = [
    labels.ColumnPart,
    labels.ColumnAmount,
    labels.ColumnCurrency,
    labels.ColumnShare,
    labels.ColumnCount
] as const;

export function pipelineRows(view: Apex.RevenuePipeline): CsvRow[] {
    const row = (label: string, part: Apex.Part | undefined): CsvRow => [
        label,
        part?.amount,
        view.currencyCode,
        part?.share,
        part?.count
    ];
    return [
        row(labels.Total, view.total),
        row(labels.Sourced, view.sourced),
        row(labels.Influenced, view.influenced),
        row(labels.InfluencedNotSourced, view.influencedNotSourced),
        row(labels.Neither, view.neither),
        ...(view.origins ?? []).map((origin) => row(fill(labels.OriginOf, origin.label ?? ''), origin))
    ];
}
