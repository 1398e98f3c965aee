/** Opportunities: those that passes became, and those that sales and partners found. */
import type { Conversion } from './afterAcceptance.ts';
import type { Institution } from './institutions.ts';
import type { OpportunityQuota, Quotas } from './quotas.ts';
import { seededRandom, type Random } from '../shared/random.ts';
import { DAY, day, instant, type DemoRecord, type FieldValue } from './records.ts';

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

const PARTNER = 'Partner Referral';
/** Of the opportunities that came from marketing, sales visits every second one often. */
export const isVisited = (index: number): boolean => index % 2 === 0;
/** Days from the first touch to the win: triangular. Marketing's are shorter by eight percent. */
const CYCLE = { shortest: 180, usual: 300, longest: 540, marketing: 0.92, visited: 0.85 } as const;
/** The first touch lies so long before the opening, at least and at most. */
const BEFORE_OPENING = { least: 10, most: 530 } as const;
const CYCLE_SEED = 20260105;

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
    /** When somebody of ours first met the buying group. */
    readonly firstTouchAt: number;
    readonly openedAt: number;
    /** Of the close; of now while it is open. */
    readonly endedAt: number;
}

/**
 * @param conversions passes that became opportunities, the earliest first
 * @param rejectedAt  institutions where sales sent somebody back lately: an opportunity there would look like reselling
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
    const cycles = seededRandom(CYCLE_SEED);
    const known = new Set(conversions.map(({ pass }) => pass.lead.institution.key));
    const quiet = institutions.filter((institution) => !rejectedAt.has(institution.key));
    // An institution that bought before would be a customer, whoever calls there.
    const strangers = cycles.shuffle(quiet.filter((institution) => !known.has(institution.key)));
    const fates = dealFates(random, quotas.opportunities.marketing, conversions, mustWin);
    const result: DemoOpportunity[] = conversions.map((conversion, index) => {
        const { lead, record } = conversion.pass;
        // What marketing hands over came from marketing.
        if (record.fields['Lead_Source__c'] === PARTNER) {
            Object.assign(lead.fields, { LeadSource: 'Web' });
            Object.assign(record.fields, { Lead_Source__c: 'Web' });
        }
        const deal = {
            fate: fates[index]!,
            openedAt: conversion.convertedAt,
            institution: lead.institution,
            owner: conversion.pass.owner,
            source: String(record.fields['Lead_Source__c'] ?? 'Web'),
            product: String(lead.fields['Expressed_Interest__c'] ?? PRODUCTS[0])
        };
        return finished(random, cycles, deal, index, asOf, conversion);
    });
    for (const [source, quota] of [
        ['Other', quotas.opportunities.sales],
        [PARTNER, quotas.opportunities.partner]
    ] as const) {
        for (const fate of fatesOf(quota)) {
            const institution = strangers[result.length % strangers.length] ?? random.pick(quiet);
            const deal = {
                fate,
                openedAt: asOf - random.between(fate === 'won' || fate === 'lost' ? 240 : 40, 380) * DAY,
                institution,
                owner: random.pick(institution.territory.reps),
                source,
                product: random.pick(PRODUCTS)
            };
            result.push(finished(random, cycles, deal, result.length, asOf, undefined));
        }
    }
    return result;
}

function finished(
    random: Random,
    cycles: Random,
    deal: Deal,
    index: number,
    asOf: number,
    conversion: Conversion | undefined
): DemoOpportunity {
    const closesAt = closeOf(random, deal, asOf);
    const isClosed = deal.fate === 'won' || deal.fate === 'lost';
    const length = triangular(cycles) * (conversion ? CYCLE.marketing * (isVisited(index) ? CYCLE.visited : 1) : 1);
    const latest = Math.min(deal.openedAt, conversion?.pass.handedOffAt ?? deal.openedAt) - BEFORE_OPENING.least * DAY;
    const earliest = deal.openedAt - BEFORE_OPENING.most * DAY;
    const wanted = (isClosed ? closesAt : deal.openedAt + 120 * DAY) - Math.round(length) * DAY;
    return {
        record: opportunityRecord(random, deal, index, closesAt),
        conversion,
        fate: deal.fate,
        firstTouchAt: Math.max(earliest, Math.min(latest, wanted)),
        openedAt: deal.openedAt,
        endedAt: isClosed ? closesAt : asOf
    };
}

function triangular(random: Random): number {
    const { shortest, usual, longest } = CYCLE;
    const place = random.next();
    const turn = (usual - shortest) / (longest - shortest);
    return place < turn
        ? shortest + Math.sqrt(place * (longest - shortest) * (usual - shortest))
        : longest - Math.sqrt((1 - place) * (longest - shortest) * (longest - usual));
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

function opportunityRecord(random: Random, deal: Deal, index: number, closesAt: number): DemoRecord {
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
        CloseDate: day(closesAt),
        Opened_At__c: instant(deal.openedAt),
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
