/**
 * One reducer for everything that a wire, an Apex call or the network fails with. What comes out is fit to be read: never
 * the name of an exception.
 */
import NoAccess from '@salesforce/label/c.Shared_Error_NoAccess';
import Offline from '@salesforce/label/c.Shared_Error_Offline';
import Unexpected from '@salesforce/label/c.Shared_Error_Unexpected';

export interface FieldError {
    readonly name: string;
    readonly message: string;
}

export interface AppError {
    /** For support, `HANDOFF_EXPIRED`; empty when the server named none. */
    readonly code: string;
    readonly message: string;
    readonly fields: readonly FieldError[];
}

/** Text that only a developer wants to read. */
const TECHNICAL = /Exception\b|Script-thrown|Cannot read prop|undefined|\bat line \d|^\s*$/i;
const ACCESS = /INSUFFICIENT_ACCESS|NO_ACCESS|not have access|insufficient (access|privileges)/i;

/** @param error whatever was thrown or wired */
export function toAppError(error: unknown): AppError {
    const payload = payloadOf(messageOf(error));
    if (payload) {
        return payload;
    }
    const message = messageOf(error);
    if (ACCESS.test(message)) {
        return { code: '', message: NoAccess, fields: [] };
    }
    if (isOffline(error)) {
        return { code: '', message: Offline, fields: [] };
    }
    return { code: '', message: TECHNICAL.test(message) ? Unexpected : message, fields: [] };
}

/** The problem in an outcome that is not ok, as returned by every method that changes something. */
export function outcomeError(outcome: {
    readonly code?: string | null;
    readonly message?: string | null;
    readonly fields?: readonly { readonly name?: string; readonly message?: string }[] | null;
}): AppError {
    return {
        code: outcome.code ?? '',
        message: outcome.message || Unexpected,
        fields: (outcome.fields ?? []).map(({ name = '', message = '' }) => ({ name, message }))
    };
}

function messageOf(error: unknown): string {
    if (typeof error === 'string') {
        return error;
    }
    const body = property(error, 'body');
    const first = Array.isArray(body) ? (body as unknown[])[0] : body;
    const candidates = [property(first, 'message'), ...pageErrors(first), property(error, 'message'), body];
    return candidates.find((text): text is string => typeof text === 'string' && text !== '') ?? '';
}

/** Messages that the record API puts below `output.errors` or `pageErrors`. */
function pageErrors(body: unknown): unknown[] {
    return [property(property(body, 'output'), 'errors'), property(body, 'pageErrors')]
        .filter((list): list is unknown[] => Array.isArray(list))
        .flatMap((list) => list.map((entry) => property(entry, 'message')));
}

/** Our own Apex sends `{code, message, fields}` as the text of its exception. */
function payloadOf(message: string): AppError | undefined {
    if (!message.trimStart().startsWith('{')) {
        return undefined;
    }
    let parsed: unknown;
    try {
        parsed = JSON.parse(message);
    } catch {
        return undefined;
    }
    const text = property(parsed, 'message');
    if (typeof text !== 'string' || text === '') {
        return { code: '', message: Unexpected, fields: [] };
    }
    const fields = property(parsed, 'fields');
    const code = property(parsed, 'code');
    return {
        code: typeof code === 'string' ? code : '',
        message: text,
        fields: Array.isArray(fields)
            ? fields.map((field: unknown) => ({
                  name: textOf(field, 'name'),
                  message: textOf(field, 'message')
              }))
            : []
    };
}

function textOf(value: unknown, name: string): string {
    const text = property(value, name);
    return typeof text === 'string' ? text : '';
}

function isOffline(error: unknown): boolean {
    const status = property(error, 'status');
    return status === 0 || (error instanceof TypeError && /fetch|network/i.test(error.message));
}

function property(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
