/** Server-sent events to every open page. */
import { randomBytes } from 'node:crypto';

type Write = (chunk: string) => void;

export class ServerEvents {
    /** New at every start of the server: a page of an earlier one reloads itself. */
    readonly serverId: string = randomBytes(6).toString('hex');
    private readonly clients = new Set<Write>();

    connect(write: Write, onClose: (listener: () => void) => void): void {
        this.clients.add(write);
        onClose(() => this.clients.delete(write));
        write(message('hello', { serverId: this.serverId }));
    }

    send(name: string, data: unknown): void {
        for (const write of this.clients) write(message(name, data));
    }
}

function message(name: string, data: unknown): string {
    return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
