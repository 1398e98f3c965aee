/** One result of slow work, kept in a file for the next run, together with the version of what it was made from. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

export class KeptFile<T> {
    private readonly path: string;
    private readonly version: string;

    /** @param version see `fingerprint` */
    constructor(path: string, version: string) {
        this.path = path;
        this.version = version;
    }

    /** What was kept of exactly this version; undefined when nothing was. */
    read(): T | undefined {
        try {
            const kept = deserialize(readFileSync(this.path)) as { version: string; value: T };
            return kept.version === this.version ? kept.value : undefined;
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
            writeFileSync(temporary, serialize({ version: this.version, value }));
            renameSync(temporary, this.path);
        } catch (error) {
            if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
        }
    }
}
