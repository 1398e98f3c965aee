/** The Tooling API as far as tools ask for it: queries about tests, coverage and changed source, and test runs. */
import { parseSoql } from '../../soql/parser.ts';
import type { Gateway } from '../gateway.ts';
import { notFound } from '../httpError.ts';
import { userIdOf } from '../requestUser.ts';
import { soqlOf } from '../rest/query.ts';
import { queryColumns } from '../rest/queryColumns.ts';
import { jsonObject } from '../rest/records.ts';
import type { RequestContext, Route } from '../router.ts';
import { requireLogReader } from './debugLogs.ts';
import { queryRows } from './rowQuery.ts';
import type { TestRuns } from './testRuns.ts';
import type { Table } from './testTables.ts';

/** Tables for whoever may read debug logs. */
const ABOUT_LOGS: ReadonlySet<string> = new Set(['ApexLog', 'DebugLevel', 'TraceFlag']);
const BASE = '/services/data/:version/tooling';

/** @param sources of the tables that only this API has */
export function toolingRoutes(
    gateway: Gateway,
    sources: readonly (() => readonly Table[])[],
    testRuns: TestRuns
): Route[] {
    const route = (method: string, pattern: string, handler: Route['handler']): Route => ({
        method,
        pattern: BASE + pattern,
        access: 'token',
        handler
    });
    const tables = (): Table[] => sources.flatMap((source) => source());
    return [
        route('GET', '/query', (context) => ({ json: query(gateway, tables(), context) })),
        route('GET', '/sobjects/:object/describe', (context) => ({
            json: describeTable(tables(), context.params['object'] ?? '')
        })),
        route('POST', '/runTestsAsynchronous', (context) => ({
            json: testRuns.start(jsonObject(context.json()), userIdOf(gateway, context))
        })),
        route('POST', '/runTestsSynchronous', async (context) => ({
            json: await testRuns.runNow(jsonObject(context.json()), userIdOf(gateway, context))
        }))
    ];
}

function query(gateway: Gateway, tables: readonly Table[], context: RequestContext): unknown {
    const text = soqlOf(context);
    const parsed = parseSoql(text);
    if (context.query.get('columns') === 'true') return queryColumns(gateway.schema, parsed);
    const table = tables.find(({ name }) => name.toLowerCase() === parsed.from.object.toLowerCase());
    if (table && ABOUT_LOGS.has(table.name)) requireLogReader(gateway, context);
    const records = table
        ? queryRows(parsed, table.name, table.fields, table.rows())
        : gateway.query(userIdOf(gateway, context), text, { utcSuffix: '+0000' });
    const entityTypeName = table?.name ?? gateway.schema.object(parsed.from.object)?.name ?? null;
    const base = { size: records.length, totalSize: records.length, done: true, queryLocator: null, entityTypeName };
    return parsed.isCount ? { ...base, records: [] } : { ...base, records };
}

/** @throws HttpError 404 for an object that this API has not */
function describeTable(tables: readonly Table[], name: string): unknown {
    const table = tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!table) throw notFound();
    return {
        name: table.name,
        queryable: true,
        fields: table.fields.filter((field) => !field.includes('.')).map((field) => ({ name: field }))
    };
}
