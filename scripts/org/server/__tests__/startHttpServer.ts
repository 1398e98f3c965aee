/** A server at a port of its own, for tests that talk HTTP to it. */
import { serveAt, type HttpServerOptions } from '../httpServer.ts';
import { openPort } from '../openPort.ts';

export interface RunningServer {
    readonly port: number;
    close(): Promise<void>;
}

export async function startHttpServer(options: HttpServerOptions & { readonly port: number }): Promise<RunningServer> {
    const port = await openPort(options.port);
    serveAt(port, options);
    return port;
}
