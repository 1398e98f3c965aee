import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { temporaryProject } from './temporaryProject.ts';
import type { TemporaryProject } from './temporaryProject.ts';

const COMMAND = resolve(import.meta.dirname, '../../../cli/start.js');

interface Outcome {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
}

describe('npm start', () => {
    let project: TemporaryProject;

    beforeEach(() => {
        project = temporaryProject();
    });
    afterEach(() => project.remove());

    /** Runs the command; `whenReady` is called with the address and the command is asked to stop afterwards. */
    const run = (
        flags: readonly string[],
        whenReady: (url: string) => Promise<void> = async () => {}
    ): Promise<Outcome> =>
        new Promise((done) => {
            const child = spawn(process.execPath, [COMMAND, '--project', project.root, '--no-open', ...flags], {
                stdio: ['ignore', 'pipe', 'pipe']
            });
            let out = '';
            let err = '';
            let isReady = false;
            child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
            child.stdout.on('data', (chunk: Buffer) => {
                out += chunk.toString();
                const url = /^ready (\S+)$/m.exec(out)?.[1];
                if (url === undefined || isReady) return;
                isReady = true;
                void whenReady(url).finally(() => child.kill('SIGTERM'));
            });
            child.on('close', (code) => done({ code, out, err }));
        });

    it('says where it is ready, and stops cleanly', { timeout: 120_000 }, async () => {
        let html = '';

        const outcome = await run(['--port', '0'], async (url) => {
            html = await (await fetch(`${url}/lightning/page/home`)).text();
        });

        assert.equal(outcome.code, 0);
        assert.match(outcome.out, /^ready http:\/\/127\.0\.0\.1:\d+\n$/);
        assert.match(html, /Tiny Org/);
    });

    it('starts again with what it kept, and notices what changed meanwhile', { timeout: 120_000 }, async () => {
        const label = async (): Promise<string> => {
            let html = '';
            const outcome = await run(['--port', '0'], async (url) => {
                html = await (await fetch(`${url}/lightning/page/home`)).text();
            });
            assert.equal(outcome.code, 0);
            return /"label":"(Depot[^"]*)"/.exec(html)?.[1] ?? '';
        };
        const app = (name: string): void =>
            project.write(
                'src/applications/Depot.app-meta.xml',
                `<CustomApplication><label>${name}</label><uiType>Lightning</uiType></CustomApplication>`
            );
        app('Depot One');
        const first = await label();
        const second = await label();
        app('Depot Two');

        assert.deepEqual([first, second, await label()], ['Depot One', 'Depot One', 'Depot Two']);
    });

    it('says what to do when the port is taken', { timeout: 60_000 }, async () => {
        const other = createServer();
        const port = await new Promise<number>((taken) =>
            other.listen(0, '127.0.0.1', () => taken((other.address() as { port: number }).port))
        );

        const outcome = await run(['--port', String(port)]);

        other.close();
        assert.equal(outcome.code, 1);
        assert.match(outcome.err, new RegExp(`Port ${port} is taken[\\s\\S]*Try this:[\\s\\S]*--port ${port + 1}`));
        assert.doesNotMatch(outcome.err, /\n\s+at /);
    });

    it('does not touch data that another local org uses', { timeout: 120_000 }, async () => {
        let second: Outcome | undefined;

        const first = await run(['--port', '0'], async () => {
            second = await run(['--port', '0', '--reset']);
        });

        assert.equal(first.code, 0);
        assert.equal(second?.code, 1);
        assert.match(second.err, /is in use by another local org/);
    });

    it('says in one message that the data is damaged', { timeout: 60_000 }, async () => {
        project.write('.local-org/state.json', '{}');
        writeFileSync(join(project.root, '.local-org', 'org.sqlite'), 'this is no database, whatever it says');

        const outcome = await run(['--port', '0']);

        assert.equal(outcome.code, 1);
        assert.match(outcome.err, /org\.sqlite[\s\S]*Try this:/);
        assert.doesNotMatch(outcome.err, /\n\s+at /);
    });

    it('names file and line of Apex that does not compile', { timeout: 60_000 }, async () => {
        project.write('src/classes/Parcels.cls', 'public class Parcels {\n    Integer wrong = nothing;\n}\n');

        const outcome = await run(['--port', '0']);

        assert.equal(outcome.code, 1);
        assert.match(outcome.err, /Parcels\.cls:2:\d+/);
        assert.doesNotMatch(outcome.err, /\n\s+at /);
    });

    for (const [what, flags] of [
        ['an unknown flag', ['--prot', '1']],
        ['a port that is none', ['--port', 'high']],
        ['an unknown data profile', ['--data', 'huge']]
    ] as const) {
        it(`explains its usage for ${what}`, async () => {
            const outcome = await run(flags);

            assert.equal(outcome.code, 2);
            assert.match(outcome.err, /Usage: npm start/);
        });
    }
});
