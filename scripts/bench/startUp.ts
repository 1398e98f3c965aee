import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../e2e/orgUnderTest.ts';
import { requireFile, ROOT } from './package.ts';
import { median, type Benchmark } from './table.ts';

const PORT = 7399;
/** Turns that the warm start and the CLI take, so that whatever else the machine does hits both. */
const ROUNDS = 5;
const CLI_ENVIRONMENT = {
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_DISABLE_LOG_FILE: 'true'
};

/** From the command to a page with its data: nothing built and no data, then everything kept; beside it one `sf` command. */
export const startUp: Benchmark = {
    name: 'start-up',
    async run(say) {
        const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
        try {
            ['sfdx-project.json', 'config'].forEach((name) =>
                cpSync(join(ROOT, name), join(folder, name), { recursive: true })
            );
            ['force-app', 'scripts', 'node_modules'].forEach((name) =>
                symlinkSync(join(ROOT, name), join(folder, name))
            );
            say('cold');
            const cold = await startOnce(folder);
            const rounds = [];
            for (let round = 1; round <= ROUNDS; round++) {
                say(`warm, and beside it the CLI: ${round} of ${ROUNDS}`);
                rounds.push({
                    warm: await startOnce(folder),
                    version: sfSeconds(folder, '--version'),
                    list: sfSeconds(folder, 'org', 'list')
                });
            }
            const warm = median(rounds.map((round) => round.warm));
            const version = median(rounds.map((round) => round.version));
            const list = median(rounds.map((round) => round.list));
            return [
                { name: 'start to usable page, cold (nothing built, data loaded)', value: cold, unit: 's' },
                { name: `start to usable page, warm, median of ${ROUNDS}`, value: warm, unit: 's' },
                { name: 'sf --version', value: version, unit: 's' },
                { name: 'sf org list', value: list, unit: 's' },
                { name: 'ratio: warm start to sf --version', value: warm / version, unit: 'x' },
                { name: 'ratio: warm start to sf org list', value: warm / list, unit: 'x' }
            ];
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    }
};

async function startOnce(folder: string): Promise<number> {
    const browser = await launchBrowser();
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
        { env: { ...process.env, LOCAL_ORG_CACHE: join(folder, 'cache') }, stdio: ['ignore', 'pipe', 'ignore'] }
    );
    try {
        await ready(child);
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${PORT}`);
        await page.locator('c-handoff-my-list').getByRole('link').first().waitFor({ timeout: 60_000 });
        return (performance.now() - started) / 1000;
    } finally {
        await browser.close();
        await stopped(child);
    }
}

function ready(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
        child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('ready http') && resolve());
        child.once('exit', (code) => reject(new Error(`npm start ended with exit code ${code}`)));
    });
}

function stopped(child: ChildProcess): Promise<void> {
    return new Promise((resolve) => {
        child.once('exit', () => resolve());
        if (child.exitCode !== null || !child.kill('SIGTERM')) resolve();
    });
}

function sfSeconds(home: string, ...command: string[]): number {
    const started = performance.now();
    spawnSync(process.execPath, [requireFile(join(ROOT, 'node_modules/@salesforce/cli/bin/run.js')), ...command], {
        env: { ...process.env, ...CLI_ENVIRONMENT, HOME: home }
    });
    return (performance.now() - started) / 1000;
}
