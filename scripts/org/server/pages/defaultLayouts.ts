/** What a record shows where no layout of the source says so: the platform's own defaults. */
import type { ObjectDef } from '../../schema/model.ts';
import type { LayoutField, PageLayout } from './layoutModel.ts';

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
export function defaultKeyFields(def: ObjectDef): readonly string[] {
    const chosen = KEY_FIELDS[def.name];
    if (chosen) return chosen;
    const telling = [...def.fields.values()]
        .filter((field) => field.isCustom && ['reference', 'picklist', 'datetime', 'date'].includes(field.type))
        .map((field) => field.name);
    return [...telling.slice(0, MOST - 1), 'OwnerId'];
}

/** The whole layout of an object: the standard fields, every custom field, the system's fields. */
export function defaultLayout(def: ObjectDef): PageLayout {
    const fields = [...def.fields.values()].filter((field) => !NEVER.has(field.name));
    const own = LAYOUTS[def.name] ?? fields.filter((field) => !field.isCustom).map((field) => field.name);
    const custom = fields.filter((field) => field.isCustom).map((field) => field.name);
    return {
        name: '',
        objectApiName: def.name,
        sections: [
            section('Information', own, 'Edit'),
            section('Additional Information', custom, 'Edit'),
            section('System Information', SYSTEM, 'Readonly')
        ],
        relatedLists: [],
        actions: null,
        excludedButtons: []
    };
}

/** Two columns, filled row by row. */
function section(
    heading: string,
    names: readonly string[],
    behavior: LayoutField['behavior']
): PageLayout['sections'][number] {
    const fields = names.map((name) => ({ name, behavior }));
    const column = (side: number): LayoutField[] => fields.filter((_field, index) => index % 2 === side);
    return { heading, headingShows: { View: true, Edit: behavior !== 'Readonly' }, columns: [column(0), column(1)] };
}
