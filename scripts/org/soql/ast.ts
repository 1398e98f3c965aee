/** Syntax tree of one SOQL query. Names are as written; nothing is resolved against the schema yet. */

/** A bind variable: `:accountIds`, `:request.getIds()[0]`, `:new Set<Id>{ a, b }`. */
export interface SoqlBind {
    /** Apex expression after the colon, as written. */
    readonly source: string;
    /** Offset of the expression's first character in the query text. */
    readonly offset: number;
    /** Position among the binds of the whole query text. */
    readonly index: number;
}

export type SoqlLiteral =
    | { readonly kind: 'string'; readonly value: string; /** `\_` and `\%` still escaped. */ readonly pattern: string }
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
    | { readonly kind: 'date'; readonly text: string }
    | { readonly kind: 'datetime'; readonly text: string }
    | { readonly kind: 'time'; readonly text: string }
    | { readonly kind: 'dateLiteral'; /** Upper case. */ readonly name: string; readonly n: number | null }
    | { readonly kind: 'bind'; readonly bind: SoqlBind };

export interface FieldReference {
    readonly kind: 'field';
    /** `['Account', 'Owner', 'Name']`; a leading alias of the FROM object is still there. */
    readonly path: readonly string[];
    readonly offset: number;
}

/** Date functions, toLabel, format, convertCurrency, GROUPING, DISTANCE, and the aggregates. */
export interface FunctionCall {
    readonly kind: 'function';
    /** Upper case, e.g. `CALENDAR_YEAR`, `TOLABEL`, `COUNT`. */
    readonly name: string;
    readonly args: readonly (SoqlExpression | SoqlLiteral)[];
    readonly offset: number;
}

export type SoqlExpression = FieldReference | FunctionCall;

export interface SelectedExpression {
    readonly kind: 'expression';
    readonly expression: SoqlExpression;
    readonly alias: string | null;
}

export interface SelectedSubquery {
    readonly kind: 'subquery';
    readonly query: SoqlQuery;
    readonly offset: number;
}

export interface SelectedTypeof {
    readonly kind: 'typeof';
    readonly path: readonly string[];
    readonly branches: readonly { readonly type: string; readonly fields: readonly FieldReference[] }[];
    readonly otherwise: readonly FieldReference[];
    readonly offset: number;
}

export interface SelectedFieldSet {
    readonly kind: 'fields';
    readonly which: 'ALL' | 'STANDARD' | 'CUSTOM';
    readonly offset: number;
}

export type SelectItem = SelectedExpression | SelectedSubquery | SelectedTypeof | SelectedFieldSet;

export type ComparisonOperator =
    '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type ComparisonValue =
    | SoqlLiteral
    | { readonly kind: 'list'; readonly items: readonly SoqlLiteral[] }
    | { readonly kind: 'query'; readonly query: SoqlQuery };

export type SoqlCondition =
    | { readonly kind: 'and' | 'or'; readonly operands: readonly SoqlCondition[] }
    | { readonly kind: 'not'; readonly operand: SoqlCondition }
    | {
          readonly kind: 'comparison';
          readonly left: SoqlExpression;
          readonly operator: ComparisonOperator;
          readonly right: ComparisonValue;
          readonly offset: number;
      };

export interface OrderItem {
    readonly expression: SoqlExpression;
    readonly direction: 'ASC' | 'DESC';
    /** Null when not written: nulls come first, whichever the direction. */
    readonly nulls: 'FIRST' | 'LAST' | null;
}

export interface GroupBy {
    readonly kind: 'plain' | 'ROLLUP' | 'CUBE';
    readonly expressions: readonly SoqlExpression[];
}

export interface SoqlQuery {
    readonly select: readonly SelectItem[];
    /** `SELECT COUNT()`: the result is one Integer. */
    readonly isCount: boolean;
    /** Any aggregate function or GROUP BY: rows are AggregateResult. Never true together with `isCount`. */
    readonly isAggregate: boolean;
    readonly from: { readonly object: string; readonly alias: string | null; readonly offset: number };
    /** `USING SCOPE mine`, lower case. */
    readonly scope: string | null;
    readonly where: SoqlCondition | null;
    readonly with: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
    readonly groupBy: GroupBy | null;
    readonly having: SoqlCondition | null;
    readonly orderBy: readonly OrderItem[];
    readonly limit: number | SoqlBind | null;
    readonly offset: number | SoqlBind | null;
    readonly forUpdate: boolean;
    readonly forView: boolean;
    readonly forReference: boolean;
    readonly allRows: boolean;
    /** Binds of the whole text in order, those of nested queries included; empty on nested queries. */
    readonly binds: readonly SoqlBind[];
    /** Platform features that were understood and cannot run, e.g. `SOQL WITH DATA CATEGORY`. */
    readonly unsupported: readonly string[];
}

/** Date functions that yield a number. */
export const dateFunctions = [
    'CALENDAR_YEAR',
    'CALENDAR_QUARTER',
    'CALENDAR_MONTH',
    'DAY_IN_MONTH',
    'DAY_IN_WEEK',
    'DAY_IN_YEAR',
    'WEEK_IN_MONTH',
    'WEEK_IN_YEAR',
    'HOUR_IN_DAY',
    'FISCAL_YEAR',
    'FISCAL_QUARTER',
    'FISCAL_MONTH'
] as const;

export type DateFunction = (typeof dateFunctions)[number];

/** True for date functions with a number as result. */
export function isDateFunction(name: string): name is DateFunction {
    return (dateFunctions as readonly string[]).includes(name);
}

/** True for the five aggregate functions, given in upper case. */
export function isAggregateFunction(name: string): boolean {
    return ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'].includes(name);
}
