/** `npm run deploy` as a process of its own, with a home of its own, against one org. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COMMAND = resolve(import.meta.dirname, '..', 'cli', 'deploy.ts');

export interface DeployRun {
    readonly code: number | null;
    readonly answer: {
        readonly ok: boolean;
        readonly changed?: boolean;
        readonly findings?: readonly { readonly level: string; readonly subject: string; readonly message: string }[];
        readonly stages?: readonly { readonly name: string; readonly summary: string; readonly changed: boolean }[];
        readonly error?: { readonly name: string; readonly message: string; readonly actions: readonly string[] };
    } | null;
    readonly progress: string;
}

export interface DeployCommand {
    /** Working folder of the command: exports go there. */
    readonly home: string;
    /**
     * Runs it without tests and offline checks.
     * @param killAt progress at which it is killed
     * @param variables environment in place of the org's
     */
    run(flags?: readonly string[], killAt?: RegExp, variables?: Readonly<Record<string, string>>): Promise<DeployRun>;
    dispose(): void;
}

export function deployCommand(org: { readonly url: string; readonly accessToken: string }): DeployCommand {
    const home = mkdtempSync(join(tmpdir(), 'deploy-home-'));
    return {
        home,
        dispose: () => rmSync(home, { recursive: true, force: true }),
        run: (flags = [], killAt, variables = {}) =>
            new Promise((done) => {
                const child = spawn(
                    process.execPath,
                    [COMMAND, '--test-level', 'NoTestRun', '--skip-checks', '--json', ...flags],
                    {
                        cwd: home,
                        stdio: ['ignore', 'pipe', 'pipe'],
                        env: {
                            PATH: process.env['PATH'],
                            HOME: home,
                            CI: 'true',
                            SF_TARGET_ORG: org.accessToken,
                            SF_ORG_INSTANCE_URL: org.url,
                            SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
                            SF_DISABLE_TELEMETRY: 'true',
                            SF_DISABLE_AUTOUPDATE: 'true',
                            SF_DISABLE_LOG_FILE: 'true',
                            ...variables
                        }
                    }
                );
                let out = '';
                let progress = '';
                child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
                child.stderr.on('data', (chunk: Buffer) => {
                    progress += chunk.toString();
                    if (killAt?.test(progress)) child.kill('SIGKILL');
                });
                child.on('close', (code) =>
                    done({ code, progress, answer: out === '' ? null : (JSON.parse(out) as DeployRun['answer']) })
                );
            })
    };
}
