/** SOQL over rows that are in no database: what the Tooling API tells of test runs and coverage. */
import type { ComparisonValue, SoqlCondition, SoqlExpression, SoqlLiteral, SoqlQuery } from '../../soql/ast.ts';
import { Unsupported } from '../../values/exceptions.ts';
import { badRequest } from '../httpError.ts';

/** Field name to value; a parent is a row of its own. */
export interface Row {
    readonly [field: string]: unknown;
}

/**
 * Rows that a query asks for, with the fields it asks for.
 * @param fields of the table; a parent's are written `ApexClass.Name`
 * @throws HttpError 400 for a field that the table has not
 */
export function queryRows(query: SoqlQuery, table: string, fields: readonly string[], rows: readonly Row[]): Row[] {
    const resolve = (expression: SoqlExpression): readonly string[] => {
        if (expression.kind !== 'field') throw new Unsupported(`SOQL function ${expression.name} on ${table}`);
        const path = [...expression.path];
        if (path.length > 1 && path[0]?.toLowerCase() === query.from.alias?.toLowerCase()) path.shift();
        const wanted = path.join('.').toLowerCase();
        const field = fields.find((each) => each.toLowerCase() === wanted);
        if (field === undefined) {
            throw badRequest('INVALID_FIELD', `No such column '${path.join('.')}' on entity '${table}'.`);
        }
        return field.split('.');
    };
    if (query.isAggregate) throw new Unsupported(`SOQL GROUP BY on ${table}`);
    const columns = query.select.map((item) => {
        if (item.kind !== 'expression') throw new Unsupported(`SOQL subquery, TYPEOF or FIELDS on ${table}`);
        return resolve(item.expression);
    });
    const { where } = query;
    const found = where ? rows.filter((row) => holds(where, row, resolve)) : [...rows];
    for (const { expression, direction } of [...query.orderBy].reverse()) {
        const path = resolve(expression);
        const sign = direction === 'ASC' ? 1 : -1;
        found.sort((a, b) => sign * compare(valueAt(a, path), valueAt(b, path)));
    }
    const offset = typeof query.offset === 'number' ? query.offset : 0;
    const limited = found.slice(offset, typeof query.limit === 'number' ? offset + query.limit : undefined);
    return limited.map((row) => picked(row, table, columns));
}

function picked(row: Row, table: string, columns: readonly (readonly string[])[]): Row {
    const result: Record<string, unknown> = { attributes: { type: table } };
    for (const path of columns) {
        const [head = '', tail] = path;
        if (tail === undefined) result[head] = row[head] ?? null;
        else {
            const parent = (result[head] ?? { attributes: { type: head } }) as Record<string, unknown>;
            result[head] = { ...parent, [tail]: valueAt(row, path) ?? null };
        }
    }
    return result;
}

function valueAt(row: Row, path: readonly string[]): unknown {
    return path.reduce<unknown>((value, name) => (value as Row | null | undefined)?.[name], row);
}

function compare(a: unknown, b: unknown): number {
    if (a === b) return 0;
    if (a === null || a === undefined) return -1;
    if (b === null || b === undefined) return 1;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    const [left, right] = [`${a as string}`.toLowerCase(), `${b as string}`.toLowerCase()];
    return left < right ? -1 : left > right ? 1 : 0;
}

/** Ids are the same with and without their last three characters. */
function isSame(value: unknown, literal: unknown): boolean {
    if (value === null || value === undefined || literal === null) return (value ?? null) === literal;
    if (typeof value === 'string' && typeof literal === 'string') {
        const isId = /^\w{15}(\w{3})?$/.test(value) && /^\w{15}(\w{3})?$/.test(literal);
        return isId ? value.slice(0, 15) === literal.slice(0, 15) : value.toLowerCase() === literal.toLowerCase();
    }
    return value === literal;
}

function literalValue(literal: SoqlLiteral): unknown {
    switch (literal.kind) {
        case 'string':
        case 'boolean':
            return literal.value;
        case 'number':
            return Number(literal.text);
        case 'null':
            return null;
        case 'datetime':
        case 'date':
            return literal.text;
        default:
            throw new Unsupported(`SOQL ${literal.kind} on rows of the Tooling API`);
    }
}

function holds(
    condition: SoqlCondition,
    row: Row,
    resolve: (expression: SoqlExpression) => readonly string[]
): boolean {
    switch (condition.kind) {
        case 'and':
            return condition.operands.every((operand) => holds(operand, row, resolve));
        case 'or':
            return condition.operands.some((operand) => holds(operand, row, resolve));
        case 'not':
            return !holds(condition.operand, row, resolve);
        case 'comparison':
            return matches(valueAt(row, resolve(condition.left)), condition.operator, condition.right);
    }
}

function matches(value: unknown, operator: string, right: ComparisonValue): boolean {
    if (right.kind === 'query') throw new Unsupported('SOQL semi-join on rows of the Tooling API');
    if (right.kind === 'list') {
        const isIn = right.items.some((item) => isSame(value, literalValue(item)));
        if (operator === 'IN') return isIn;
        if (operator === 'NOT IN') return !isIn;
        throw new Unsupported(`SOQL ${operator} on rows of the Tooling API`);
    }
    const literal = literalValue(right);
    switch (operator) {
        case '=':
            return isSame(value, literal);
        case '!=':
            return !isSame(value, literal);
        case '<':
            return compare(value, literal) < 0;
        case '<=':
            return compare(value, literal) <= 0;
        case '>':
            return compare(value, literal) > 0;
        case '>=':
            return compare(value, literal) >= 0;
        case 'LIKE': {
            const pattern = String(literal)
                .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
                .replace(/%/g, '.*')
                .replace(/_/g, '.');
            return new RegExp(`^${pattern}$`, 'i').test(String((value as string | null) ?? ''));
        }
        default:
            throw new Unsupported(`SOQL ${operator} on rows of the Tooling API`);
    }
}
