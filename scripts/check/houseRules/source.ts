/** The package as the house rules see it: each file with its domain and kind. */
import { basename } from 'node:path';
import { filesBelow, packageDirectories, readText } from '../../shared/sourceFiles.ts';

export interface SourceEntry {
    readonly path: string;
    /** First folder below the package directory: `handoff`, `shared`, ... */
    readonly domain: string;
    /** File name without directories. */
    readonly file: string;
    text(): string;
}

export interface PackageSource {
    readonly root: string;
    readonly entries: readonly SourceEntry[];
}

export function readPackageSource(root: string): PackageSource {
    const entries = packageDirectories(root).flatMap((directory) =>
        filesBelow(root, directory).map((path) => ({
            path,
            domain: path.slice(directory.length).split(/[\\/]/).filter(Boolean)[0] ?? '',
            file: basename(path),
            text: () => readText(root, path)
        }))
    );
    return { root, entries };
}

/** Apex text with comments and string literals blanked out, so that rules look at code only. Offsets stay the same. */
export function apexCode(text: string): string {
    return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (match) => match.replace(/[^\n]/g, ' '));
}

export function isTestClass(text: string): boolean {
    return /@IsTest/i.test(text);
}
