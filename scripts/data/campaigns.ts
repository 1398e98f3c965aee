/** Campaigns by kind, with a log-normal cost. */
import type { Quotas } from './quotas.ts';
import type { Random } from '../shared/random.ts';
import { day, DAY, type DemoRecord } from './records.ts';

const KINDS: readonly (readonly [type: string, name: string, share: number])[] = [
    ['Trade Show', 'Rhythm & Rails device show', 6],
    ['Webinar', 'Ablation workflow webinar', 8],
    ['Content', 'Lumenpath white paper', 5],
    ['Content', 'Ossara case study', 4],
    ['Advertisement', 'Search and social, Dermalock', 6],
    ['Email', 'Electrophysiology nurture', 4],
    ['Conference', 'Lab workshop, Hemaquick', 3]
];
const MEDIAN_COST = 18_000;

/** Kind of campaign that brings a touch of a type; other touches come by themselves. */
const KIND_OF_TOUCH: Readonly<Record<string, string>> = {
    trade_show_scan: 'Trade Show',
    webinar_registered: 'Webinar',
    webinar_attended: 'Webinar',
    download: 'Content',
    white_paper: 'Content',
    vac_kit: 'Content',
    ad_click: 'Advertisement',
    email_open: 'Email',
    email_click: 'Email',
    event: 'Conference'
};

/**
 * @param index any number, the same for the same touch
 * @returns key of the campaign that a touch came from, if any: one that had begun by then, where there is one
 */
export function campaignOf(
    campaigns: readonly DemoRecord[],
    type: string,
    at: number,
    index: number
): string | undefined {
    const kind = KIND_OF_TOUCH[type];
    const ofKind = campaigns.filter((campaign) => campaign.fields['Type'] === kind);
    const begun = ofKind.filter((campaign) => String(campaign.fields['StartDate']) <= day(at));
    const candidates = begun.length > 0 ? begun.slice(-3) : ofKind;
    return candidates[index % candidates.length]?.key;
}

export function makeCampaigns(random: Random, quotas: Quotas, asOf: number): DemoRecord[] {
    const kinds = KINDS.flatMap((kind) => Array<(typeof KINDS)[number]>(kind[2]).fill(kind));
    return Array.from({ length: quotas.campaigns }, (_, index) => {
        const [type, name] = kinds[Math.floor((index * kinds.length) / quotas.campaigns)]!;
        const start = asOf - Math.round(((quotas.campaigns - index) / quotas.campaigns) * 720) * DAY;
        // The first of a kind is the program that the others belong to.
        const first = kinds.findIndex((kind) => kind[1] === name);
        const program = Math.ceil((first * quotas.campaigns) / kinds.length);
        const cost = Math.round((MEDIAN_COST * Math.exp(0.5 * random.normal())) / 100) * 100;
        return {
            key: `campaign:${index}`,
            object: 'Campaign',
            fields: {
                Name: `${name} ${new Date(start).getUTCFullYear()}-${String(index + 1).padStart(2, '0')}`,
                Type: type,
                Status: 'In Progress',
                IsActive: true,
                StartDate: day(start),
                EndDate: day(start + 45 * DAY),
                ActualCost: cost,
                Description: 'demo'
            },
            references: { OwnerId: 'user:mara', ...(program === index ? {} : { ParentId: `campaign:${program}` }) }
        };
    });
}
