/** Lead conversion: account, contact, opportunity, then the lead, one lead after the other. */
import type { ObjectDef } from '../schema/model.ts';
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { rowsWhere } from '../store/select.ts';
import { ApexException, LimitException, dmlException } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { ApexDate } from '../values/temporal.ts';
import { localParts } from '../values/zones.ts';
import { operationFailed } from './failure.ts';
import { countDml, internalOptions, saveRecords, undoOnThrow } from './lists.ts';
import { rowsByField, storedRow } from './storage.ts';
import type { DmlOptions, RowError } from './types.ts';

/** One `Database.LeadConvert`. */
export interface LeadConversion {
    readonly leadId: string | null;
    readonly convertedStatus: string | null;
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId: string | null;
    readonly opportunityName: string | null;
    readonly ownerId: string | null;
    readonly doNotCreateOpportunity: boolean;
    readonly overwriteLeadSource: boolean;
}

export interface LeadConversionResult {
    readonly leadId: string | null;
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId: string | null;
    readonly success: boolean;
    readonly errors: readonly RowError[];
}

const mostLeads = 100;

/**
 * Converts leads. Triggers of each object fire once per lead; the lead's update comes last.
 * Custom children of the lead stay where they are.
 * Throws DmlException (all-or-none), LimitException for more than 100 leads.
 */
export function convertLeads(
    tx: Transaction,
    requests: readonly LeadConversion[],
    options: DmlOptions
): LeadConversionResult[] {
    countDml(tx, requests.length, options);
    if (requests.length > mostLeads) {
        throw new LimitException(`Database.convertLead: at most ${mostLeads} leads can be converted at once`);
    }
    const convertAll = (): LeadConversionResult[] =>
        requests.map((request, index) => convertOne(tx, request, index, options));
    return options.allOrNone ? undoOnThrow(tx, convertAll) : convertAll();
}

function convertOne(
    tx: Transaction,
    request: LeadConversion,
    index: number,
    options: DmlOptions
): LeadConversionResult {
    try {
        const problem = problemOf(tx, request);
        if (problem !== null) {
            throw operationFailed('ConvertLead', [{ index, id: request.leadId, errors: [problem] }]);
        }
        return undoOnThrow(tx, () => execute(tx, request, options));
    } catch (problem) {
        if (!(problem instanceof ApexException) || problem.dmlErrors.length === 0) {
            throw problem;
        }
        const errors = problem.dmlErrors.map(({ message, statusCode, fields }) => ({ message, statusCode, fields }));
        if (options.allOrNone) {
            throw operationFailed('ConvertLead', [{ index, id: request.leadId, errors }]);
        }
        return {
            leadId: request.leadId,
            accountId: null,
            contactId: null,
            opportunityId: null,
            success: false,
            errors
        };
    }
}

function problemOf(tx: Transaction, request: LeadConversion): RowError | null {
    const error = (statusCode: string, message: string, fields: readonly string[] = []): RowError => ({
        statusCode,
        message,
        fields
    });
    const leadDef = object(tx, 'Lead');
    const lead = request.leadId === null ? null : storedRow(tx, leadDef, request.leadId);
    if (lead === null) {
        return error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
    if (lead.fields.get('IsConverted') === true) {
        return error('CANNOT_UPDATE_CONVERTED_LEAD', 'lead is already converted');
    }
    if (request.convertedStatus === null || !isConvertedStatus(tx, request.convertedStatus)) {
        return error('INVALID_STATUS', `invalid convertedStatus: ${request.convertedStatus ?? ''}`, [
            'ConvertedStatus'
        ]);
    }
    const owner = request.ownerId ?? String(lead.fields.get('OwnerId') ?? '');
    if (!owner.startsWith('005')) {
        const message =
            'Converted objects can only be owned by users.  If the lead is not owned by a user, you must specify a user for the Owner field.';
        return error('INVALID_CROSS_REFERENCE_KEY', message, ['OwnerId']);
    }
    if (request.contactId !== null && request.accountId === null) {
        return error('REQUIRED_FIELD_MISSING', 'If you specify a contact, you must specify its account', ['AccountId']);
    }
    return null;
}

function isConvertedStatus(tx: Transaction, status: string): boolean {
    const statuses = object(tx, 'Lead').fields.get('status')?.picklistValues ?? [];
    return statuses.some((each) => each.value === status && each.flags?.['converted'] === true);
}

function execute(tx: Transaction, request: LeadConversion, options: DmlOptions): LeadConversionResult {
    const lead = storedRow(tx, object(tx, 'Lead'), request.leadId!)!;
    const ownerId = request.ownerId ?? lead.fields.get('OwnerId');
    const save: DmlOptions = { ...internalOptions, access: options.access };
    const accountId = request.accountId ?? create(tx, 'Account', accountValues(lead, ownerId), save);
    const contactId =
        request.contactId === null
            ? create(tx, 'Contact', contactValues(lead, ownerId, accountId), save)
            : joinContact(tx, lead, request, accountId, save);
    const opportunityId = opportunityOf(tx, request, lead, ownerId, accountId, contactId, save);
    moveActivities(tx, lead.id!, contactId, opportunityId ?? accountId);
    moveCampaignMembers(tx, lead.id!, contactId);
    const change = new SObject(lead.def);
    for (const [name, value] of Object.entries({
        Id: lead.id,
        Status: request.convertedStatus,
        IsConverted: true,
        ConvertedDate: today(tx),
        ConvertedAccountId: accountId,
        ConvertedContactId: contactId,
        ConvertedOpportunityId: opportunityId,
        OwnerId: ownerId
    })) {
        change.load(name, value);
    }
    saveRecords(tx, 'update', 'ConvertLead', [change], save);
    return { leadId: lead.id, accountId, contactId, opportunityId, success: true, errors: [] };
}

function object(tx: Transaction, name: string): ObjectDef {
    const def = tx.schema.object(name);
    if (def === undefined) {
        throw new Error(`Lead conversion needs the object ${name}`);
    }
    return def;
}

function create(tx: Transaction, name: string, values: Readonly<Record<string, Value>>, options: DmlOptions): string {
    const record = new SObject(object(tx, name));
    for (const [field, value] of Object.entries(values)) {
        if (value !== null && value !== undefined && record.def.fields.has(field.toLowerCase())) {
            record.load(field, value);
        }
    }
    const [result] = saveRecords(tx, 'insert', 'ConvertLead', [record], options);
    if (result === undefined || result.id === null) {
        throw dmlException('ConvertLead failed', []);
    }
    return result.id;
}

const addressParts = ['Street', 'City', 'State', 'PostalCode', 'Country'];

function address(lead: SObject, prefix: string): Record<string, Value> {
    return Object.fromEntries(addressParts.map((part) => [`${prefix}${part}`, lead.fields.get(part) ?? null]));
}

function accountValues(lead: SObject, ownerId: Value): Record<string, Value> {
    const value = (name: string): Value => lead.fields.get(name) ?? null;
    return {
        Name: value('Company'),
        OwnerId: ownerId,
        Phone: value('Phone'),
        Fax: value('Fax'),
        Website: value('Website'),
        Industry: value('Industry'),
        Rating: value('Rating'),
        AnnualRevenue: value('AnnualRevenue'),
        NumberOfEmployees: value('NumberOfEmployees'),
        AccountSource: value('LeadSource'),
        ...address(lead, 'Billing')
    };
}

function contactValues(lead: SObject, ownerId: Value, accountId: string): Record<string, Value> {
    const same = [
        'Salutation',
        'FirstName',
        'LastName',
        'Title',
        'Email',
        'Phone',
        'MobilePhone',
        'Fax',
        'LeadSource',
        'Description',
        'HasOptedOutOfEmail',
        'HasOptedOutOfFax',
        'DoNotCall',
        'IndividualId'
    ];
    return {
        ...Object.fromEntries(same.map((name) => [name, lead.fields.get(name) ?? null])),
        OwnerId: ownerId,
        AccountId: accountId,
        ...address(lead, 'Mailing')
    };
}

// An existing contact keeps its values; only its lead source may be overwritten.
function joinContact(
    tx: Transaction,
    lead: SObject,
    request: LeadConversion,
    accountId: string,
    options: DmlOptions
): string {
    const contact = storedRow(tx, object(tx, 'Contact'), request.contactId!);
    const change = new SObject(object(tx, 'Contact'));
    change.load('Id', request.contactId);
    if (contact !== null && (contact.fields.get('AccountId') ?? null) === null) {
        change.load('AccountId', accountId);
    }
    if (request.overwriteLeadSource) {
        change.load('LeadSource', lead.fields.get('LeadSource') ?? null);
    }
    saveRecords(tx, 'update', 'ConvertLead', [change], options);
    return request.contactId!;
}

function opportunityOf(
    tx: Transaction,
    request: LeadConversion,
    lead: SObject,
    ownerId: Value,
    accountId: string,
    contactId: string,
    options: DmlOptions
): string | null {
    if (request.opportunityId !== null || request.doNotCreateOpportunity) {
        return request.opportunityId;
    }
    const id = create(
        tx,
        'Opportunity',
        {
            Name: request.opportunityName ?? `${String(lead.fields.get('Company') ?? '')}-`,
            OwnerId: ownerId,
            AccountId: accountId,
            StageName: firstOpenStage(tx),
            CloseDate: endOfQuarter(today(tx)),
            LeadSource: lead.fields.get('LeadSource') ?? null,
            CampaignId: newestCampaign(tx, lead.id!)
        },
        options
    );
    if (tx.schema.object('OpportunityContactRole') !== undefined) {
        create(tx, 'OpportunityContactRole', { OpportunityId: id, ContactId: contactId, IsPrimary: true }, options);
    }
    return id;
}

function firstOpenStage(tx: Transaction): string {
    const stages = tx.schema.object('OpportunityStage');
    const rows = stages === undefined ? [] : rowsWhere(tx.store, stages, { IsClosed: false });
    const sorted = rows.sort(
        (left, right) => Number(left.fields.get('SortOrder') ?? 0) - Number(right.fields.get('SortOrder') ?? 0)
    );
    const stage = sorted[0]?.fields.get('ApiName');
    return stage ?? object(tx, 'Opportunity').fields.get('stagename')?.picklistValues?.[0]?.value ?? 'Prospecting';
}

function newestCampaign(tx: Transaction, leadId: string): string | null {
    const def = tx.schema.object('CampaignMember');
    const field = def && tx.schema.field(def, 'LeadId');
    const rows = def && field ? rowsByField(tx, def, field, [leadId]) : [];
    return rows[rows.length - 1]?.fields.get('CampaignId') ?? null;
}

function today(tx: Transaction): ApexDate {
    const parts = localParts(tx.user.timeZone, tx.clock.now());
    return ApexDate.of(parts.year, parts.month, parts.day);
}

function endOfQuarter(date: ApexDate): ApexDate {
    const lastMonth = Math.ceil(date.month / 3) * 3;
    return ApexDate.of(date.year, lastMonth, 1).addMonths(1).addDays(-1);
}

// Moving activities and campaign members fires no triggers of theirs.
function moveActivities(tx: Transaction, leadId: string, contactId: string, whatId: string): void {
    for (const name of ['Task', 'Event']) {
        const def = tx.schema.object(name);
        const who = def && tx.schema.field(def, 'WhoId');
        for (const row of def && who ? rowsByField(tx, def, who, [leadId]) : []) {
            const what = row.fields.get('WhatId') ?? whatId;
            tx.store.updateRow(
                row.def,
                row.id!,
                new Map([
                    ['WhoId', contactId],
                    ['WhatId', what]
                ])
            );
        }
    }
}

function moveCampaignMembers(tx: Transaction, leadId: string, contactId: string): void {
    const def = tx.schema.object('CampaignMember');
    const field = def && tx.schema.field(def, 'LeadId');
    for (const row of def && field ? rowsByField(tx, def, field, [leadId]) : []) {
        tx.store.updateRow(
            row.def,
            row.id!,
            new Map([
                ['LeadId', null],
                ['ContactId', contactId]
            ])
        );
    }
}
