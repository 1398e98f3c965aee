/** Checks that other people's tools do for the repository as a whole: formatter, linter, type checker. */
import { join, relative } from 'node:path';
import type { Check, CheckResult, Finding, Rule } from './check.ts';
import { breaking } from './check.ts';
import { runCommand, type CommandResult } from './command.ts';

const TIMEOUT_MS = 300_000;

interface Tool {
    readonly name: string;
    readonly proves: string;
    readonly rule: Rule;
    readonly commands: readonly (readonly [string, ...string[]])[];
    /** What the tool printed, as findings. */
    readonly findings: (run: CommandResult, root: string) => Finding[];
}

function toolCheck(tool: Tool): Check {
    return {
        name: tool.name,
        proves: tool.proves,
        async run(root): Promise<CheckResult> {
            const findings: Finding[] = [];
            for (const [command, ...parameters] of tool.commands) {
                const run = await runCommand(join(root, 'node_modules/.bin', command), parameters, {
                    cwd: root,
                    timeout: TIMEOUT_MS
                });
                const found = tool.findings(run, root);
                findings.push(...found);
                if (run.status !== 0 && found.length === 0) {
                    findings.push({ path: command, message: `failed\n${`${run.stdout}${run.stderr}`.trim()}` });
                }
            }
            const runs = `${tool.commands.length} ${tool.commands.length === 1 ? 'run' : 'runs'}`;
            return { problems: breaking(tool.rule, findings), examined: runs };
        }
    };
}

/** Prettier: `[warn] path` for each file that is formatted otherwise. */
function formatFindings({ stdout, stderr }: CommandResult): Finding[] {
    return [...`${stdout}\n${stderr}`.matchAll(/^\[(?:warn|error)\] ([^\s:]+\.\w+)(?:: (.*))?$/gm)].map(
        ([, path = '', fault]) => ({ path, message: fault ?? 'is formatted otherwise than .prettierrc says' })
    );
}

interface LintedFile {
    readonly filePath: string;
    readonly messages: readonly {
        readonly ruleId: string | null;
        readonly message: string;
        readonly line?: number;
        readonly column?: number;
    }[];
}

function lintFindings({ stdout }: CommandResult, root: string): Finding[] {
    if (!stdout.startsWith('[')) {
        return [];
    }
    return (JSON.parse(stdout) as LintedFile[]).flatMap((file) =>
        file.messages.map(({ ruleId, message, line, column }) => ({
            path: relative(root, file.filePath),
            ...(line === undefined ? {} : { line }),
            ...(column === undefined ? {} : { column }),
            message: ruleId === null ? message : `${message} (${ruleId})`
        }))
    );
}

/** TypeScript: `path(line,column): error TS1234: message`. */
function typeFindings({ stdout }: CommandResult): Finding[] {
    return [...stdout.matchAll(/^(\S+?)\((\d+),(\d+)\): error (TS\d+: .*)$/gm)].map(
        ([, path = '', line, column, message = '']) => ({ path, line: Number(line), column: Number(column), message })
    );
}

export const formatCheck = toolCheck({
    name: 'format',
    proves: 'every file is formatted as .prettierrc says',
    rule: {
        name: 'format',
        why: 'one form for all keeps changes small and reviews about content',
        mend: 'run npm run format'
    },
    commands: [['prettier', '--check', '--log-level', 'warn', '.']],
    findings: formatFindings
});

export const lintCheck = toolCheck({
    name: 'lint',
    proves: 'ESLint, with the rules for Lightning components, finds nothing in components and scripts',
    rule: {
        name: 'lint',
        why: 'the rules are those of Salesforce for components, of TypeScript, and of eslint.config.js, which says its reasons',
        mend: 'change the line as the message says; npx eslint --fix does the mechanical ones'
    },
    commands: [['eslint', '--max-warnings', '0', '--format', 'json', '.']],
    findings: lintFindings
});

export const typesCheck = toolCheck({
    name: 'types',
    proves: 'components, tests and scripts are well typed',
    rule: {
        name: 'types',
        why: 'what does not type-check reads something that is not there, or hands over the wrong thing',
        mend: 'follow the message; after a change to Apex or labels run npm run build first'
    },
    commands: [
        ['tsc', '-p', 'tsconfig.json', '--noEmit', '--pretty', 'false'],
        ['tsc', '-p', 'scripts/tsconfig.json', '--noEmit', '--pretty', 'false'],
        ['tsc', '-p', 'scripts/org/ui/modules/tsconfig.json', '--noEmit', '--pretty', 'false']
    ],
    findings: typeFindings
});
