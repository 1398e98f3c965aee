/** Small source trees in temporary folders, for tests that run a whole org. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openOrg, type OpenOrgOptions, type Org } from '../org.ts';
import type { TestResult } from '../../test/report.ts';
import { runOrgTests } from '../../test/orgTests.ts';

export interface TinyTree {
    readonly dir: string;
    remove(): void;
}

/** Writes files below a new temporary folder; `Foo.cls` goes to classes, `Foo.trigger` to triggers. */
export function tinyTree(files: Readonly<Record<string, string>>): TinyTree {
    const dir = mkdtempSync(join(tmpdir(), 'local-org-'));
    for (const [name, text] of Object.entries(files)) {
        const folder = name.includes('/')
            ? '.'
            : name.endsWith('.cls')
              ? 'classes'
              : name.endsWith('.trigger')
                ? 'triggers'
                : '.';
        const path = join(dir, folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
    }
    return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Opens an org on a tiny tree for the duration of some work. */
export function withOrg<T>(
    files: Readonly<Record<string, string>>,
    work: (org: Org, tree: TinyTree) => T,
    options: Partial<OpenOrgOptions> = {}
): T {
    const tree = tinyTree(files);
    try {
        const org = openOrg({ sourceDirs: [tree.dir], ...options });
        try {
            return work(org, tree);
        } finally {
            org.close();
        }
    } finally {
        tree.remove();
    }
}

/** Runs all tests of a tiny tree; `outcome: message` by `Class.method`. */
export function outcomes(files: Readonly<Record<string, string>>, options: Partial<OpenOrgOptions> = {}) {
    return withOrg(
        files,
        (org) => {
            const report = runOrgTests(org, null);
            const text = (test: TestResult): string =>
                test.message === null ? test.outcome : `${test.outcome}: ${test.message}`;
            return {
                report,
                of: Object.fromEntries(report.tests.map((test) => [`${test.class}.${test.method}`, text(test)]))
            };
        },
        options
    );
}

/** A test class around statements: one test method per entry. */
export function testClass(name: string, methods: Readonly<Record<string, string>>, rest = ''): string {
    const bodies = Object.entries(methods).map(
        ([method, body]) => `    @IsTest static void ${method}() {\n${body}\n    }`
    );
    return `@IsTest\nprivate class ${name} {\n${bodies.join('\n')}\n${rest}\n}\n`;
}
