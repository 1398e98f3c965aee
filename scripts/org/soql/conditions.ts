/** WHERE and HAVING as SQL. SOQL knows no "unknown": a null is unequal to every value, and NOT turns false into true. */
import { SoqlSyntaxError } from './syntaxError.ts';
import { queryException } from './errors.ts';
import { compileExpression } from './expressions.ts';
import { bindValue, dateRange, elementsOf, listValues, literalValue, patternsOf } from './filterValues.ts';
import type { ComparisonOperator, ComparisonValue, SoqlCondition, SoqlLiteral, SoqlQuery } from './ast.ts';
import type { SqlExpression } from './expressions.ts';
import type { ValueContext } from './filterValues.ts';
import type { Scope } from './scope.ts';
import type { SqlValue } from '../store/codec.ts';

type Comparison = Extract<SoqlCondition, { kind: 'comparison' }>;

/** SQL text with its parameters in order. */
export interface SqlPart {
    readonly sql: string;
    readonly params: readonly SqlValue[];
}

export interface ConditionContext extends ValueContext {
    readonly scope: Scope;
    /** Compiles the query of a semi-join to a sub-select of one column. */
    subselect(query: SoqlQuery): SqlPart;
}

function joined(parts: readonly SqlPart[], operator: string): SqlPart {
    return {
        sql: `(${parts.map((part) => part.sql).join(` ${operator} `)})`,
        params: parts.flatMap((part) => part.params)
    };
}

/** Compiles a condition tree. Throws QueryException in the platform's words. */
export function compileCondition(context: ConditionContext, condition: SoqlCondition): SqlPart {
    switch (condition.kind) {
        case 'and':
            return joined(
                condition.operands.map((each) => compileCondition(context, each)),
                'AND'
            );
        case 'or':
            return joined(
                condition.operands.map((each) => compileCondition(context, each)),
                'OR'
            );
        case 'not': {
            const inner = compileCondition(context, condition.operand);
            return { sql: `NOT coalesce(${inner.sql}, 0)`, params: inner.params };
        }
        case 'comparison':
            return comparison(context, condition);
    }
}

function comparison(context: ConditionContext, condition: Comparison): SqlPart {
    const compiled = compileExpression(context.scope, condition.left, false);
    if (compiled.field && !compiled.field.isFilterable && !compiled.isAggregate) {
        throw queryException(`field '${compiled.field.name}' can not be filtered in a query call`);
    }
    // A parent that is not there has its checkboxes off
    const isOuterFlag = compiled.type === 'boolean' && compiled.column?.isJoined === true;
    const left = isOuterFlag ? { ...compiled, sql: `coalesce(${compiled.sql}, 0)` } : compiled;
    const { operator, right } = condition;
    switch (operator) {
        case 'LIKE':
            return like(context, left, right);
        case 'IN':
        case 'NOT IN':
            return membership(context, left, right, operator === 'IN');
        case 'INCLUDES':
        case 'EXCLUDES':
            return multiselect(context, left, right, operator === 'INCLUDES');
        default:
            return plain(context, left, operator, right);
    }
}

function literalOf(right: ComparisonValue): SoqlLiteral {
    if (right.kind === 'list' || right.kind === 'query') throw new SoqlSyntaxError("unexpected token: '('", 0);
    return right;
}

function plain(
    context: ConditionContext,
    left: SqlExpression,
    operator: ComparisonOperator,
    right: ComparisonValue
): SqlPart {
    const literal = literalOf(right);
    if (literal.kind === 'dateLiteral') return dateComparison(context, left, operator, literal.name, literal.n);
    if (literal.kind === 'bind' && (operator === '=' || operator === '!=')) {
        // `= :list` means IN
        const value = bindValue(context, literal.bind);
        const elements = elementsOf(value);
        if (elements.length !== 1 || elements[0] !== value) return membership(context, left, right, operator === '=');
    }
    const value = literalValue(context, left, literal);
    if (value === null) {
        if (operator === '=') return { sql: `${left.sql} IS NULL`, params: [] };
        if (operator === '!=') return { sql: `${left.sql} IS NOT NULL`, params: [] };
        return { sql: '0', params: [] };
    }
    if (operator === '!=') return { sql: `(${left.sql} IS NULL OR ${left.sql} <> ?)`, params: [value] };
    return { sql: `${left.sql} ${operator} ?`, params: [value] };
}

function dateComparison(
    context: ConditionContext,
    left: SqlExpression,
    operator: ComparisonOperator,
    name: string,
    n: number | null
): SqlPart {
    const { from, to } = dateRange(context, left, name, n);
    const { sql } = left;
    switch (operator) {
        case '=':
            return { sql: `(${sql} >= ? AND ${sql} < ?)`, params: [from, to] };
        case '!=':
            return { sql: `(${sql} IS NULL OR ${sql} < ? OR ${sql} >= ?)`, params: [from, to] };
        case '<':
            return { sql: `${sql} < ?`, params: [from] };
        case '<=':
            return { sql: `${sql} < ?`, params: [to] };
        case '>':
            return { sql: `${sql} >= ?`, params: [to] };
        default:
            return { sql: `${sql} >= ?`, params: [from] };
    }
}

function like(context: ConditionContext, left: SqlExpression, right: ComparisonValue): SqlPart {
    if (
        left.field &&
        ['id', 'reference', 'boolean', 'date', 'datetime', 'integer', 'double', 'currency', 'percent'].includes(
            left.type
        )
    ) {
        throw queryException(`invalid operator on ${left.type} field`);
    }
    const patterns = patternsOf(context, literalOf(right));
    const parts = patterns.map((pattern): SqlPart =>
        pattern === null || pattern === ''
            ? { sql: `${left.sql} IS NULL`, params: [] }
            : { sql: `${left.sql} LIKE ? ESCAPE '\\'`, params: [pattern] }
    );
    return parts.length === 0 ? { sql: '0', params: [] } : joined(parts, 'OR');
}

function membership(context: ConditionContext, left: SqlExpression, right: ComparisonValue, isIn: boolean): SqlPart {
    const { sql } = left;
    if (right.kind === 'query') {
        const inner = context.subselect(right.query);
        if (isIn) return { sql: `${sql} IN (${inner.sql})`, params: inner.params };
        return { sql: `(${sql} IS NULL OR ${sql} NOT IN (${inner.sql}))`, params: inner.params };
    }
    const items = right.kind === 'list' ? right.items : [right];
    const ranges = items.filter((item) => item.kind === 'dateLiteral');
    const values = listValues(
        context,
        left,
        items.filter((item) => item.kind !== 'dateLiteral')
    );
    const known = values.filter((value) => value !== null);
    const hasNull = known.length < values.length;
    const parts: SqlPart[] = [{ sql: `${sql} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(known)] }];
    if (hasNull) parts.push({ sql: `${sql} IS NULL`, params: [] });
    for (const range of ranges) parts.push(dateComparison(context, left, '=', range.name, range.n));
    const inside = parts.length === 1 ? (parts[0] as SqlPart) : joined(parts, 'OR');
    return isIn ? inside : { sql: `NOT coalesce(${inside.sql}, 0)`, params: inside.params };
}

function multiselect(
    context: ConditionContext,
    left: SqlExpression,
    right: ComparisonValue,
    includes: boolean
): SqlPart {
    if (left.type !== 'multipicklist') {
        throw queryException(`includes/excludes operator is only valid for multipicklist field, not '${left.name}'`);
    }
    const items = right.kind === 'list' ? right.items : [literalOf(right)];
    const wanted = listValues(context, left, items).map((value) => String(value ?? ''));
    const parts = wanted.map((combination) => {
        const each = combination
            .split(';')
            .filter((value) => value !== '')
            .map((value): SqlPart => ({
                sql: `instr(';' || lower(${left.sql}) || ';', ?) > 0`,
                params: [`;${value.toLowerCase()};`]
            }));
        return each.length === 0 ? { sql: `${left.sql} IS NULL`, params: [] } : joined(each, 'AND');
    });
    const inside = parts.length === 0 ? { sql: '0', params: [] } : joined(parts, 'OR');
    return includes ? inside : { sql: `NOT coalesce(${inside.sql}, 0)`, params: inside.params };
}
