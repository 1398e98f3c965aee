/** Fields and functions of a query as SQL with a type. */
import { Unsupported } from '../values/exceptions.ts';
import { isAggregateFunction, isDateFunction } from './ast.ts';
import { queryException } from './errors.ts';
import { fiscalYearStart } from './filterValues.ts';
import { comparable } from './scope.ts';
import type { FunctionCall, SoqlExpression, SoqlLiteral } from './ast.ts';
import type { Comparable } from './filterValues.ts';
import type { Column, Place, Scope } from './scope.ts';
import type { FieldDef } from '../schema/model.ts';

export interface SqlExpression extends Comparable {
    readonly sql: string;
    /** Column behind a plain field or toLabel. */
    readonly column?: Column & { relationships: readonly string[]; place: Place };
    readonly isAggregate: boolean;
    /** Text that toLabel or format made of another type. */
    readonly isText?: boolean;
}

function sqlText(text: string): string {
    return `'${text.replace(/'/g, "''")}'`;
}

function fieldArgument(call: FunctionCall): SoqlExpression {
    const argument: SoqlExpression | SoqlLiteral | undefined = call.args[0];
    if (call.args.length !== 1 || !argument || (argument.kind !== 'field' && argument.kind !== 'function')) {
        throw queryException(`${call.name} takes one field`);
    }
    return argument;
}

function labelSql(sql: string, field: FieldDef): string {
    const cases = (field.picklistValues ?? [])
        .filter((each) => each.label !== each.value)
        .map((each) => `WHEN ${sqlText(each.value)} THEN ${sqlText(each.label)}`);
    return cases.length === 0 ? sql : comparable(`CASE ${sql} ${cases.join(' ')} ELSE ${sql} END`, field);
}

/** Milliseconds of a date or datetime expression, in the user's zone when convertTimezone asks for it. */
function instantSql(scope: Scope, argument: SoqlExpression, isSelected: boolean): string {
    if (argument.kind === 'function' && argument.name === 'CONVERTTIMEZONE') {
        const inner = compileExpression(scope, fieldArgument(argument), isSelected);
        return `soql_local(${inner.sql}, ${sqlText(scope.tx.user.timeZone)})`;
    }
    const inner = compileExpression(scope, argument, isSelected);
    if (inner.type === 'date') return `${inner.sql} * 86400000`;
    if (inner.type !== 'datetime') throw queryException(`field '${inner.name}' is no date or dateTime field`);
    return inner.sql;
}

function aggregate(scope: Scope, call: FunctionCall, isSelected: boolean): SqlExpression {
    const inner = compileExpression(scope, fieldArgument(call), isSelected);
    const name = inner.name;
    switch (call.name) {
        case 'COUNT':
            return { name, type: 'integer', sql: `COUNT(${inner.sql})`, isAggregate: true };
        case 'COUNT_DISTINCT':
            return { name, type: 'integer', sql: `COUNT(DISTINCT ${inner.sql})`, isAggregate: true };
        case 'MIN':
        case 'MAX':
            return { ...inner, sql: `${call.name}(${inner.sql})`, isAggregate: true };
    }
    if (!['integer', 'long', 'double', 'currency', 'percent'].includes(inner.type)) {
        throw queryException(`field ${name} does not support aggregate operator ${call.name}`);
    }
    if (call.name === 'SUM') return { ...inner, sql: `SUM(${inner.sql})`, isAggregate: true };
    return { name, type: 'double', sql: `AVG(${inner.sql})`, isAggregate: true };
}

/**
 * SQL of a field, a date function, toLabel, convertCurrency or an aggregate.
 * Throws QueryException for unknown names, Unsupported for functions that the local org does not have.
 */
export function compileExpression(scope: Scope, expression: SoqlExpression, isSelected: boolean): SqlExpression {
    if (expression.kind === 'field') {
        const column = scope.column(expression.path, isSelected);
        const { field } = column;
        const object = column.place.object.name;
        return { name: field.name, type: field.type, field, object, sql: column.sql, column, isAggregate: false };
    }
    if (isAggregateFunction(expression.name)) return aggregate(scope, expression, isSelected);
    if (isDateFunction(expression.name)) {
        const start = expression.name.startsWith('FISCAL') ? fiscalYearStart(scope.tx) : 1;
        const instant = instantSql(scope, fieldArgument(expression), isSelected);
        const sql = `soql_part('${expression.name}', ${instant}, ${start})`;
        return { name: expression.name, type: 'integer', sql, isAggregate: false };
    }
    switch (expression.name) {
        case 'DAY_ONLY': {
            const instant = instantSql(scope, fieldArgument(expression), isSelected);
            return { name: expression.name, type: 'date', sql: `soql_day(${instant})`, isAggregate: false };
        }
        case 'TOLABEL': {
            const inner = compileExpression(scope, fieldArgument(expression), isSelected);
            if (!inner.field) throw queryException('toLabel takes a field');
            return { ...inner, sql: labelSql(inner.sql, inner.field), isText: true };
        }
        case 'CONVERTCURRENCY':
            // There is one currency
            return compileExpression(scope, fieldArgument(expression), isSelected);
    }
    throw new Unsupported(`SOQL function ${expression.name}()`);
}
