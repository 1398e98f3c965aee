/** A server between a client and an org that passes everything on, and alters what a test wants altered. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Exchange {
    readonly method: string;
    /** Path and query, decoded. */
    readonly path: string;
    /** Of the request. */
    readonly body: string;
}

export interface Altered {
    readonly status?: number;
    readonly body: string;
}

/**
 * What becomes of the org's answer: undefined leaves it alone, `hang up` ends the connection without one.
 * @param answer of the org
 */
export type Alteration = (exchange: Exchange, answer: string) => Altered | 'hang up' | undefined;

export interface FaultyProxy {
    readonly url: string;
    alter: Alteration;
    close(): Promise<void>;
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
};

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
    const proxy: { alter: Alteration } = { alter: () => undefined };
    const server = createServer((request, response) => {
        const pass = async (): Promise<void> => {
            const { method = 'GET', url = '/' } = request;
            const bytes = await bytesOf(request);
            const headers = Object.fromEntries(
                Object.entries(request.headers).flatMap(([name, value]) =>
                    typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name)
                        ? [[name, value]]
                        : []
                )
            );
            const answer = await fetch(new URL(url, target), {
                method,
                headers,
                ...(bytes.length > 0 ? { body: bytes } : {})
            });
            const text = await answer.text();
            const path = decodeURIComponent(url.replace(/\+/g, ' '));
            const altered = proxy.alter({ method, path, body: bytes.toString('utf8') }, text);
            if (altered === 'hang up') {
                request.socket.destroy();
                return;
            }
            response.writeHead(altered?.status ?? answer.status, {
                'content-type': answer.headers.get('content-type') ?? 'application/json'
            });
            response.end(altered?.body ?? text);
        };
        pass().catch(() => request.socket.destroy());
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        get alter() {
            return proxy.alter;
        },
        set alter(alteration) {
            proxy.alter = alteration;
        },
        close: () =>
            new Promise((closed) => {
                server.closeAllConnections();
                server.close(() => closed());
            })
    };
}
