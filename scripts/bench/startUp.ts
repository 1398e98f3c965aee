import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchLastingBrowser } from '../e2e/orgUnderTest.ts';
import { requireFile, ROOT } from './package.ts';
import { median, type Benchmark } from './table.ts';

const PORT = 7399;
/** Turns that the warm start and the CLI take, so that whatever else the machine does hits both. */
const ROUNDS = 5;
const PATIENCE_MS = 300_000;
const CLI_ENVIRONMENT = {
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_DISABLE_LOG_FILE: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true'
};
/** The first two talk to no org: what a command costs at least, and one that does something. The others ask the org that was started. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
    'sf --version': ['--version'],
    'sf org list': ['org', 'list'],
    'sf org display': ['org', 'display'],
    'sf org open --url-only': ['org', 'open', '--url-only'],
    'sf data query': ['data', 'query', '--query', 'SELECT Id, Name FROM Account LIMIT 5']
};

/**
 * From the command to a page with its data, in a browser that is open and was here before, as a developer's is: nothing
 * built and no data, then everything kept; beside it what commands of the CLI take.
 */
export const startUp: Benchmark = {
    name: 'start-up',
    async run(say) {
        const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
        const browser = await launchLastingBrowser(join(folder, 'browser'));
        try {
            ['sfdx-project.json', 'config'].forEach((name) =>
                cpSync(join(ROOT, name), join(folder, name), { recursive: true })
            );
            ['force-app', 'scripts', 'node_modules'].forEach((name) =>
                symlinkSync(join(ROOT, name), join(folder, name))
            );
            say('cold');
            const cold = await startOnce(folder, browser);
            const warm: number[] = [];
            const commands = new Map<string, number[]>();
            for (let round = 1; round <= ROUNDS; round++) {
                say(`warm, and beside it the CLI: ${round} of ${ROUNDS}`);
                const whileOpen = async (org: CliOrg): Promise<void> => {
                    for (const [name, command] of Object.entries(COMMANDS)) {
                        const seconds = await sfSeconds(folder, org, command);
                        commands.set(name, [...(commands.get(name) ?? []), seconds]);
                    }
                };
                warm.push(await startOnce(folder, browser, whileOpen));
            }
            const medians = [...commands].map(([name, seconds]) => [name, median(seconds)] as const);
            return [
                { name: 'start to usable page, cold (nothing built, data loaded)', value: cold, unit: 's' },
                { name: `start to usable page, warm, median of ${ROUNDS}`, value: median(warm), unit: 's' },
                ...medians.map(([name, value]) => ({ name, value, unit: 's' })),
                ...medians.map(([name, value]) => ({
                    name: `ratio: warm start to ${name}`,
                    value: median(warm) / value,
                    unit: 'x'
                }))
            ];
        } finally {
            await browser.close();
            rmSync(folder, { recursive: true, force: true });
        }
    }
};

/** How the CLI finds the org; see what `npm start` says. */
interface CliOrg {
    readonly SF_TARGET_ORG: string;
    readonly SF_ORG_INSTANCE_URL: string;
}

/** Seconds from the command to a list with links on the page; then does something with the org, and stops it. */
async function startOnce(
    folder: string,
    browser: BrowserContext,
    whileOpen: (org: CliOrg) => Promise<void> = async () => {}
): Promise<number> {
    const page = await browser.newPage();
    const started = performance.now();
    const child = spawn(
        process.execPath,
        [
            join(ROOT, 'scripts/cli/start.js'),
            '--no-open',
            '--port',
            String(PORT),
            '--data',
            'mini',
            '--project',
            folder
        ],
        { env: { ...process.env, LOCAL_ORG_CACHE: join(folder, 'cache') }, stdio: ['ignore', 'pipe', 'pipe'] }
    );
    const forCli = said(child, 'stderr', /SF_TARGET_ORG='([^']+)' SF_ORG_INSTANCE_URL=(\S+)/);
    forCli.catch(() => undefined);
    try {
        await said(child, 'stdout', /ready http/);
        await page.goto(`http://127.0.0.1:${PORT}`, { waitUntil: 'commit' });
        await page.locator('c-handoff-my-list').getByRole('link').first().waitFor({ timeout: PATIENCE_MS });
        const seconds = (performance.now() - started) / 1000;
        const [, token = '', url = ''] = await forCli;
        await page.close();
        await whileOpen({ SF_TARGET_ORG: token, SF_ORG_INSTANCE_URL: url });
        return seconds;
    } finally {
        await stopped(child);
    }
}

/** Waits for what the command says. @throws Error when it ends without */
function said(child: ChildProcess, stream: 'stdout' | 'stderr', pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
        let text = '';
        child[stream]?.on('data', (chunk: Buffer) => {
            text += chunk.toString();
            const found = pattern.exec(text);
            if (found) resolve(found);
        });
        child.once('exit', (code) => reject(new Error(`npm start ended with exit code ${code}\n${text}`)));
    });
}

function stopped(child: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
        child.once('exit', () => resolve());
        if (child.exitCode !== null || !child.kill('SIGTERM')) resolve();
    });
}

/** @throws Error when the command fails */
async function sfSeconds(home: string, org: CliOrg, command: readonly string[]): Promise<number> {
    const started = performance.now();
    const entry = requireFile(join(ROOT, 'node_modules/@salesforce/cli/bin/run.js'));
    const child = spawn(process.execPath, [entry, ...command], {
        cwd: home,
        env: { ...process.env, ...CLI_ENVIRONMENT, ...org, HOME: home },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`sf ${command.join(' ')} ended with exit code ${String(code)}\n${text}`);
    return (performance.now() - started) / 1000;
}
