/**
 * Salesforce's Graph Engine: follows every path from what a user can call to the database. It ships inside the npm package
 * `@salesforce/code-analyzer-sfge-engine`, needs Java 11 or newer, and takes minutes: `npm run check:graph`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { filesBelow, packageDirectories, readText } from '../shared/sourceFiles.ts';
import { ToolError } from '../shared/toolError.ts';
import type { Check, CheckResult, Problem, Rule } from './check.ts';
import { javaLibraryOf, runCommand } from './command.ts';
import { readableText } from './graphEngine/dialect.ts';

const ENGINE = '@salesforce/code-analyzer-sfge-engine';
const TIMEOUT_MS = 1_800_000;
/** What one entry point may take; most are done within a second, and what is not done by then never is. */
const PATH_TIMEOUT_MS = 20_000;
const THREADS = 2;
/** How Java ends when somebody asks it to: 128 and the number of the signal. */
const TERMINATED = 143;
const HEAP = '-Xmx4g';

/** Not its rule on null: it does not know `??`, and takes what stands behind one for null. */
const RULES: ReadonlyMap<string, Rule> = new Map(
    (
        [
            [
                'ApexFlsViolation',
                'on a path from a user to the database nothing asks whether this user may',
                'query WITH USER_MODE and write "as user", or move it to a gateway with a purpose'
            ],
            [
                'DatabaseOperationsMustUseWithSharing',
                'on a path from a user to the database nothing asks which records are shared with this user',
                'declare the class with sharing or inherited sharing, or move it to a gateway with a purpose'
            ],
            [
                'AvoidDatabaseOperationInLoop',
                'a loop somewhere above calls down to the database once per turn, and meets a governor limit',
                'hand the whole list down'
            ],
            [
                'AvoidMultipleMassSchemaLookups',
                'the whole org is described more than once on one path',
                'describe it once and hand the result on'
            ]
        ] as const
    ).map(([name, why, mend]) => [name, { name: `graph-${name}`, why, mend }])
);

/** Rules on rights, which a gateway breaks on purpose: each of its methods says for what. */
const ON_RIGHTS = new Set(['ApexFlsViolation', 'DatabaseOperationsMustUseWithSharing']);
const GATEWAY = /SystemDb\.cls$/;
const GIVEN_UP = 'InternalExecutionError';
/** What a user, another system or the platform calls. */
const ENTRY = /@AuraEnabled|@RestResource|@InvocableMethod|@HttpPost|@HttpGet|\btrigger\s+\w+\s+on\b/i;

interface Violation {
    readonly ruleName: string;
    readonly message: string;
    readonly sourceFileName: string;
    readonly sourceLineNumber: number;
    readonly sinkFileName?: string;
    readonly sinkLineNumber?: number;
}

export const graphEngineCheck: Check = {
    name: 'graph-engine',
    proves: `the Graph Engine finds nothing on the paths that it can follow, by ${RULES.size} rules`,
    async run(root): Promise<CheckResult> {
        const sources = packageDirectories(root)
            .flatMap((directory) => filesBelow(root, directory))
            .filter((path) => /\.(cls|trigger)$/.test(path) && !/@IsTest/i.test(readText(root, path)));
        const entries = sources.filter((path) => ENTRY.test(readText(root, path)));
        if (entries.length === 0) {
            return { problems: [], examined: 'no entry points' };
        }
        const { violations, progress } = await analyse(root, sources, entries);
        const isByDesign = ({ ruleName, sinkFileName = '' }: Violation): boolean =>
            ON_RIGHTS.has(ruleName) && GATEWAY.test(sinkFileName);
        const givenUp = violations.filter(({ ruleName }) => ruleName === GIVEN_UP).length;
        const byDesign = violations.filter(isByDesign).length;
        return {
            problems: violations.filter((violation) => !isByDesign(violation)).flatMap(problemOf),
            examined: [
                `${progress} in ${entries.length} files`,
                `${givenUp} entry points given up by the engine`,
                `${byDesign} accesses of gateways, by design`
            ].join(', ')
        };
    }
};

function problemOf(violation: Violation): Problem[] {
    const rule = RULES.get(violation.ruleName);
    const { sourceFileName, sourceLineNumber, sinkFileName, sinkLineNumber } = violation;
    const message = `${violation.message} (reached from ${sourceFileName}:${sourceLineNumber})`;
    return rule
        ? [{ path: sinkFileName ?? sourceFileName, line: sinkLineNumber ?? sourceLineNumber, rule, message }]
        : [];
}

/** Runs the engine over a copy in its own dialect; paths in the answer are those of the package again. */
async function analyse(
    root: string,
    sources: readonly string[],
    entries: readonly string[]
): Promise<{ violations: Violation[]; progress: string }> {
    const library = javaLibraryOf(ENGINE);
    const folder = mkdtempSync(join(tmpdir(), 'graph-engine-'));
    try {
        const copy = (path: string): string => join(folder, 'source', path);
        for (const path of sources) {
            mkdirSync(dirname(copy(path)), { recursive: true });
            writeFileSync(copy(path), readableText(readText(root, path)));
        }
        const input = join(folder, 'input.json');
        const output = join(folder, 'output.json');
        writeFileSync(
            input,
            JSON.stringify({
                targets: entries.map((path) => ({ targetFile: copy(path), targetMethods: [] })),
                projectFilesAndFolders: sources.map(copy),
                rulesToRun: [...RULES.keys()]
            })
        );
        const settings = [
            HEAP,
            `-Dsfge_log_name=${join(folder, 'engine.log')}`,
            `-DSFGE_RULE_THREAD_COUNT=${THREADS}`,
            `-DSFGE_RULE_THREAD_TIMEOUT=${PATH_TIMEOUT_MS}`
        ];
        const command = ['-cp', join(library, '*'), 'com.salesforce.Sfge', 'execute', input, output];
        const run = await runCommand('java', [...settings, ...command], { cwd: folder, timeout: TIMEOUT_MS });
        if (run.status === null || run.status === TERMINATED) {
            throw new ToolError('ToolStopped', `The Graph Engine was stopped: ${progressIn(run.stdout)} by then.`, [
                `Run it where nothing else runs; it gets ${TIMEOUT_MS / 60_000} minutes.`
            ]);
        }
        if (run.status !== 0) {
            throw new ToolError('ToolFailed', `The Graph Engine ended with ${run.status}: ${reasonOf(run.stderr)}`, [
                'Put what its parser does not know into scripts/check/graphEngine/dialect.ts.'
            ]);
        }
        const original = (path: string | undefined): string | undefined =>
            path === undefined ? undefined : relative(join(folder, 'source'), path);
        const violations = (JSON.parse(readFileSync(output, 'utf8')) as Violation[]).map((violation) => ({
            ...violation,
            sourceFileName: original(violation.sourceFileName) ?? '',
            sinkFileName: original(violation.sinkFileName)
        })) as Violation[];
        return { violations, progress: progressIn(run.stdout) };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function reasonOf(stderr: string): string {
    const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('SLF4J'));
    return lines.slice(0, 6).join(' ').slice(0, 600);
}

/** What the engine tells last: how many paths it followed from how many entry points, done or under way. */
function progressIn(stdout: string): string {
    const last = (pattern: RegExp): string[] | undefined => [...stdout.matchAll(pattern)].at(-1);
    const done = last(/"progress_sfgeCompletedPathAnalysis","args":\["(\d+)","(\d+)"/g);
    const [, paths = '0', entries = '0', all] =
        done ?? last(/"progress_sfgeViolationsInPathProgress","args":\["\d+","(\d+)","(\d+)","(\d+)"/g) ?? [];
    return `${paths} paths from ${entries}${all === undefined ? '' : ` of ${all}`} entry points`;
}
