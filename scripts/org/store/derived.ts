/** Standard fields that follow from others of the same record: the database computes them (generated columns). */
import type { FieldDef, ObjectDef } from '../schema/model.ts';

const PERSON_NAME = `CASE WHEN FirstName IS NULL THEN LastName WHEN LastName IS NULL THEN FirstName ELSE FirstName || ' ' || LastName END`;

function text(value: string): string {
    return `'${value.replace(/'/g, "''")}'`;
}

/** 1 for the picklist values that carry a flag, else 0. */
function flagged(object: ObjectDef, fieldName: string, flag: string): string {
    const values = (object.fields.get(fieldName.toLowerCase())?.picklistValues ?? []).filter(
        (each) => each.flags?.[flag] === true
    );
    if (values.length === 0) return '0';
    return `coalesce("${fieldName}" IN (${values.map((each) => text(each.value)).join(', ')}), 0)`;
}

/** Value of a picklist flag as text. */
function flagValue(object: ObjectDef, fieldName: string, flag: string, show: (value: string) => string): string {
    const values = object.fields.get(fieldName.toLowerCase())?.picklistValues ?? [];
    const cases = values
        .filter((each) => each.flags?.[flag] !== undefined)
        .map((each) => `WHEN ${text(each.value)} THEN ${text(show(String(each.flags?.[flag])))}`);
    return cases.length === 0 ? 'NULL' : `CASE "${fieldName}" ${cases.join(' ')} END`;
}

const FORECAST_NAMES: Readonly<Record<string, string>> = {
    BestCase: 'Best Case',
    MostLikely: 'Most Likely',
    Forecast: 'Commit'
};
const CLOSE = `strftime('%s', '1970-01-01', "CloseDate" || ' days')`;

type Rule = (object: ObjectDef) => string;

const RULES: Readonly<Record<string, Rule>> = {
    'Contact.Name': () => PERSON_NAME,
    'Lead.Name': () => PERSON_NAME,
    'User.Name': () => PERSON_NAME,
    'Individual.Name': () => PERSON_NAME,
    'Opportunity.IsClosed': (object) => flagged(object, 'StageName', 'closed'),
    'Opportunity.IsWon': (object) => flagged(object, 'StageName', 'won'),
    'Opportunity.ForecastCategory': (object) => flagValue(object, 'StageName', 'forecastCategory', (value) => value),
    'Opportunity.ForecastCategoryName': (object) =>
        flagValue(object, 'StageName', 'forecastCategory', (value) => FORECAST_NAMES[value] ?? value),
    'Opportunity.ExpectedRevenue': () => `round("Amount" * "Probability" / 100.0, 2)`,
    'Opportunity.FiscalYear': () => `CAST(strftime('%Y', ${CLOSE}, 'unixepoch') AS INTEGER)`,
    'Opportunity.FiscalQuarter': () => `(CAST(strftime('%m', ${CLOSE}, 'unixepoch') AS INTEGER) + 2) / 3`,
    'Opportunity.Fiscal': () =>
        `strftime('%Y', ${CLOSE}, 'unixepoch') || ' ' || ((CAST(strftime('%m', ${CLOSE}, 'unixepoch') AS INTEGER) + 2) / 3)`,
    'Task.IsClosed': (object) => flagged(object, 'Status', 'closed'),
    'Task.IsHighPriority': (object) => flagged(object, 'Priority', 'highPriority'),
    'Case.IsClosed': (object) => flagged(object, 'Status', 'closed'),
    'CampaignMember.LeadOrContactId': () => `coalesce("ContactId", "LeadId")`
};

/** SQL of a derived field over columns of its table; null for fields that are stored. */
export function derivedExpression(object: ObjectDef, field: FieldDef): string | null {
    return RULES[`${object.name}.${field.name}`]?.(object) ?? null;
}
