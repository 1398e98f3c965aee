import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';

const COMMAND = resolve(import.meta.dirname, '../deploy.ts');
const home = mkdtempSync(join(tmpdir(), 'deploy-home-'));
after(() => rmSync(home, { recursive: true, force: true }));

const run = (flags: readonly string[], variables: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...flags], {
        encoding: 'utf8',
        timeout: 60_000,
        env: {
            PATH: process.env['PATH'],
            HOME: home,
            CI: 'true',
            SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
            SF_DISABLE_TELEMETRY: 'true',
            SF_DISABLE_AUTOUPDATE: 'true',
            SF_DISABLE_LOG_FILE: 'true',
            ...variables
        }
    });
    return { status, stdout, stderr };
};

/** A port at which nobody listens. */
const deadPort = (): Promise<number> =>
    new Promise((found) => {
        const server = createServer();
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address() as { port: number };
            server.close(() => found(port));
        });
    });

describe('npm run deploy', () => {
    for (const [what, flags] of [
        ['an unknown flag', ['--traget-org', 'x']],
        ['a test level that is none', ['--test-level', 'Some']],
        ['tests without their level', ['--tests', 'A']],
        ['the level of specified tests without tests', ['--test-level', 'RunSpecifiedTests']],
        ['data that there is not', ['--with', 'data:huge']],
        ['two sorts of data', ['--with', 'data:mini,data:small']],
        ['extras that are none', ['--with', ',']]
    ] as const) {
        it(`exits with 2 for ${what}`, () => {
            const { status, stderr } = run(flags);

            assert.equal(status, 2);
            assert.match(stderr, /UsageError[\s\S]*--help/);
            assert.doesNotMatch(stderr, /\n\s+at /);
        });
    }

    it('explains itself', () => {
        const { status, stdout } = run(['--help']);

        assert.equal(status, 0);
        assert.match(stdout, /--check-only/);
    });

    it('asks for an org when there is none', () => {
        const { status, stderr } = run([]);

        assert.equal(status, 1);
        assert.match(stderr, /No org is named[\s\S]*--target-org ALIAS/);
    });

    it('says how to log in to an org that it does not know', () => {
        const { status, stderr } = run(['--target-org', 'nobody']);

        assert.equal(status, 1);
        assert.match(stderr, /no login called nobody[\s\S]*sf org login web --alias nobody/);
    });

    it('says within seconds that nobody answers, as one JSON object', async () => {
        const port = await deadPort();

        const { status, stdout, stderr } = run(['--json'], {
            SF_TARGET_ORG: '00D000000000001!token',
            SF_ORG_INSTANCE_URL: `http://127.0.0.1:${port}`
        });

        assert.equal(status, 1, stderr);
        const answer = JSON.parse(stdout) as {
            ok: boolean;
            error: { name: string; message: string; actions: string[] };
        };
        assert.equal(answer.ok, false);
        assert.equal(answer.error.name, 'NoAnswer');
        assert.match(answer.error.message, new RegExp(`Nobody answers at http://127.0.0.1:${port}`));
        assert.ok(answer.error.actions.length > 0);
    });
});
