import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = resolve(import.meta.dirname, '..');
const MOST_LINES = 500;

/**
 * Each folder may use those before it, never one behind it. Types are free: the interfaces of `runtime` are the seams
 * that keep the lower folders apart from the engine.
 */
const ORDER = [
    'values',
    'syntax',
    'schema',
    'types',
    'runtime',
    'store',
    'formula',
    'security',
    'soql',
    'compile',
    'dml',
    'async',
    'lib',
    'engine',
    'test',
    'metadata',
    'ui',
    'server'
];

const sources = globSync('**/*.ts', { cwd: ROOT, exclude: (name) => String(name).includes('node_modules') }).toSorted();
const isTest = (path: string): boolean => path.includes('__tests__') || path.endsWith('.e2e.ts');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const folderOf = (path: string): string => path.split('/')[0] ?? '';

/** Files of the local org that a file needs when it runs. */
function usedBy(path: string): string[] {
    const imports = textOf(path).matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gm);
    return [...imports].map((match) => normalize(join(dirname(path), match[1] as string)));
}

describe('the folders of the local org', () => {
    it('are all known, so that none escapes the rule', () => {
        const folders = new Set(sources.filter((path) => path.includes('/') && !isTest(path)).map(folderOf));
        assert.deepEqual([...folders].toSorted(), ORDER.toSorted());
    });

    it('use each other one way only', () => {
        const wrong = sources
            .filter((path) => !isTest(path))
            .flatMap((path) => usedBy(path).map((used) => [path, used] as const))
            .filter(
                ([path, used]) =>
                    !used.startsWith('..') && ORDER.indexOf(folderOf(used)) > ORDER.indexOf(folderOf(path))
            )
            .map(([path, used]) => `${path} uses ${used}`);
        assert.deepEqual(wrong, []);
    });

    it('reach out of the local org only for the helpers and source checks that all commands share', () => {
        const outside = sources
            .filter((path) => !isTest(path))
            .flatMap((path) =>
                usedBy(path).filter((used) => used.startsWith('..') && !/^\.\.\/(shared|check)\//.test(used))
            );
        assert.deepEqual(outside, []);
    });

    it('know no library code in the compiler, only the table of signatures', () => {
        const wrong = sources
            .filter((path) => /^(compile|types|syntax)\//.test(path) && !isTest(path))
            .filter((path) => usedBy(path).some((used) => used.startsWith('lib/') || used.startsWith('engine/')));
        assert.deepEqual(wrong, []);
    });
});

describe('the files of the local org', () => {
    it('are short, or say at their top why not', () => {
        const long = sources
            .filter((path) => textOf(path).split('\n').length > MOST_LINES)
            .filter((path) => !/more than 500 lines/i.test(textOf(path).slice(0, 600)));
        assert.deepEqual(long, []);
    });

    it('name no package: the local org runs any source tree', () => {
        const all = globSync('**/*.{ts,md,html,css,json}', {
            cwd: ROOT,
            exclude: (name) => String(name).includes('node_modules')
        });
        // This file alone may: it has to say what it looks for.
        const naming = all.filter(
            (path) => !path.endsWith('architecture.test.ts') && /baton|hand-?off/i.test(textOf(path))
        );
        assert.deepEqual(naming, []);
    });
});
