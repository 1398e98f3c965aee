/** The command as it is typed, against this package on a local org. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openOrg, type Org } from '../../org/engine/org.ts';
import { orgGateway } from '../../org/server/engine/orgGateway.ts';
import type { Gateway } from '../../org/server/gateway.ts';
import { HttpError } from '../../org/server/httpError.ts';
import { startHttpServer, type RunningServer } from '../../org/server/__tests__/startHttpServer.ts';
import { compositeRoutes } from '../../org/server/rest/composite.ts';
import { identityRoutes } from '../../org/server/rest/identity.ts';
import { queryRoutes } from '../../org/server/rest/query.ts';
import { Router } from '../../org/server/router.ts';
import { Sessions } from '../../org/server/session.ts';
import { packageDirectories } from '../../shared/sourceFiles.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const COMMAND = resolve(import.meta.dirname, '../data.ts');
const ROWS = 1000;
/** Every so many rows one lacks cells, and the next one has an address that only the org finds too long. */
const BAD_EVERY = 100;

interface Run {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
}

describe('npm run data -- --csv', { timeout: 600_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'data-csv-'));
    const file = join(folder, 'touches.csv');
    let org: Org;
    let gateway: Gateway;
    let server: RunningServer;
    let token = '';
    /** Requests that are answered with 503 before one is let through. */
    let faults = 0;

    before(async () => {
        org = openOrg({
            sourceDirs: packageDirectories(ROOT).map((directory) => resolve(ROOT, directory)),
            worldFile: resolve(ROOT, 'config/local-org.json'),
            dataFile: ':memory:'
        });
        gateway = orgGateway(org);
        const sessions = new Sessions(
            () => true,
            () => 'tool',
            () => gateway.organization.id
        );
        token = sessions.issueToken('tool');
        const moody: Gateway = {
            ...gateway,
            save: (...order) => {
                if (faults-- > 0)
                    throw new HttpError(503, { errorCode: 'SERVER_UNAVAILABLE', message: 'Back in a moment' });
                return gateway.save(...order);
            }
        };
        const router = new Router().add([
            ...identityRoutes(gateway),
            ...queryRoutes(gateway),
            ...compositeRoutes(moody)
        ]);
        server = await startHttpServer({
            port: 0,
            router,
            sessions,
            onInternalError: (error) => console.error(error)
        });
    });
    after(async () => {
        await server.close();
        org.close();
        rmSync(folder, { recursive: true, force: true });
    });

    const load = (flags: readonly string[]): Promise<Run> =>
        new Promise((done) => {
            const child = spawn(process.execPath, [COMMAND, ...flags], {
                cwd: folder,
                stdio: ['ignore', 'pipe', 'pipe'],
                env: {
                    PATH: process.env['PATH'],
                    HOME: folder,
                    CI: 'true',
                    SF_ACCESS_TOKEN: token,
                    SF_ORG_INSTANCE_URL: `http://127.0.0.1:${server.port}`,
                    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
                    SF_DISABLE_TELEMETRY: 'true',
                    SF_DISABLE_LOG_FILE: 'true'
                }
            });
            let out = '';
            let err = '';
            child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
            child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
            child.on('close', (code) => done({ code, out, err }));
        });

    const touches = (condition: string) =>
        gateway.query(
            gateway.users.find(({ alias }) => alias === 'admin')!.id,
            `SELECT External_Key__c, Type__c, Occurred_At__c, Person_Email__c, Asset__c, Campaign_Name__c, Source_System__c FROM Engagement__c WHERE ${condition} ORDER BY External_Key__c`
        );

    const csv = (): string => {
        const lines = ['key,email,type,occurred_at,campaign,asset,url'];
        for (let row = 0; row < ROWS; row++) {
            const email = row % BAD_EVERY === 1 ? 'x'.repeat(300) : `reader${row % 50}@northmoor.example`;
            const full = `csv:${row},${email},FORM_SUBMISSION,2026-11-${10 + (row % 10)}T09:12:00+01:00,Autumn,"Sheet, part ${row}\nsecond line",https://a.example/${row}`;
            lines.push(row % BAD_EVERY === 0 ? `csv:${row},short` : full);
        }
        return `\uFEFF${lines.join('\r\n')}\r\n`;
    };

    it('loads what is sound and keeps what is not, with line and reason', async () => {
        writeFileSync(file, csv());

        const { code, out, err } = await load(['--csv', file, '--object', 'touches', '--json']);

        assert.equal(code, 1, err);
        const answer = JSON.parse(out) as Record<string, unknown>;
        assert.deepEqual(
            [answer['ok'], answer['rows'], answer['created'], answer['updated'], answer['refused']],
            [false, ROWS, 980, 0, 20]
        );
        assert.match(err, /^User tool@\S+ of Farrowmere Medical/m);
        assert.match(err, /RowsRefused: 20 of 1000 rows were refused/);
        const refused = readFileSync(`${file}.refused.csv`, 'utf8');
        assert.match(refused, /^line,reason,key,email,type,occurred_at,campaign,asset,url\n/);
        assert.match(refused, /^2,it has 2 cells; the first line names 7 columns,csv:0,short/m);
        assert.match(refused, /^3,STRING_TOO_LONG [^\n]*csv:1,xxx/m);
        assert.equal(touches("External_Key__c LIKE 'csv:%'").length, 980);
        assert.deepEqual(
            { ...touches("External_Key__c = 'csv:42'")[0], attributes: null },
            {
                attributes: null,
                External_Key__c: 'csv:42',
                Type__c: 'FORM_SUBMISSION',
                Occurred_At__c: '2026-11-12T08:12:00.000Z',
                Person_Email__c: 'reader42@northmoor.example',
                Asset__c: 'Sheet, part 42\nsecond line',
                Campaign_Name__c: 'Autumn',
                Source_System__c: 'csv'
            }
        );
    });

    it('changes nothing the second time', async () => {
        const before = touches("External_Key__c LIKE 'csv:%'");

        const { code, out, err } = await load(['--csv', file, '--object', 'touches', '--json']);

        assert.equal(code, 1, err);
        const answer = JSON.parse(out) as Record<string, unknown>;
        assert.deepEqual([answer['created'], answer['updated'], answer['refused']], [0, 980, 20]);
        assert.deepEqual(touches("External_Key__c LIKE 'csv:%'"), before);
    });

    it('takes the mended rows from the file of the refused ones, and waits while the org is away', async () => {
        const mended = join(folder, 'mended.csv');
        const lines = readFileSync(`${file}.refused.csv`, 'utf8').split(/\n(?=\d+,)/);
        const tooLong = lines.filter((line) => line.includes('STRING_TOO_LONG'));
        writeFileSync(mended, [lines[0], ...tooLong].join('\n').replace(/x{300}/g, 'mended@northmoor.example'));
        faults = 1;

        const { code, out, err } = await load(['--csv', mended, '--object', 'touches']);

        assert.equal(code, 0, err);
        assert.match(out, /^10 rows: 10 touches are new, 0 were there already, 0 were refused\.\n$/);
        assert.match(err, /answered 503; trying again in 1 s/);
        assert.equal(existsSync(`${mended}.refused.csv`), false);
        assert.equal(touches("Person_Email__c = 'mended@northmoor.example'").length, 10);
    });
});
