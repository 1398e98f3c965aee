/** Where the npm packages of the browser host lie. The host runs a newer LWC than the Jest stack at the root. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `scripts/org/ui`. */
export const uiRoot: string = dirname(dirname(fileURLToPath(import.meta.url)));

const repositoryRoot: string = dirname(dirname(dirname(uiRoot)));

/** What is built once and kept: `.cache` at the root of the repository, or the folder that LOCAL_ORG_CACHE names. */
export const cacheRoot: string = process.env['LOCAL_ORG_CACHE'] ?? join(repositoryRoot, '.cache');

/**
 * Folder of an npm package as the host sees it: its own `node_modules` first, then every parent's.
 * `package.json` of lwc packages hides behind `exports`, so Node's resolver cannot be asked.
 * @throws Error when the package is not installed.
 */
export function packageFolder(name: string): string {
    for (let folder = uiRoot; ; folder = dirname(folder)) {
        const candidate = join(folder, 'node_modules', name);
        if (existsSync(join(candidate, 'package.json'))) return candidate;
        if (folder === dirname(folder)) throw new Error(`The npm package ${name} is not installed. Run "npm ci".`);
    }
}

/** Parsed `package.json` of an installed package. */
export function packageManifest(name: string): Record<string, unknown> & { version: string } {
    return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')) as Record<string, unknown> & {
        version: string;
    };
}

/** ES module entry of a package under `@lwc/` or of `lwc` itself, from the host's own copy. */
export function lwcEntry(name: string): string {
    const manifest = packageManifest(name) as { module?: string; main?: string };
    return join(packageFolder(name), manifest.module ?? manifest.main ?? 'index.js');
}
