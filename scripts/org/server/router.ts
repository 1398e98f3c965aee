/** Method and path to handler. Patterns name their parameters: `/records/:id`; the last one may swallow the rest: `/files/*path`. */
import type { Session } from './session.ts';

export interface RequestContext {
    readonly method: string;
    /** Path without query, leading slashes collapsed. */
    readonly path: string;
    readonly params: Readonly<Record<string, string>>;
    readonly query: URLSearchParams;
    /** Whose request this is; routes that are open to everybody have the session of the page, or none. */
    readonly session: Session | null;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    /** Parsed body. Throws HttpError 400 when it is not JSON. */
    json(): unknown;
    /** Body as UTF-8 text, whatever its type. */
    text(): string;
    /** Body as it came. */
    bytes(): Uint8Array;
}

export interface Reply {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** Sent as JSON. */
    readonly json?: unknown;
    /** Sent as it is. */
    readonly body?: string | Uint8Array;
    /** What comes before the body, where it was not sent already; see `serveEarly`. */
    readonly beginning?: string;
    /** Keeps the connection and writes to it (server-sent events). */
    readonly stream?: (write: (chunk: string) => void, onClose: (listener: () => void) => void) => void;
}

export type Handler = (context: RequestContext) => Reply | Promise<Reply>;

export interface Route {
    readonly method: string;
    readonly pattern: string;
    /** 'token': the request must carry an access token. 'open': pages and their files. */
    readonly access: 'token' | 'open';
    readonly handler: Handler;
    /** Bytes of the largest body; the server's default when absent. */
    readonly largestBody?: number;
    /** Shape of this route's failures; the REST list of errors when absent. */
    readonly failure?: (error: { readonly status: number; readonly body: unknown }) => Reply;
}

interface CompiledRoute extends Route {
    readonly expression: RegExp;
    readonly names: readonly string[];
}

export interface Match {
    readonly route: Route;
    readonly params: Readonly<Record<string, string>>;
}

export class Router {
    private readonly routes: CompiledRoute[] = [];
    private later: (() => Promise<readonly Route[]>) | undefined;
    private completing: Promise<void> | undefined;

    add(routes: readonly Route[]): this {
        for (const route of routes) {
            const names: string[] = [];
            const expression = new RegExp(
                `^${route.pattern
                    .replace(/[.+]/g, '\\$&')
                    .replace(/([:*])(\w+)/g, (_all, kind: string, name: string) => {
                        names.push(name);
                        return kind === '*' ? '(.*)' : '([^/]+)';
                    })}/?$`
            );
            this.routes.push({ ...route, expression, names });
        }
        return this;
    }

    /** Routes that are loaded when no other one fits. */
    addLater(load: () => Promise<readonly Route[]>): this {
        this.later = load;
        return this;
    }

    /** As `match`, with the routes that were added for later. */
    async find(method: string, path: string): Promise<ReturnType<Router['match']>> {
        const known = this.match(method, path);
        if (typeof known === 'object' || !this.later) return known;
        this.completing ??= this.later().then((routes) => void this.add(routes));
        await this.completing;
        return this.match(method, path);
    }

    /** The first route that fits; 'method' when the path exists for other methods only; undefined when there is none. */
    match(method: string, path: string): Match | 'method' | undefined {
        let pathExists = false;
        for (const route of this.routes) {
            const found = route.expression.exec(path);
            if (!found) continue;
            pathExists = true;
            if (route.method !== method) continue;
            try {
                const params = Object.fromEntries(
                    route.names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')])
                );
                return { route, params };
            } catch {
                return undefined;
            }
        }
        return pathExists ? 'method' : undefined;
    }
}
