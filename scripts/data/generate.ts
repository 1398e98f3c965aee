/** The demo world of a fictional device company: same profile, clock and seed, same records. */
import { workAccepted } from './afterAcceptance.ts';
import { makeFinance, makeHealthResults, nightStep } from './books.ts';
import { makeCampaigns } from './campaigns.ts';
import { officeCalendar } from './calendar.ts';
import { makeInstitutions, type Institution } from './institutions.ts';
import { FEATURED, feature, leadRecord, makeLeads, moveTo, type DemoLead } from './leads.ts';
import { dealPeopleSteps } from './dealPeople.ts';
import { makeOpportunities, type DemoOpportunity } from './opportunities.ts';
import { endings, makePasses, PENDING, type DemoPass } from './passes.ts';
import { assertQuotas, passCount, QUOTAS, sum, type Profile, type Quotas } from './quotas.ts';
import { seededRandom } from '../shared/random.ts';
import { DAY, day, HOUR, instant, type DemoData, type DemoRecord } from './records.ts';
import {
    acceptUnseen,
    conversionStep,
    factStep,
    flagStep,
    linkToPass,
    makeTwin,
    mergeStep,
    nameStep,
    reopen,
    resell
} from './stories.ts';
import { makeTouches } from './touches.ts';

const SEED = 20260101;
const LATELY = 90 * DAY;
/** Nobody is handed over on the day of the first inquiry. */
const KNOWN_BEFORE = 10 * DAY;

export interface GenerateOptions {
    readonly profile: Profile;
    /** The org's clock, milliseconds since the epoch; everything lies before it. */
    readonly asOf: number;
    /** Days off anywhere in the demo world, `yyyy-MM-dd`. */
    readonly holidays: ReadonlySet<string>;
}

/**
 * Makes the records of a profile, parents first.
 *
 * @throws Error when the result does not add up to the quotas
 */
export function generateDemoData({ profile, asOf, holidays }: GenerateOptions): DemoData {
    const quotas = QUOTAS[profile];
    assertQuotas(quotas);
    const random = seededRandom(SEED);
    const institutions = makeInstitutions(random, quotas);
    const campaigns = makeCampaigns(random, quotas, asOf);
    const leads = makeLeads(random, quotas, institutions);
    const calendar = officeCalendar(random, holidays);
    const waiting = leads.filter((lead) => lead.kind === 'worked').slice(-PENDING.length);
    waiting.forEach((lead, index) => moveTo(lead, PENDING[index]!.owner, institutions));
    const busiest = waiting[0]!;
    featurePeople(leads, busiest, institutions[0]!);
    const passes = makePasses(random, quotas, leads, institutions, calendar, asOf);
    planReturn(passes, asOf);
    acceptUnseen(passes);
    const winner = passes.filter((pass) => pass.story === 'earlySecond');
    const conversions = workAccepted(random, quotas, passes, asOf, winner);
    const mustWin = new Set(conversions.filter((conversion) => winner.includes(conversion.pass)));
    const rejectedLately = passes.filter((pass) => pass.ending === 'rejected' && asOf - pass.decidedAt! < LATELY);
    const rejectedAt = new Set(rejectedLately.map((pass) => pass.lead.institution.key));
    const opportunities = makeOpportunities(random, quotas, conversions, institutions, asOf, rejectedAt, mustWin);
    resell(passes, opportunities);
    const twin = makeTwin(leads, waiting.at(-1)!, passes);
    const lastPass = new Map(passes.map((pass) => [pass.lead.key, pass]));
    for (const lead of [...leads, twin.lead]) {
        lead.fields['Lifecycle_Stage__c'] =
            lead.kind === 'disqualified' ? 'DQ' : (lastPass.get(lead.key)?.stage ?? 'INQ');
    }
    const whitePaper = leads.find((lead) => lead.fullName === fullName(FEATURED.whitePaper));
    const courses = new Map(
        opportunities.flatMap(({ conversion, firstTouchAt, endedAt }) =>
            conversion ? [[conversion.pass.lead.key, { firstAt: firstTouchAt, endedAt }] as const] : []
        )
    );
    const touches = makeTouches(
        random,
        quotas,
        leads.map((lead) => ({
            lead,
            course: courses.get(lead.key),
            until: (lastPass.get(lead.key)?.handedOffAt ?? asOf - (lead.index % 80) * DAY) - HOUR,
            story: lead === busiest ? ('busiest' as const) : lead === whitePaper ? ('whitePaper' as const) : undefined
        })),
        campaigns,
        asOf
    );
    leads.forEach((lead) => inquire(lead, passes, touches));
    assertTotals(quotas, leads, passes, touches.length, opportunities);
    const people = [...leads, twin.lead].map((lead) => leadRecord(lead, ownerOf(lead, lastPass.get(lead.key))));
    const records = passes.map((pass) => pass.record);
    const isProgram = (campaign: DemoRecord): boolean => campaign.references['ParentId'] === undefined;
    const told = new Set(Object.values(FEATURED).map(fullName));
    const isReturn = (record: DemoRecord): boolean => record.references['Previous_Handoff__c'] !== undefined;
    return {
        steps: [
            { object: 'Account', records: institutions.map((institution) => institution.record) },
            { object: 'Campaign', records: campaigns.filter(isProgram) },
            { object: 'Campaign', records: campaigns.filter((campaign) => !isProgram(campaign)) },
            { object: 'Lead', records: people },
            { object: 'Engagement__c', records: touches },
            { object: 'Handoff__c', records: [...records.filter((record) => !isReturn(record)), twin.pass] },
            { object: 'Handoff__c', records: records.filter(isReturn) },
            conversionStep(conversions),
            { object: 'Opportunity', records: opportunities.map((opportunity) => opportunity.record) },
            { object: 'Handoff__c', isUpdate: true, records: opportunities.flatMap(linkToPass) },
            nameStep(conversions.length),
            ...dealPeopleSteps(
                opportunities,
                leads.filter((lead) => !told.has(lead.fullName)),
                touches
            ),
            ...reopen(opportunities),
            mergeStep(twin.survivor.key, twin.lead.key),
            { object: 'Finance_Input__c', records: makeFinance(campaigns, asOf) },
            { object: 'Health_Input__c', records: makeHealthResults(asOf) },
            flagStep,
            factStep,
            nightStep
        ]
    };
}

/** One person who was too early comes back to the first representative within the month. */
function planReturn(passes: readonly DemoPass[], asOf: number): void {
    const returned = new Set(passes.map((pass) => pass.record.references['Previous_Handoff__c']));
    const early = passes.filter((pass) => pass.record.fields['Rejection_Reason__c'] === 'TOO_EARLY');
    const waiting = early.filter((pass) => !returned.has(pass.record.key)).at(-1);
    if (waiting) {
        const rep = `user:${PENDING[0]!.owner}`;
        Object.assign(waiting.record.fields, { Revisit_On__c: day(asOf + 15 * DAY) });
        Object.assign(waiting.record.references, { OwnerId: rep, Decided_By__c: rep });
    }
}

function featurePeople(leads: readonly DemoLead[], busiest: DemoLead, hospital: Institution): void {
    const inquiries = leads.filter((lead) => lead.kind === 'inquiry');
    const [whitePaper, ready, missing] = inquiries as [DemoLead, DemoLead, DemoLead];
    const full = {
        Clinical_Specialty__c: 'Electrophysiology',
        Expressed_Interest__c: 'Lumenpath console',
        State: 'NY',
        Country: 'US'
    };
    feature(busiest, FEATURED.busiest, {
        ...full,
        Institutional_Role__c: 'Department head',
        Is_Hand_Raise__c: true,
        Fit_Score__c: 90,
        Engagement_Score__c: 64
    });
    feature(whitePaper, FEATURED.whitePaper, {
        ...full,
        Institutional_Role__c: 'Department head',
        Fit_Score__c: 90,
        Engagement_Score__c: 33.717
    });
    feature(ready, FEATURED.readyForSales, {
        ...full,
        Institutional_Role__c: 'Department head',
        Clinical_Specialty__c: 'Cardiology',
        Is_Hand_Raise__c: true,
        Fit_Score__c: 82,
        Engagement_Score__c: 71.5
    });
    feature(missing, FEATURED.contextMissing, {
        State: 'MA',
        Country: 'US',
        Institutional_Role__c: null,
        Clinical_Specialty__c: null,
        Expressed_Interest__c: null,
        Fit_Score__c: 66,
        Engagement_Score__c: 58
    });
    for (const lead of [busiest, whitePaper, ready]) {
        Object.assign(lead, { institution: hospital });
        lead.references['Institution__c'] = hospital.key;
        lead.fields['Company'] = hospital.name;
    }
    delete missing.references['Institution__c'];
}

function fullName(person: { first: string; last: string }): string {
    return `${person.first} ${person.last}`;
}

/** Somebody is known since the first touch, and some days before the first hand-off at the latest. */
function inquire(lead: DemoLead, passes: readonly DemoPass[], touches: readonly DemoRecord[]): void {
    const touchedAt = touches
        .filter((touch) => touch.references['Lead__c'] === lead.key)
        .map((touch) => Date.parse(String(touch.fields['Occurred_At__c'])));
    const qualifiedAt = passes.filter((pass) => pass.lead === lead).map((pass) => pass.handedOffAt - KNOWN_BEFORE);
    const firstAt = Math.min(...touchedAt, ...qualifiedAt);
    Object.assign(lead.fields, { First_Inquiry_At__c: instant(firstAt), Latest_Inquiry_At__c: instant(firstAt) });
}

/** Sales owns what it was handed and did not give back; the rest is marketing's. */
function ownerOf(lead: DemoLead, pass: DemoPass | undefined): string {
    return pass && ['MQL', 'SAL', 'SQL', 'OPP'].includes(pass.stage)
        ? pass.owner
        : lead.index % 2 === 0
          ? 'mara'
          : 'felix';
}

function assertTotals(
    quotas: Quotas,
    leads: readonly DemoLead[],
    passes: readonly DemoPass[],
    touches: number,
    opportunities: readonly DemoOpportunity[]
): void {
    const { marketing, sales, partner } = quotas.opportunities;
    const wanted = {
        leads: quotas.leadsWithPass + quotas.inquiries + quotas.disqualified + quotas.excluded,
        passes: passCount(quotas),
        peopleWithPass: quotas.leadsWithPass,
        touches: sum(Object.values(quotas.touches)),
        accepted: sum(quotas.periods.map((period) => period.accepted)),
        rejected: sum(quotas.periods.map((period) => period.rejected)),
        expired: sum(quotas.periods.map((period) => period.expired)),
        pending: sum(quotas.periods.map((period) => period.pending)),
        qualified: quotas.sqls.mature + quotas.sqls.young,
        opportunities: sum([marketing, sales, partner].map((quota) => quota.won + quota.lost + quota.open)),
        won: sum([marketing, sales, partner].map((quota) => quota.won)),
        stalled: sum([marketing, sales, partner].map((quota) => quota.stalled)),
        idle: quotas.idleAccepts
    };
    const count = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length;
    const found = {
        leads: leads.length,
        passes: passes.length,
        peopleWithPass: new Set(passes.map((pass) => pass.lead.key)).size,
        touches,
        qualified: count(passes, (pass) => pass.record.fields['SQL_At__c'] !== undefined),
        opportunities: opportunities.length,
        won: count(opportunities, (opportunity) => opportunity.fate === 'won'),
        stalled: count(opportunities, (opportunity) => opportunity.fate === 'stalled'),
        idle: count(passes, (pass) => pass.record.fields['Idle_Reclaimed__c'] === true),
        ...endings(passes)
    };
    for (const [what, count] of Object.entries(wanted)) {
        if (found[what as keyof typeof found] !== count) {
            throw new Error(
                `The demo data has ${found[what as keyof typeof found]} ${what} where the quota says ${count}`
            );
        }
    }
}
