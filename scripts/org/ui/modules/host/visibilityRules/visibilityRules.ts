/** How a visibility rule is decided, in the browser and on the server: nothing but the rule and what it reads. */
import type { VisibilityRule } from '../pageTypes/pageTypes.ts';
import { plainText } from '../plainText/plainText.ts';

export interface VisibilityRecord {
    readonly fields: Readonly<Record<string, { readonly value: unknown } | undefined>>;
}

/** What rules read. */
export interface VisibilityFacts {
    readonly record?: VisibilityRecord | undefined;
    readonly user?: VisibilityRecord | undefined;
    /** Values by name, e.g. `$User.Profile.Name`, `$Client.FormFactor`. */
    readonly known: Readonly<Record<string, unknown>>;
    readonly hasPermission: (name: string) => boolean;
}

export const RECORD_FIELD = /^\{!\$?Record\.([\w.]+)\}$/;
export const USER_FIELD = /^\{!\$User\.([\w.]+)\}$/;

/**
 * A rule that reads the record hides its component until the record is there, as on the platform.
 * @throws Error for an expression or operator that the local org does not know
 */
export function isVisibleWith(rule: VisibilityRule, facts: VisibilityFacts): boolean {
    const { record, user, known } = facts;
    const results = rule.criteria.map(({ left, operator, right }) => {
        const ofRecord = RECORD_FIELD.exec(left)?.[1];
        if (ofRecord !== undefined) return record && compare(fieldValue(record, ofRecord), operator, right);
        const ofUser = USER_FIELD.exec(left)?.[1];
        if (ofUser !== undefined && !(`$User.${ofUser}` in known))
            return user && compare(fieldValue(user, ofUser), operator, right);
        return compare(globalValue(left, facts), operator, right);
    });
    if (results.includes(undefined)) return false;
    if (rule.booleanFilter === undefined) return results.every(Boolean);
    return evaluate(rule.booleanFilter, results as boolean[]);
}

function fieldValue(record: VisibilityRecord | undefined, path: string): unknown {
    let holder: unknown = record;
    for (const name of path.split('.')) {
        holder = (holder as VisibilityRecord | null | undefined)?.fields?.[name]?.value;
    }
    return holder ?? null;
}

function globalValue(expression: string, { known, hasPermission }: VisibilityFacts): unknown {
    const name = /^\{!(.+)\}$/.exec(expression)?.[1] ?? expression;
    const permission = /^\$Permission\.(?:CustomPermission|StandardPermission)\.(\w+)$/.exec(name)?.[1];
    if (permission) return hasPermission(permission);
    if (!(name in known)) throw new Error(`The local org does not know ${expression} in a visibility rule.`);
    return known[name];
}

function compare(value: unknown, operator: string, right: string): boolean {
    const text = plainText(value);
    switch (operator) {
        case 'EQUAL':
            return text.toLowerCase() === right.toLowerCase();
        case 'NE':
        case 'NOT_EQUAL':
            return text.toLowerCase() !== right.toLowerCase();
        case 'CONTAINS':
            return text.toLowerCase().includes(right.toLowerCase());
        case 'GT':
            return order(value, right) > 0;
        case 'GE':
            return order(value, right) >= 0;
        case 'LT':
            return order(value, right) < 0;
        case 'LE':
            return order(value, right) <= 0;
        default:
            throw new Error(`The local org does not know the operator ${operator} in a visibility rule.`);
    }
}

/** NaN (never true in a comparison) when there is no value. */
function order(value: unknown, right: string): number {
    if (value === null || value === undefined || value === '') return NaN;
    const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value);
    return isDate ? Date.parse(value) - Date.parse(right) : Number(value) - Number(right);
}

/** `1 AND (2 OR NOT 3)` over the criteria's results. */
function evaluate(filter: string, results: readonly boolean[]): boolean {
    const tokens = filter.match(/\d+|AND|OR|NOT|\(|\)/gi) ?? [];
    let at = 0;
    const either = (): boolean => {
        let value = both();
        while (tokens[at]?.toUpperCase() === 'OR') {
            at++;
            value = both() || value;
        }
        return value;
    };
    const both = (): boolean => {
        let value = single();
        while (tokens[at]?.toUpperCase() === 'AND') {
            at++;
            value = single() && value;
        }
        return value;
    };
    const single = (): boolean => {
        const token = tokens[at++] ?? '';
        if (token.toUpperCase() === 'NOT') return !single();
        if (token !== '(') return results[Number(token) - 1] ?? false;
        const value = either();
        at++;
        return value;
    };
    return either();
}
