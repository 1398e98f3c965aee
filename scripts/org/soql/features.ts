/** Features of SOQL that are understood and cannot run here, found before anything runs. */
import { isAggregateFunction, isDateFunction, type SoqlCondition, type SoqlExpression, type SoqlQuery } from './ast.ts';

const OTHER_FUNCTIONS = new Set(['DAY_ONLY', 'TOLABEL', 'CONVERTCURRENCY', 'CONVERTTIMEZONE']);
const SCOPES = new Set(['mine', 'everything']);

/** Names of what a query, and the queries within it, use and the local org has not. */
export function missingFeatures(query: SoqlQuery): string[] {
    const missing = [...query.unsupported];
    if (query.groupBy && query.groupBy.kind !== 'plain') missing.push(`SOQL GROUP BY ${query.groupBy.kind}`);
    if (query.scope !== null && !SCOPES.has(query.scope)) missing.push(`SOQL USING SCOPE ${query.scope}`);
    for (const item of query.select) {
        if (item.kind === 'expression') missing.push(...inExpression(item.expression));
        if (item.kind === 'subquery') missing.push(...missingFeatures(item.query));
        if (item.kind === 'typeof') {
            const fields = [...item.branches.flatMap((branch) => branch.fields), ...item.otherwise];
            if (fields.some((field) => field.path.length > 1)) missing.push('SOQL TYPEOF with relationship paths');
        }
    }
    for (const expression of query.groupBy?.expressions ?? []) missing.push(...inExpression(expression));
    for (const condition of [query.where, query.having]) if (condition) missing.push(...inCondition(condition));
    for (const item of query.orderBy) missing.push(...inExpression(item.expression));
    return [...new Set(missing)];
}

function inCondition(condition: SoqlCondition): string[] {
    if (condition.kind === 'not') return inCondition(condition.operand);
    if (condition.kind !== 'comparison') return condition.operands.flatMap(inCondition);
    const nested = condition.right.kind === 'query' ? missingFeatures(condition.right.query) : [];
    return [...inExpression(condition.left), ...nested];
}

function inExpression(expression: SoqlExpression): string[] {
    if (expression.kind !== 'function') return [];
    const { name } = expression;
    const isKnown = isAggregateFunction(name) || isDateFunction(name) || OTHER_FUNCTIONS.has(name);
    const inside = expression.args.flatMap((each) => (each.kind === 'function' ? inExpression(each) : []));
    return isKnown ? inside : [`SOQL function ${name}()`];
}
