/** Stories that the app shows: each bends records that are there anyway, or adds what only it needs. */
import type { Conversion } from './afterAcceptance.ts';
import type { DemoLead } from './leads.ts';
import type { DemoOpportunity } from './opportunities.ts';
import type { DemoPass } from './passes.ts';
import { DAY, HOUR, instant, type ApexStep, type DemoRecord, type RecordStep } from './records.ts';

const RESOLD_AFTER = 20 * DAY;

/** Five acceptances within a minute, and nobody had opened a brief. */
export function acceptUnseen(passes: readonly DemoPass[]): void {
    for (const pass of passes.filter((candidate) => candidate.story === 'bulk')) {
        Object.assign(pass.record.fields, { Brief_Opened_At__c: null });
    }
}

/** Rejected, and a month later an opportunity at the same account, owned by whoever rejected, from another source. */
export function resell(passes: readonly DemoPass[], opportunities: readonly DemoOpportunity[]): void {
    const rejected = passes.find((pass) => pass.story === 'resold');
    const deal = opportunities.find((opportunity) => opportunity.fate === 'open' && !opportunity.conversion);
    if (!rejected || !deal) {
        return;
    }
    Object.assign(deal.record.fields, {
        Name: `${rejected.lead.institution.name}: Ossara fixation set`,
        Opened_At__c: instant(rejected.decidedAt! + RESOLD_AFTER)
    });
    Object.assign(deal.record.references, {
        AccountId: rejected.lead.institution.key,
        OwnerId: `user:${rejected.lead.rep}`
    });
}

/** Lost first, then taken up again: its hand-off notes both. */
export function reopen(opportunities: readonly DemoOpportunity[]): readonly RecordStep[] {
    const deal = opportunities.find((opportunity) => opportunity.fate === 'open' && opportunity.conversion);
    if (!deal) {
        return [];
    }
    const { record } = deal;
    const openStage = record.fields['StageName']!;
    Object.assign(record.fields, { StageName: 'Closed Lost' });
    const reopened = { ...record, fields: { StageName: openStage }, references: {} };
    return [{ object: 'Opportunity', isUpdate: true, records: [reopened] }];
}

export interface Twin {
    readonly lead: DemoLead;
    readonly pass: DemoRecord;
    readonly survivor: DemoLead;
}

/** The same person twice, each with a pass under way. They are merged once everything is there. */
export function makeTwin(leads: readonly DemoLead[], survivor: DemoLead, passes: readonly DemoPass[]): Twin {
    const older = passes.find((pass) => pass.lead === survivor)!;
    const key = `lead:${leads.length}`;
    const lead: DemoLead = {
        ...survivor,
        key,
        index: leads.length,
        fields: { ...survivor.fields, Email: `office.${String(survivor.fields['Email'])}` },
        references: { ...survivor.references }
    };
    const at = older.handedOffAt + 20 * HOUR;
    return {
        lead,
        survivor,
        pass: {
            key: 'handoff:twin',
            object: 'Handoff__c',
            fields: {
                ...older.record.fields,
                MQL_At__c: instant(at - 5 * 60_000),
                Handed_Off_At__c: instant(at)
            },
            references: { ...older.record.references, Lead__c: key }
        }
    };
}

/** Leads that became opportunities are converted into contacts of their institutions. */
export function conversionStep(conversions: readonly Conversion[]): ApexStep {
    return {
        what: 'Lead (converted)',
        count: conversions.length,
        apex: (idOf) =>
            [
                'String status = [SELECT ApiName FROM LeadStatus WHERE IsConverted = TRUE LIMIT 1].ApiName;',
                'List<Database.LeadConvert> all = new List<Database.LeadConvert>();',
                'for (String line : new List<String>{',
                conversions
                    .map(({ pass }) => {
                        const ids = [pass.lead.key, pass.lead.institution.key, `user:${pass.owner}`].map(idOf);
                        return `'${ids.join(' ')}'`;
                    })
                    .join(',\n'),
                '}) {',
                "    List<String> ids = line.split(' ');",
                '    Database.LeadConvert request = new Database.LeadConvert();',
                '    request.setLeadId(ids[0]);',
                '    request.setAccountId(ids[1]);',
                '    request.setOwnerId(ids[2]);',
                '    request.setConvertedStatus(status);',
                '    request.setDoNotCreateOpportunity(true);',
                '    all.add(request);',
                '}',
                'Database.convertLead(all, true);'
            ].join('\n')
    };
}

/** The pass learns which opportunity it became. */
export function linkToPass({ record, conversion }: DemoOpportunity): readonly DemoRecord[] {
    return conversion === undefined
        ? []
        : [{ ...conversion.pass.record, fields: {}, references: { Opportunity__c: record.key } }];
}

/** And its opportunity names who was handed over, as it would have, had sales converted the person. */
export function nameStep(count: number): ApexStep {
    return {
        what: 'OpportunityContactRole',
        count,
        apex: () =>
            [
                'List<OpportunityContactRole> roles = new List<OpportunityContactRole>();',
                'for (Handoff__c pass : [',
                '    SELECT Opportunity__c, Lead__r.ConvertedContactId FROM Handoff__c',
                '    WHERE Opportunity__c != NULL AND Lead__r.ConvertedContactId != NULL',
                ']) {',
                '    roles.add(new OpportunityContactRole(',
                '        OpportunityId = pass.Opportunity__c, ContactId = pass.Lead__r.ConvertedContactId, IsPrimary = true',
                '    ));',
                '}',
                'insert roles;'
            ].join('\n')
    };
}

export function mergeStep(survivor: string, duplicate: string): ApexStep {
    return {
        what: 'Lead (merged)',
        count: 1,
        apex: (idOf) => `merge new Lead(Id = '${idOf(survivor)}') new Lead(Id = '${idOf(duplicate)}');`
    };
}

/** What otherwise the first night does: looks at the patterns in everything that was loaded. */
export const flagStep: ApexStep = { what: 'Handoff_Flag__c', count: 1, apex: () => 'FlagService.start();' };

/** And computes what the scoreboard knows of every opportunity. */
export const factStep: ApexStep = {
    what: 'Opportunity_Fact__c',
    count: 1,
    apex: () => 'RevenueFactsBatch.start();'
};
