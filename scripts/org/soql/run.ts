/** Runs SOQL: the entry points for compiled Apex, for Database.query and for everything that answers queries. */
import { ApexList } from '../values/collections.ts';
import { typeToken } from '../values/typeToken.ts';
import { accessOfQuery, checkReadable } from './access.ts';
import { planAggregate } from './aggregate.ts';
import { queryException } from './errors.ts';
import { parseSoql } from './parser.ts';
import { SoqlSyntaxError } from './syntaxError.ts';
import { planRecords, QueryFrame } from './plan.ts';
import { lineOfApex } from '../runtime/requestLog.ts';
import { textOfQuery } from './queryText.ts';
import { queriedObject } from './scope.ts';
import { withFunctions } from './sqlFunctions.ts';
import { recordAccessRows } from './userRecordAccess.ts';
import type { SoqlQuery } from './ast.ts';
import type { ChildPlan, PlanContext } from './plan.ts';
import type { AccessMode, Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import type { ObjectDef } from '../schema/model.ts';
import type { SqlValue } from '../store/codec.ts';
import type { SObject } from '../values/sobject.ts';

export interface QueryOptions {
    /** False for work of the org itself, which no governor limit counts. Default true. */
    readonly countsLimits?: boolean;
}

/** Custom metadata is read from a cache on the platform and does not count. */
function isFree(object: ObjectDef): boolean {
    return object.kind === 'customMetadata';
}

class QueryRunner {
    private readonly tx: Transaction;
    private readonly binds: readonly Value[];
    private readonly access: AccessMode;
    private readonly root: SoqlQuery;
    private readonly counts: boolean;

    constructor(tx: Transaction, query: SoqlQuery, binds: readonly Value[], access: AccessMode, options: QueryOptions) {
        this.tx = tx;
        this.root = query;
        this.binds = binds;
        this.access = accessOfQuery(query, access);
        this.counts = options.countsLimits !== false;
    }

    private get context(): PlanContext {
        return { tx: this.tx, binds: this.binds, access: this.access };
    }

    private start(object: ObjectDef): void {
        if (this.counts && !isFree(object)) this.tx.limits.consume('queries');
    }

    private countRows(object: ObjectDef, rows: number): void {
        if (this.counts && !isFree(object) && rows > 0) this.tx.limits.consume('queryRows', rows);
    }

    private rows(sql: string, params: readonly SqlValue[]): SqlValue[][] {
        const started = performance.now();
        try {
            return withFunctions(this.tx, () => this.tx.store.rowsOf(sql, params));
        } finally {
            this.tx.limits.excludeFromCpu(performance.now() - started);
        }
    }

    records(): SObject[] {
        const object = queriedObject(this.tx, this.root.from.object);
        this.start(object);
        if (this.root.isCount) throw queryException('COUNT() gives a number, not records');
        if (object.name === 'UserRecordAccess') return recordAccessRows(this.tx, this.root, this.binds, object);
        if (this.root.isAggregate) return this.aggregates(object);
        return withFunctions(this.tx, () => {
            const plan = planRecords(this.context, this.root, object);
            checkReadable(this.tx, this.root, this.access, object, plan.touched);
            const rows = this.rows(plan.sql, plan.params);
            this.countRows(object, rows.length);
            const records = rows.map((cells) => plan.shape.record(cells));
            for (const child of plan.children) this.loadChildren(records, child);
            return records;
        });
    }

    /** Reads the children of all parents at once and hands them out. */
    private loadChildren(parents: readonly SObject[], child: ChildPlan): void {
        const { relationship, query } = child;
        const { childObject, field } = relationship;
        if (this.counts && !isFree(childObject)) this.tx.limits.consume('aggregateQueries');
        const ids = parents.map((parent) => parent.id).filter((id) => id !== null);
        const plan = planRecords(this.context, query, childObject, { field, ids });
        checkReadable(this.tx, this.root, this.access, childObject, plan.touched);
        const frame = new QueryFrame(this.context, query, childObject);
        const from = frame.offsetCount;
        const to = from + (frame.limitCount ?? Infinity);
        const byParent = new Map<string, SqlValue[][]>();
        for (const cells of this.rows(plan.sql, plan.params)) {
            const parent = String(cells[plan.parentColumn]);
            const siblings = byParent.get(parent);
            if (siblings) siblings.push(cells);
            else byParent.set(parent, [cells]);
        }
        const type = typeToken(`List<${childObject.name}>`);
        const loaded: SObject[] = [];
        for (const parent of parents) {
            const records = (byParent.get(parent.id ?? '') ?? [])
                .slice(from, to)
                .map((cells) => plan.shape.record(cells));
            loaded.push(...records);
            parent.load(relationship.name, new ApexList(type, records));
        }
        this.countRows(childObject, loaded.length);
        for (const grandchild of plan.children) this.loadChildren(loaded, grandchild);
    }

    private aggregates(object: ObjectDef): SObject[] {
        return withFunctions(this.tx, () => {
            const frame = new QueryFrame(this.context, this.root, object);
            const plan = planAggregate(frame);
            checkReadable(this.tx, this.root, this.access, object, frame.touched);
            const rows = this.rows(plan.sql, plan.params);
            const counted = plan.countsEveryRow
                ? rows.reduce((sum, cells) => sum + Number(cells.at(-1)), 0)
                : rows.length;
            this.countRows(object, counted);
            if (rows.length > 2000 && this.root.limit === null) {
                throw queryException(
                    'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
                );
            }
            const definition = this.tx.schema.object('AggregateResult');
            if (!definition) throw new Error('The schema has no AggregateResult');
            return rows.map((cells) => plan.toRecord(cells, definition));
        });
    }

    count(): number {
        const object = queriedObject(this.tx, this.root.from.object);
        this.start(object);
        return withFunctions(this.tx, () => {
            const frame = new QueryFrame(this.context, this.root, object);
            const where = frame.where();
            const limits = frame.limits();
            checkReadable(this.tx, this.root, this.access, object, frame.touched);
            const inner = `SELECT 1 ${frame.from()}${where.sql}${limits.sql}`;
            const [row] = this.rows(`SELECT COUNT(*) FROM (${inner})`, [...where.params, ...limits.params]);
            this.countRows(object, 1);
            return Number(row?.[0] ?? 0);
        });
    }
}

/** Tells the request's log of a query that Apex makes. */
function logged<T>(
    tx: Transaction,
    query: SoqlQuery,
    options: QueryOptions,
    run: () => T,
    rowsOf: (result: T) => number
): T {
    const line = tx.log && options.countsLimits !== false ? lineOfApex() : null;
    if (line === null) return run();
    const aggregations = query.select.filter((item) => item.kind === 'subquery').length;
    tx.log?.write('SOQL_EXECUTE_BEGIN', line, `Aggregations:${aggregations}`, textOfQuery(query));
    const result = run();
    tx.log?.write('SOQL_EXECUTE_END', line, `Rows:${rowsOf(result)}`);
    return result;
}

/**
 * Rows of a query, also of aggregates (records of `AggregateResult`).
 * @param binds values of `query.binds`, in order
 * Throws QueryException, LimitException, Unsupported.
 */
export function runQuery(
    tx: Transaction,
    query: SoqlQuery,
    binds: readonly Value[],
    access: AccessMode,
    options: QueryOptions = {}
): SObject[] {
    const runner = new QueryRunner(tx, query, binds, access, options);
    return logged(
        tx,
        query,
        options,
        () => runner.records(),
        (records) => records.length
    );
}

/** Result of `SELECT COUNT() ...`. */
export function countQuery(
    tx: Transaction,
    query: SoqlQuery,
    binds: readonly Value[],
    access: AccessMode,
    options: QueryOptions = {}
): number {
    const runner = new QueryRunner(tx, query, binds, access, options);
    return logged(
        tx,
        query,
        options,
        () => runner.count(),
        (count) => count
    );
}

const PARSED_KEPT = 500;
const parsed = new Map<string, SoqlQuery>();

/** Parses the text of dynamic SOQL; the same text is parsed once. Throws QueryException in the platform's words. */
export function parseDynamic(text: string): SoqlQuery {
    let query = parsed.get(text);
    if (query) return query;
    try {
        query = parseSoql(text);
    } catch (error) {
        if (error instanceof SoqlSyntaxError) throw queryException(error.message);
        throw error;
    }
    if (parsed.size >= PARSED_KEPT) parsed.clear();
    parsed.set(text, query);
    return query;
}

/** Values of the binds of dynamic SOQL, by the text after the colon. */
function dynamicBinds(query: SoqlQuery, bindOf: (name: string) => Value): Value[] {
    return query.binds.map((bind) => bindOf(bind.source));
}

/**
 * Runs the text of `Database.query`.
 * @param bindOf value of a bind variable by its name; it throws when there is none
 */
export function runDynamic(
    tx: Transaction,
    text: string,
    bindOf: (name: string) => Value,
    access: AccessMode
): SObject[] {
    const query = parseDynamic(text);
    return runQuery(tx, query, dynamicBinds(query, bindOf), access);
}

export { runSearch } from './search.ts';
