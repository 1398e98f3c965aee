/** Passes (hand-offs): who got which lead when, and how each ended, exactly as the quotas of the profile say. */
import type { OfficeCalendar } from './calendar.ts';
import type { Institution } from './institutions.ts';
import { TERRITORIES } from './names.ts';
import { sum, type PeriodQuota, type Quotas } from './quotas.ts';
import type { Random } from '../shared/random.ts';
import { DAY, HOUR, instant, type DemoRecord, type FieldValue } from './records.ts';
import { moveTo, type DemoLead } from './leads.ts';
import { passStories, type PassStory } from './passStories.ts';
import { rejectionOf, STAGE_AFTER, STAGE_AFTER_REVIEW } from './rejections.ts';

type Ending = 'accepted' | 'rejected' | 'expired' | 'pending';

interface Slot {
    readonly period: PeriodQuota;
    readonly ending: Ending;
    readonly isLate: boolean;
    /** Days before `asOf` between which it was handed over. */
    fromDays: number;
    toDays: number;
    reason?: string;
    isImplicit?: boolean;
    isFresh?: boolean;
    isRerouted?: boolean;
    story?: PassStory;
    wantedReason?: string | undefined;
}

export interface DemoPass {
    readonly record: DemoRecord;
    readonly lead: DemoLead;
    readonly owner: string;
    readonly handedOffAt: number;
    readonly stage: string;
    readonly ending: Ending;
    readonly decidedAt: number | undefined;
    readonly isImplicit: boolean;
    readonly isFresh: boolean;
    readonly story: PassStory['name'] | undefined;
}

/** Passes that wait for a decision: whose they are, and when they came. Times suit a clock that starts on a Monday morning. */
export const PENDING: readonly {
    owner: string;
    priority: 'P1' | 'P2';
    weekdayBack: number;
    localHour: number;
    minute: number;
}[] = [
    { owner: 'priya', priority: 'P1', weekdayBack: 0, localHour: 9, minute: 12 },
    { owner: 'priya', priority: 'P1', weekdayBack: 4, localHour: 17, minute: 20 },
    { owner: 'priya', priority: 'P1', weekdayBack: 5, localHour: 17, minute: 5 },
    { owner: 'dana', priority: 'P2', weekdayBack: 3, localHour: 11, minute: 40 },
    { owner: 'cole', priority: 'P2', weekdayBack: 5, localHour: 14, minute: 15 },
    { owner: 'imani', priority: 'P1', weekdayBack: 3, localHour: 9, minute: 30 }
];
const NEW_YORK_OFFSET = -5;
/** Elapsed hours from a Monday morning that lie between the window and the expiry of the priority. */
const LATE_HOURS = { P1: 60, P2: 84 } as const;
/** The latest passes of the last period are older than the pending ones. */
const YOUNGEST_DAYS = 9;
const YOUNG_DAYS = 60;
/** No pass lies so near the beginning of its stretch that the day on which somebody looks would decide where it counts. */
const CLEAR_DAYS = 1;
/** No pass has this story. */
const NOBODY = 'nobody';
/** Sent on once by sales, because routing had the territory wrong. */
const REROUTED = { Reroute_Reason__c: 'OUT_OF_TERRITORY', Reroute_Fault__c: 'Marketing' } as const;
const REVIEWED_REASONS = ['BAD_DATA', 'AUTHORITY'];
/** Marketing decides within a day or two. */
const REVIEW_DAYS = 2;

export function makePasses(
    random: Random,
    quotas: Quotas,
    leads: readonly DemoLead[],
    institutions: readonly Institution[],
    calendar: OfficeCalendar,
    asOf: number
): DemoPass[] {
    const slots = dealReasons(random, quotas, makeSlots(quotas, asOf));
    const worked = leads.filter((lead) => lead.kind === 'worked');
    const passes: DemoPass[] = [];
    const returning: DemoPass[] = [];
    let nextLead = 0;
    let pendingIndex = 0;
    slots.forEach((slot, index) => {
        const isReturn =
            slot.ending === 'accepted' &&
            slot.story === undefined &&
            slot.period.toDays < 180 &&
            returning.length > 0 &&
            canReturn(quotas, passes, worked, slots, index, nextLead);
        const wanted = slot.story?.returnsFrom ?? (isReturn ? undefined : NOBODY);
        const place = returning.findIndex((pass) => pass.story === wanted);
        const first = place < 0 ? undefined : returning.splice(place, 1)[0];
        const lead = first?.lead ?? worked[nextLead++]!;
        if (slot.story?.rep !== undefined && first === undefined) {
            moveTo(lead, slot.story.rep, institutions);
        }
        const pass = makePass({
            random,
            calendar,
            asOf,
            slot,
            lead,
            index,
            previous: first,
            pendingIndex: slot.ending === 'pending' ? pendingIndex++ : -1
        });
        passes.push(pass);
        if (
            pass.stage === 'NUR' &&
            pass.ending === 'rejected' &&
            returning.length < quotas.leadsWithTwoPasses &&
            slot.period.toDays >= 182
        ) {
            returning.push(pass);
        }
    });
    return passes;
}

/** A slot goes to somebody who comes back as long as there are more slots left than leads that still need their first pass. */
function canReturn(
    quotas: Quotas,
    passes: readonly DemoPass[],
    worked: readonly DemoLead[],
    slots: readonly Slot[],
    index: number,
    nextLead: number
): boolean {
    const returned = passes.length - new Set(passes.map((pass) => pass.lead.key)).size;
    return returned < quotas.leadsWithTwoPasses && slots.length - index > worked.length - nextLead;
}

function makeSlots(quotas: Quotas, asOf: number): Slot[] {
    let implicit = quotas.implicitAccepts;
    const all = quotas.periods.flatMap((period) => {
        const slots: Slot[] = [];
        let late = period.late;
        const add = (count: number, ending: Ending): void => {
            for (let number = 0; number < count; number++) {
                const isLate = (ending === 'accepted' || ending === 'rejected') && late > 0 && number % 2 === 1;
                late -= isLate ? 1 : 0;
                slots.push({
                    period,
                    ending,
                    isLate,
                    fromDays: period.fromDays,
                    toDays: Math.max(period.toDays, YOUNGEST_DAYS - 1),
                    isImplicit: ending === 'accepted' && !isLate && implicit-- > 0
                });
            }
        };
        add(period.rejected, 'rejected');
        add(period.expired, 'expired');
        add(period.accepted, 'accepted');
        add(period.pending, 'pending');
        return slots;
    });
    splitLastPeriod(quotas, all);
    const rerouted = all.filter((slot) => slot.ending === 'accepted' && slot.period === quotas.periods.at(-2));
    rerouted.slice(-quotas.reroutes).forEach((slot) => (slot.isRerouted = true));
    passStories(asOf).forEach((story) => tell(story, all));
    return all;
}

/** Of the last period the first acceptances are older than 60 days and the last ones are of last week; the rest lies between. */
function splitLastPeriod(quotas: Quotas, all: readonly Slot[]): void {
    const last = all.filter((slot) => slot.period === quotas.periods.at(-1));
    const accepted = last.filter((slot) => slot.ending === 'accepted');
    const rejected = last.filter((slot) => slot.ending === 'rejected' && !slot.isLate);
    const old = new Set(accepted.slice(0, last.length - quotas.youngPasses));
    const fresh = new Set(accepted.slice(-quotas.freshAccepts));
    for (const slot of last) {
        if (old.has(slot)) {
            slot.toDays = YOUNG_DAYS + 1;
        } else {
            slot.fromDays = YOUNG_DAYS - 1;
            slot.toDays = YOUNGEST_DAYS;
        }
        slot.isFresh = fresh.has(slot);
    }
    // Marketing has something to review: sent back on Friday, and one reclaimed in the night after.
    rejected.slice(-REVIEWED_REASONS.length).forEach((slot, index) => {
        slot.isFresh = true;
        slot.wantedReason = REVIEWED_REASONS[index];
    });
    last.filter((slot) => slot.ending === 'expired').forEach((slot) => (slot.isFresh = true));
}

/** A story takes the first slot that it fits; a profile without such a slot goes without the story. */
function tell(story: PassStory, slots: readonly Slot[]): void {
    const slot = slots.find(
        (candidate) =>
            candidate.ending === story.ending &&
            candidate.story === undefined &&
            !candidate.isLate &&
            !candidate.isFresh &&
            candidate.isImplicit !== true &&
            !candidate.isRerouted &&
            story.daysBack < candidate.fromDays &&
            story.daysBack > candidate.toDays
    );
    if (slot) {
        slot.story = story;
    }
}

/** Reasons that send a lead to nurture come first, so that there is somebody who can come back. */
function dealReasons(random: Random, quotas: Quotas, slots: Slot[]): Slot[] {
    const reasons = Object.entries(quotas.reasons).flatMap(([reason, count]) => Array<string>(count).fill(reason));
    const nurture = random.shuffle(reasons.filter((reason) => STAGE_AFTER[reason] === 'NUR'));
    const early = nurture.slice(0, Math.min(nurture.length, quotas.leadsWithTwoPasses));
    const rest = random.shuffle([
        ...nurture.slice(early.length),
        ...reasons.filter((reason) => STAGE_AFTER[reason] !== 'NUR')
    ]);
    const ordered = [...early, ...rest];
    for (const slot of slots.filter((candidate) => candidate.ending === 'rejected')) {
        const reason = slot.story?.reason ?? slot.wantedReason;
        if (reason !== undefined) {
            slot.reason = ordered.splice(Math.max(0, ordered.indexOf(reason)), 1)[0];
        }
    }
    for (const slot of slots.filter((candidate) => candidate.ending === 'rejected' && !candidate.reason)) {
        slot.reason = ordered.shift();
    }
    return slots;
}

interface PassContext {
    readonly random: Random;
    readonly calendar: OfficeCalendar;
    readonly asOf: number;
    readonly slot: Slot;
    readonly lead: DemoLead;
    readonly index: number;
    readonly previous: DemoPass | undefined;
    readonly pendingIndex: number;
}

function makePass(context: PassContext): DemoPass {
    const { lead, slot, asOf, calendar, random } = context;
    const pending = PENDING[context.pendingIndex];
    const owner = pending?.owner ?? lead.rep;
    const territory = pending ? TERRITORIES.find((candidate) => candidate.reps.includes(owner))! : lead.territory;
    const priority =
        pending?.priority ??
        (slot.ending === 'expired' ? 'P2' : lead.isHandRaise || lead.institution.tier === 'Tier 1' ? 'P1' : 'P2');
    const from = asOf - slot.fromDays * DAY;
    const to = asOf - slot.toDays * DAY;
    const planned = pending
        ? pendingInstant(asOf, pending)
        : slot.isFresh
          ? lastThursday(asOf) - (slot.ending === 'expired' ? 3 * DAY : 0) + random.between(14 * 60, 18 * 60) * 60_000
          : (slot.story?.handedOffAt ??
            calendar.workingInstant(from, to, territory, slot.isLate || slot.ending === 'expired' ? 1 : undefined));
    const isAtEdge = slot.fromDays === slot.period.fromDays && planned < from + CLEAR_DAYS * DAY;
    const handedOffAt = isAtEdge && !slot.story ? planned + 7 * DAY : planned;
    const base: Record<string, FieldValue> = {
        Person_Name__c: lead.fullName,
        Company_Name__c: lead.institution.name,
        Priority__c: priority,
        MQL_At__c: instant(slot.story?.qualifiedAt ?? handedOffAt - random.between(2, 14) * 60_000),
        Handed_Off_At__c: instant(handedOffAt),
        Fit_Score__c: lead.fitScore,
        Engagement_Score__c: lead.fields['Engagement_Score__c'] ?? null,
        Context_Filled__c: 5,
        Lead_Source__c: lead.fields['LeadSource'] ?? null,
        Segment__c: lead.specialty,
        Pass_Number__c: context.previous ? 2 : 1,
        Reroute_Count__c: slot.isRerouted ? 1 : 0,
        Routing_Rule__c: territory.rule,
        ...(slot.isRerouted ? REROUTED : {})
    };
    const ending = endingFields(context, handedOffAt, priority);
    const references: Record<string, string> = {
        Lead__c: lead.key,
        Account__c: lead.institution.key,
        OwnerId: ending.owner ?? `user:${owner}`,
        Rep__c: `user:${owner}`,
        Campaign__c: `campaign:${context.index % 12}`,
        ...ending.references
    };
    if (context.previous) {
        references['Previous_Handoff__c'] = context.previous.record.key;
    }
    const record: DemoRecord = {
        key: `handoff:${context.index}`,
        object: 'Handoff__c',
        fields: { ...base, ...ending.fields },
        references
    };
    return {
        record,
        lead,
        owner,
        handedOffAt,
        stage: ending.stage,
        ending: slot.ending,
        decidedAt: ending.decidedAt,
        isImplicit: slot.isImplicit === true,
        isFresh: slot.isFresh === true,
        story: slot.story?.name
    };
}

interface EndingFields {
    readonly stage: string;
    readonly fields: Record<string, FieldValue>;
    readonly references: Record<string, string>;
    readonly owner?: string;
    readonly decidedAt?: number;
}

function endingFields(
    { slot, random, calendar, lead, asOf }: PassContext,
    handedOffAt: number,
    priority: 'P1' | 'P2'
): EndingFields {
    if (slot.ending === 'pending') {
        return { stage: 'MQL', fields: { Stage__c: 'MQL', Status__c: 'Open' }, references: {} };
    }
    if (slot.ending === 'expired') {
        const stage = slot.isFresh ? 'MRV' : 'NUR';
        return {
            stage,
            fields: {
                Stage__c: stage,
                Status__c: 'Expired',
                Outcome__c: 'EXPIRED',
                Closed_At__c: slot.isFresh ? null : instant(handedOffAt + 12 * DAY)
            },
            references: {},
            owner: 'group:Handoff_Review'
        };
    }
    const decidedAt = slot.isLate
        ? handedOffAt + LATE_HOURS[priority] * HOUR
        : slot.isFresh
          ? lastThursday(asOf) + DAY + random.between(15 * 60 + 1, 19 * 60) * 60_000
          : (slot.story?.decidedAt ??
            calendar.notOnWeekend(
                handedOffAt + random.between(1, 27) * HOUR + random.between(0, 59) * 60_000,
                lead.territory
            ));
    const decision = {
        Status__c: 'Decided',
        Decided_At__c: instant(decidedAt),
        Brief_Opened_At__c: instant(decidedAt - 4 * 60_000)
    };
    const references = { Decided_By__c: `user:${lead.rep}` };
    if (slot.ending === 'rejected') {
        const reason = slot.reason!;
        const rejection = rejectionOf(random, reason, decidedAt);
        const isReviewed = STAGE_AFTER[reason] === 'MRV' && !slot.isFresh;
        const stage = isReviewed ? STAGE_AFTER_REVIEW[reason]! : STAGE_AFTER[reason]!;
        const closedAt = isReviewed ? decidedAt + REVIEW_DAYS * DAY : decidedAt;
        const fields: Record<string, FieldValue> = {
            ...decision,
            ...rejection.fields,
            Stage__c: stage,
            Decision__c: 'Rejected',
            Rejection_Reason__c: reason,
            Rationale__c: rejection.rationale,
            ...(isReviewed ? { Review_Started_At__c: instant(decidedAt), Reviewed_At__c: instant(closedAt) } : {}),
            Closed_At__c: stage === 'MRV' ? null : instant(closedAt)
        };
        return {
            stage,
            fields,
            decidedAt,
            references: reason === 'DUPLICATE' ? { ...references, Duplicate_Of__c: 'lead:0' } : references
        };
    }
    return {
        stage: 'SAL',
        decidedAt,
        fields: {
            ...decision,
            Stage__c: 'SAL',
            Decision__c: 'Accepted',
            Accept_Type__c: slot.isImplicit ? 'Implicit' : 'Explicit',
            SAL_At__c: instant(decidedAt)
        },
        references
    };
}

/** Midnight of the Thursday before the Monday on which the clock starts. */
function lastThursday(asOf: number): number {
    return Math.floor(asOf / DAY) * DAY - 4 * DAY;
}

/** Days back counted on the calendar from the Monday on which the clock starts: 3 is Friday, 5 is Wednesday. */
function pendingInstant(asOf: number, pending: (typeof PENDING)[number]): number {
    const midnight = Math.floor(asOf / DAY) * DAY;
    return (
        midnight - pending.weekdayBack * DAY + (pending.localHour - NEW_YORK_OFFSET) * HOUR + pending.minute * 60_000
    );
}

/** Counts per ending, for the sum checks of the seeder. */
export function endings(passes: readonly DemoPass[]): Record<Ending, number> {
    const count = (ending: Ending): number => sum(passes.map((pass) => (pass.ending === ending ? 1 : 0)));
    return {
        accepted: count('accepted'),
        rejected: count('rejected'),
        expired: count('expired'),
        pending: count('pending')
    };
}
