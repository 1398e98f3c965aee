/** `npm start`, through start.js: opens a source tree as an org and shows it in a browser. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ToolError, toolErrorText } from '../shared/toolError.ts';

const USAGE = 'npm start [-- --port N --data mini|small|none --no-open --reset --project DIR]';
const PROFILES = ['mini', 'small', 'none'] as const;

interface StartFlags {
    readonly port: number;
    readonly data: (typeof PROFILES)[number];
    readonly opens: boolean;
    readonly startsOver: boolean;
    readonly root: string;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const usageError = (message: string): ToolError => new ToolError('UsageError', message, [`Usage: ${USAGE}`]);

/** @throws ToolError `UsageError` for unknown flags and values */
function readFlags(): StartFlags {
    let values;
    try {
        ({ values } = parseArgs({
            options: {
                port: { type: 'string', default: '7300' },
                data: { type: 'string', default: 'small' },
                'no-open': { type: 'boolean', default: false },
                reset: { type: 'boolean', default: false },
                project: { type: 'string', default: resolve(import.meta.dirname, '../..') }
            },
            strict: true
        }));
    } catch (error) {
        throw usageError(error instanceof Error ? error.message : String(error));
    }
    const port = Number(values.port);
    const data = PROFILES.find((profile) => profile === values.data);
    if (!/^\d+$/.test(values.port) || port > 65535) throw usageError(`--port ${values.port} is no port.`);
    if (data === undefined) throw usageError(`--data ${values.data} is no profile.`);
    return {
        port,
        data,
        opens: !values['no-open'] && !process.env['CI'],
        startsOver: values.reset,
        root: resolve(values.project)
    };
}

function openBrowser(url: string): void {
    const [command = '', ...args] =
        process.platform === 'darwin'
            ? ['open', url]
            : process.platform === 'win32'
              ? ['cmd', '/c', 'start', '', url]
              : ['xdg-open', url];
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    // No browser to open is no failure: the address is on the screen.
    child.on('error', () => undefined);
    child.unref();
}

async function start(): Promise<void> {
    const { root, opens, port: portNumber, ...flags } = readFlags();
    const { openPort } = await import('../org/server/openPort.ts');
    const { orgInputs, Project } = await import('../org/server/project.ts');
    const { lookUpOrg } = await import('../org/engine/keptOrg.ts');
    const project = new Project(root);
    const port = await openPort(portNumber);
    project.lock();
    const url = `http://127.0.0.1:${port.port}`;
    const announce = (): void => {
        process.stdout.write(`ready ${url}\n`);
        if (opens) openBrowser(url);
    };
    const lookedUp = lookUpOrg(orgInputs(project));
    // An org that was open before, and of which nothing changed, opens: the browser may come while it does.
    const isCertain = lookedUp?.file.isCurrent === true && project.hasData && !flags.startsOver;
    if (isCertain) announce();

    const { startLocalOrg } = await import('../org/server/localOrg.ts');
    const localOrg = await startLocalOrg({
        ...flags,
        project,
        port,
        lookedUp,
        mode: process.env['LOCAL_ORG_DEBUG'] ? 'development' : 'production',
        log: say
    });
    const stop = (): void => void localOrg.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    if (!isCertain) announce();
    say(`For the sf CLI: export SF_TARGET_ORG='${localOrg.accessToken}' SF_ORG_INSTANCE_URL=${localOrg.url}`);
}

// SQLite and type stripping are experimental in Node: said once by us in the documentation, not at every start.
process.removeAllListeners('warning');

start().catch((error: unknown) => {
    if (error instanceof ToolError) say(toolErrorText(error));
    else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(error instanceof ToolError ? (error.name === 'UsageError' ? 2 : 1) : 10);
});
