/** The real sf CLI of node_modules against a local org of its own, in a home of its own. */
import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const START = resolve(import.meta.dirname, '../../../cli/start.js');
const MOST_OUTPUT = 64 * 1024 * 1024;
const PATIENCE_MS = 300_000;

export interface LocalOrgProcess {
    readonly url: string;
    readonly accessToken: string;
    stop(): Promise<void>;
}

/** `npm start` for a project, ready to be talked to. @throws Error with what it said when it does not start */
export function startLocalOrgProcess(root: string): Promise<LocalOrgProcess> {
    const child = spawn(process.execPath, [START, '--project', root, '--port', '0', '--no-open', '--data', 'none'], {
        stdio: ['ignore', 'pipe', 'pipe']
    });
    const closed = new Promise<void>((done) => child.on('close', () => done()));
    return new Promise((ready, fail) => {
        let said = '';
        const read = (chunk: Buffer): void => {
            said += chunk.toString();
            const [, accessToken, url] = /SF_TARGET_ORG='([^']+)' SF_ORG_INSTANCE_URL=(\S+)/.exec(said) ?? [];
            if (accessToken === undefined || url === undefined) return;
            const stop = async (): Promise<void> => {
                child.kill('SIGTERM');
                await closed;
            };
            ready({ url, accessToken, stop });
        };
        child.stdout.on('data', read);
        child.stderr.on('data', read);
        void closed.then(() => fail(new Error(`The local org did not start:\n${said}`)));
    });
}

export interface SfResult {
    readonly code: number;
    /** Parsed standard output of `--json`; what it said as text otherwise. */
    readonly json: SfJson;
    readonly text: string;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the CLI's JSON differs with every command; tests assert its parts
export type SfJson = any;

/** A command that goes on. */
export interface Following {
    /** What it said so far. */
    text(): string;
    isRunning(): boolean;
    stop(): Promise<void>;
}

export interface SfCli {
    /** Runs a command with `--json` in a folder. */
    run(cwd: string, ...args: string[]): Promise<SfResult>;
    /** As a person: without `--json`. */
    runForPeople(cwd: string, ...args: string[]): Promise<SfResult>;
    /** Starts a command that goes on until it is stopped. */
    follow(cwd: string, ...args: string[]): Following;
    /** With other environment variables. */
    with(variables: Readonly<Record<string, string | undefined>>): SfCli;
    readonly commands: readonly string[];
    dispose(): void;
}

export function sfCli(org: LocalOrgProcess): SfCli {
    const home = mkdtempSync(join(tmpdir(), 'sf-home-'));
    const cache = join(tmpdir(), 'sf-compile-cache');
    mkdirSync(cache, { recursive: true });
    const entry = resolve(import.meta.dirname, '../../../../node_modules/@salesforce/cli/bin/run.js');
    const commands: string[] = [];
    const environment = {
        PATH: process.env['PATH'],
        HOME: home,
        TMPDIR: tmpdir(),
        SF_TARGET_ORG: org.accessToken,
        SF_ORG_INSTANCE_URL: org.url,
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_DISABLE_TELEMETRY: 'true',
        SF_DISABLE_AUTOUPDATE: 'true',
        SF_SKIP_NEW_VERSION_CHECK: 'true',
        SF_DISABLE_LOG_FILE: 'true',
        CI: 'true',
        NO_COLOR: '1',
        NODE_COMPILE_CACHE: cache
    };
    const make = (variables: Readonly<Record<string, string | undefined>>): SfCli => {
        const call = (cwd: string, args: readonly string[]): Promise<SfResult> =>
            new Promise((done, fail) => {
                commands.push(args.join(' '));
                execFile(
                    process.execPath,
                    [entry, ...args],
                    { cwd, env: { ...environment, ...variables }, maxBuffer: MOST_OUTPUT, timeout: PATIENCE_MS },
                    (error, stdout, stderr) => {
                        if (error && typeof error.code !== 'number') {
                            fail(new Error(`sf ${args.join(' ')}: ${error.message}\n${stderr}`));
                            return;
                        }
                        let json: SfJson = null;
                        try {
                            json = JSON.parse(stdout);
                        } catch {
                            if (args.includes('--json')) {
                                fail(new Error(`sf ${args.join(' ')} gave no JSON:\n${stdout}\n${stderr}`));
                                return;
                            }
                        }
                        done({ code: typeof error?.code === 'number' ? error.code : 0, json, text: stdout + stderr });
                    }
                );
            });
        return {
            run: (cwd, ...args) => call(cwd, [...args, '--json']),
            runForPeople: (cwd, ...args) => call(cwd, args),
            follow: (cwd, ...args) => {
                commands.push(args.join(' '));
                return follow(
                    spawn(process.execPath, [entry, ...args], { cwd, env: { ...environment, ...variables } })
                );
            },
            with: (more) => make({ ...variables, ...more }),
            commands,
            dispose: () => rmSync(home, { recursive: true, force: true })
        };
    };
    return make({});
}

function follow(child: ChildProcessWithoutNullStreams): Following {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const closed = new Promise<void>((done) => child.on('close', () => done()));
    return {
        text: () => said,
        isRunning: () => child.exitCode === null && child.signalCode === null,
        stop: async () => {
            child.kill('SIGTERM');
            await closed;
        }
    };
}
