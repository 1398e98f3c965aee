/** Opportunities: those that passes became, and those that sales and partners found. */
import type { Conversion } from './afterAcceptance.ts';
import type { Institution } from './institutions.ts';
import type { OpportunityQuota, Quotas } from './quotas.ts';
import type { Random } from '../shared/random.ts';
import { DAY, day, type DemoRecord, type FieldValue } from './records.ts';

const MEDIAN_AMOUNT = 180_000;
const AMOUNT_SIGMA = 0.8;
const SMALLEST = 50_000;
const LARGEST = 3_000_000;
const PRODUCTS = ['Lumenpath console', 'Ossara fixation set', 'Dermalock dressing contract', 'Hemaquick analysers'];
const OPEN_STAGES = [
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Proposal/Price Quote',
    'Negotiation/Review'
];

type Fate = 'won' | 'lost' | 'open' | 'stalled';

interface Deal {
    readonly fate: Fate;
    readonly openedAt: number;
    readonly institution: { readonly key: string; readonly name: string };
    readonly owner: string;
    readonly source: string;
    readonly product: string;
}

/** An opportunity and the pass that it came from, if any. */
export interface DemoOpportunity {
    readonly record: DemoRecord;
    readonly conversion: Conversion | undefined;
    readonly fate: Fate;
}

/**
 * @param conversions passes that became opportunities, the earliest first
 * @param rejectedAt  institutions where sales sent somebody back lately: an opportunity there would look like reselling,
 *                    since the org dates all of them on the day of loading
 * @param mustWin     passes that a story needs among the won ones
 */
export function makeOpportunities(
    random: Random,
    quotas: Quotas,
    conversions: readonly Conversion[],
    institutions: readonly Institution[],
    asOf: number,
    rejectedAt: ReadonlySet<string>,
    mustWin: ReadonlySet<Conversion>
): readonly DemoOpportunity[] {
    const quiet = institutions.filter((institution) => !rejectedAt.has(institution.key));
    const fates = dealFates(random, quotas.opportunities.marketing, conversions, mustWin);
    const result: DemoOpportunity[] = conversions.map((conversion, index) => {
        const { lead, record } = conversion.pass;
        const deal = {
            fate: fates[index]!,
            openedAt: conversion.convertedAt,
            institution: lead.institution,
            owner: conversion.pass.owner,
            source: String(record.fields['Lead_Source__c'] ?? 'Web'),
            product: String(lead.fields['Expressed_Interest__c'] ?? PRODUCTS[0])
        };
        return { record: opportunityRecord(random, deal, index, asOf), conversion, fate: deal.fate };
    });
    for (const [source, quota] of [
        ['Other', quotas.opportunities.sales],
        ['Partner Referral', quotas.opportunities.partner]
    ] as const) {
        for (const fate of fatesOf(quota)) {
            const institution = random.pick(quiet);
            const deal = {
                fate,
                openedAt: asOf - random.between(fate === 'won' || fate === 'lost' ? 240 : 40, 380) * DAY,
                institution,
                owner: random.pick(institution.territory.reps),
                source,
                product: random.pick(PRODUCTS)
            };
            result.push({
                record: opportunityRecord(random, deal, result.length, asOf),
                conversion: undefined,
                fate
            });
        }
    }
    return result;
}

function fatesOf(quota: OpportunityQuota): Fate[] {
    return [
        ...Array<Fate>(quota.won).fill('won'),
        ...Array<Fate>(quota.lost).fill('lost'),
        ...Array<Fate>(quota.open - quota.stalled).fill('open'),
        ...Array<Fate>(quota.stalled).fill('stalled')
    ];
}

/** The oldest are closed, the latest still open; of the closed ones chance says which are won. */
function dealFates(
    random: Random,
    quota: OpportunityQuota,
    conversions: readonly Conversion[],
    mustWin: ReadonlySet<Conversion>
): readonly Fate[] {
    const closed = conversions.slice(0, quota.won + quota.lost);
    const free = random.shuffle(closed.filter((conversion) => !mustWin.has(conversion)));
    const won = new Set([...closed.filter((conversion) => mustWin.has(conversion)), ...free].slice(0, quota.won));
    return conversions.map((conversion, index) => {
        if (index < closed.length) {
            return won.has(conversion) ? 'won' : 'lost';
        }
        return index - closed.length < quota.stalled ? 'stalled' : 'open';
    });
}

function opportunityRecord(random: Random, deal: Deal, index: number, asOf: number): DemoRecord {
    const amount = MEDIAN_AMOUNT * Math.exp(AMOUNT_SIGMA * random.normal());
    const fields: Record<string, FieldValue> = {
        Name: `${deal.institution.name}: ${deal.product}`,
        Amount: Math.round(Math.min(LARGEST, Math.max(SMALLEST, amount)) / 500) * 500,
        StageName: {
            won: 'Closed Won',
            lost: 'Closed Lost',
            open: random.pick(OPEN_STAGES),
            stalled: 'Value Proposition'
        }[deal.fate],
        CloseDate: day(closeOf(random, deal, asOf)),
        LeadSource: deal.source,
        Description: 'demo'
    };
    return {
        key: `opportunity:${index}`,
        object: 'Opportunity',
        fields,
        references: { AccountId: deal.institution.key, OwnerId: `user:${deal.owner}` }
    };
}

function closeOf(random: Random, deal: Deal, asOf: number): number {
    switch (deal.fate) {
        case 'won':
        case 'lost':
            return Math.min(asOf - 3 * DAY, deal.openedAt + random.between(60, 210) * DAY);
        case 'stalled':
            // Passed by more than thirty days without a change.
            return asOf - random.between(33, 50) * DAY;
        case 'open':
            return asOf + random.between(20, 160) * DAY;
    }
}
