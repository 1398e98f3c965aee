/** Who sales knows at its own opportunities, when it called there, and who of marketing's people joined them. */
import type { Conversion } from './afterAcceptance.ts';
import type { DemoLead } from './leads.ts';
import { personNames, type PersonName } from './names.ts';
import { isVisited, type DemoOpportunity } from './opportunities.ts';
import { seededRandom } from '../shared/random.ts';
import { DAY, HOUR, instant, type DemoRecord, type RecordStep } from './records.ts';

/** Visits of sales, in days after the opening. */
const VISITS = [-8, 18, 47, 80] as const;
/** So long after a touch sales comes by. */
const FOLLOWED_BY_VISIT = 2 * DAY;
const VISIT_HOURS = 15;
const NAME_SEED = 20260103;

/**
 * @param leads people of marketing; those without a pass may join an opportunity of their institution
 * @param touches what people did; sales comes by soon after
 * @returns contacts, their roles, visits, and who joined; after the opportunities are there
 */
export function dealPeopleSteps(
    opportunities: readonly DemoOpportunity[],
    leads: readonly DemoLead[],
    touches: readonly DemoRecord[]
): readonly RecordStep[] {
    const ofSales = opportunities.filter((opportunity) => !opportunity.conversion);
    const nextName = personNames(seededRandom(NAME_SEED));
    const contacts = ofSales.map((opportunity, index) => contactOf(opportunity, nextName(), index));
    const roles = ofSales.map((opportunity) => ({
        key: `role:${opportunity.record.key}`,
        object: 'OpportunityContactRole',
        fields: { IsPrimary: true },
        references: { OpportunityId: opportunity.record.key, ContactId: contactKey(opportunity) }
    }));
    const visits = opportunities.flatMap((opportunity, index) =>
        opportunity.conversion && !isVisited(index) ? [] : visitsTo(opportunity, touches)
    );
    return [
        { object: 'Contact', records: contacts },
        { object: 'OpportunityContactRole', records: roles },
        { object: 'Event', records: visits },
        { object: 'Lead', isUpdate: true, records: joining(ofSales, leads) }
    ];
}

function contactKey({ record }: DemoOpportunity): string {
    return `contact:${record.key}`;
}

function contactOf(opportunity: DemoOpportunity, { first, last }: PersonName, index: number): DemoRecord {
    return {
        key: contactKey(opportunity),
        object: 'Contact',
        fields: {
            FirstName: first,
            LastName: last,
            Email: `${first}.${last}.${index}@example.com`.toLowerCase(),
            Institutional_Role__c: 'Supply chain',
            Description: 'demo'
        },
        references: {
            AccountId: opportunity.record.references['AccountId']!,
            OwnerId: opportunity.record.references['OwnerId']!
        }
    };
}

/** Sales met its own people first; later it visits whatever is under way. */
function visitsTo(opportunity: DemoOpportunity, touches: readonly DemoRecord[]): readonly DemoRecord[] {
    const { openedAt, endedAt, firstTouchAt, conversion, record } = opportunity;
    const later = VISITS.map((days) => openedAt + days * DAY).filter((at) => at < endedAt - DAY);
    const instants = conversion ? visitsAfter(touches, conversion, endedAt) : [firstTouchAt, ...later];
    return instants.map((at, index) => {
        const start = Math.floor(at / DAY) * DAY + VISIT_HOURS * HOUR;
        return {
            key: `event:${record.key}:${index}`,
            object: 'Event',
            fields: {
                Subject: index === 0 ? 'First visit' : 'Visit',
                StartDateTime: instant(start),
                EndDateTime: instant(start + HOUR),
                DurationInMinutes: 60
            },
            references: {
                WhatId: record.key,
                OwnerId: record.references['OwnerId']!,
                ...(conversion ? {} : { WhoId: contactKey(opportunity) })
            }
        };
    });
}

/** One a month, soon after the person of the hand-off did something. */
function visitsAfter(touches: readonly DemoRecord[], { pass }: Conversion, endedAt: number): readonly number[] {
    const months = new Map<string, number>();
    for (const touch of touches.filter(({ references }) => references['Lead__c'] === pass.lead.key)) {
        const at = Date.parse(String(touch.fields['Occurred_At__c'])) + FOLLOWED_BY_VISIT;
        if (at > pass.decidedAt! && at < endedAt - DAY) {
            months.set(instant(at).slice(0, 7), at);
        }
    }
    return [...months.values()].toSorted((left, right) => left - right);
}

/** One person of the institution who only inquired joins what sales has there. */
function joining(ofSales: readonly DemoOpportunity[], leads: readonly DemoLead[]): readonly DemoRecord[] {
    const taken = new Set<string>();
    return ofSales.flatMap(({ record }) => {
        const lead = leads.find(
            (candidate) =>
                candidate.kind === 'inquiry' &&
                !taken.has(candidate.key) &&
                candidate.references['Institution__c'] === record.references['AccountId']
        );
        if (!lead) {
            return [];
        }
        taken.add(lead.key);
        return [{ key: lead.key, object: 'Lead', fields: {}, references: { Attached_Opportunity__c: record.key } }];
    });
}
