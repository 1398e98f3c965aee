/** Touches (engagement): how often each person was reached, by type, exactly as many as the quotas say. */
import { campaignOf } from './campaigns.ts';
import { FEATURED, type DemoLead } from './leads.ts';
import type { Quotas } from './quotas.ts';
import { allocate, type Random } from '../shared/random.ts';
import { DAY, HOUR, instant, type DemoRecord } from './records.ts';
import { sum } from './quotas.ts';

const DISPERSION = 0.9;
const ASSETS: Readonly<Record<string, readonly string[]>> = {
    page_visit: ['/lumenpath', '/ossara/fixation', '/dermalock', '/hemaquick', '/resources'],
    email_open: ['Ablation workflow, letter 3', 'Wound care digest', 'Invitation: lab workshop'],
    email_click: ['Ablation workflow, letter 3', 'Wound care digest'],
    download: ['Lumenpath white paper', 'Ossara planning guide', 'Hemaquick fact sheet'],
    webinar_registered: ['Ablation workflow webinar', 'Bedside analysis webinar'],
    webinar_attended: ['Ablation workflow webinar', 'Bedside analysis webinar'],
    ad_click: ['Search: ablation console'],
    form: ['Newsletter form', 'Contact form'],
    trade_show_scan: ['Booth scan'],
    event: ['Regional evening', 'Advisory board'],
    video: ['Console set-up, 4 minutes'],
    white_paper: ['Lumenpath white paper'],
    vac_kit: ['VAC kit'],
    demo_request: ['Demo request form'],
    evaluation_request: ['Evaluation request form']
};
const PATHS: Readonly<Record<string, string>> = { page_visit: 'https://www.farrowmere.example' };
const SYSTEMS: Readonly<Record<string, string>> = {
    email_open: 'mail',
    email_click: 'mail',
    trade_show_scan: 'badge',
    event: 'badge'
};
/** Types that a lead gets rarely and that explain a hand-off; they go to worked leads only. */
const STRONG = new Set(['vac_kit', 'demo_request', 'evaluation_request']);

/** Touches that tell the two told stories: the evaluation request of this morning, and the white paper that is not enough. */
const STORIES: Readonly<
    Record<keyof Pick<typeof FEATURED, 'busiest' | 'whitePaper'>, readonly (readonly [type: string, daysAgo: number])[]>
> = {
    busiest: [
        ['evaluation_request', 0.013],
        ['vac_kit', 5],
        ['webinar_attended', 12],
        ['download', 20]
    ],
    whitePaper: [
        ['white_paper', 0.1],
        ['webinar_attended', 20],
        ['email_click', 10],
        ['email_click', 15],
        ['email_click', 30],
        ['page_visit', 0.2],
        ['page_visit', 0.25],
        ['page_visit', 5],
        ['page_visit', 5.1]
    ]
};

/** A white paper is one of the downloads that the quotas count. */
const COUNTED_AS: Readonly<Record<string, string>> = { white_paper: 'download' };

export interface TouchPlan {
    readonly lead: DemoLead;
    /** No touch after this instant. */
    readonly until: number;
    readonly story?: keyof typeof STORIES | undefined;
    /** Of a person with an opportunity: the first touch, and until when touches go on. */
    readonly course?: { readonly firstAt: number; readonly endedAt: number } | undefined;
}

/** So many touches of a person with an opportunity come after the hand-off. */
const AFTERWARDS = 0.35;

export function makeTouches(
    random: Random,
    quotas: Quotas,
    plans: readonly TouchPlan[],
    campaigns: readonly DemoRecord[],
    asOf: number
): DemoRecord[] {
    const told = plans.filter((plan) => plan.story);
    const left = new Map(Object.entries(quotas.touches));
    const chosen: { plan: TouchPlan; type: string; at: number }[] = [];
    const take = (plan: TouchPlan, type: string, at: number): void => {
        const counted = COUNTED_AS[type] ?? type;
        left.set(counted, (left.get(counted) ?? 0) - 1);
        chosen.push({ plan, type, at });
    };
    for (const plan of told) {
        STORIES[plan.story!].forEach(([type, daysAgo]) => take(plan, type, asOf - daysAgo * DAY));
    }
    for (const [plan, count] of touchCounts(random, quotas, plans)) {
        const missing = count - chosen.filter((touch) => touch.plan === plan).length;
        for (let number = 0; number < missing; number++) {
            const type = drawType(random, left, plan);
            take(plan, type, wakingHour(random, momentOf(random, plan, number)));
        }
    }
    return chosen.map((touch, index) => {
        const campaign = campaignOf(campaigns, touch.type, touch.at, index);
        return touchRecord(random, touch.plan.lead, touch.type, touch.at, index, campaign);
    });
}

/** Most come shortly before the hand-off. Who becomes an opportunity begins with the first touch and goes on to the end. */
function momentOf(random: Random, { until, course }: TouchPlan, number: number): number {
    const before = until - random.next() ** 2 * 180 * DAY - 8 * HOUR;
    if (!course) {
        return before;
    }
    if (number === 0) {
        return course.firstAt;
    }
    return number % Math.round(1 / AFTERWARDS) === 0 && course.endedAt > until
        ? until + ((before + 180 * DAY - until) / (180 * DAY)) * (course.endedAt - until) - DAY
        : Math.max(before, course.firstAt + DAY);
}

/** Negative binomial (as a gamma mixture) around the mean that the total implies; the busiest lead has its own number. */
function touchCounts(random: Random, quotas: Quotas, plans: readonly TouchPlan[]): Map<TouchPlan, number> {
    const total = sum(Object.values(quotas.touches));
    const busiest = plans.find((plan) => plan.story === 'busiest')!;
    const others = plans.filter((plan) => plan !== busiest);
    const minimum = (plan: TouchPlan): number => (plan.story ? STORIES[plan.story].length : 1);
    const fixed = others.filter((plan) => plan.story);
    const free = others.filter((plan) => !plan.story);
    const weights = free.map(() => gammaDraw(random, DISPERSION));
    const shares = allocate(total - quotas.busiestLead - sum(fixed.map(minimum)), weights, 1);
    return new Map([
        [busiest, quotas.busiestLead],
        ...fixed.map((plan) => [plan, minimum(plan)] as const),
        ...free.map((plan, index) => [plan, shares[index]!] as const)
    ]);
}

/** Marsaglia and Tsang, with the boost for shapes below one. */
function gammaDraw(random: Random, shape: number): number {
    const boosted = shape < 1 ? shape + 1 : shape;
    const d = boosted - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
        const x = random.normal();
        const v = (1 + c * x) ** 3;
        if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
            return d * v * (shape < 1 ? (1 - random.next()) ** (1 / shape) : 1);
        }
    }
}

/** People read and click by day: the same date, between 7 and 19 h at the American east coast, and never later than asked. */
function wakingHour(random: Random, epochMs: number): number {
    const hour = Math.floor(epochMs / DAY) * DAY + (random.between(12, 23) + random.next()) * HOUR;
    return hour > epochMs ? hour - DAY : hour;
}

function drawType(random: Random, left: Map<string, number>, plan: TouchPlan): string {
    const open = [...left].filter(([type, count]) => count > 0 && (plan.lead.kind === 'worked' || !STRONG.has(type)));
    const fallback = [...left].filter(([, count]) => count > 0);
    return random.weighted(open.length > 0 ? open : fallback);
}

function touchRecord(
    random: Random,
    lead: DemoLead,
    type: string,
    at: number,
    index: number,
    campaign: string | undefined
): DemoRecord {
    const asset = random.pick(ASSETS[type] ?? [type]);
    const system = SYSTEMS[type] ?? 'web';
    const references: Record<string, string> = { Lead__c: lead.key, ...(campaign ? { Campaign__c: campaign } : {}) };
    return {
        key: `touch:${index}`,
        object: 'Engagement__c',
        fields: {
            External_Key__c: `${system}:${String(index).padStart(6, '0')}`,
            Type__c: type,
            Occurred_At__c: instant(Math.floor(at / 60_000) * 60_000),
            Asset__c: asset.startsWith('/') ? null : asset,
            URL__c: PATHS[type] ? PATHS[type] + asset : null,
            Source_System__c: system,
            Match_Status__c: 'Matched'
        },
        references
    };
}
