/** UI API: records, one at a time. */
import type { Gateway, SaveResult } from '../gateway.ts';
import { HttpError, notFound } from '../httpError.ts';
import { userOf } from '../requestUser.ts';
import type { RequestContext, Route } from '../router.ts';
import { jsonObject, objectOfId } from '../rest/records.ts';
import { readableObject, UI_API_BASE } from './objectInfo.ts';
import { allFields, readRecord, selectFields } from './recordShape.ts';

export function recordRoutes(gateway: Gateway): Route[] {
    const route = (method: string, pattern: string, handler: Route['handler']): Route => ({
        method,
        pattern: UI_API_BASE + pattern,
        access: 'token',
        handler
    });
    return [
        route('GET', '/records/:id', (context) => ({ json: read(gateway, context, context.params['id'] ?? '') })),
        route('POST', '/records', (context) => {
            const user = userOf(gateway, context);
            const body = jsonObject(context.json());
            const def = readableObject(
                gateway,
                gateway.access(user.id),
                typeof body['apiName'] === 'string' ? body['apiName'] : ''
            );
            const fields = jsonObject(body['fields'], '"fields"');
            const result = saved(gateway.save(user.id, 'insert', [{ type: def.name, fields }], { allOrNone: false }));
            return { status: 201, json: read(gateway, context, result.id ?? '') };
        }),
        route('PATCH', '/records/:id', (context) => {
            const user = userOf(gateway, context);
            const id = context.params['id'] ?? '';
            const fields = jsonObject(jsonObject(context.json())['fields'], '"fields"');
            saved(
                gateway.save(user.id, 'update', [{ type: objectOfId(gateway, id), id, fields }], { allOrNone: false })
            );
            return { json: read(gateway, context, id) };
        }),
        route('DELETE', '/records/:id', (context) => {
            const id = context.params['id'] ?? '';
            saved(
                gateway.save(
                    userOf(gateway, context).id,
                    'delete',
                    [{ type: objectOfId(gateway, id), id, fields: {} }],
                    { allOrNone: false }
                )
            );
            return { status: 204 };
        })
    ];
}

/** Names in a list parameter. */
export function namesOf(context: RequestContext, parameter: string): string[] {
    return (context.query.get(parameter) ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
}

function read(gateway: Gateway, context: RequestContext, id: string): unknown {
    const user = userOf(gateway, context);
    const access = gateway.access(user.id);
    const def = readableObject(gateway, access, objectOfId(gateway, id));
    const required = namesOf(context, 'fields');
    const optional = namesOf(context, 'optionalFields');
    const isWhole = context.query.has('layoutTypes') || context.method !== 'GET';
    const chosen = selectFields(gateway, access, def, required, optional);
    const selection = isWhole ? { paths: [...new Set([...allFields(access, def).paths, ...chosen.paths])] } : chosen;
    const record = readRecord(gateway, user, def, id, selection);
    if (!record) throw notFound('The requested resource does not exist');
    return record;
}

/** @throws HttpError in the shape of a failed save: messages of the page and of single fields apart. */
function saved(results: readonly SaveResult[]): SaveResult {
    const [result] = results;
    if (!result) throw new Error('A save of one record gave no result');
    if (result.success) return result;
    const fieldErrors: Record<string, { fieldLabel: string; errorCode: string; message: string; field: string }[]> = {};
    const errors: { errorCode: string; message: string }[] = [];
    for (const error of result.errors) {
        if (error.fields.length === 0) errors.push({ errorCode: error.statusCode, message: error.message });
        for (const field of error.fields) {
            (fieldErrors[field] ??= []).push({
                fieldLabel: field,
                errorCode: error.statusCode,
                message: error.message,
                field
            });
        }
    }
    throw HttpError.withBody(400, {
        message: 'An error occurred while trying to update the record. Please try again.',
        statusCode: 400,
        errorCode: 'INVALID_INPUT',
        enhancedErrorType: 'RecordError',
        output: { errors, fieldErrors }
    });
}
