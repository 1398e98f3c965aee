/** Pieces of SOQL text that are safe to build. */
import { badRequest } from './httpError.ts';

/** A quoted SOQL string. */
export function soqlString(value: string): string {
    return `'${value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;
}

/** An id as a quoted string. @throws HttpError 400 when it cannot be one. */
export function soqlId(value: string): string {
    if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(value))
        throw badRequest('MALFORMED_ID', `malformed id ${value.slice(0, 40)}`);
    return `'${value}'`;
}

/** A LIKE pattern that contains the text. */
export function soqlContains(value: string): string {
    return soqlString(`%${value.replace(/[%_]/g, '\\$&')}%`).replace(/\\\\([%_])/g, '\\$1');
}
