/** Requests to the server of the local org. A failure is thrown in the shape that Lightning components receive. */
import { settings } from 'host/settings';
import { plainText } from 'host/plainText';

/** Shape of an error that a wire or an imperative call hands to a component. */
export interface FetchError {
    readonly ok: false;
    readonly status: number;
    readonly statusText: string;
    readonly errorType: 'fetchResponse';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>> & { readonly message: string };
}

/** @throws FetchError */
export async function request(method: string, path: string, body?: unknown): Promise<unknown> {
    const known = method === 'GET' && settings.first?.path === path ? settings.first : null;
    if (known) {
        settings.first = null;
        return known.answer;
    }
    let response: Response;
    try {
        response = await fetch(path, {
            method,
            headers: {
                authorization: `Bearer ${settings.token}`,
                ...(body === undefined ? {} : { 'content-type': 'application/json' })
            },
            body: body === undefined ? undefined : JSON.stringify(body)
        });
    } catch {
        throw failure(0, 'Network Error', { message: 'The local org does not answer. Is it still running?' });
    }
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw failure(response.status, response.statusText, parsed);
    return parsed;
}

/** Path of the UI API, as on the platform. */
export const UI_API = '/services/data/v66.0/ui-api';

export function failure(status: number, statusText: string, body: unknown): FetchError {
    const first: unknown = Array.isArray(body) ? body[0] : body;
    const details = typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : {};
    return {
        ok: false,
        status,
        statusText,
        errorType: 'fetchResponse',
        headers: {},
        body: { statusCode: status, ...details, message: plainText(details['message'] ?? statusText) }
    };
}
