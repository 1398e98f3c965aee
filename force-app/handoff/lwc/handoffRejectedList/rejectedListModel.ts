/** Reasons as a Pareto and rejected hand-offs as lines. Pure. */
import { fill } from 'c/labelText';
import { dateWords, dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export type Dimension = 'reason' | 'campaign' | 'source';

/** Which rejections are shown, and by what the bars count them. */
export interface RejectedFilter {
    readonly dimension: Dimension;
    readonly reason: string;
    readonly campaign: string;
    readonly source: string;
}

export interface ReasonBar {
    readonly code: string;
    readonly label: string;
    readonly count: number;
    readonly side: string;
    readonly pressed: 'true' | 'false';
    readonly style: string;
    readonly className: string;
}

export interface RejectedLine {
    readonly key: string;
    readonly personId: string | undefined;
    readonly person: string;
    readonly company: string;
    readonly reason: string;
    readonly rationale: string;
    readonly decided: string;
    readonly facts: string;
    readonly next: string;
}

const SIDES: Readonly<Record<string, string>> = {
    Marketing: labels.SideMarketing,
    Neutral: labels.SideNeutral,
    Sales: labels.SideSales
};

export const DIMENSIONS: readonly { readonly label: string; readonly value: Dimension }[] = [
    { label: labels.ByReason, value: 'reason' },
    { label: labels.ByCampaign, value: 'campaign' },
    { label: labels.BySource, value: 'source' }
];

export function withoutFilters(dimension: Dimension): RejectedFilter {
    return { dimension, reason: '', campaign: '', source: '' };
}

/** What was picked among the bars. */
export function pickedKeys({ reason, campaign, source }: RejectedFilter): string[] {
    return [reason, campaign, source].filter(Boolean);
}

/** Most frequent first; a bar is as long as its share of the most frequent one. */
export function reasonBars(reasons: readonly Apex.ReasonCount[] | undefined, picked: string): ReasonBar[] {
    const sorted = [...(reasons ?? [])].sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
    const longest = sorted[0]?.count ?? 0;
    return sorted.map(({ code = '', label = '', count = 0, faultSide }) => ({
        code,
        label,
        count,
        side: faultSide ? fill(labels.Side, SIDES[faultSide] ?? faultSide) : '',
        pressed: code === picked ? 'true' : 'false',
        style: `inline-size: ${longest === 0 ? 0 : Math.round((100 * count) / longest)}%`,
        className: `slds-button reason${code === picked ? ' picked' : ''}`
    }));
}

export function rejectedLine(row: Apex.HandoffRow, now: number): RejectedLine {
    const decidedAt = instantOf(row.decidedAt);
    const facts = [
        row.source ? fill(labels.Source, row.source) : '',
        row.campaignName ? fill(labels.Campaign, row.campaignName) : ''
    ];
    const revisit = row.revisitOn ? fill(labels.Revisit, dateWords(row.revisitOn)) : '';
    return {
        key: row.handoffId ?? '',
        personId: row.personId,
        person: row.personName ?? row.name ?? '',
        company: row.company ?? '',
        reason: row.reasonLabel ?? row.reasonCode ?? '',
        rationale: row.rationale ?? '',
        decided: fill(
            labels.RejectedOn,
            row.decidedByName ?? '',
            decidedAt === undefined ? '' : dayAndTime(decidedAt, now)
        ),
        facts: facts.filter(Boolean).join(' · '),
        // The follow-up usually names the day already.
        next: row.followUp || revisit
    };
}
