import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { pathsOf, shownField } from 'host/objectInfo';
import type { ObjectInfo, RecordValue, ShownField } from 'host/objectInfo';

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

/** Stand-in of `force:detailPanel`: what the user may read of the standard layout and every custom field. */
export default class DetailPanel extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    @api flexipageRegionWidth = 'LARGE';

    errorText = '';
    private info: ObjectInfo | undefined;
    private record: RecordValue | undefined;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredInfo({ data, error }: { data?: ObjectInfo; error?: { body: { message: string } } }): void {
        if (data) this.info = data;
        if (error) this.errorText = error.body.message;
    }

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$paths' })
    wiredRecord({ data, error }: { data?: RecordValue; error?: { body: { message: string } } }): void {
        if (data) this.record = data;
        this.errorText = error ? error.body.message : '';
    }

    /** Two columns where there is room for two. */
    get fieldClass(): string {
        const columns = this.flexipageRegionWidth === 'SMALL' ? '' : ' slds-medium-size_1-of-2';
        return `slds-col slds-size_1-of-1${columns} slds-p-horizontal_small slds-form-element slds-form-element_readonly`;
    }

    get paths(): string[] | undefined {
        const { info } = this;
        if (!info) return undefined;
        return Object.keys(info.fields).flatMap((name) => pathsOf(info, name));
    }

    get sections(): { title: string; fields: ShownField[] }[] {
        const { info, record } = this;
        if (!info || !record) return [];
        const shown = (names: readonly string[]): ShownField[] =>
            names.flatMap((name) => shownField(info, record, name) ?? []);
        const names = Object.keys(info.fields).filter((name) => !NEVER.has(name));
        return [
            {
                title: 'Information',
                fields: shown(LAYOUTS[info.apiName] ?? names.filter((name) => !info.fields[name]?.custom))
            },
            { title: 'Additional Information', fields: shown(names.filter((name) => info.fields[name]?.custom)) },
            { title: 'System Information', fields: shown(SYSTEM) }
        ].filter((section) => section.fields.length > 0);
    }
}
