/**
 * Runs the Apex tests of a source tree on the local org.
 *
 *   npm run test:apex -- [--source-dir DIR]... [--tests Class[.method],...] [--processes N]
 *     [--json FILE] [--junit FILE] [--lcov FILE] [--limits] [--entry-points FILE]
 *
 * Exit code 0: everything passed; 1: something failed, is unsupported or does not compile; 2: wrong use.
 */
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { diagnosticText, openOrg } from '../org/engine/org.ts';
import type { Diagnostic } from '../org/runtime/program.ts';
import {
    entryPointMarkdown,
    entryPointTable,
    LimitUsage,
    testTable,
    type UsageReport
} from '../org/test/limitUsage.ts';
import { runTestsInProcesses } from '../org/test/parallel.ts';
import { countOf, humanReport, jsonReport, junitReport, lcovReport, type TestReport } from '../org/test/report.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';
import { runOrgTests } from '../org/test/orgTests.ts';

const USAGE = `Usage: npm run test:apex -- [options]
  --source-dir DIR    folder with Apex and metadata; may be repeated (default: package directories of sfdx-project.json)
  --tests NAMES       Class or Class.method, comma-separated; may be repeated
  --processes N       run the classes in N processes, each with an org of its own (default: one per processor, one
                      alone for a few classes or under a debugger)
  --world FILE        world file (default: config/local-org.json for the project's own package, else none)
  --json FILE         write the results as JSON
  --junit FILE        write the results as JUnit XML
  --lcov FILE         write coverage as lcov
  --no-coverage       leave coverage out of the printed report
  --limits            print what each test, and each entry point at most, uses of the governor limits
  --entry-points FILE write what a call of each entry point uses at most, as a table in Markdown
  --help              show this text`;

const DEFAULT_WORLD = 'config/local-org.json';
const DIAGNOSTICS_SHOWN = 200;
/** Fewer test classes than this run in one process: opening a second org takes longer than it saves. */
const CLASSES_WORTH_A_PROCESS = 4;
/** More processes than this would need more memory than they save time. */
const MOST_PROCESSES = 8;

/** Names of errors that mean wrong use of the command: exit code 2. */
const USAGE_ERRORS = new Set(['UsageError', 'TestError']);

/** Wrong use of the command. */
class UsageError extends ToolError {
    constructor(message: string) {
        super('UsageError', message, ['Run it with --help to see the options']);
    }
}

interface Arguments {
    readonly sourceDirs: readonly string[];
    readonly tests: readonly string[] | null;
    readonly worldFile: string | null;
    readonly json: string | null;
    readonly junit: string | null;
    readonly lcov: string | null;
    readonly showCoverage: boolean;
    readonly showLimits: boolean;
    readonly entryPoints: string | null;
    readonly processes: number;
}

/** Package directories of the project file in the working directory. */
function packageDirs(): string[] {
    const file = 'sfdx-project.json';
    if (!existsSync(file)) {
        throw new UsageError('There is no sfdx-project.json here; name a folder with --source-dir');
    }
    const project = JSON.parse(readFileSync(file, 'utf8')) as { packageDirectories?: { path: string }[] };
    const dirs = (project.packageDirectories ?? []).map((entry) => entry.path);
    if (dirs.length === 0) {
        throw new UsageError('sfdx-project.json names no package directory');
    }
    return dirs;
}

function readArguments(argv: readonly string[]): Arguments | 'help' {
    let values;
    try {
        ({ values } = parseArgs({
            args: [...argv],
            allowPositionals: false,
            options: {
                'source-dir': { type: 'string', multiple: true },
                tests: { type: 'string', multiple: true },
                world: { type: 'string' },
                json: { type: 'string' },
                junit: { type: 'string' },
                lcov: { type: 'string' },
                'no-coverage': { type: 'boolean' },
                limits: { type: 'boolean' },
                'entry-points': { type: 'string' },
                processes: { type: 'string' },
                help: { type: 'boolean' }
            }
        }));
    } catch (error) {
        throw new UsageError((error as Error).message);
    }
    if (values.help) {
        return 'help';
    }
    const given = values['source-dir'] ?? [];
    const tests = values.tests?.flatMap((list) => list.split(',').map((name) => name.trim())).filter(Boolean) ?? null;
    if (tests !== null && tests.length === 0) {
        throw new UsageError('--tests names no test');
    }
    for (const dir of given) {
        if (!existsSync(dir)) {
            throw new UsageError(`There is no folder ${dir}`);
        }
    }
    const usesProject = given.length === 0;
    return {
        sourceDirs: usesProject ? packageDirs() : given,
        tests,
        worldFile: values.world ?? (usesProject && existsSync(DEFAULT_WORLD) ? DEFAULT_WORLD : null),
        json: values.json ?? null,
        junit: values.junit ?? null,
        lcov: values.lcov ?? null,
        showCoverage: values['no-coverage'] !== true,
        showLimits: values.limits === true,
        entryPoints: values['entry-points'] ?? null,
        processes: values.processes === undefined ? defaultProcesses(tests) : numberOfProcesses(values.processes)
    };
}

function numberOfProcesses(text: string): number {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1) {
        throw new UsageError('--processes takes a whole number from 1');
    }
    return count;
}

/** A debugger sees one process only, and a few classes are done before others have started. */
function defaultProcesses(tests: readonly string[] | null): number {
    const classes = tests && new Set(tests.map((name) => name.split('.')[0]?.toLowerCase())).size;
    const isDebugged = process.execArgv.some((option) => option.startsWith('--inspect'));
    return isDebugged || (classes !== null && classes < CLASSES_WORTH_A_PROCESS)
        ? 1
        : Math.min(availableParallelism(), MOST_PROCESSES);
}

interface Run {
    readonly diagnostics: readonly Diagnostic[];
    readonly report: TestReport;
    /** Null unless asked for. */
    readonly usage: UsageReport | null;
}

function runHere(args: Arguments, withLimits: boolean, show: (diagnostics: readonly Diagnostic[]) => void): Run {
    const org = openOrg({
        sourceDirs: args.sourceDirs,
        keepGoing: true,
        ...(args.worldFile === null ? {} : { worldFile: args.worldFile })
    });
    try {
        show(org.diagnostics);
        const usage = new LimitUsage(org.program);
        const run = (): TestReport =>
            runOrgTests(org, args.tests === null ? null : { names: args.tests }, {
                onResult: (result) => usage.endTest(`${result.class}.${result.method}`)
            });
        return {
            diagnostics: org.diagnostics,
            report: withLimits ? usage.during(run) : run(),
            usage: withLimits ? usage.report : null
        };
    } finally {
        org.close();
    }
}

/**
 * The command.
 * @param argv arguments without node and script
 * @returns the exit code
 */
export async function main(argv: readonly string[], print: (text: string) => void = console.log): Promise<number> {
    const args = readArguments(argv);
    if (args === 'help') {
        print(USAGE);
        return 0;
    }
    const show = (diagnostics: readonly Diagnostic[]): void => {
        diagnostics.slice(0, DIAGNOSTICS_SHOWN).forEach((diagnostic) => print(diagnosticText(diagnostic)));
        if (diagnostics.length > DIAGNOSTICS_SHOWN) {
            print(`... and ${diagnostics.length - DIAGNOSTICS_SHOWN} more`);
        }
    };
    const withLimits = args.showLimits || args.entryPoints !== null;
    const { report, diagnostics, usage } =
        args.processes === 1
            ? runHere(args, withLimits, show)
            : await runTestsInProcesses({ ...args, withLimits, onDiagnostics: show });
    write(args, report, usage);
    print(humanReport(report, { showCoverage: args.showCoverage }));
    if (args.showLimits && usage) {
        print(testTable(usage));
        print(entryPointTable(usage));
    }
    const isClean = countOf(report, 'fail') === 0 && countOf(report, 'unsupported') === 0;
    const compiles = diagnostics.every((diagnostic) => diagnostic.kind !== 'error');
    return isClean && compiles ? 0 : 1;
}

/** Writes the files that were asked for. */
function write(args: Arguments, report: TestReport, usage: UsageReport | null): void {
    if (args.json !== null) {
        writeFileSync(args.json, `${JSON.stringify(jsonReport(report), null, 2)}\n`);
    }
    if (args.junit !== null) {
        writeFileSync(args.junit, junitReport(report));
    }
    if (args.lcov !== null) {
        writeFileSync(args.lcov, lcovReport(report));
    }
    if (args.entryPoints !== null && usage) {
        writeFileSync(args.entryPoints, entryPointMarkdown(usage));
    }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
    try {
        process.exitCode = await main(process.argv.slice(2));
    } catch (error) {
        if (!(error instanceof ToolError)) {
            throw error;
        }
        console.error(toolErrorText(error));
        process.exitCode = USAGE_ERRORS.has(error.name) ? 2 : 1;
    }
}
