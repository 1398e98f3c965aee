/** `/services/data/vNN/jobs`: Bulk API 2.0. */
import type { Gateway } from '../gateway.ts';
import { userIdOf } from '../requestUser.ts';
import { jsonObject } from '../rest/records.ts';
import type { RequestContext, Route } from '../router.ts';
import { BulkJobs } from './bulkJobs.ts';

/** Bytes of the rows of one job; the platform's limit is 150 MB as base64. */
const LARGEST_UPLOAD = 100 * 1024 * 1024;
const CSV = { 'content-type': 'text/csv; charset=utf-8' };

export function bulkRoutes(gateway: Gateway): Route[] {
    const jobs = new BulkJobs(gateway);
    const route = (
        method: string,
        pattern: string,
        handler: (context: RequestContext, userId: string, id: string) => ReturnType<Route['handler']>
    ): Route => ({
        method,
        pattern: `/services/data/:version/jobs${pattern}`,
        access: 'token',
        ...(method === 'PUT' ? { largestBody: LARGEST_UPLOAD } : {}),
        handler: (context) => handler(context, userIdOf(gateway, context), context.params['id'] ?? '')
    });
    const shared = (kind: 'ingest' | 'query'): Route[] => [
        route('GET', `/${kind}/:id`, (_context, userId, id) => ({ json: jobs.info(userId, id, kind) })),
        route('PATCH', `/${kind}/:id`, (context, userId, id) => ({
            json: jobs.setState(userId, id, kind, jsonObject(context.json())['state'])
        })),
        route('DELETE', `/${kind}/:id`, (_context, userId, id) => {
            jobs.remove(userId, id, kind);
            return { status: 204 };
        })
    ];
    return [
        route('POST', '/ingest', (context, userId) => ({
            json: jobs.createIngest(userId, jsonObject(context.json()))
        })),
        route('PUT', '/ingest/:id/batches', (context, userId, id) => {
            jobs.upload(userId, id, context.text());
            return { status: 201, body: '' };
        }),
        route('GET', '/ingest/:id/:results', (context, userId, id) => ({
            body: jobs.results(userId, id, context.params['results'] ?? ''),
            headers: CSV
        })),
        route('POST', '/query', (context, userId) => ({ json: jobs.createQuery(userId, jsonObject(context.json())) })),
        route('GET', '/query/:id/results', (_context, userId, id) => {
            const { csv, records } = jobs.queryResults(userId, id);
            return {
                body: csv,
                headers: { ...CSV, 'sforce-numberofrecords': String(records), 'sforce-locator': 'null' }
            };
        }),
        ...shared('ingest'),
        ...shared('query')
    ];
}
