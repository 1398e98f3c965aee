/** The page on governor limits: every entry point of the package stands on it, and nothing that is gone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { positionAt, readText } from '../../shared/sourceFiles.ts';
import type { Finding } from '../check.ts';
import { apexCode, isTestClass, type PackageSource, type SourceEntry } from './source.ts';

const PAGE = 'docs/limits.md';
/** What components, flows, web clients and the platform call by an annotation. */
const CALLED = /@(?:AuraEnabled|Http\w+|InvocableMethod|Future)\b[^;{}]*?\bstatic\s+[\w.<>[\], ]+?\s(\w+)\s*\(/gi;
const JOBS: readonly (readonly [implemented: RegExp, methods: readonly string[]])[] = [
    [/\bimplements\b[^{]*\b(Queueable|Schedulable|Finalizer)\b/, ['execute']],
    [/\bimplements\b[^{]*\bDatabase\.Batchable\b/, ['start', 'execute', 'finish']]
];

interface EntryPoint {
    readonly path: string;
    readonly line: number;
    readonly name: string;
}

/** Nothing is asked of a package that has no such page. */
export function limitsOfEveryEntryPoint(source: PackageSource): Finding[] {
    if (!existsSync(join(source.root, PAGE))) {
        return [];
    }
    const page = readText(source.root, PAGE);
    const listed = [...page.matchAll(/^\| `([\w.]+)`/gm)].map((match) => ({
        path: PAGE,
        line: positionAt(page, match.index).line,
        name: match[1] ?? ''
    }));
    const there = source.entries.flatMap(entryPointsOf);
    const lacking = (ones: readonly EntryPoint[], others: readonly EntryPoint[], message: string): Finding[] => {
        const names = new Set(others.map(({ name }) => name));
        return ones
            .filter(({ name }) => !names.has(name))
            .map(({ path, line, name }) => ({ path, line, message: `${name} ${message}` }));
    };
    return [
        ...lacking(there, listed, `does not stand in ${PAGE}`),
        ...lacking(listed, there, 'is no entry point of the package any more')
    ];
}

function entryPointsOf(entry: SourceEntry): EntryPoint[] {
    const { path, file } = entry;
    const [, owner = '', kind] = /^(\w+)\.(cls|trigger)$/.exec(file) ?? [];
    const original = kind === undefined ? '' : entry.text();
    if (kind === undefined || isTestClass(original)) {
        return [];
    }
    if (kind === 'trigger') {
        return [{ path, line: 1, name: owner }];
    }
    const code = apexCode(original);
    const at = (offset: number, method: string): EntryPoint => ({
        path,
        line: positionAt(code, offset).line,
        name: `${owner}.${method}`
    });
    return [
        ...[...code.matchAll(CALLED)].map((match) => at(match.index, match[1] ?? '')),
        ...JOBS.flatMap(([implemented, methods]) => {
            const offset = code.search(implemented);
            return offset < 0 ? [] : methods.map((method) => at(offset, method));
        })
    ];
}
