/** Compiles a query with aggregates or GROUP BY, and turns its rows into AggregateResult records. */
import { decimalOf, decode } from '../store/codec.ts';
import { Decimal } from '../values/decimal.ts';
import { SObject } from '../values/sobject.ts';
import { isAggregateFunction } from './ast.ts';
import { compileCondition } from './conditions.ts';
import { queryException } from './errors.ts';
import { compileExpression } from './expressions.ts';
import type { FunctionCall, SoqlExpression } from './ast.ts';
import type { SqlExpression } from './expressions.ts';
import type { QueryFrame } from './plan.ts';
import type { Value } from '../runtime/program.ts';
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { SqlValue } from '../store/codec.ts';

interface Output {
    readonly alias: string;
    readonly expression: SqlExpression;
    readonly source: SoqlExpression;
}

export interface AggregatePlan {
    readonly sql: string;
    readonly params: readonly SqlValue[];
    /** Rows that count against the limit: the last column when true, else the number of groups. */
    readonly countsEveryRow: boolean;
    toRecord(cells: readonly SqlValue[], definition: ObjectDef): SObject;
}

function functionOf(source: SoqlExpression): string | null {
    return source.kind === 'function' ? source.name : null;
}

function outputs(frame: QueryFrame): Output[] {
    const found: Output[] = [];
    const taken = new Set<string>();
    let unnamed = 0;
    for (const item of frame.query.select) {
        if (item.kind !== 'expression')
            throw queryException('Only fields and aggregates can be selected in a query with GROUP BY');
        const expression = compileExpression(frame.scope, item.expression, true);
        const isField = item.expression.kind === 'field';
        const alias = item.alias ?? (isField ? expression.name : `expr${unnamed++}`);
        if (taken.has(alias.toLowerCase())) throw queryException(`duplicate alias: ${alias}`);
        taken.add(alias.toLowerCase());
        found.push({ alias, expression, source: item.expression });
    }
    return found;
}

function groups(frame: QueryFrame, selected: readonly Output[]): string[] {
    const { groupBy } = frame.query;
    const sql = (groupBy?.expressions ?? []).map((each) => {
        const compiled = compileExpression(frame.scope, each, false);
        if (compiled.field && !compiled.field.isGroupable) {
            throw queryException(`field '${compiled.field.name}' can not be grouped in a query call`);
        }
        return compiled.sql;
    });
    for (const { expression } of selected) {
        if (!expression.isAggregate && !sql.includes(expression.sql)) {
            throw queryException(`Field must be grouped or aggregated: ${expression.name}`);
        }
    }
    return sql;
}

/** A double holds 15 decimal digits; what comes after is noise of adding. */
function withoutNoise(sum: number): number {
    return Number(sum.toPrecision(15));
}

function toValue(output: Output, cell: SqlValue | undefined): Value {
    const name = functionOf(output.source);
    const { type, field } = output.expression;
    if (cell === null || cell === undefined) return null;
    if (name === 'COUNT' || name === 'COUNT_DISTINCT') return Number(cell);
    if (name === 'AVG') return Decimal.of(String(cell));
    if (name === 'SUM' && type !== 'integer') return decimalOf(withoutNoise(Number(cell)), field?.scale);
    if (output.expression.isText) return cell;
    return decode(field ?? ({ name: output.alias, type } as FieldDef), cell);
}

/** Throws QueryException for fields that are neither grouped nor aggregated, Unsupported for ROLLUP and CUBE. */
export function planAggregate(frame: QueryFrame): AggregatePlan {
    const selected = outputs(frame);
    const grouped = groups(frame, selected);
    const where = frame.where();
    const having = frame.query.having
        ? compileCondition(frame.conditionContext(), frame.query.having)
        : { sql: '', params: [] };
    const byAlias = new Map(selected.map((each) => [each.alias.toLowerCase(), each.expression.sql]));
    const order = frame.orderItems((name) => byAlias.get(name.toLowerCase()));
    const limits = frame.limits();
    const columns = [...selected.map((each) => each.expression.sql), 'COUNT(*)'];
    const sql = [
        `SELECT ${columns.join(', ')} ${frame.from()}${where.sql}`,
        grouped.length > 0 ? ` GROUP BY ${grouped.join(', ')}` : '',
        having.sql === '' ? '' : ` HAVING ${having.sql}`,
        order.length > 0 ? ` ORDER BY ${order.join(', ')}` : '',
        limits.sql
    ].join('');
    const countsEveryRow = selected.some(({ source }) => {
        const name = (source as FunctionCall).name;
        return source.kind === 'function' && isAggregateFunction(name) && name !== 'COUNT';
    });
    return {
        sql,
        params: [...where.params, ...having.params, ...limits.params],
        countsEveryRow,
        toRecord(cells, definition) {
            const record = new SObject(definition);
            selected.forEach((output, index) => record.load(output.alias, toValue(output, cells[index])));
            return record;
        }
    };
}
