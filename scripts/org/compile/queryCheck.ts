/** Names in a query against the schema. */
import type { ObjectDef, Schema } from '../schema/model.ts';
import type {
    ComparisonValue,
    FieldReference,
    SelectItem,
    SoqlCondition,
    SoqlExpression,
    SoqlLiteral,
    SoqlQuery
} from '../soql/ast.ts';
import { nearestName } from '../types/conversions.ts';

export interface QueryProblem {
    readonly message: string;
    /** The query is right; the local org lacks what it asks for. */
    readonly isUnsupported?: boolean;
    /** In the text of the query. */
    readonly offset: number;
}

class QueryChecker {
    readonly problems: QueryProblem[] = [];
    private readonly schema: Schema;

    constructor(schema: Schema) {
        this.schema = schema;
    }

    query(query: SoqlQuery, object: ObjectDef): void {
        const names = [object.name.toLowerCase(), ...(query.from.alias ? [query.from.alias.toLowerCase()] : [])];
        const aliases = new Set<string>();
        for (const item of query.select) {
            if (item.kind === 'expression' && item.alias) aliases.add(item.alias.toLowerCase());
        }
        const check = (expression: SoqlExpression | SoqlLiteral): void =>
            this.expression(expression, object, names, aliases);
        for (const item of query.select) this.item(item, object, check);
        if (query.where) this.condition(query.where, check);
        for (const expression of query.groupBy?.expressions ?? []) check(expression);
        if (query.having) this.condition(query.having, check);
        for (const order of query.orderBy) check(order.expression);
    }

    private item(item: SelectItem, object: ObjectDef, check: (expression: SoqlExpression) => void): void {
        if (item.kind === 'expression') check(item.expression);
        if (item.kind !== 'subquery') return;
        const name = item.query.from.object.split('.').at(-1)?.toLowerCase();
        const child = this.schema.childRelationships(object).find((one) => one.name.toLowerCase() === name);
        if (child) this.query(item.query, child.childObject);
        else {
            this.problems.push({
                message: `Didn't understand relationship '${item.query.from.object}' in FROM part of query call on ${object.name}`,
                offset: item.offset
            });
        }
    }

    private condition(condition: SoqlCondition, check: (expression: SoqlExpression) => void): void {
        if (condition.kind === 'not') this.condition(condition.operand, check);
        else if (condition.kind !== 'comparison') for (const one of condition.operands) this.condition(one, check);
        else {
            check(condition.left);
            this.value(condition.right);
        }
    }

    private value(value: ComparisonValue): void {
        if (value.kind !== 'query') return;
        const object = this.schema.object(value.query.from.object);
        if (object) this.query(value.query, object);
    }

    private expression(
        expression: SoqlExpression | SoqlLiteral,
        object: ObjectDef,
        names: readonly string[],
        aliases: ReadonlySet<string>
    ): void {
        if (expression.kind === 'function') {
            for (const arg of expression.args) this.expression(arg, object, names, aliases);
        } else if (expression.kind === 'field') {
            this.field(expression, object, names, aliases);
        }
    }

    private field(
        field: FieldReference,
        start: ObjectDef,
        names: readonly string[],
        aliases: ReadonlySet<string>
    ): void {
        let path = field.path;
        if (path.length === 1 && aliases.has((path[0] ?? '').toLowerCase())) return;
        if (path.length > 1 && names.includes((path[0] ?? '').toLowerCase())) path = path.slice(1);
        let objects: ObjectDef[] = [start];
        for (const [i, part] of path.entries()) {
            const isLast = i === path.length - 1;
            if (isLast) {
                // The parent of several possible objects is read as the object Name, which has a Type.
                if (objects.length > 1 && part.toLowerCase() === 'type') return;
                const found = objects.map((object) => this.schema.field(object, part)).find((one) => one !== undefined);
                if (!found) this.unknownField(part, objects, field.offset);
                else if (found.type === 'address' || found.type === 'location') {
                    const message = `SOQL of the compound field ${objects[0]?.name ?? ''}.${found.name}`;
                    this.problems.push({ message, offset: field.offset, isUnsupported: true });
                }
                return;
            }
            const targets = objects.flatMap(
                (object) => this.schema.parentRelationship(object, part)?.referenceTo ?? []
            );
            if (!objects.some((object) => this.schema.parentRelationship(object, part))) {
                this.problems.push({
                    message: `Didn't understand relationship '${part}' in field path of ${start.name}`,
                    offset: field.offset
                });
                return;
            }
            objects = targets.flatMap((name) => this.schema.object(name) ?? []);
            // The parent is not in the schema: nothing can be said about its fields.
            if (!objects.length) return;
        }
    }

    private unknownField(name: string, objects: readonly ObjectDef[], offset: number): void {
        const near = nearestName(
            name,
            objects.flatMap((object) => [...object.fields.values()].map((field) => field.name))
        );
        const entity = objects.map((object) => object.name).join(', ');
        const hint = near ? `. Did you mean ${near}?` : '';
        this.problems.push({ message: `No such column '${name}' on entity '${entity}'${hint}`, offset });
    }
}

/** What is wrong with the names in a query; empty when all is well. */
export function checkQuery(query: SoqlQuery, object: ObjectDef, schema: Schema): readonly QueryProblem[] {
    const checker = new QueryChecker(schema);
    checker.query(query, object);
    return checker.problems;
}
