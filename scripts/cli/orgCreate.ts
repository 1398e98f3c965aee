/**
 * `npm run org:create -- --alias NAME`: a scratch org with the package in it, business hours, and a few people to try it with.
 * Exit code 0: done; 1: a step failed, and the message says what to do; 2: wrong use; 10: a bug.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TEST_LEVELS } from '../deploy/target.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';

const USAGE = `Usage: npm run org:create -- [options]
  --alias NAME        what to call the new org (default: baton)
  --dev-hub ALIAS     login of the Dev Hub (default: the CLI's default one)
  --days N            how long it lives, 1 to 30 (default: 7)
  --test-level LEVEL  ${TEST_LEVELS.filter((level) => level !== 'RunSpecifiedTests').join(', ')} (default: NoTestRun)
  --no-data           leave it empty: no business hours, no people to try it with
  --dry-run           say what would be done; ask for nothing
  --help              show this text`;

const ROOT = resolve(import.meta.dirname, '../..');
const DEFINITION = resolve(ROOT, 'config/project-scratch-def.json');
const MOST_DAYS = 30;

interface Flags {
    readonly alias: string;
    readonly devHub: string | undefined;
    readonly days: number;
    readonly testLevel: string;
    readonly hasData: boolean;
    readonly isDryRun: boolean;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const usageError = (message: string): ToolError =>
    new ToolError('UsageError', message, ['Run it with --help to see the options']);

/** @throws ToolError `UsageError` for unknown flags and values */
function readFlags(): Flags | 'help' {
    let values;
    try {
        ({ values } = parseArgs({
            options: {
                alias: { type: 'string', default: 'baton' },
                'dev-hub': { type: 'string', short: 'v' },
                days: { type: 'string', default: '7' },
                'test-level': { type: 'string', default: 'NoTestRun' },
                'no-data': { type: 'boolean', default: false },
                'dry-run': { type: 'boolean', default: false },
                help: { type: 'boolean', default: false }
            },
            strict: true
        }));
    } catch (error) {
        throw usageError((error as Error).message);
    }
    if (values.help) return 'help';
    const days = Number(values.days);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
        throw usageError(`--days ${values.days} is none of 1 to ${MOST_DAYS}.`);
    }
    const testLevel = values['test-level'];
    if (testLevel === 'RunSpecifiedTests' || !TEST_LEVELS.some((level) => level === testLevel)) {
        throw usageError(`--test-level ${testLevel} cannot be used here.`);
    }
    return {
        alias: values.alias,
        devHub: values['dev-hub'],
        days,
        testLevel,
        hasData: !values['no-data'],
        isDryRun: values['dry-run']
    };
}

/** Arguments of `npm run deploy` for the new org. */
function deployArguments({ alias, testLevel, hasData }: Flags): string[] {
    const extras = hasData ? ['--with', 'business-hours,data:sample'] : [];
    return ['--target-org', alias, '--test-level', testLevel, ...extras];
}

/** `npm run deploy`, with its progress on this terminal; gives its exit code. */
function deploy(flags: Flags): Promise<number> {
    return new Promise((done, fail) => {
        const command = resolve(import.meta.dirname, 'deploy.ts');
        const child = spawn(process.execPath, [command, ...deployArguments(flags)], { stdio: 'inherit' });
        child.on('error', fail);
        child.on('close', (code) => done(code ?? 1));
    });
}

async function create(flags: Flags): Promise<number> {
    const { alias, days, devHub, isDryRun } = flags;
    if (isDryRun) {
        say(`Would ask ${devHub ?? 'the default Dev Hub'} for a scratch org ${alias} of ${days} days by ${DEFINITION}`);
        say(`Then: npm run deploy -- ${deployArguments(flags).join(' ')}`);
        return 0;
    }
    const { createScratchOrg } = await import('../deploy/scratchOrg.ts');
    say(`[1/2] Asking for a scratch org ${alias}: this takes some minutes`);
    const userName = await createScratchOrg({ devHub, alias, days, definitionFile: DEFINITION });
    say(`  ${userName} administers it for ${days} days`);
    say('[2/2] Deploying');
    const code = await deploy(flags);
    if (code === 0) say(`Open it: npx sf org open --target-org ${alias}`);
    return code;
}

async function main(): Promise<number> {
    try {
        const flags = readFlags();
        if (flags !== 'help') return await create(flags);
        process.stdout.write(`${USAGE}\n`);
        return 0;
    } catch (error) {
        const isTool = error instanceof ToolError;
        say(isTool ? toolErrorText(error) : ((error as Error).stack ?? String(error)));
        return isTool ? (error.name === 'UsageError' ? 2 : 1) : 10;
    }
}

// The libraries warn of http, which is all that a local org speaks.
process.removeAllListeners('warning');
process.exitCode = await main();
