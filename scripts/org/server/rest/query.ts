/** REST: query, with the second request by which data tools ask for its columns. */
import { parseSoql } from '../../soql/parser.ts';
import type { Gateway } from '../gateway.ts';
import { badRequest } from '../httpError.ts';
import { userIdOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';
import { queryColumns } from './queryColumns.ts';

export function queryRoutes(gateway: Gateway): Route[] {
    const route = (pattern: string, allRows: boolean): Route => ({
        method: 'GET',
        pattern: `/services/data/:version/${pattern}`,
        access: 'token',
        handler: (context) => answer(gateway, context, allRows)
    });
    return [route('query', false), route('queryAll', true)];
}

/** Text of the query of a request. @throws HttpError 400 when there is none */
export function soqlOf(context: RequestContext): string {
    const soql = context.query.get('q');
    if (!soql?.trim()) throw badRequest('MALFORMED_QUERY', 'A query needs its text in the parameter q.');
    return soql;
}

function answer(gateway: Gateway, context: RequestContext, allRows: boolean) {
    const text = soqlOf(context);
    const query = parseSoql(text);
    const soql = allRows && !query.allRows ? `${text} ALL ROWS` : text;
    const userId = userIdOf(gateway, context);
    if (context.query.get('columns') === 'true') return { json: queryColumns(gateway.schema, query) };
    if (query.isCount) return { json: { totalSize: gateway.count(userId, soql), done: true, records: [] } };
    const records = gateway.query(userId, soql, { utcSuffix: '+0000' });
    return { json: { totalSize: records.length, done: true, records } };
}
