/** The Tooling API as far as tools ask for it: queries about tests and coverage, and test runs. */
import { parseSoql } from '../../soql/parser.ts';
import type { Gateway } from '../gateway.ts';
import { userIdOf } from '../requestUser.ts';
import { soqlOf } from '../rest/query.ts';
import { queryColumns } from '../rest/queryColumns.ts';
import { jsonObject } from '../rest/records.ts';
import type { RequestContext, Route } from '../router.ts';
import { queryRows } from './rowQuery.ts';
import type { TestRuns } from './testRuns.ts';

const BASE = '/services/data/:version/tooling';

export function toolingRoutes(gateway: Gateway, testRuns: TestRuns): Route[] {
    const route = (method: string, pattern: string, handler: Route['handler']): Route => ({
        method,
        pattern: BASE + pattern,
        access: 'token',
        handler
    });
    return [
        route('GET', '/query', (context) => ({ json: query(gateway, testRuns, context) })),
        route('POST', '/runTestsAsynchronous', (context) => ({
            json: testRuns.start(jsonObject(context.json()), userIdOf(gateway, context))
        })),
        route('POST', '/runTestsSynchronous', async (context) => ({
            json: await testRuns.runNow(jsonObject(context.json()), userIdOf(gateway, context))
        }))
    ];
}

function query(gateway: Gateway, testRuns: TestRuns, context: RequestContext): unknown {
    const text = soqlOf(context);
    const parsed = parseSoql(text);
    if (context.query.get('columns') === 'true') return queryColumns(gateway.schema, parsed);
    const table = testRuns.tables().find(({ name }) => name.toLowerCase() === parsed.from.object.toLowerCase());
    const records = table
        ? queryRows(parsed, table.name, table.fields, table.rows())
        : gateway.query(userIdOf(gateway, context), text, { utcSuffix: '+0000' });
    const entityTypeName = table?.name ?? gateway.schema.object(parsed.from.object)?.name ?? null;
    const base = { size: records.length, totalSize: records.length, done: true, queryLocator: null, entityTypeName };
    return parsed.isCount ? { ...base, records: [] } : { ...base, records };
}
