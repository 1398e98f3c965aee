/**
 * The port, taken before anything else is done: a browser that is sent here waits for its answer while the org opens,
 * and does not find a closed door.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ToolError } from '../../shared/toolError.ts';

// Importing it as a module would evaluate all of its exports, and with them Node's HTTP client: 50 ms at every start.
const { createServer } = process.getBuiltinModule('node:http');

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export type EarlyListener = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface OpenPort {
    readonly port: number;
    /** Offers what waits, and what comes until `answerWith`, to a listener that answers some of it and returns true then. */
    answerMeanwhile(listener: EarlyListener): void;
    /** Answers what waits, and everything from now on. */
    answerWith(listener: Listener): void;
    close(): Promise<void>;
}

const KEEP_ALIVE_MS = 10 * 60_000;

/**
 * @param port 0: any free port
 * @throws ToolError when it is taken
 */
export function openPort(port: number): Promise<OpenPort> {
    return new Promise((resolve, reject) => {
        let waiting: Parameters<Listener>[] | undefined = [];
        let early: EarlyListener | undefined;
        let listener: Listener | undefined;
        const server = createServer((request, response) => {
            if (listener) listener(request, response);
            else if (!early?.(request, response)) waiting?.push([request, response]);
        });
        // While an org opens, nothing else is done: a connection that idles meanwhile must not be taken for abandoned.
        server.keepAliveTimeout = KEEP_ALIVE_MS;
        const fail = (error: NodeJS.ErrnoException): void => reject(portError(port, error));
        server.once('error', fail);
        server.listen(port, '127.0.0.1', () => {
            server.off('error', fail);
            resolve({
                port: (server.address() as { port: number }).port,
                answerMeanwhile(answer) {
                    early = answer;
                    waiting = waiting?.filter((waited) => !answer(...waited));
                },
                answerWith(answer) {
                    listener = answer;
                    const waited = waiting ?? [];
                    waiting = undefined;
                    for (const [request, response] of waited) answer(request, response);
                },
                close: () =>
                    new Promise((closed) => {
                        server.close(() => closed());
                        server.closeAllConnections();
                    })
            });
        });
    });
}

function portError(port: number, error: NodeJS.ErrnoException): ToolError {
    if (error.code !== 'EADDRINUSE') {
        return new ToolError('PortError', `Port ${port} cannot be used: ${error.message}`, [
            'Use another port: npm start -- --port 7300'
        ]);
    }
    return new ToolError('PortError', `Port ${port} is taken by another program, perhaps by an earlier "npm start".`, [
        'Stop the other program (Ctrl+C in its terminal)',
        `Use another port: npm start -- --port ${port + 1}`
    ]);
}
