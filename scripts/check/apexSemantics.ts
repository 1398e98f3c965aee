/**
 * Runs apex-ls, the open-source Apex semantic checker with the platform's types, over the whole package. It ships inside
 * the npm package `@salesforce/code-analyzer-pmd-engine` and needs Java 11 or newer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { filesBelow, packageDirectories } from '../shared/sourceFiles.ts';
import type { Check, CheckResult, Problem } from './check.ts';

const TIMEOUT_MS = 120_000;

interface Report {
    readonly files?: readonly {
        readonly path: string;
        readonly messages: readonly {
            readonly start: { readonly line: number; readonly offset: number };
            readonly category: string;
            readonly message: string;
        }[];
    }[];
}

/** Categories that a deploy would refuse. */
const ERRORS = new Set(['Syntax', 'Error', 'Missing']);

export const apexSemanticsCheck: Check = {
    name: 'apex-semantics',
    proves: 'apex-ls finds no compile error in any class or trigger',
    run(root): CheckResult {
        const sources = packageDirectories(root)
            .flatMap((directory) => filesBelow(root, directory))
            .filter((path) => /\.(cls|trigger)$/.test(path));
        const library = libraryFolder();
        const run = spawnSync(
            'java',
            [
                '-cp',
                join(library, '*'),
                'io.github.apexdevtools.apexls.CheckForIssues',
                '-n',
                '-f',
                'json',
                '-d',
                'warnings',
                '-w',
                root
            ],
            { encoding: 'utf8', timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 }
        );
        if (run.error) {
            return {
                problems: [],
                examined: '0 files',
                impossible: `java did not run (${run.error.message}). Install Java 11 or newer.`
            };
        }
        return { problems: problemsOf(run.stdout, root), examined: `${sources.length} Apex files` };
    }
};

function libraryFolder(): string {
    const entry = createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine');
    const folder = join(dirname(entry), 'java-lib');
    if (!existsSync(folder)) {
        throw new Error(`${folder} is missing: run npm ci`);
    }
    return folder;
}

/** Problems in the checker's JSON; text that is no JSON is itself a problem. */
export function problemsOf(output: string, root: string): Problem[] {
    let report: Report;
    try {
        report = JSON.parse(output.slice(Math.max(0, output.indexOf('{')))) as Report;
    } catch {
        return [{ path: '.', message: `apex-ls answered no JSON: ${output.slice(0, 300)}` }];
    }
    return (report.files ?? []).flatMap((file) =>
        file.messages
            .filter((issue) => ERRORS.has(issue.category))
            .map((issue) => ({
                path: relative(root, file.path),
                line: issue.start.line,
                column: issue.start.offset + 1,
                message: issue.message
            }))
    );
}
