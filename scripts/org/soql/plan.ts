/** Compiles a query of records to one SQL statement and the shape of its rows. */
import { Unsupported } from '../values/exceptions.ts';
import { sharingCondition } from './access.ts';
import { compileCondition } from './conditions.ts';
import { queryException, unknownChildRelationship } from './errors.ts';
import { compileExpression } from './expressions.ts';
import { ParentShape, RecordShape } from './hydrate.ts';
import { bindValue } from './filterValues.ts';
import { AliasCounter, queriedObject, Scope } from './scope.ts';
import { quoted } from '../store/ddl.ts';
import type { FieldReference, OrderItem, SelectItem, SelectedTypeof, SoqlBind, SoqlQuery } from './ast.ts';
import type { ConditionContext, SqlPart } from './conditions.ts';
import type { SqlExpression } from './expressions.ts';
import type { ValueContext } from './filterValues.ts';
import type { Place, TouchedField } from './scope.ts';
import type { AccessMode } from '../runtime/transaction.ts';
import type { ChildRelationship, FieldDef, ObjectDef } from '../schema/model.ts';
import type { SqlValue } from '../store/codec.ts';

export interface PlanContext extends ValueContext {
    readonly access: AccessMode;
}

/** Restriction of a child subquery to the children of known parents. */
export interface ParentRestriction {
    readonly field: FieldDef;
    readonly ids: readonly string[];
}

export interface ChildPlan {
    readonly relationship: ChildRelationship;
    readonly query: SoqlQuery;
}

export interface RecordPlan {
    readonly sql: string;
    readonly params: readonly SqlValue[];
    readonly object: ObjectDef;
    readonly shape: RecordShape;
    /** Column of the parent's id in child subqueries. */
    readonly parentColumn: number;
    readonly children: readonly ChildPlan[];
    readonly touched: readonly TouchedField[];
}

/** FROM, joins and WHERE, shared by queries of records, of aggregates and by semi-joins. */
export class QueryFrame {
    readonly context: PlanContext;
    readonly query: SoqlQuery;
    readonly object: ObjectDef;
    readonly scope: Scope;
    private readonly aliases: AliasCounter;
    /** Fields that semi-joins touched. */
    private readonly touchedInside: TouchedField[] = [];

    constructor(context: PlanContext, query: SoqlQuery, object: ObjectDef, aliases = new AliasCounter()) {
        const first = query.unsupported[0];
        if (first) throw new Unsupported(first);
        this.context = context;
        this.query = query;
        this.object = object;
        this.aliases = aliases;
        this.scope = new Scope(context.tx, object, query.from.alias, aliases);
    }

    get touched(): TouchedField[] {
        return [...this.scope.touched, ...this.touchedInside];
    }

    conditionContext(): ConditionContext {
        return {
            tx: this.context.tx,
            binds: this.context.binds,
            scope: this.scope,
            subselect: (query) => this.subselect(query)
        };
    }

    private subselect(query: SoqlQuery): SqlPart {
        const frame = new QueryFrame(
            this.context,
            query,
            queriedObject(this.context.tx, query.from.object),
            this.aliases
        );
        const [item] = query.select;
        if (query.select.length !== 1 || item?.kind !== 'expression') {
            throw queryException('The inner select of a semi-join must have exactly one field');
        }
        const column = compileExpression(frame.scope, item.expression, true);
        const where = frame.where([{ sql: `${column.sql} IS NOT NULL`, params: [] }]);
        const from = frame.from();
        this.touchedInside.push(...frame.touched);
        const limit = frame.limits();
        return {
            sql: `SELECT ${column.sql} ${from}${where.sql}${limit.sql}`,
            params: [...where.params, ...limit.params]
        };
    }

    /** Call after everything that may add joins. */
    from(): string {
        return `FROM ${quoted(this.object.name)} ${this.scope.root.alias ?? ''} ${this.scope.joins.join(' ')}`;
    }

    where(extra: readonly SqlPart[] = []): SqlPart {
        const { query, object, scope, context } = this;
        const alias = scope.root.alias ?? '';
        const parts: SqlPart[] = [...extra];
        if (query.where) parts.push(compileCondition(this.conditionContext(), query.where));
        if (!query.allRows && object.fields.has('isdeleted'))
            parts.push({ sql: `${alias}."IsDeleted" = 0`, params: [] });
        const sharing = sharingCondition(context.tx, object, alias, context.access);
        if (sharing) parts.push({ sql: `(${sharing.sql})`, params: sharing.params });
        if (query.scope === 'mine') parts.push({ sql: `${alias}."OwnerId" = ?`, params: [context.tx.user.id] });
        if (parts.length === 0) return { sql: '', params: [] };
        return {
            sql: ` WHERE ${parts.map((part) => part.sql).join(' AND ')}`,
            params: parts.flatMap((part) => part.params)
        };
    }

    private count(value: number | SoqlBind | null, what: string): number | null {
        if (value === null || typeof value === 'number') return value;
        const bound = bindValue(this.context, value);
        const count = typeof bound === 'bigint' ? Number(bound) : bound;
        if (typeof count !== 'number') throw queryException(`${what} must be a number`);
        if (count < 0) throw queryException(`Invalid query ${what}: ${count} is negative`);
        return count;
    }

    get limitCount(): number | null {
        return this.count(this.query.limit, 'LIMIT');
    }

    get offsetCount(): number {
        const offset = this.count(this.query.offset, 'OFFSET') ?? 0;
        if (offset > 2000) throw queryException('Maximum SOQL offset allowed is 2000');
        return offset;
    }

    limits(): SqlPart {
        const limit = this.limitCount;
        const offset = this.offsetCount;
        if (limit === null && offset === 0) return { sql: '', params: [] };
        return { sql: ' LIMIT ? OFFSET ?', params: [limit ?? -1, offset] };
    }

    /** ORDER BY list without the words; nulls come first unless the query says otherwise. */
    orderItems(resolveAlias?: (name: string) => string | undefined): string[] {
        return this.query.orderBy.map((item) => {
            const { expression } = item;
            const alias =
                expression.kind === 'field' && expression.path.length === 1
                    ? resolveAlias?.(expression.path[0] ?? '')
                    : undefined;
            if (alias !== undefined) return ordered(alias, item);
            const compiled = compileExpression(this.scope, expression, false);
            if (compiled.field && !compiled.isAggregate && !compiled.field.isSortable) {
                throw queryException(`field '${compiled.field.name}' can not be sorted in a query call`);
            }
            const rank = picklistRank(compiled);
            return rank === null
                ? ordered(compiled.sql, item)
                : `${ordered(rank, item)}, ${ordered(compiled.sql, item)}`;
        });
    }
}

function ordered(sql: string, item: OrderItem): string {
    return `${sql} ${item.direction} NULLS ${item.nulls ?? 'FIRST'}`;
}

/** Picklists sort as their values are defined, not by text. */
function picklistRank(expression: SqlExpression): string | null {
    const values = expression.field?.picklistValues ?? [];
    if (expression.type !== 'picklist' || values.length === 0 || expression.isAggregate || expression.isText)
        return null;
    const cases = values.map((each, index) => `WHEN '${each.value.replace(/'/g, "''")}' THEN ${index}`);
    return `CASE WHEN ${expression.sql} IS NULL THEN NULL ELSE CASE ${expression.sql} ${cases.join(' ')} ELSE ${values.length} END END`;
}

class RecordPlanner {
    private readonly frame: QueryFrame;
    private readonly columns: string[] = [];
    private readonly shape: RecordShape;
    private readonly children: ChildPlan[] = [];

    constructor(frame: QueryFrame) {
        this.frame = frame;
        this.shape = new RecordShape(frame.object, this.add(frame.scope.root.idSql));
    }

    private add(sql: string): number {
        const known = this.columns.indexOf(sql);
        return known >= 0 ? known : this.columns.push(sql) - 1;
    }

    plan(restriction: ParentRestriction | null): RecordPlan {
        const { frame } = this;
        const { query, scope } = frame;
        const parentColumn = restriction ? this.add(scope.columnOf(scope.root, restriction.field).sql) : -1;
        for (const item of query.select) this.select(item);
        const extra = restriction
            ? [
                  {
                      sql: `${scope.columnOf(scope.root, restriction.field).sql} IN (SELECT value FROM json_each(?))`,
                      params: [JSON.stringify(restriction.ids)]
                  }
              ]
            : [];
        const where = frame.where(extra);
        const order = [...frame.orderItems(), scope.root.idSql].join(', ');
        // Children are cut to the limit for each parent, after the rows are there
        const limits = restriction ? { sql: '', params: [] } : frame.limits();
        return {
            sql: `SELECT ${this.columns.join(', ')} ${frame.from()}${where.sql} ORDER BY ${order}${limits.sql}`,
            params: [...where.params, ...limits.params],
            object: frame.object,
            shape: this.shape,
            parentColumn,
            children: this.children,
            touched: frame.touched
        };
    }

    private select(item: SelectItem): void {
        if (item.kind === 'expression') this.selectExpression(item.expression, item.alias);
        else if (item.kind === 'subquery') this.selectChildren(item.query);
        else if (item.kind === 'typeof') this.selectTypeof(item);
        else this.selectFieldSet(item.which);
    }

    private selectExpression(
        expression: Extract<SelectItem, { kind: 'expression' }>['expression'],
        alias: string | null
    ): void {
        const compiled = compileExpression(this.frame.scope, expression, true);
        const { column } = compiled;
        if (!column) {
            throw queryException(`${compiled.name} can be selected only in a query with GROUP BY`);
        }
        const shape = this.shapeOf(column.relationships);
        const field = compiled.isText ? null : column.field;
        shape.addField(alias ?? column.field.name, this.add(compiled.sql), field);
    }

    /** Shape of the parent that the relationships lead to, made on first use. */
    private shapeOf(relationships: readonly string[]): RecordShape {
        const { scope } = this.frame;
        let shape = this.shape;
        let place: Place = scope.root;
        for (const name of relationships) {
            const next = scope.parent(place, name);
            let parent = shape.parents.get(next.relationship);
            if (!parent) {
                const reference = scope.columnOf(place, next.field);
                parent = new ParentShape(this.add(next.place.idSql));
                // The reference itself comes along with its parent
                shape.addField(next.field.name, this.add(reference.sql), next.field);
                shape.addParent(next.relationship, parent);
            }
            parent.otherwise ??= new RecordShape(next.place.object, this.add(next.place.idSql));
            shape = parent.otherwise;
            place = next.place;
        }
        return shape;
    }

    private selectTypeof(item: SelectedTypeof): void {
        const { scope } = this.frame;
        const { schema } = this.frame.context.tx;
        const name = item.path.at(-1) ?? '';
        const field = schema.parentRelationship(this.frame.object, name);
        if (item.path.length !== 1 || !field?.relationshipName)
            throw queryException(`TYPEOF needs a relationship, not '${name}'`);
        const reference = scope.columnOf(scope.root, field);
        scope.touched.push({ object: this.frame.object, field, isSelected: true });
        let parent = this.shape.parents.get(field.relationshipName);
        if (!parent) {
            parent = new ParentShape(this.add(reference.sql));
            this.shape.addField(field.name, this.add(reference.sql), field);
            this.shape.addParent(field.relationshipName, parent);
        }
        for (const branch of item.branches) {
            const object = queriedObject(this.frame.context.tx, branch.type);
            const { place } = scope.parent(scope.root, name, object);
            const shape = new RecordShape(object, this.add(place.idSql));
            for (const each of branch.fields) this.selectInto(shape, place, each);
            parent.byPrefix.set(object.keyPrefix, shape);
        }
        if (item.otherwise.length > 0) {
            const { place } = scope.parent(scope.root, name);
            parent.otherwise = new RecordShape(place.object, this.add(place.idSql));
            for (const each of item.otherwise) this.selectInto(parent.otherwise, place, each);
        }
    }

    private selectInto(shape: RecordShape, place: Place, reference: FieldReference): void {
        const { scope } = this.frame;
        const field = this.frame.context.tx.schema.field(place.object, reference.path[0] ?? '');
        if (!field)
            throw queryException(`No such column '${reference.path[0] ?? ''}' on entity '${place.object.name}'.`);
        scope.touched.push({ object: place.object, field, isSelected: true });
        shape.addField(field.name, this.add(scope.columnOf(place, field).sql), field);
    }

    private selectFieldSet(which: 'ALL' | 'STANDARD' | 'CUSTOM'): void {
        const { scope, object, limitCount } = this.frame;
        if (which !== 'STANDARD' && (limitCount === null || limitCount > 200)) {
            throw queryException('The SOQL FIELDS function must have a LIMIT of at most 200');
        }
        const user = this.frame.context.tx.user.access;
        for (const field of object.fields.values()) {
            if (field.type === 'address' || field.type === 'location') continue;
            if (which !== 'ALL' && field.isCustom !== (which === 'CUSTOM')) continue;
            if (this.frame.context.access.mode === 'user' && !user.canReadField(object, field)) continue;
            scope.touched.push({ object, field, isSelected: true });
            this.shape.addField(field.name, this.add(scope.columnOf(scope.root, field).sql), field);
        }
    }

    private selectChildren(query: SoqlQuery): void {
        const { object, context } = this.frame;
        const wanted = query.from.object.toLowerCase();
        const plain = wanted.startsWith(`${object.name.toLowerCase()}.`)
            ? wanted.slice(object.name.length + 1)
            : wanted;
        const relationship = context.tx.schema
            .childRelationships(object)
            .find((each) => each.name.toLowerCase() === plain);
        if (!relationship) throw unknownChildRelationship(query.from.object);
        if (this.children.some((each) => each.relationship === relationship)) {
            throw queryException(`duplicate alias: ${relationship.name}`);
        }
        this.shape.queried.add(relationship.name);
        this.children.push({ relationship, query });
    }
}

/** Plans a query of records; with a restriction it is the child subquery of known parents. */
export function planRecords(
    context: PlanContext,
    query: SoqlQuery,
    object: ObjectDef,
    restriction: ParentRestriction | null = null
): RecordPlan {
    return new RecordPlanner(new QueryFrame(context, query, object)).plan(restriction);
}
