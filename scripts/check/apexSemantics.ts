/**
 * Runs apex-ls, the open-source Apex semantic checker with the platform's types, over the whole package. It ships inside
 * the npm package `@salesforce/code-analyzer-pmd-engine` and needs Java 11 or newer.
 */
import { join, relative } from 'node:path';
import { filesBelow, packageDirectories } from '../shared/sourceFiles.ts';
import { breaking, type Check, type CheckResult, type Finding, type Rule } from './check.ts';
import { javaLibraryOf, runCommand } from './command.ts';

const TIMEOUT_MS = 300_000;

const RULE: Rule = {
    name: 'apex-semantics',
    why: 'an org compiles all Apex of a deploy together; one class that does not compile stops all of it',
    mend: 'correct the name, type or syntax that the message names'
};

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
    async run(root): Promise<CheckResult> {
        const sources = packageDirectories(root)
            .flatMap((directory) => filesBelow(root, directory))
            .filter((path) => /\.(cls|trigger)$/.test(path));
        const classPath = join(javaLibraryOf('@salesforce/code-analyzer-pmd-engine'), '*');
        const checker = ['-cp', classPath, 'io.github.apexdevtools.apexls.CheckForIssues'];
        const { stdout } = await runCommand('java', [...checker, '-n', '-f', 'json', '-d', 'warnings', '-w', root], {
            cwd: root,
            timeout: TIMEOUT_MS
        });
        return { problems: breaking(RULE, findingsOf(stdout, root)), examined: `${sources.length} Apex files` };
    }
};

/** Findings in the checker's JSON; text that is no JSON is itself a finding. */
export function findingsOf(output: string, root: string): Finding[] {
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
