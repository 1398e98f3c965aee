/** Columns of a list whose metadata names none: the name, then what tells records apart. */
import type { ObjectInfo } from 'host/objectInfo';

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
    Lead: ['Name', 'Company', 'Status', 'Email', 'OwnerId', 'CreatedDate'],
    Contact: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'OwnerId'],
    Account: ['Name', 'Type', 'Industry', 'Phone', 'OwnerId'],
    Opportunity: ['Name', 'AccountId', 'StageName', 'CloseDate', 'Amount', 'OwnerId'],
    Campaign: ['Name', 'Type', 'Status', 'StartDate', 'EndDate', 'OwnerId'],
    Task: ['Subject', 'ActivityDate', 'Status', 'OwnerId']
};
const TELLING = new Set(['Picklist', 'Reference', 'Date', 'DateTime', 'Boolean', 'String', 'Double', 'Currency']);
const MOST = 7;

export function listColumns(info: ObjectInfo): string[] {
    const known = COLUMNS[info.apiName];
    if (known) return known.filter((name) => name in info.fields);
    const name = info.nameFields.find((field) => field === 'Name') ?? info.nameFields[0] ?? 'Id';
    const custom = Object.values(info.fields)
        .filter((field) => field.custom && TELLING.has(field.dataType))
        .map((field) => field.apiName);
    return [...new Set([name, ...custom.slice(0, MOST - 2), 'CreatedDate'])].filter((field) => field in info.fields);
}
