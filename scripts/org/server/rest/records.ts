/** Reading a REST body into rows and turning save results into answers. */
import type { Gateway, RecordInput, SaveResult } from '../gateway.ts';
import { badRequest, HttpError } from '../httpError.ts';

/** @throws HttpError 400 when the value is no JSON object. */
export function jsonObject(value: unknown, what = 'The body'): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw badRequest('JSON_PARSER_ERROR', `${what} must be a JSON object.`);
    }
    return value as Record<string, unknown>;
}

/** One record of a REST body; `attributes` may name its type. */
export function recordInput(value: unknown, type?: string): RecordInput {
    const { attributes, ...fields } = jsonObject(value, 'A record');
    const named = type ?? (attributes as { type?: unknown } | undefined)?.type;
    if (typeof named !== 'string') throw badRequest('INVALID_TYPE', 'A record must name its type in attributes.');
    const id = Object.entries(fields).find(([name]) => name.toLowerCase() === 'id');
    const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => name.toLowerCase() !== 'id'));
    return { type: named, fields: rest, ...(id && typeof id[1] === 'string' ? { id: id[1] } : {}) };
}

/** Result of one row in the shape of the collections API. */
export function resultJson(result: SaveResult): Record<string, unknown> {
    return {
        ...(result.id === null ? {} : { id: result.id }),
        success: result.success,
        errors: result.errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields })),
        ...(result.created === undefined ? {} : { created: result.created })
    };
}

/** The one result of a single-record save. @throws HttpError 400 with the row's errors when it failed. */
export function single(results: readonly SaveResult[]): SaveResult {
    const [result] = results;
    if (!result) throw new Error('A save of one record gave no result');
    if (result.success) return result;
    const isMissing = result.errors.some((error) =>
        ['INVALID_CROSS_REFERENCE_KEY', 'ENTITY_IS_DELETED', 'INVALID_TYPE'].includes(error.statusCode)
    );
    throw new HttpError(
        isMissing ? 404 : 400,
        result.errors.map((error) => ({
            errorCode: isMissing ? 'NOT_FOUND' : error.statusCode,
            message: error.message,
            fields: error.fields
        }))
    );
}

/** Object of an id. @throws HttpError 404. */
export function objectOfId(gateway: Gateway, id: string): string {
    const object = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(id)
        ? gateway.schema.objectByPrefix(id.slice(0, 3))
        : undefined;
    if (!object) throw new HttpError(404, { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' });
    return object.name;
}
