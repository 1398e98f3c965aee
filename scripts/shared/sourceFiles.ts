/** Finds and reads the files of a source tree. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const FOLDERS_OF_TOOLS = new Set(['node_modules', '.git', '.cache', '.local-org']);
const TESTS = '__tests__';

/** All files below a folder, sorted, as paths relative to `root`. Folders of tools and tests of components are left out. */
export function filesBelow(root: string, folder: string): string[] {
    return filesWithTests(root, folder).filter((path) => !path.split(/[\\/]/).includes(TESTS));
}

/** The same with tests. */
export function filesWithTests(root: string, folder: string): string[] {
    const found: string[] = [];
    const walk = (directory: string): void => {
        for (const entry of readdirSync(directory, { withFileTypes: true })) {
            const path = join(directory, entry.name);
            if (entry.isDirectory()) {
                if (!FOLDERS_OF_TOOLS.has(entry.name)) {
                    walk(path);
                }
            } else {
                found.push(relative(root, path));
            }
        }
    };
    if (statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) {
        walk(join(root, folder));
    }
    return found.sort();
}

export function readText(root: string, path: string): string {
    return readFileSync(join(root, path), 'utf8');
}

/** Line and column, both from 1, of an offset into a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
    const before = text.slice(0, offset);
    const lastBreak = before.lastIndexOf('\n');
    return { line: before.split('\n').length, column: offset - lastBreak };
}

/** Folders named in `packageDirectories` of sfdx-project.json. */
export function packageDirectories(root: string): string[] {
    const project = JSON.parse(readText(root, 'sfdx-project.json')) as { packageDirectories: { path: string }[] };
    return project.packageDirectories.map((directory) => directory.path);
}
