/** Parts of a `multipart/form-data` body by name. */
import { badRequest } from '../httpError.ts';

const LINE = '\r\n';

/** @throws HttpError 400 when the body is no such form */
export function readMultipart(body: Uint8Array, contentType: string): Map<string, Uint8Array> {
    const boundary = /^multipart\/form-data\b.*;\s*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
    if (boundary === undefined) throw badRequest('INVALID_MULTIPART_REQUEST', 'The body must be multipart/form-data.');
    const bytes = Buffer.from(body);
    const marker = `--${boundary}`;
    const parts = new Map<string, Uint8Array>();
    let start = bytes.indexOf(marker);
    while (start >= 0) {
        const next = bytes.indexOf(LINE + marker, start + marker.length);
        if (next < 0) break;
        const part = bytes.subarray(start + marker.length + LINE.length, next);
        const headEnd = part.indexOf(LINE + LINE);
        const name = /\bname="([^"]*)"/i.exec(part.subarray(0, Math.max(headEnd, 0)).toString('utf8'))?.[1];
        if (headEnd >= 0 && name !== undefined) parts.set(name, part.subarray(headEnd + 2 * LINE.length));
        start = next + LINE.length;
    }
    if (parts.size === 0) throw badRequest('INVALID_MULTIPART_REQUEST', 'The form has no parts.');
    return parts;
}
