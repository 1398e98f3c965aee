/**
 * PMD for Apex over every class and trigger. It ships inside the npm package `@salesforce/code-analyzer-pmd-engine` and
 * needs Java 11 or newer. An exception stands beside the code, on its line or on the one above: `// NOPMD, because ...`.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { filesBelow, packageDirectories, readText } from '../shared/sourceFiles.ts';
import { ToolError } from '../shared/toolError.ts';
import { APEX_RULES, ruleSetXml } from './apexAnalysis/rules.ts';
import { breaking, type Check, type CheckResult, type Problem, type Rule } from './check.ts';
import { javaLibraryOf, runCommand } from './command.ts';

const TIMEOUT_MS = 300_000;
const ENGINE = '@salesforce/code-analyzer-pmd-engine';

const UNREADABLE_RULE: Rule = {
    name: 'apex-unreadable',
    why: 'what PMD cannot read it cannot judge',
    mend: 'correct the syntax; apex-semantics says more'
};

/** On a line of its own, above the line it speaks of. PMD itself knows the same words behind the code. */
const EXCEPTION = /^\s*\/\/ NOPMD, because \S/;

/** Where PMD is wrong, by the text from the line of the finding on: records of metadata are few, and a comment says why. */
const HARMLESS: ReadonlyMap<string, RegExp> = new Map([
    ['AvoidNonRestrictiveQueries', /^[^\]]*\bFROM\s+\w+__mdt\b/i],
    ['EmptyStatementBlock', /^[^{}]*\{\s*(\/\/|\/\*)[^{}]*\}/]
]);

/** Names of an algorithm or of a named credential, which PMD takes for the secret itself. */
const NO_SECRET = /matched the token: (HASH|CREDENTIAL)\b/;

/** PMD says nothing when it cannot read its rules, and finds nothing then. This class breaks one rule for certain. */
const CANARY = {
    file: 'Canary.cls',
    text: "public with sharing class Canary {\n    Id record = '001000000000001AAA';\n}\n"
};

interface Report {
    readonly violations: readonly {
        readonly rule: string;
        readonly message: string;
        readonly codeLocation: { readonly file: string; readonly startLine: number; readonly startCol: number };
    }[];
    readonly processingErrors: readonly { readonly file: string; readonly message: string }[];
}

export const apexAnalysisCheck: Check = {
    name: 'apex-analysis',
    proves: `PMD finds nothing in Apex by ${APEX_RULES.size} rules on security, limits and errors`,
    async run(root): Promise<CheckResult> {
        const sources = packageDirectories(root)
            .flatMap((directory) => filesBelow(root, directory))
            .filter((path) => /\.(cls|trigger)$/.test(path));
        const report = sources.length === 0 ? { violations: [], processingErrors: [] } : await analyse(root, sources);
        return {
            problems: [
                ...violationProblems(report, root),
                ...breaking(
                    UNREADABLE_RULE,
                    report.processingErrors.map(({ file, message }) => ({
                        path: relative(root, file),
                        line: Number(/ at (\d+):\d+/.exec(message)?.[1] ?? 1),
                        message: message.split('\n').at(-1) ?? ''
                    }))
                )
            ],
            examined: `${sources.length} Apex files`
        };
    }
};

async function analyse(root: string, sources: readonly string[]): Promise<Report> {
    const library = javaLibraryOf(ENGINE);
    const folder = await mkdtemp(join(tmpdir(), 'apex-analysis-'));
    try {
        const [rules, input, output] = ['rules.xml', 'input.json', 'output.json'].map((name) => join(folder, name)) as [
            string,
            string,
            string
        ];
        const canary = join(folder, CANARY.file);
        const filesToScan = [canary, ...sources.map((path) => join(root, path))];
        await writeFile(canary, CANARY.text);
        await writeFile(rules, ruleSetXml());
        await writeFile(
            input,
            JSON.stringify({ ruleSetInputFile: rules, runDataPerLanguage: { apex: { filesToScan } } })
        );
        const main = 'com.salesforce.sfca.pmdwrapper.PmdWrapper';
        const run = await runCommand('java', ['-cp', join(library, '*'), main, 'run', input, output], {
            cwd: folder,
            timeout: TIMEOUT_MS
        });
        if (run.status !== 0) {
            throw new ToolError('ToolFailed', `PMD ended with ${run.status}: ${run.stdout}${run.stderr}`.slice(0, 600));
        }
        const report = JSON.parse(await readFile(output, 'utf8')) as Report;
        const violations = report.violations.filter(({ codeLocation }) => codeLocation.file !== canary);
        if (violations.length === report.violations.length) {
            throw new ToolError('ToolFailed', 'PMD read none of its rules: it did not find the fault planted for it.', [
                'Compare scripts/check/apexAnalysis/rules.ts with the rules of the installed PMD.'
            ]);
        }
        return { ...report, violations };
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

/** PMD repeats a finding for each part of a line; one is enough. */
function violationProblems({ violations }: Report, root: string): Problem[] {
    const told = new Set<string>();
    const texts = new Map<string, string>();
    const textOf = (path: string): string => {
        const text = texts.get(path) ?? readText(root, path);
        texts.set(path, text);
        return text;
    };
    const textFrom = (path: string, line: number): string =>
        textOf(path)
            .split('\n')
            .slice(line - 1)
            .join('\n');
    const isTest = (path: string): boolean => /@IsTest/i.test(textOf(path));
    const isExcepted = (path: string, line: number): boolean =>
        EXCEPTION.test(textOf(path).split('\n')[line - 2] ?? '');
    return violations.flatMap(({ rule: name, message, codeLocation }) => {
        const path = relative(root, codeLocation.file);
        const line = codeLocation.startLine;
        const rule = APEX_RULES.get(name);
        const key = `${name} ${path} ${line}`;
        const isAside = rule?.isForProductionOnly === true && isTest(path);
        const isHarmless = NO_SECRET.test(message) || HARMLESS.get(name)?.test(textFrom(path, line)) === true;
        if (!rule || told.has(key) || isAside || isHarmless || isExcepted(path, line)) {
            return [];
        }
        told.add(key);
        return [{ path, line, column: codeLocation.startCol, rule, message: message.trim() }];
    });
}
