/** A browser that comes while the org opens: it gets files and the beginnings of pages, and the rest when there is one. */
import assert from 'node:assert/strict';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { serveBrowserSide, type BrowserSide } from '../browserSide.ts';
import { serveAt } from '../httpServer.ts';
import { openPort, type OpenPort } from '../openPort.ts';
import { Router } from '../router.ts';
import { Sessions } from '../session.ts';

const SIDE: BrowserSide = {
    vendor: { folder: '/nowhere', key: 'k1', modules: new Set(), exports: {}, imports: {}, wasBuilt: false },
    tree: { lwcFolders: [], folders: [], files: () => [] },
    bundle: {
        files: new Map([['main-1.js', 'start()']]),
        problems: [],
        needs: new Map([['main', ['/app/main-1.js']]]),
        milliseconds: 0
    }
};

describe('a browser that comes before the org is open', () => {
    let port: OpenPort;
    let sessions: Sessions;
    const failures: unknown[] = [];

    beforeEach(async () => {
        port = await openPort(0);
        sessions = new Sessions(
            (alias) => ['ana', 'ben'].includes(alias),
            () => 'ana',
            () => '00D000000000001AAA'
        );
    });
    afterEach(() => port.close());

    const ask = (path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> =>
        new Promise((answered, failed) => {
            request({ host: '127.0.0.1', port: port.port, path, headers }, answered).once('error', failed).end();
        });
    const textOf = async (answer: IncomingMessage): Promise<string> => {
        let text = '';
        for await (const chunk of answer) text += String(chunk);
        return text;
    };
    const serveEarly = (): void => serveBrowserSide(port, SIDE, sessions, (error) => failures.push(error));
    const open = (): void =>
        serveAt(port, {
            sessions,
            onInternalError: (error) => failures.push(error),
            router: new Router().add([
                {
                    method: 'GET',
                    pattern: '/lightning/*path',
                    access: 'open',
                    handler: (context) => ({
                        beginning: '<begun anew>',
                        body: `rest for ${sessions.ofPage(context.headers['cookie'] as string).session.alias}`,
                        headers: { 'content-type': 'text/html' }
                    })
                },
                { method: 'GET', pattern: '/who', access: 'token', handler: () => ({ json: 'known' }) }
            ])
        });

    it('gets a file and the way to the first page at once', async () => {
        serveEarly();

        const file = await ask('/app/main-1.js');
        const way = await ask('/');

        assert.equal(await textOf(file), 'start()');
        assert.match(file.headers['cache-control'] ?? '', /immutable/);
        assert.equal(way.statusCode, 302);
        assert.equal(way.headers.location, '/lightning/page/home');
    });

    it('gets how a page begins at once, and the rest of the same answer from the open org', async () => {
        serveEarly();

        const answer = await ask('/lightning/page/home', { cookie: 'local-org=old.ben' });
        open();
        const text = await textOf(answer);

        assert.equal(answer.statusCode, 200);
        assert.match(String(answer.headers['content-security-policy']), /default-src 'self'/);
        assert.match(text, /^<!doctype html>[\s\S]*modulepreload" href="\/app\/main-1\.js"[\s\S]*rest for ben$/);
        assert.doesNotMatch(text, /begun anew/);
    });

    it('keeps the session of its early page: the next page finds it, and its person', async () => {
        serveEarly();
        const first = await ask('/lightning/page/home', { cookie: 'local-org=old.nobody' });
        open();
        assert.match(await textOf(first), /rest for ana$/);
        const cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        const { session } = sessions.ofPage(cookie);
        session.alias = 'ben';

        const second = await textOf(await ask('/lightning/page/home', { cookie }));

        assert.equal(second, '<begun anew>rest for ben');
    });

    it('is offered what waited already when the files are ready', async () => {
        const waits = ask('/app/main-1.js');
        await new Promise((later) => setTimeout(later, 20));

        serveEarly();

        assert.equal(await textOf(await waits), 'start()');
    });

    it('waits with everything else, and is turned away as ever', async () => {
        serveEarly();
        const asks = [ask('/who'), ask('/lightning/page/home', { host: 'elsewhere.example' })];
        let isAnswered = false;
        for (const one of asks) void one.then(() => (isAnswered = true));
        assert.equal(await textOf(await ask('/app/main-1.js')), 'start()');
        assert.equal(isAnswered, false);

        open();
        const statuses = (await Promise.all(asks)).map((answer) => answer.statusCode);

        assert.deepEqual(statuses, [401, 403]);
        assert.deepEqual(failures, []);
    });
});
