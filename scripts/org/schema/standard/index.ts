/** All standard objects that the local org knows. */
import { commerceObjects } from './commerce.ts';
import { standardObject } from './notation.ts';
import { platformObjects } from './platform.ts';
import { salesObjects } from './sales.ts';
import { serviceObjects } from './service.ts';
import { setupObjects } from './setup.ts';
import type { FieldDef, ObjectDef, PicklistValue } from '../model.ts';

/** What closing, winning and forecasting mean for the stages that a new org has. */
const STAGES: Readonly<Record<string, readonly [probability: number, forecast: string, isClosed?: boolean]>> = {
    Prospecting: [10, 'Pipeline'],
    Qualification: [10, 'Pipeline'],
    'Needs Analysis': [20, 'Pipeline'],
    'Value Proposition': [50, 'Pipeline'],
    'Id. Decision Makers': [60, 'Pipeline'],
    'Perception Analysis': [70, 'Pipeline'],
    'Proposal/Price Quote': [75, 'Pipeline'],
    'Negotiation/Review': [90, 'Pipeline'],
    'Closed Won': [100, 'Closed', true],
    'Closed Lost': [0, 'Omitted', true]
};

/** Fields that follow from those of another record. */
const FORMULAS: Readonly<Record<string, string>> = {
    'CampaignInfluence.RevenueShare': 'Influence * Opportunity.Amount'
};

function withFormula(field: FieldDef, object: string): FieldDef {
    const formula = FORMULAS[`${object}.${field.name}`];
    return formula === undefined ? field : { ...field, formula };
}

function withFlags(value: PicklistValue, object: string, field: string): PicklistValue {
    if (object === 'Opportunity' && field === 'StageName') {
        const [probability = 0, forecastCategory = 'Pipeline', closed = false] = STAGES[value.value] ?? [];
        return { ...value, flags: { probability, forecastCategory, closed, won: forecastCategory === 'Closed' } };
    }
    if (object === 'Lead' && field === 'Status') {
        return { ...value, flags: { converted: value.value === 'Closed - Converted' } };
    }
    if (object === 'Task' && field === 'Status') return { ...value, flags: { closed: value.value === 'Completed' } };
    if (object === 'Task' && field === 'Priority') return { ...value, flags: { highPriority: value.value === 'High' } };
    if (object === 'Case' && field === 'Status') return { ...value, flags: { closed: value.value === 'Closed' } };
    return value;
}

/** Fresh definitions, in a fixed order. Throws when a table cannot be read. */
export function standardObjects(): ObjectDef[] {
    return [...salesObjects, ...commerceObjects, ...serviceObjects, ...setupObjects, ...platformObjects].map(
        (table) => {
            const object = standardObject(table);
            const fields = [...object.fields.values()].map((field) =>
                field.picklistValues
                    ? {
                          ...field,
                          picklistValues: field.picklistValues.map((each) => withFlags(each, object.name, field.name))
                      }
                    : withFormula(field, object.name)
            );
            return { ...object, fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])) };
        }
    );
}

/** Standard value sets that packages may replace, by metadata name. */
export const STANDARD_VALUE_SETS: Readonly<Record<string, readonly (readonly [object: string, field: string])[]>> = {
    LeadStatus: [['Lead', 'Status']],
    LeadSource: [
        ['Lead', 'LeadSource'],
        ['Contact', 'LeadSource'],
        ['Opportunity', 'LeadSource'],
        ['Account', 'AccountSource']
    ],
    OpportunityStage: [['Opportunity', 'StageName']],
    OpportunityType: [['Opportunity', 'Type']],
    Industry: [
        ['Account', 'Industry'],
        ['Lead', 'Industry']
    ],
    AccountType: [['Account', 'Type']],
    AccountRating: [
        ['Account', 'Rating'],
        ['Lead', 'Rating']
    ],
    CampaignStatus: [['Campaign', 'Status']],
    CampaignType: [['Campaign', 'Type']],
    CampaignMemberStatus: [['CampaignMember', 'Status']],
    TaskStatus: [['Task', 'Status']],
    TaskPriority: [['Task', 'Priority']],
    CaseStatus: [['Case', 'Status']],
    CasePriority: [['Case', 'Priority']],
    CaseOrigin: [['Case', 'Origin']],
    CaseReason: [['Case', 'Reason']],
    CaseType: [['Case', 'Type']],
    ContactRole: [['OpportunityContactRole', 'Role']],
    OpportunityContactRole: [['OpportunityContactRole', 'Role']],
    Salutation: [
        ['Lead', 'Salutation'],
        ['Contact', 'Salutation']
    ],
    Product2Family: [['Product2', 'Family']],
    EventType: [['Event', 'Type']],
    TaskType: [['Task', 'Type']]
};
