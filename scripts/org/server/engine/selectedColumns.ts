/** Leaves of each row only what its query asked for: the engine's rows know more (ids, references behind parents). */
import type { SoqlQuery } from '../../soql/ast.ts';
import type { JsonRecord } from '../gateway.ts';

/** Lower-case name to what is asked of the record or rows behind it; null for a plain field. */
type Columns = Map<string, ColumnsOrNull>;
type ColumnsOrNull = Columns | null;

/** @returns undefined when the SELECT does not name its columns one by one (aggregates, FIELDS) */
function columnsOf(query: SoqlQuery): Columns | undefined {
    const columns: Columns = new Map();
    for (const item of query.select) {
        if (item.kind === 'subquery') {
            columns.set(item.query.from.object.toLowerCase(), columnsOf(item.query) ?? null);
            continue;
        }
        if (item.kind !== 'expression' || item.expression.kind !== 'field' || item.alias !== null) return undefined;
        const path = item.expression.path.map((name) => name.toLowerCase());
        if (path.length > 1 && path[0] === query.from.alias?.toLowerCase()) path.shift();
        addPath(columns, path);
    }
    return columns;
}

function addPath(columns: Columns, path: readonly string[]): void {
    const [head = '', ...rest] = path;
    if (rest.length === 0) {
        columns.set(head, columns.get(head) ?? null);
        return;
    }
    const inner: Columns = columns.get(head) ?? new Map();
    columns.set(head, inner);
    addPath(inner, rest);
}

/** The rows with their columns in the order of the SELECT. */
export function onlySelected(query: SoqlQuery, rows: readonly JsonRecord[]): JsonRecord[] {
    const columns = columnsOf(query);
    return columns ? rows.map((row) => pick(row, columns)) : [...rows];
}

function pick(row: JsonRecord, columns: Columns): JsonRecord {
    const names = new Map(Object.keys(row).map((name) => [name.toLowerCase(), name]));
    const picked: Record<string, unknown> & { attributes: JsonRecord['attributes'] } = { attributes: row.attributes };
    for (const [lower, inner] of columns) {
        const name = names.get(lower);
        if (name === undefined) continue;
        const value = row[name];
        picked[name] = inner && typeof value === 'object' && value !== null ? pickWithin(value, inner) : value;
    }
    return picked;
}

function pickWithin(value: object, columns: Columns): unknown {
    const list = (value as { records?: JsonRecord[] }).records;
    if (list) return { ...value, records: list.map((row) => pick(row, columns)) };
    return pick(value as JsonRecord, columns);
}
