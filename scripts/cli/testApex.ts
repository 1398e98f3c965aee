/**
 * Runs the Apex tests of a source tree on the local org.
 *
 *   npm run test:apex -- [--source-dir DIR]... [--tests Class[.method],...] [--json FILE] [--junit FILE] [--lcov FILE]
 *
 * Exit code 0: everything passed; 1: something failed, is unsupported or does not compile; 2: wrong use.
 */
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { diagnosticText, openOrg } from '../org/engine/org.ts';
import { LimitUsage } from '../org/test/limitUsage.ts';
import { countOf, humanReport, jsonReport, junitReport, lcovReport, type TestReport } from '../org/test/report.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';
import { runOrgTests } from '../org/test/orgTests.ts';

const USAGE = `Usage: npm run test:apex -- [options]
  --source-dir DIR    folder with Apex and metadata; may be repeated (default: package directories of sfdx-project.json)
  --tests NAMES       Class or Class.method, comma-separated; may be repeated
  --world FILE        world file (default: config/local-org.json for the project's own package, else none)
  --json FILE         write the results as JSON
  --junit FILE        write the results as JUnit XML
  --lcov FILE         write coverage as lcov
  --no-coverage       leave coverage out of the printed report
  --limits            print what each test, and each entry point at most, uses of the governor limits
  --help              show this text`;

const DEFAULT_WORLD = 'config/local-org.json';
const DIAGNOSTICS_SHOWN = 200;

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
        showLimits: values.limits === true
    };
}

/**
 * The command.
 * @param argv arguments without node and script
 * @returns the exit code
 */
export function main(argv: readonly string[], print: (text: string) => void = console.log): number {
    const args = readArguments(argv);
    if (args === 'help') {
        print(USAGE);
        return 0;
    }
    const org = openOrg({
        sourceDirs: args.sourceDirs,
        keepGoing: true,
        ...(args.worldFile === null ? {} : { worldFile: args.worldFile })
    });
    try {
        org.diagnostics.slice(0, DIAGNOSTICS_SHOWN).forEach((diagnostic) => print(diagnosticText(diagnostic)));
        if (org.diagnostics.length > DIAGNOSTICS_SHOWN) {
            print(`... and ${org.diagnostics.length - DIAGNOSTICS_SHOWN} more`);
        }
        const usage = new LimitUsage(org.program);
        const run = (): TestReport =>
            runOrgTests(org, args.tests === null ? null : { names: args.tests }, {
                onResult: (result) => usage.endTest(`${result.class}.${result.method}`)
            });
        const report = args.showLimits ? usage.during(run) : run();
        if (args.json !== null) {
            writeFileSync(args.json, `${JSON.stringify(jsonReport(report), null, 2)}\n`);
        }
        if (args.junit !== null) {
            writeFileSync(args.junit, junitReport(report));
        }
        if (args.lcov !== null) {
            writeFileSync(args.lcov, lcovReport(report));
        }
        print(humanReport(report, { showCoverage: args.showCoverage }));
        if (args.showLimits) {
            print(usage.testTable());
            print(usage.entryPointTable());
        }
        const isClean = countOf(report, 'fail') === 0 && countOf(report, 'unsupported') === 0;
        const compiles = org.diagnostics.every((diagnostic) => diagnostic.kind !== 'error');
        return isClean && compiles ? 0 : 1;
    } finally {
        org.close();
    }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
    try {
        process.exitCode = main(process.argv.slice(2));
    } catch (error) {
        if (!(error instanceof ToolError)) {
            throw error;
        }
        console.error(toolErrorText(error));
        process.exitCode = USAGE_ERRORS.has(error.name) ? 2 : 1;
    }
}
