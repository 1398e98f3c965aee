/** Tells whether files changed without reading them. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NOT_LOOKED_INTO: ReadonlySet<string> = new Set(['node_modules', '.git', '__tests__']);

/** A file and what changes whenever its content may have: the system sets `ctime` at every write and nobody can set it back. */
export interface FileStamp {
    readonly path: string;
    readonly stamp: string;
}

/** Every file below the folders; a folder that is not there has none. */
export function stampsBelow(folders: readonly string[]): FileStamp[] {
    const found: FileStamp[] = [];
    const walk = (folder: string): void => {
        let entries;
        try {
            entries = readdirSync(folder, { withFileTypes: true });
        } catch {
            return;
        }
        for (const entry of entries) {
            if (NOT_LOOKED_INTO.has(entry.name)) continue;
            const path = join(folder, entry.name);
            if (entry.isDirectory()) walk(path);
            else {
                const { size, mtimeMs, ctimeMs, ino } = statSync(path);
                found.push({ path, stamp: `${size} ${mtimeMs} ${ctimeMs} ${ino}` });
            }
        }
    };
    folders.forEach(walk);
    return found;
}

/** One text for many files, and for other things that a result follows from. */
export function fingerprint(files: readonly FileStamp[], others: readonly string[] = []): string {
    const hash = createHash('sha1');
    for (const other of others) hash.update(`${other}\0`);
    for (const line of files.map(({ path, stamp }) => `${path} ${stamp}\n`).sort()) hash.update(line);
    return hash.digest('hex');
}
