/** The one HTTP server: checks who asks, reads the body within bounds, finds the route, turns failures into answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpError } from './httpError.ts';
import type { OpenPort } from './openPort.ts';
import type { Reply, RequestContext, Router } from './router.ts';
import { isTrustedOrigin } from './session.ts';
import type { Session, Sessions } from './session.ts';
import { errorBodyOf } from './errorBodies.ts';

/** Bytes. The platform's own limit for a REST request is 50 MB; a laptop needs less. */
const LARGEST_BODY = 12 * 1024 * 1024;

export interface HttpServerOptions {
    readonly router: Router;
    readonly sessions: Sessions;
    /** Told about failures that are nobody's mistake but the server's. */
    readonly onInternalError: (error: unknown, path: string) => void;
}

/** Answers at a port that is open. */
export function serveAt(port: OpenPort, options: HttpServerOptions): void {
    port.answerWith((request, response) => void answer(options, port.port, request, response));
}

export interface EarlyOptions extends HttpServerOptions {
    /** Headers and beginning of the page that is asked for, which is all that can be said of it yet; undefined: it is no page. */
    readonly pageBeginning: (path: string, cookie: string | undefined) => PageBeginning | undefined;
}

export interface PageBeginning {
    readonly reply: Reply;
    /** The cookie by which the rest of the page finds its session. */
    readonly cookie: string;
}

/** Answers what needs no open org, and begins pages: their rest comes with `serveAt`. Everything else waits for it. */
export function serveEarly(port: OpenPort, options: EarlyOptions): void {
    port.answerMeanwhile((request, response) => {
        const path = pathOf(request.url ?? '/');
        if (typeof options.router.match(methodOf(request), path) === 'object') {
            void answer(options, port.port, request, response);
            return true;
        }
        if (request.method !== 'GET' || !isTrustedOrigin(request.headers, port.port, true)) return false;
        const begun = options.pageBeginning(path, request.headers.cookie);
        if (begun) {
            request.headers.cookie = begun.cookie;
            response.writeHead(200, headersOf(begun.reply));
            response.write(begun.reply.beginning ?? '');
        }
        return false;
    });
}

async function answer(
    options: HttpServerOptions,
    port: number,
    request: IncomingMessage,
    response: ServerResponse
): Promise<void> {
    const path = pathOf(request.url ?? '/');
    const match = await options.router.find(methodOf(request), path);
    try {
        const context = await contextOf(options, port, path, request, match);
        send(response, await context.run());
    } catch (error) {
        if (response.headersSent) {
            response.end();
            return;
        }
        // What is left of a body that nobody reads must not be taken for the next request.
        if (!request.complete) response.setHeader('connection', 'close');
        send(response, errorReply(options, error, path, match));
    }
}

function methodOf(request: IncomingMessage): string {
    return request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
}

function pathOf(url: string): string {
    return `/${(url.split('?')[0] ?? '').replace(/^\/+/, '')}`;
}

async function contextOf(
    options: HttpServerOptions,
    port: number,
    path: string,
    request: IncomingMessage,
    match: ReturnType<Router['match']>
): Promise<{ run: () => Reply | Promise<Reply> }> {
    const method = request.method ?? 'GET';
    const isPage = match !== 'method' && match?.route.access === 'open';
    if (!isTrustedOrigin(request.headers, port, isPage && method === 'GET')) {
        throw new HttpError(403, {
            errorCode: 'FORBIDDEN',
            message: 'This server answers only to its own pages and to programs on this computer.'
        });
    }
    if (match === 'method') {
        throw new HttpError(405, {
            errorCode: 'METHOD_NOT_ALLOWED',
            message: `HTTP method '${method}' not allowed here`
        });
    }
    if (match === undefined)
        throw new HttpError(404, { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' });
    const session: Session | null = options.sessions.ofToken(request.headers.authorization);
    if (match.route.access === 'token' && !session) {
        throw new HttpError(401, { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' });
    }
    const bytes = await bodyOf(request, match.route.largestBody ?? LARGEST_BODY);
    const text = (): string => bytes.toString('utf8');
    const context: RequestContext = {
        method,
        path,
        params: match.params,
        query: new URLSearchParams((request.url ?? '').split('?')[1] ?? ''),
        session,
        headers: request.headers,
        json: () => parseJson(text(), request.headers['content-type']),
        text,
        bytes: () => bytes
    };
    return { run: () => match.route.handler(context) };
}

function parseJson(text: string, contentType: string | undefined): unknown {
    if (contentType !== undefined && !/^application\/json\b/i.test(contentType)) {
        throw new HttpError(415, {
            errorCode: 'UNSUPPORTED_MEDIA_TYPE',
            message: `Content type '${contentType}' not supported; send application/json`
        });
    }
    try {
        return JSON.parse(text) as unknown;
    } catch (error) {
        const detail = error instanceof Error ? error.message : '';
        throw new HttpError(400, { errorCode: 'JSON_PARSER_ERROR', message: `The body is not JSON: ${detail}` });
    }
}

async function bodyOf(request: IncomingMessage, largest: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request) {
        size += (chunk as Buffer).length;
        if (size > largest) {
            throw new HttpError(413, {
                errorCode: 'REQUEST_ENTITY_TOO_LARGE',
                message: `A request may have ${largest} bytes at most`
            });
        }
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
}

function errorReply(
    options: HttpServerOptions,
    error: unknown,
    path: string,
    match: ReturnType<Router['match']>
): Reply {
    const known = errorBodyOf(error);
    if (!known) options.onInternalError(error, path);
    const answer = known ?? {
        status: 500,
        body: [
            {
                errorCode: 'UNKNOWN_EXCEPTION',
                message: 'The local org failed at this request. Its terminal says where.'
            }
        ]
    };
    const failure = typeof match === 'object' ? match.route.failure : undefined;
    return failure ? failure(answer) : { status: answer.status, json: answer.body };
}

function headersOf(reply: Reply): Record<string, string> {
    return { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...reply.headers };
}

function send(response: ServerResponse, reply: Reply): void {
    if (response.headersSent) {
        response.end(reply.body);
        return;
    }
    const headers = headersOf(reply);
    if (reply.stream) {
        response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
        reply.stream(
            (chunk) => response.write(chunk),
            (listener) => response.on('close', listener)
        );
        return;
    }
    if (reply.body === undefined && reply.json === undefined) {
        response.writeHead(reply.status ?? 204, headers);
        response.end();
        return;
    }
    if (reply.json !== undefined) headers['content-type'] = 'application/json; charset=utf-8';
    response.writeHead(reply.status ?? 200, headers);
    if (reply.beginning !== undefined) response.write(reply.beginning);
    response.end(reply.body ?? JSON.stringify(reply.json));
}
