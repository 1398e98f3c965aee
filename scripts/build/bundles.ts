/** Where the Lightning web components of the package are, and of which files each is made. */
import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { packageDirectories } from '../shared/sourceFiles.ts';

export interface Bundle {
    readonly name: string;
    /** Relative to the package's root. */
    readonly folder: string;
    /** Files that an org receives plus the TypeScript they are made of, relative to `folder`; no tests. */
    readonly files: readonly string[];
}

const SKIPPED_FOLDERS = new Set(['__tests__', '__mocks__', 'node_modules']);

/** All bundles of the package directories, sorted by name. */
export function findBundles(root: string): Bundle[] {
    return packageDirectories(root)
        .flatMap((directory) => lwcFolders(join(root, directory)))
        .flatMap((lwcFolder) =>
            readdirSync(lwcFolder, { withFileTypes: true })
                .filter((entry) => entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name))
                .map((entry) => {
                    const folder = join(lwcFolder, entry.name);
                    return { name: entry.name, folder: relative(root, folder), files: filesOf(folder) };
                })
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function lwcFolders(directory: string): string[] {
    return readdirSync(directory, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name))
        .flatMap((entry) => {
            const path = join(directory, entry.name);
            return basename(path) === 'lwc' ? [path] : lwcFolders(path);
        });
}

function filesOf(folder: string, below = ''): string[] {
    return readdirSync(join(folder, below), { withFileTypes: true })
        .filter((entry) => !SKIPPED_FOLDERS.has(entry.name))
        .flatMap((entry) => {
            const path = join(below, entry.name);
            return entry.isDirectory() ? filesOf(folder, path) : [path];
        })
        .sort();
}
