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

export function makeCampaigns(random: Random, quotas: Quotas, asOf: number): DemoRecord[] {
    const kinds = KINDS.flatMap((kind) => Array<(typeof KINDS)[number]>(kind[2]).fill(kind));
    return Array.from({ length: quotas.campaigns }, (_, index) => {
        const [type, name] = kinds[Math.floor((index * kinds.length) / quotas.campaigns)]!;
        const start = asOf - Math.round(((quotas.campaigns - index) / quotas.campaigns) * 720) * DAY;
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
            references: { OwnerId: 'user:mara' }
        };
    });
}
