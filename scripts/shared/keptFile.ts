/** One result of slow work, kept in a file for the next run, together with the version of what it was made from. */
import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

export class KeptFile<T> {
    private readonly path: string;
    /** The version, which the file begins with. */
    private readonly head: Buffer;

    /** @param version see `fingerprint` */
    constructor(path: string, version: string) {
        this.path = path;
        this.head = Buffer.from(`${version}\n`);
    }

    /** True when something of exactly this version was kept: a look at the first bytes of what may be many. */
    get isCurrent(): boolean {
        const found = Buffer.alloc(this.head.length);
        try {
            const file = openSync(this.path, 'r');
            try {
                readSync(file, found);
            } finally {
                closeSync(file);
            }
        } catch {
            return false;
        }
        return found.equals(this.head);
    }

    /** What was kept of exactly this version; undefined when nothing was. */
    read(): T | undefined {
        try {
            const bytes = readFileSync(this.path);
            const { length } = this.head;
            return bytes.subarray(0, length).equals(this.head) ? (deserialize(bytes.subarray(length)) as T) : undefined;
        } catch {
            // Absent, cut off, or of another Node: it is made again.
            return undefined;
        }
    }

    /** Takes the place of what was kept before. A folder that cannot be written only costs the time next run. */
    write(value: T): void {
        const temporary = `${this.path}.${process.pid}`;
        try {
            mkdirSync(dirname(this.path), { recursive: true });
            writeFileSync(temporary, Buffer.concat([this.head, serialize(value)]));
            renameSync(temporary, this.path);
        } catch (error) {
            if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
        }
    }
}
