/**
 * The large profile as a stream: rows one after the other, parents first. What is remembered is a few numbers per lead,
 * never a row; the same share and instant give the same rows.
 */
import { QUOTAS } from '../quotas.ts';
import { DAY, HOUR, type FieldValue } from '../records.ts';
import { allocate, seededRandom, type Random } from '../../shared/random.ts';
import { fates, largeCounts, ofSales, type LargeCounts } from './counts.ts';

/** A row that another one names: its object and its number there. */
export type RowReference = readonly [object: string, number: number];

export interface LargeRow {
    readonly object: string;
    /** From 0, per object. */
    readonly number: number;
    /** Instants are numbers of milliseconds since 1970. */
    readonly fields: Readonly<Record<string, FieldValue>>;
    readonly references: Readonly<Record<string, RowReference>>;
}

const SEED = 20260101;
const SPECIALTIES = [
    'Electrophysiology',
    'Cardiology',
    'Orthopaedic surgery',
    'Wound care nursing',
    'Laboratory medicine'
];
const ROLES = [
    'Surgeon or physician',
    'Department head',
    'Nurse or OR director',
    'Supply chain',
    'Administrator or CFO'
];
const SOURCES = ['Web', 'Trade Show', 'Webinar', 'Email', 'Advertisement'];
const FAMILIES = ['Lumenpath', 'Ossara', 'Dermalock', 'Hemaquick'];
const TERRITORIES = 40;
const STAGES = ['Closed Won', 'Closed Lost', 'Needs Analysis', 'Value Proposition'] as const;
/** Touches per lead: median 12, 1 % above 120, one with 2,500. */
const SPREAD_OF_TOUCHES = 0.99;
const MOST_TOUCHES = 2_500;
const YOUNGEST_PASS = 9 * DAY;
const ENDINGS = ['accepted', 'rejected', 'expired', 'pending'] as const;

/** What later rows need of earlier ones, as numbers. */
interface Memory {
    /** When sales got the lead; 0 for leads without a pass. */
    readonly handedOffAt: Float64Array;
    /** Passes that became opportunities: number of the pass, of its lead, and when. */
    readonly conversions: { readonly pass: number; readonly lead: number; readonly at: number }[];
}

/**
 * @param share more than 0, at most 1, of the large profile
 * @param asOf  milliseconds since 1970; everything lies before it
 * @throws RangeError for a share that is none
 */
export function* largeProfile(share: number, asOf: number): Generator<LargeRow> {
    const counts = largeCounts(share);
    const random = seededRandom(SEED);
    const memory: Memory = { handedOffAt: new Float64Array(counts.leads), conversions: [] };
    yield* institutions(counts);
    yield* campaigns(counts, random, asOf);
    yield* leads(counts, asOf);
    yield* passes(counts, random, asOf, memory);
    yield* opportunities(counts, random, asOf, memory);
    yield* touches(counts, random, asOf, memory);
}

function* institutions({ institutions: count }: LargeCounts): Generator<LargeRow> {
    for (let number = 0; number < count; number++) {
        const fields = {
            Name: `Hospital ${number}`,
            Institution_Type__c: 'Hospital',
            Bed_Count__c: 60 + ((number * 37) % 1_040),
            Target_Tier__c: number % 50 === 0 ? 'Tier 1' : null
        };
        yield { object: 'Account', number, fields, references: {} };
    }
}

function* campaigns({ campaigns: count }: LargeCounts, random: Random, asOf: number): Generator<LargeRow> {
    for (let number = 0; number < count; number++) {
        const fields = {
            Name: `Campaign ${number}`,
            Type: SOURCES[number % SOURCES.length] as string,
            IsActive: true,
            ActualCost: Math.round(18_000 * Math.exp(0.5 * random.normal())),
            StartDate: asOf - Math.round(((count - number) / count) * 720) * DAY
        };
        // Every tenth is the program that the nine after it belong to.
        const program = number - (number % 10);
        yield {
            object: 'Campaign',
            number,
            fields,
            references: program === number ? {} : { ParentId: ['Campaign', program] }
        };
    }
}

function* leads(counts: LargeCounts, asOf: number): Generator<LargeRow> {
    for (let number = 0; number < counts.leads; number++) {
        const isWorked = number < counts.worked;
        const fields = {
            FirstName: 'Demo',
            LastName: `Person ${number}`,
            Name: `Demo Person ${number}`,
            Company: `Hospital ${number % counts.institutions}`,
            Email: `person${number}@large.example`,
            Status: 'Open - Not Contacted',
            LeadSource: of(SOURCES, number),
            Clinical_Specialty__c: of(SPECIALTIES, number),
            Institutional_Role__c: of(ROLES, number),
            Lifecycle_Stage__c: isWorked ? 'MQL' : 'INQ',
            Origin_Class__c: 'Marketing',
            First_Inquiry_At__c: asOf - (40 + (number % 700)) * DAY
        };
        const references: Record<string, RowReference> = { Institution__c: ['Account', number % counts.institutions] };
        yield { object: 'Lead', number, fields, references };
    }
}

function* passes(counts: LargeCounts, random: Random, asOf: number, memory: Memory): Generator<LargeRow> {
    const reasons = Object.entries(QUOTAS.small.reasons);
    let qualifiedLeft = counts.qualified;
    let acceptedLeft = counts.periods.reduce((sum, period) => sum + period.accepted, 0);
    let convertedLeft = counts.converted;
    let number = 0;
    for (const period of counts.periods) {
        const endings = random.shuffle(
            ENDINGS.flatMap((ending) => Array<(typeof ENDINGS)[number]>(period[ending]).fill(ending))
        );
        let decidedLeft = period.accepted + period.rejected;
        let lateLeft = period.late;
        const from = asOf - period.fromDays * DAY;
        const to = Math.min(asOf - period.toDays * DAY, asOf - YOUNGEST_PASS);
        for (const [index, ending] of endings.entries()) {
            const lead = number < counts.worked ? number : number - counts.worked;
            const isLate = ending !== 'expired' && ending !== 'pending' && drawn(random, lateLeft, decidedLeft);
            if (ending === 'accepted' || ending === 'rejected') decidedLeft--;
            if (isLate) lateLeft--;
            const handedOffAt =
                ending === 'pending'
                    ? asOf - random.between(1, 20) * HOUR
                    : from + Math.floor(((to - from) * (index + random.next())) / endings.length);
            memory.handedOffAt[lead] ||= handedOffAt;
            const fields: Record<string, FieldValue> = {
                Person_Name__c: `Demo Person ${lead}`,
                Company_Name__c: `Hospital ${lead % counts.institutions}`,
                Priority__c: number % 3 === 0 ? 'P1' : 'P2',
                Mode__c: 'Enforce',
                Policy_Version__c: 'v1',
                Team__c: `Territory_${number % TERRITORIES}`,
                Region__c: `Region ${number % 4}`,
                Business_Unit__c: FAMILIES[number % FAMILIES.length] as string,
                Product_Family__c: FAMILIES[number % FAMILIES.length] as string,
                Specialty__c: of(SPECIALTIES, lead),
                Persona__c: of(ROLES, lead),
                Account_Tier__c: (lead % counts.institutions) % 50 === 0 ? 'Tier 1' : null,
                Origin_Class__c: 'Marketing',
                Lead_Source__c: of(SOURCES, lead),
                Pass_Number__c: number < counts.worked ? 1 : 2,
                Inquiry_At__c: handedOffAt - 30 * DAY,
                MQL_At__c: handedOffAt - 8 * 60_000,
                Handed_Off_At__c: handedOffAt,
                Due_At__c: handedOffAt + 3 * DAY,
                Expire_At__c: handedOffAt + 5 * DAY
            };
            Object.assign(fields, ended(ending, isLate, handedOffAt, random, reasons));
            if (ending === 'accepted') {
                const isQualified = drawn(random, qualifiedLeft, acceptedLeft);
                const isConverted = isQualified && drawn(random, convertedLeft, qualifiedLeft);
                acceptedLeft--;
                qualifiedLeft -= isQualified ? 1 : 0;
                convertedLeft -= isConverted ? 1 : 0;
                const qualifiedAt = Math.min(asOf - DAY, handedOffAt + random.between(3, 24) * DAY);
                const at = Math.min(asOf - HOUR, qualifiedAt + random.between(5, 30) * DAY);
                Object.assign(
                    fields,
                    isQualified ? { Stage__c: 'SQL', SQL_At__c: qualifiedAt } : {},
                    isConverted ? { Stage__c: 'OPP', Opportunity_At__c: at, Closed_At__c: at } : {}
                );
                if (isConverted) memory.conversions.push({ pass: number, lead, at });
            }
            const references: Record<string, RowReference> = {
                Lead__c: ['Lead', lead],
                Account__c: ['Account', lead % counts.institutions],
                Campaign__c: ['Campaign', lead % counts.campaigns],
                OwnerId: ['User', number % counts.reps],
                ...(number < counts.worked ? {} : { Previous_Handoff__c: ['Handoff__c', lead] as const })
            };
            if (memory.conversions.at(-1)?.pass === number) {
                references['Opportunity__c'] = ['Opportunity', memory.conversions.length - 1];
            }
            yield { object: 'Handoff__c', number, fields, references };
            number++;
        }
    }
}

function ended(
    ending: (typeof ENDINGS)[number],
    isLate: boolean,
    handedOffAt: number,
    random: Random,
    reasons: readonly (readonly [string, number])[]
): Record<string, FieldValue> {
    if (ending === 'pending') return { Stage__c: 'MQL', Status__c: 'Open' };
    if (ending === 'expired') {
        const at = handedOffAt + 5 * DAY;
        return { Stage__c: 'NUR', Status__c: 'Expired', Outcome__c: 'EXPIRED', Expired_At__c: at, Closed_At__c: at };
    }
    const minutes = (isLate ? random.between(73, 100) : random.between(1, 47)) * 60;
    const decidedAt = handedOffAt + minutes * 60_000;
    const decision = {
        Status__c: 'Decided',
        Decided_At__c: decidedAt,
        Decision_Minutes__c: minutes,
        Decision_Business_Minutes__c: minutes,
        Outcome__c: isLate ? 'LATE_SALES' : 'MET'
    };
    return ending === 'accepted'
        ? {
              ...decision,
              Stage__c: 'SAL',
              Decision__c: 'Accepted',
              Accept_Type__c: 'Explicit',
              SAL_At__c: decidedAt,
              Contact_Due_At__c: decidedAt + DAY,
              First_Activity_At__c: decidedAt + random.between(2, 20) * HOUR,
              First_Contact__c: 'In time'
          }
        : {
              ...decision,
              Stage__c: 'NUR',
              Decision__c: 'Rejected',
              Rejection_Reason__c: random.weighted(reasons),
              Rationale__c: 'Rationale of the large profile, demo.',
              Recycled_At__c: decidedAt,
              Closed_At__c: decidedAt
          };
}

function* opportunities(counts: LargeCounts, random: Random, asOf: number, memory: Memory): Generator<LargeRow> {
    const sales = ofSales(counts.otherOpportunities);
    const all = [
        ['marketing', memory.conversions.length],
        ['sales', sales],
        ['partner', counts.otherOpportunities - sales]
    ] as const;
    let number = 0;
    for (const [origin, count] of all) {
        const dealt = random.shuffle(fates(origin, count).flatMap((some, fate) => Array<number>(some).fill(fate)));
        for (const fate of dealt) {
            const conversion = origin === 'marketing' ? memory.conversions[number] : undefined;
            const openedAt = conversion?.at ?? asOf - random.between(40, 700) * DAY;
            const closesAt =
                fate < 2
                    ? Math.min(asOf - DAY, openedAt + random.between(60, 210) * DAY)
                    : asOf + (fate === 2 ? 60 : -40) * DAY;
            const amount = 180_000 * Math.exp(0.8 * random.normal());
            const fields = {
                Name: `Deal ${number}`,
                StageName: STAGES[fate] as string,
                Amount: Math.round(Math.min(3_000_000, Math.max(50_000, amount)) / 500) * 500,
                CloseDate: closesAt,
                CreatedDate: openedAt,
                LeadSource:
                    origin === 'marketing' ? of(SOURCES, number) : origin === 'sales' ? 'Other' : 'Partner Referral',
                Product_Family__c: FAMILIES[number % FAMILIES.length] as string
            };
            const references: Record<string, RowReference> = {
                AccountId: ['Account', (conversion?.lead ?? number) % counts.institutions],
                OwnerId: ['User', number % counts.reps]
            };
            yield { object: 'Opportunity', number, fields, references };
            number++;
        }
    }
}

function* touches(counts: LargeCounts, random: Random, asOf: number, memory: Memory): Generator<LargeRow> {
    const weights = Array.from({ length: counts.leads - 1 }, () => Math.exp(SPREAD_OF_TOUCHES * random.normal()));
    const perLead = allocate(counts.touches - MOST_TOUCHES, weights, 1);
    const types = Object.entries(QUOTAS.small.touches);
    let number = 0;
    for (let lead = 0; lead < counts.leads; lead++) {
        const until = memory.handedOffAt[lead] || asOf - (lead % 80) * DAY;
        const many = lead === 0 ? MOST_TOUCHES : (perLead[lead - 1] as number);
        for (let count = 0; count < many; count++) {
            const type = random.weighted(types);
            const fields = {
                External_Key__c: `large:${number}`,
                Type__c: type,
                Class__c: 'Marketing',
                Occurred_At__c: Math.floor((until - random.next() ** 2 * 400 * DAY) / 60_000) * 60_000,
                Source_System__c: 'web',
                Match_Status__c: 'Matched',
                Person_Name__c: `Demo Person ${lead}`
            };
            const references: Record<string, RowReference> = {
                Lead__c: ['Lead', lead],
                Campaign__c: ['Campaign', (lead + count) % counts.campaigns]
            };
            yield { object: 'Engagement__c', number, fields, references };
            number++;
        }
    }
}

/** True as often as is left of the wanted ones among those still to come, so that the count is met exactly. */
function drawn(random: Random, wanted: number, left: number): boolean {
    return random.next() * left < wanted;
}

function of(values: readonly string[], number: number): string {
    return values[number % values.length] as string;
}
