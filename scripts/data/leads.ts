/** Leads: who they are and where they work. What happened to them is in `passes.ts` and `touches.ts`. */
import type { Institution } from './institutions.ts';
import { INTERESTS, personNames, PERSONAS, type Territory } from './names.ts';
import type { Quotas } from './quotas.ts';
import type { Random } from '../shared/random.ts';
import type { DemoRecord, FieldValue } from './records.ts';

export type LeadKind = 'worked' | 'inquiry' | 'disqualified' | 'excluded';

export interface DemoLead {
    readonly key: string;
    readonly index: number;
    readonly kind: LeadKind;
    readonly fullName: string;
    readonly territory: Territory;
    readonly institution: Institution;
    /** Alias of the representative in whose hands the lead ends up. */
    readonly rep: string;
    readonly fitScore: number;
    readonly isHandRaise: boolean;
    readonly specialty: string;
    readonly fields: Record<string, FieldValue>;
    readonly references: Record<string, string>;
}

/** People whom the stories need; all invented. Index is their place among the worked leads or the inquiries. */
export const FEATURED = {
    busiest: { first: 'Corin', last: 'Hallowmere', title: 'Head of electrophysiology' },
    whitePaper: { first: 'Verity', last: 'Strelfield', title: 'Head of electrophysiology' },
    readyForSales: { first: 'Maverin', last: 'Holtstead', title: 'Director of cardiology' },
    contextMissing: { first: 'Osken', last: 'Thornvale', title: 'Physician' }
} as const;

const SOURCES = ['Trade Show', 'Web', 'Webinar', 'Partner Referral', 'Advertisement', 'Other'];

export function makeLeads(random: Random, quotas: Quotas, institutions: readonly Institution[]): DemoLead[] {
    const nextName = personNames(random);
    const kinds: LeadKind[] = [
        ...Array<LeadKind>(quotas.leadsWithPass).fill('worked'),
        ...Array<LeadKind>(quotas.inquiries).fill('inquiry'),
        ...Array<LeadKind>(quotas.disqualified).fill('disqualified'),
        ...Array<LeadKind>(quotas.excluded).fill('excluded')
    ];
    return kinds.map((kind, index) => makeLead(random, index, kind, nextName(), institutions));
}

function makeLead(
    random: Random,
    index: number,
    kind: LeadKind,
    name: { first: string; last: string },
    institutions: readonly Institution[]
): DemoLead {
    const institution = institutions[index % institutions.length]!;
    const territory = institution.territory;
    const [role, , specialties] = random.weighted(PERSONAS.map((persona) => [persona, persona[1]] as const));
    const specialty = random.pick(specialties);
    const fitScore = kind === 'worked' ? random.between(60, 98) : random.between(25, 88);
    const isHandRaise = kind === 'worked' && random.next() < 0.25;
    const mail = `${name.first}.${name.last}`.toLowerCase();
    const hasFullContext = kind === 'worked' || random.next() < 0.5;
    return {
        key: `lead:${index}`,
        index,
        kind,
        fullName: `${name.first} ${name.last}`,
        territory,
        institution,
        rep: random.pick(territory.reps),
        fitScore,
        isHandRaise,
        specialty,
        fields: {
            FirstName: name.first,
            LastName: name.last,
            Company: institution.name,
            Title: role,
            Email: `${mail}@${institution.name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
            Phone: `555-01${String(index % 100).padStart(2, '0')}`,
            State: institution.state,
            Country: territory.country,
            LeadSource: random.pick(SOURCES),
            Institutional_Role__c: role,
            Clinical_Specialty__c: hasFullContext ? specialty : null,
            Expressed_Interest__c: hasFullContext ? random.pick(INTERESTS[specialty] ?? ['Lumenpath console']) : null,
            Is_Hand_Raise__c: isHandRaise,
            Fit_Score__c: fitScore,
            Engagement_Score__c: kind === 'worked' ? random.between(50, 140) : random.between(1, 48),
            Excluded_Why__c: kind === 'excluded' ? 'Test' : null,
            Description: kind === 'excluded' ? 'demo: test record' : 'demo'
        },
        references: hasFullContext ? { Institution__c: institution.key } : {}
    };
}

/** Turns a generated lead into one of the featured people. */
export function feature(
    lead: DemoLead,
    person: { first: string; last: string; title: string },
    fields: Record<string, FieldValue>
): void {
    Object.assign(lead.fields, {
        FirstName: person.first,
        LastName: person.last,
        Title: person.title,
        Email: `${person.first}.${person.last}@example.com`.toLowerCase(),
        ...fields
    });
    Object.assign(lead, {
        fullName: `${person.first} ${person.last}`,
        fitScore: fields['Fit_Score__c'] ?? lead.fitScore,
        specialty: fields['Clinical_Specialty__c'] ?? lead.specialty,
        isHandRaise: fields['Is_Hand_Raise__c'] ?? lead.isHandRaise
    });
}

/** A lead of a representative works where that representative works. */
export function moveTo(lead: DemoLead, rep: string, institutions: readonly Institution[]): void {
    const local = institutions.filter((institution) => institution.territory.reps.includes(rep));
    const institution = local[lead.index % local.length]!;
    Object.assign(lead, { institution, territory: institution.territory, rep });
    Object.assign(lead.fields, {
        Company: institution.name,
        State: institution.state,
        Country: institution.territory.country
    });
    lead.references['Institution__c'] = institution.key;
}

export function leadRecord(lead: DemoLead, ownerAlias: string): DemoRecord {
    return {
        key: lead.key,
        object: 'Lead',
        fields: lead.fields,
        references: { ...lead.references, OwnerId: `user:${ownerAlias}` }
    };
}
