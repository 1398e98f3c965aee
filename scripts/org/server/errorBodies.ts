/** What a failure of the org looks like over HTTP: a code and a sentence, never a stack trace. */
import { ApexException, LimitException, Unsupported, isExceptionOf } from '../values/exceptions.ts';
import { HttpError } from './httpError.ts';
import type { ErrorItem } from './httpError.ts';

export interface ErrorAnswer {
    readonly status: number;
    readonly body: unknown;
}

/** Undefined for a failure that is the server's own. */
export function errorBodyOf(error: unknown): ErrorAnswer | undefined {
    if (error instanceof HttpError) return { status: error.status, body: error.body };
    if (error instanceof Unsupported) {
        return {
            status: 501,
            body: [{ errorCode: 'NOT_SUPPORTED_BY_LOCAL_ORG', message: error.message } satisfies ErrorItem]
        };
    }
    if (error instanceof LimitException)
        return { status: 400, body: [{ errorCode: 'LIMIT_EXCEEDED', message: error.message }] };
    if (error instanceof ApexException) return { status: 400, body: [apexErrorItem(error)] };
    if (error instanceof Error && error.name === 'SoqlSyntaxError') {
        return { status: 400, body: [{ errorCode: 'MALFORMED_QUERY', message: error.message }] };
    }
    return undefined;
}

function apexErrorItem(error: ApexException): ErrorItem {
    const message = error.message ?? error.typeName;
    if (isExceptionOf(error, 'QueryException')) {
        const code = /^No such column/i.test(message)
            ? 'INVALID_FIELD'
            : /is not supported/.test(message) && /^sObject type/i.test(message)
              ? 'INVALID_TYPE'
              : 'MALFORMED_QUERY';
        return { errorCode: code, message };
    }
    return { errorCode: 'APEX_ERROR', message: `${error.typeName}: ${message}` };
}
