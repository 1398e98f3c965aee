/**
 * `npm run deploy -- --target-org ALIAS`: takes the package into an org, stage by stage, and can be run again.
 * Exit code 0: done (or nothing to do); 1: a stage failed, and the message says what to do; 2: wrong use; 10: a bug.
 */
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { PipelineOptions, PipelineResult } from '../deploy/pipeline.ts';
import type { RemovalResult } from '../deploy/removal.ts';
import type { Teller } from '../deploy/stages.ts';
import { RELEASES } from '../deploy/releases.ts';
import { TEST_LEVELS, type OrgIdentity, type TestLevel } from '../deploy/target.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';

const USAGE = `Usage: npm run deploy -- [options]
  --target-org ALIAS   login of the sf CLI (default: its default org)
  --check-only         stop after the validation: nothing in the org changes
  --test-level LEVEL   ${TEST_LEVELS.join(', ')} (default: RunLocalTests)
  --tests NAMES        test classes for RunSpecifiedTests, comma-separated
  --with LIST          add afterwards, comma-separated: business-hours (those of the example company that are missing),
                       data:sample (three fictional leads), data:mini or data:small (demo data, into a local org)
  --keep-dropped       leave in the org what an earlier version brought and this one does not
  --releases DIR       what released versions shipped (default: config/releases)
  --skip-checks        leave the offline checks out, where npm run check was run already
  --remove             take the package out again, after a copy of its records in baton-export/
  --yes                do not ask before a production org
  --json               one JSON object on standard output, progress on standard error
  --help               show this text`;

const ROOT = resolve(import.meta.dirname, '../..');
const DATA_PROFILES = ['sample', 'mini', 'small'] as const;
const CALENDARS = 'business-hours';
const PROGRESS_EVERY_MS = 2000;

interface Flags {
    readonly targetOrg: string | undefined;
    readonly checkOnly: boolean;
    readonly testLevel: TestLevel;
    readonly tests: readonly string[];
    readonly data: (typeof DATA_PROFILES)[number] | null;
    readonly addsCalendars: boolean;
    readonly keepsDropped: boolean;
    readonly releases: string;
    readonly removes: boolean;
    readonly skipsChecks: boolean;
    readonly yes: boolean;
    readonly json: boolean;
}

const usageError = (message: string): ToolError =>
    new ToolError('UsageError', message, ['Run it with --help to see the options']);

/** @throws ToolError `UsageError` for unknown flags and values */
function readFlags(argv: readonly string[]): Flags | 'help' {
    let values;
    try {
        ({ values } = parseArgs({
            args: [...argv],
            options: {
                'target-org': { type: 'string', short: 'o' },
                'check-only': { type: 'boolean', default: false },
                'test-level': { type: 'string', default: 'RunLocalTests' },
                tests: { type: 'string' },
                with: { type: 'string' },
                releases: { type: 'string', default: resolve(ROOT, RELEASES) },
                'keep-dropped': { type: 'boolean', default: false },
                'skip-checks': { type: 'boolean', default: false },
                remove: { type: 'boolean', default: false },
                yes: { type: 'boolean', default: false },
                json: { type: 'boolean', default: false },
                help: { type: 'boolean', default: false }
            },
            strict: true
        }));
    } catch (error) {
        throw usageError((error as Error).message);
    }
    if (values.help) return 'help';
    if (values.remove && (values['check-only'] || values.with !== undefined)) {
        throw usageError('--remove goes with --target-org, --yes and --json only.');
    }
    const testLevel = TEST_LEVELS.find((level) => level === values['test-level']);
    if (!testLevel) throw usageError(`--test-level ${values['test-level']} is none of ${TEST_LEVELS.join(', ')}.`);
    const tests = (values.tests ?? '').split(',').filter(Boolean);
    if ((testLevel === 'RunSpecifiedTests') !== tests.length > 0) {
        throw usageError('--tests goes with --test-level RunSpecifiedTests, and that with --tests.');
    }
    const extras = (values.with ?? '').split(',').filter(Boolean);
    const profiles = DATA_PROFILES.filter((each) => extras.includes(`data:${each}`));
    const unknown = extras.find(
        (each) => each !== CALENDARS && !profiles.some((profile) => each === `data:${profile}`)
    );
    if (unknown !== undefined || profiles.length > 1 || (values.with !== undefined && extras.length === 0)) {
        throw usageError(
            `--with ${values.with} is no list of ${CALENDARS} and one of ${DATA_PROFILES.map((each) => `data:${each}`).join(', ')}.`
        );
    }
    return {
        targetOrg: values['target-org'],
        checkOnly: values['check-only'],
        testLevel,
        tests,
        data: profiles[0] ?? null,
        addsCalendars: extras.includes(CALENDARS),
        keepsDropped: values['keep-dropped'],
        releases: resolve(values.releases),
        removes: values.remove,
        skipsChecks: values['skip-checks'],
        yes: values.yes,
        json: values.json
    };
}

/** Progress for people; on standard error, so that standard output stays for the result. */
function teller(): Teller {
    let shownAt = 0;
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    return {
        stage: (number, total, name) => say(`[${number}/${total}] ${name}`),
        progress: (what, done, total) => {
            if (performance.now() - shownAt < PROGRESS_EVERY_MS && done < total) return;
            shownAt = performance.now();
            say(`  ${what} ${done}/${total} (${Math.round((100 * done) / Math.max(1, total))} %)`);
        },
        line: say
    };
}

async function confirmed(identity: OrgIdentity, flags: Flags): Promise<boolean> {
    if (flags.yes) return true;
    if (!process.stdin.isTTY || flags.json) return false;
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await terminal.question(`${identity.organizationName} is a production org. Deploy to it? (yes/no) `);
    terminal.close();
    return answer.trim().toLowerCase() === 'yes';
}

async function deploy(flags: Flags): Promise<PipelineResult | RemovalResult> {
    const { packageDirectories, readText } = await import('../shared/sourceFiles.ts');
    const { salesforceTarget } = await import('../deploy/salesforceTarget.ts');
    const { readPackageFacts } = await import('../deploy/packageFacts.ts');
    const { runPipeline } = await import('../deploy/pipeline.ts');
    const { demoDataLoader } = await import('../deploy/demoData.ts');
    const { addSampleData } = await import('../deploy/sampleData.ts');
    const { addCalendars } = await import('../deploy/calendars.ts');
    const { readReleases } = await import('../deploy/releases.ts');
    const { readWorld } = await import('../org/engine/world.ts');
    const { buildComponents } = await import('../build/components.ts');
    const sourceDirs = packageDirectories(ROOT).map((directory) => resolve(ROOT, directory));
    const { sourceApiVersion } = JSON.parse(readText(ROOT, 'sfdx-project.json')) as { sourceApiVersion: string };
    const { org, login } = await salesforceTarget(flags.targetOrg, ROOT, sourceDirs);
    const facts = readPackageFacts(sourceDirs, Number(sourceApiVersion));
    const confirm = (identity: OrgIdentity): Promise<boolean> => confirmed(identity, flags);
    const exportFolder = resolve('baton-export', new Date().toISOString().slice(0, 19).replace(/:/g, '-'));
    if (flags.removes) {
        const { runRemoval } = await import('../deploy/removal.ts');
        return runRemoval({ org, facts, exportFolder, confirm, tell: teller() });
    }
    const options: PipelineOptions = {
        org,
        facts,
        checkOnly: flags.checkOnly,
        testLevel: flags.testLevel,
        tests: flags.tests,
        build: () => {
            const { bundles, written } = buildComponents(ROOT);
            return `${bundles} components, ${written.length} written anew`;
        },
        checks: () => offlineChecks(flags.skipsChecks),
        upgrade: flags.keepsDropped ? null : { releases: readReleases(flags.releases), exportFolder },
        addCalendars: flags.addsCalendars
            ? () => addCalendars(org, readWorld(resolve(ROOT, 'config/local-org.json')).businessHours)
            : null,
        loadData:
            flags.data === null
                ? null
                : flags.data === 'sample'
                  ? () => addSampleData(org)
                  : demoDataLoader(org, login, flags.data),
        confirm,
        tell: teller()
    };
    return runPipeline(options);
}

/** What of `npm run check` says whether an org takes the source. */
async function offlineChecks(isSkipped: boolean): Promise<{ problems: string[]; summary: string }> {
    if (isSkipped) return { problems: [], summary: 'left out' };
    const { problemText } = await import('../check/check.ts');
    const { bundlesCheck } = await import('../check/bundles.ts');
    const { metadataSchemaCheck } = await import('../check/metadataSchema.ts');
    const { pagesCheck } = await import('../check/pages.ts');
    const { permissionsCheck } = await import('../check/permissions.ts');
    const { policyCheck } = await import('../check/policy.ts');
    const { referencesCheck } = await import('../check/references.ts');
    const problems: string[] = [];
    const examined: string[] = [];
    for (const check of [
        metadataSchemaCheck,
        referencesCheck,
        permissionsCheck,
        pagesCheck,
        bundlesCheck,
        policyCheck
    ]) {
        const result = await check.run(ROOT);
        examined.push(result.examined);
        problems.push(...result.problems.map(problemText), ...(result.impossible ? [result.impossible] : []));
    }
    return { problems, summary: `nothing found in ${examined.join(', ')}` };
}

async function main(): Promise<number> {
    const isJson = process.argv.includes('--json');
    try {
        const flags = readFlags(process.argv.slice(2));
        if (flags === 'help') {
            process.stdout.write(`${USAGE}\n`);
            return 0;
        }
        const result = await deploy(flags);
        if (flags.json) process.stdout.write(`${JSON.stringify({ ok: true, ...result })}\n`);
        else process.stdout.write(`${closingLine(flags, result)}\n`);
        return 0;
    } catch (error) {
        const isTool = error instanceof ToolError;
        const code = isTool ? (error.name === 'UsageError' ? 2 : 1) : 10;
        const { name, message } = error as Error;
        if (isJson) {
            const actions = isTool ? error.actions : [];
            process.stdout.write(`${JSON.stringify({ ok: false, error: { name, message, actions } })}\n`);
        }
        process.stderr.write(`${isTool ? toolErrorText(error) : ((error as Error).stack ?? message)}\n`);
        return code;
    }
}

function closingLine(flags: Flags, result: PipelineResult | RemovalResult): string {
    if ('stays' in result) {
        const what = result.changed ? 'The package is out of' : 'There was nothing of the package in';
        return [
            `${what} ${result.target.organizationName}. What stays:`,
            ...result.stays.map((each) => `  - ${each}`)
        ].join('\n');
    }
    if (flags.checkOnly)
        return `Validated against ${result.target.organizationName}: it would deploy. Nothing was changed.`;
    if (!result.changed) return `Nothing to do: ${result.target.organizationName} has all of it already.`;
    return `Done: ${result.target.organizationName} has the package. Next: open the app and its set-up page (npx sf org open).`;
}

// The libraries warn of http, which is all that a local org speaks.
process.removeAllListeners('warning');
process.exitCode = await main();
