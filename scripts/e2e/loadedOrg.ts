/**
 * Demo data that was loaded once, kept as a data file: most tests begin with the same org, and loading it takes longer
 * than many of them. Anything that changes in the package, the demo data or the local org makes another file.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Org } from '../org/engine/org.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const KEPT = join(ROOT, '.cache/e2e');
/** What an org with demo data is made of. */
const MADE_OF = ['force-app', 'config', 'scripts/data', 'scripts/org', 'scripts/shared'];

export interface LoadedOrg {
    /** A data file of one's own with everything in it; undefined when nothing is kept yet. */
    readonly dataFile: string | undefined;
    /** Keeps what is loaded now for the tests after this one. */
    keep(org: Org): void;
    dispose(): void;
}

/** @param name what sets this loading apart from others, e.g. `small` */
export function loadedOrg(name: string): LoadedOrg {
    const kept = join(KEPT, `${name}-${stamp()}.db`);
    const folder = mkdtempSync(join(tmpdir(), 'e2e-org-'));
    const own = join(folder, 'org.db');
    const isKept = existsSync(kept);
    if (isKept) copyFileSync(kept, own);
    return {
        dataFile: isKept ? own : undefined,
        keep(org) {
            mkdirSync(KEPT, { recursive: true });
            org.store.database.prepare('VACUUM INTO ?').run(own);
            const older = new RegExp(`^${name}-[0-9a-f]{16}\\.db$`);
            for (const file of readdirSync(KEPT)) {
                if (older.test(file) && join(KEPT, file) !== kept) rmSync(join(KEPT, file), { force: true });
            }
            // Two tests may come to this at once: whoever renames last wins, with the same content.
            const whole = `${kept}.${process.pid}`;
            copyFileSync(own, whole);
            renameSync(whole, kept);
        },
        dispose() {
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

/** Changes when a file of the org does: by name, size and time, which is what a build looks at, too. */
function stamp(): string {
    const hash = createHash('sha256');
    for (const folder of MADE_OF) {
        for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
            if (!entry.isFile()) continue;
            const path = join(entry.parentPath, entry.name);
            const { size, mtimeMs } = statSync(path);
            hash.update(`${path} ${size} ${mtimeMs}\n`);
        }
    }
    return hash.digest('hex').slice(0, 16);
}
