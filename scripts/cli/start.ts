/** `npm start`: opens the source tree as an org and shows it in a browser. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Org } from '../org/engine/org.ts';
import type { OrgServer } from '../org/server/orgServer.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';

type Profile = 'mini' | 'small' | 'none';

interface StartOptions {
    readonly port: number;
    readonly data: Profile;
    readonly opens: boolean;
    readonly resets: boolean;
}

/** What `scripts/data/load.ts` exports. */
interface DataLoader {
    loadDemoData(options: {
        baseUrl: string;
        accessToken: string;
        profile: 'mini' | 'small';
        asOf: string;
        onProgress: (done: number, total: number, what: string) => void;
    }): Promise<void>;
}

const USAGE = 'npm start [-- --port N --data mini|small|none --no-open --reset]';
const DEFAULT_PORT = 7300;
const TICK_MS = 15_000;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dataFolder = join(root, '.local-org');
const dataFile = join(dataFolder, 'org.sqlite');
/** Written when the demo data is complete: an interrupted load starts over. */
const stateFile = join(dataFolder, 'state.json');

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function readOptions(): StartOptions {
    let values;
    try {
        ({ values } = parseArgs({
            options: {
                port: { type: 'string', default: String(DEFAULT_PORT) },
                data: { type: 'string', default: 'small' },
                'no-open': { type: 'boolean', default: false },
                reset: { type: 'boolean', default: false }
            },
            strict: true
        }));
    } catch (error) {
        throw new ToolError('UsageError', error instanceof Error ? error.message : String(error), [`Usage: ${USAGE}`]);
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
        throw new ToolError('UsageError', `--port ${values.port} is no port.`, [`Usage: ${USAGE}`]);
    if (!['mini', 'small', 'none'].includes(values.data))
        throw new ToolError('UsageError', `--data ${values.data} is no profile.`, [`Usage: ${USAGE}`]);
    return {
        port,
        data: values.data as Profile,
        opens: !values['no-open'] && !process.env['CI'],
        resets: values.reset
    };
}

function sourceDirs(): string[] {
    const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as {
        packageDirectories?: { path: string }[];
    };
    return (project.packageDirectories ?? []).map((directory) => resolve(root, directory.path));
}

/** @throws ToolError when the port is taken: found out before anything slow is done. */
function requireFreePort(port: number): Promise<void> {
    return new Promise((free, fail) => {
        const probe = createServer();
        probe.once('error', (error: NodeJS.ErrnoException) =>
            fail(
                error.code === 'EADDRINUSE'
                    ? new ToolError(
                          'PortError',
                          `Port ${port} is taken by another program, perhaps by an earlier "npm start".`,
                          [
                              'Stop the other program (Ctrl+C in its terminal)',
                              `Use another port: npm start -- --port ${port + 1}`
                          ]
                      )
                    : new ToolError('PortError', `Port ${port} cannot be used: ${error.message}`, [
                          `Use another port: npm start -- --port ${DEFAULT_PORT}`
                      ])
            )
        );
        probe.listen(port, '127.0.0.1', () => probe.close(() => free()));
    });
}

/** Opens the org; progress is shown when it takes long. */
async function openTheOrg(dirs: readonly string[]): Promise<Org> {
    const { openOrg } = await import('../org/engine/org.ts');
    const worldFile = join(root, 'config', 'local-org.json');
    mkdirSync(dataFolder, { recursive: true });
    return openOrg({ sourceDirs: dirs, dataFile, ...(existsSync(worldFile) ? { worldFile } : {}) });
}

function deleteData(): void {
    rmSync(dataFolder, { recursive: true, force: true });
}

/** True when the data folder holds a finished org. */
function hasData(): boolean {
    return existsSync(dataFile) && existsSync(stateFile);
}

async function loadData(server: OrgServer, org: Org, profile: Profile): Promise<void> {
    const path = join(root, 'scripts', 'data', 'load.ts');
    if (profile !== 'none' && existsSync(path)) {
        const loader = (await import(path)) as DataLoader;
        const administrator = org.world.users.find((user) => user.profile === 'System Administrator' && user.isActive);
        const started = performance.now();
        let shownAt = 0;
        await loader.loadDemoData({
            baseUrl: server.url,
            accessToken: server.issueToken(administrator?.alias ?? ''),
            profile,
            asOf: new Date(org.clock.now()).toISOString(),
            onProgress: (done, total, what) => {
                if (performance.now() - shownAt < 1000 && done < total) return;
                shownAt = performance.now();
                say(
                    `Loading demo data: ${what} ${done}/${total} (${total === 0 ? 100 : Math.round((done / total) * 100)} %)`
                );
            }
        });
        say(`Demo data (${profile}) loaded in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    } else if (profile !== 'none') {
        say('There is no demo data to load: scripts/data/load.ts is not there.');
    }
    writeFileSync(stateFile, JSON.stringify({ profile }));
}

function openBrowser(url: string): void {
    const [command, ...args] =
        process.platform === 'darwin'
            ? ['open', url]
            : process.platform === 'win32'
              ? ['cmd', '/c', 'start', '', url]
              : ['xdg-open', url];
    const child = spawn(command ?? '', args, { detached: true, stdio: 'ignore' });
    child.on('error', () => undefined);
    child.unref();
}

async function start(): Promise<void> {
    const options = readOptions();
    await requireFreePort(options.port);
    const dirs = sourceDirs();
    if (options.resets || !hasData()) deleteData();

    const { buildBrowserSide, startOrgServer } = await import('../org/server/orgServer.ts');
    const { orgGateway } = await import('../org/server/engine/orgGateway.ts');
    const { switchableGateway } = await import('../org/server/switchableGateway.ts');
    const browserSide = buildBrowserSide(dirs, 'development', say);
    browserSide.catch(() => undefined);
    let org = await openTheOrg(dirs);
    const switchable = switchableGateway(orgGateway(org));
    const reset = async (): Promise<void> => {
        org.close();
        deleteData();
        org = await openTheOrg(dirs);
        switchable.use(orgGateway(org));
        await loadData(server, org, options.data);
    };
    const server = await startOrgServer(
        { gateway: switchable.gateway, sourceDirs: dirs, port: options.port, log: say, reset },
        await browserSide
    );

    const stop = (): void => {
        clearInterval(ticking);
        void server.close().then(() => {
            org.close();
            process.exit(0);
        });
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const ticking = setInterval(() => {
        try {
            org.tick();
        } catch (error) {
            say(`A job failed: ${error instanceof Error ? error.message : String(error)}`);
        }
    }, TICK_MS);

    if (!hasData()) await loadData(server, org, options.data);
    process.stdout.write(`ready ${server.url}\n`);
    if (options.opens) openBrowser(server.url);
}

start().catch((error: unknown) => {
    if (error instanceof ToolError) say(toolErrorText(error));
    else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(error instanceof ToolError && error.name === 'UsageError' ? 2 : 1);
});
