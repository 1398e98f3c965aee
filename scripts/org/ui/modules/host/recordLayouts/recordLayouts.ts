/** Which fields of a record are shown where no layout says so: the platform's own defaults. */
import type { ObjectInfo } from 'host/objectInfo';

/** Fields of one heading. */
export interface LayoutSection {
    readonly title: string;
    readonly names: readonly string[];
}

/** What the platform's own compact layouts show. */
const KEY_FIELDS: Readonly<Record<string, readonly string[]>> = {
    Lead: ['Title', 'Company', 'Phone', 'Email', 'Status', 'OwnerId'],
    Contact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
    Account: ['Type', 'Phone', 'Website', 'Industry', 'OwnerId'],
    Opportunity: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
    Campaign: ['Type', 'Status', 'StartDate', 'EndDate', 'OwnerId'],
    Case: ['Priority', 'Status', 'CaseNumber', 'OwnerId']
};
const MOST = 6;

const SYSTEM = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];
const NEVER = new Set([
    ...SYSTEM,
    'Id',
    'IsDeleted',
    'SystemModstamp',
    'LastActivityDate',
    'LastViewedDate',
    'LastReferencedDate'
]);

/** Standard fields that the platform's own layouts show; of other objects every field is shown. */
const LAYOUTS: Readonly<Record<string, readonly string[]>> = {
    Lead: [
        'OwnerId',
        'Name',
        'Company',
        'Title',
        'Phone',
        'MobilePhone',
        'Email',
        'Website',
        'LeadSource',
        'Status',
        'Rating',
        'Industry',
        'NumberOfEmployees',
        'AnnualRevenue',
        'Street',
        'City',
        'State',
        'PostalCode',
        'Country',
        'Description'
    ],
    Contact: [
        'OwnerId',
        'Name',
        'AccountId',
        'Title',
        'Department',
        'Phone',
        'MobilePhone',
        'Email',
        'ReportsToId',
        'LeadSource',
        'MailingStreet',
        'MailingCity',
        'MailingState',
        'MailingPostalCode',
        'MailingCountry',
        'Description'
    ],
    Account: [
        'OwnerId',
        'Name',
        'ParentId',
        'Type',
        'Industry',
        'Phone',
        'Website',
        'NumberOfEmployees',
        'AnnualRevenue',
        'BillingStreet',
        'BillingCity',
        'BillingState',
        'BillingPostalCode',
        'BillingCountry',
        'Description'
    ],
    Opportunity: [
        'OwnerId',
        'Name',
        'AccountId',
        'Type',
        'StageName',
        'Amount',
        'CloseDate',
        'Probability',
        'NextStep',
        'LeadSource',
        'CampaignId',
        'Description'
    ],
    Campaign: [
        'OwnerId',
        'Name',
        'IsActive',
        'Type',
        'Status',
        'StartDate',
        'EndDate',
        'ParentId',
        'ExpectedRevenue',
        'BudgetedCost',
        'ActualCost',
        'Description'
    ]
};

/** The key fields of an object, as its compact layout has them, without its name. */
export function keyFieldsOf(info: ObjectInfo): readonly string[] {
    const chosen = KEY_FIELDS[info.apiName];
    if (chosen) return chosen;
    const telling = Object.values(info.fields)
        .filter((field) => field.custom && ['Reference', 'Picklist', 'DateTime', 'Date'].includes(field.dataType))
        .map((field) => field.apiName);
    return [...telling.slice(0, MOST - 1), 'OwnerId'];
}

/** The whole layout of an object: the standard fields, every custom field, the system's fields. */
export function layoutOf(info: ObjectInfo): readonly LayoutSection[] {
    const names = Object.keys(info.fields).filter((name) => !NEVER.has(name));
    return [
        {
            title: 'Information',
            names: LAYOUTS[info.apiName] ?? names.filter((name) => !info.fields[name]?.custom)
        },
        { title: 'Additional Information', names: names.filter((name) => info.fields[name]?.custom) },
        { title: 'System Information', names: SYSTEM }
    ];
}
