/** An answer that is not 2xx, in the platform's shape. */

export interface ErrorItem {
    readonly errorCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
    readonly [detail: string]: unknown;
}

/** Thrown by handlers. The body is sent as it is: a list of items, or the object that an endpoint prescribes. */
export class HttpError extends Error {
    readonly status: number;
    readonly body: unknown;

    constructor(status: number, body: ErrorItem | readonly ErrorItem[]) {
        const items = Array.isArray(body) ? (body as readonly ErrorItem[]) : [body as ErrorItem];
        super(items[0]?.message ?? String(status));
        this.name = 'HttpError';
        this.status = status;
        this.body = items;
    }

    /** An answer whose body is not a list of items. */
    static withBody(status: number, body: { readonly message: string; readonly [detail: string]: unknown }): HttpError {
        return Object.assign(new HttpError(status, { errorCode: '', message: body.message }), { body });
    }
}

export function badRequest(errorCode: string, message: string, fields?: readonly string[]): HttpError {
    return new HttpError(400, fields ? { errorCode, message, fields } : { errorCode, message });
}

export function notFound(message = 'The requested resource does not exist'): HttpError {
    return new HttpError(404, { errorCode: 'NOT_FOUND', message });
}
