/** `npm run deploy` from an empty org to a working Lead page; killed on the way, run again, run twice. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startEmptyOrg, type EmptyOrg } from './emptyOrg.ts';
import { launchBrowser } from './orgUnderTest.ts';

const COMMAND = resolve(import.meta.dirname, '..', 'cli', 'deploy.ts');

interface Run {
    readonly code: number | null;
    readonly answer: {
        readonly ok: boolean;
        readonly changed?: boolean;
        readonly stages?: readonly { readonly name: string; readonly summary: string; readonly changed: boolean }[];
        readonly error?: { readonly name: string; readonly actions: readonly string[] };
    } | null;
    readonly progress: string;
}

describe('npm run deploy', { timeout: 900_000 }, () => {
    let org: EmptyOrg;
    const home = mkdtempSync(join(tmpdir(), 'deploy-home-'));
    before(async () => {
        org = await startEmptyOrg();
    });
    after(async () => {
        await org.dispose();
        rmSync(home, { recursive: true, force: true });
    });

    /** @param killAt progress at which the command is killed */
    const deploy = (flags: readonly string[] = [], killAt?: RegExp, token = org.accessToken): Promise<Run> =>
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
                        SF_TARGET_ORG: token,
                        SF_ORG_INSTANCE_URL: org.url,
                        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
                        SF_DISABLE_TELEMETRY: 'true',
                        SF_DISABLE_AUTOUPDATE: 'true',
                        SF_DISABLE_LOG_FILE: 'true'
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
                done({ code, progress, answer: out === '' ? null : (JSON.parse(out) as Run['answer']) })
            );
        });

    const rows = async (soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
        const response = await fetch(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
            headers: { authorization: `Bearer ${org.accessToken}` }
        });
        return ((await response.json()) as { records: Readonly<Record<string, unknown>>[] }).records;
    };

    /** Everything that the org lists, type by type. */
    const listing = async (): Promise<readonly string[]> => {
        const call = async (body: string): Promise<string> => {
            const response = await fetch(`${org.url}/services/Soap/m/66.0`, {
                method: 'POST',
                headers: { 'content-type': 'text/xml' },
                body: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><SessionHeader><sessionId>${org.accessToken}</sessionId></SessionHeader></e:Header><e:Body>${body}</e:Body></e:Envelope>`
            });
            return response.text();
        };
        const named = (text: string, element: string): string[] =>
            [...text.matchAll(new RegExp(`<${element}>([^<]+)</${element}>`, 'g'))].map(([, name]) => name ?? '');
        const described = await call('<describeMetadata/>');
        const types = [...named(described, 'xmlName'), ...named(described, 'childXmlNames')];
        const queries = types.map((type) => `<queries><type>${type}</type></queries>`).join('');
        return named(await call(`<listMetadata>${queries}</listMetadata>`), 'fileName').sort();
    };
    let listedBefore: readonly string[] = [];

    it('says what to do when the session is over', async () => {
        const { code, answer } = await deploy([], undefined, '00D000000000001!expired');

        assert.equal(code, 1);
        assert.equal(answer?.error?.name, 'SessionExpired');
        assert.match(answer.error.actions.join(' '), /Log in again/);
    });

    it('only looks when it is only to check', async () => {
        listedBefore = await listing();
        const { code, answer, progress } = await deploy(['--check-only']);

        assert.equal(code, 0, progress);
        assert.equal(answer?.changed, false);
        assert.deepEqual(await rows("SELECT Id FROM PermissionSet WHERE Name = 'Baton_Admin'"), []);
    });

    it('takes the package in, after a run that was killed on the way', async () => {
        const killed = await deploy([], /\[5\/\d\] deploy/);
        const { code, answer, progress } = await deploy();

        assert.equal(killed.answer, null);
        assert.equal(code, 0, progress);
        assert.equal(answer?.ok, true);
        assert.match(progress, /User boss@empty\.example of Empty Org/);
        assert.equal((await rows("SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Baton%'")).length, 1);
    });

    it('changes nothing the second time, and says so', async () => {
        const { code, answer, progress } = await deploy();

        assert.equal(code, 0, progress);
        assert.equal(answer?.changed, false);
        assert.match(answer.stages?.find(({ name }) => name === 'deploy')?.summary ?? '', /has all of it already/);
    });

    it('leaves an org whose Lead page works', async () => {
        const created = await fetch(`${org.url}/services/data/v66.0/sobjects/Lead`, {
            method: 'POST',
            headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
            body: JSON.stringify({ FirstName: 'Ida', LastName: 'Berg', Company: 'Northmoor Clinic' })
        });
        const { id } = (await created.json()) as { id: string };
        const browser = await launchBrowser();
        try {
            const page = await browser.newPage();
            const errors: string[] = [];
            page.on('pageerror', (error) => errors.push(error.message));
            await page.goto(`${org.url}/lightning/r/Lead/${id}/view`);
            await page.locator('host-highlights-panel').getByText('Ida Berg').first().waitFor();
            await page.locator('c-handoff-card').getByText('Ready for sales?').waitFor();
            assert.deepEqual(errors, []);
        } finally {
            await browser.close();
        }
    });

    it('takes the package out again, keeps a copy of its records, and leaves the org as it was', async () => {
        const { code, answer, progress } = await deploy(['--remove']);
        const again = await deploy(['--remove']);

        assert.equal(code, 0, progress);
        assert.equal(answer?.changed, true);
        assert.deepEqual(await listing(), listedBefore);
        assert.deepEqual(await rows("SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Baton%'"), []);
        assert.equal((await rows("SELECT Id FROM Lead WHERE Name = 'Ida Berg'")).length, 1);
        const [run = ''] = readdirSync(join(home, 'baton-export'));
        const kept = JSON.parse(readFileSync(join(home, 'baton-export', run, 'Job_Heartbeat__c.json'), 'utf8')) as {
            records: unknown[];
        };
        assert.ok(kept.records.length > 0);
        assert.equal(again.answer?.changed, false, again.progress);
    });
});
