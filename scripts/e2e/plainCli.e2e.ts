/** An admin with nothing but the sf CLI: from an empty org to a working Lead page. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sfCli, type SfCli, type SfResult } from '../org/server/__tests__/sfCli.ts';
import { startEmptyOrg, type EmptyOrg } from './emptyOrg.ts';
import { launchBrowser } from './orgUnderTest.ts';

/** A text of a command's result. */
const resultText = ({ json }: SfResult, name: string): string =>
    String((json as { result: Readonly<Record<string, unknown>> }).result[name]);

const ROOT = resolve(import.meta.dirname, '..', '..');
const RELEASE = resolve(ROOT, 'scripts/cli/release.ts');

describe('the plain sf CLI', { timeout: 900_000 }, () => {
    let org: EmptyOrg;
    let sf: SfCli;
    const folder = mkdtempSync(join(tmpdir(), 'release-'));
    before(async () => {
        org = await startEmptyOrg();
        sf = sfCli(org);
    });
    after(async () => {
        await org.dispose();
        sf.dispose();
        rmSync(folder, { recursive: true, force: true });
    });

    it('deploys the artefact for admins without Node into an empty org', async () => {
        const release = spawnSync(process.execPath, [RELEASE, '--output', folder], { encoding: 'utf8' });
        const [zip = ''] = readdirSync(folder);
        const deploy = await sf.run(
            folder,
            ...['project', 'deploy', 'start', '--metadata-dir', zip, '--single-package', '--wait', '30']
        );
        const { result } = deploy.json as { result: Readonly<Record<string, unknown>> };

        assert.equal(release.status, 0, release.stderr);
        assert.match(zip, /^baton-\d+\.\d+\.\d+\.zip$/);
        assert.equal(deploy.code, 0, deploy.text.slice(0, 4000));
        assert.equal(result['status'], 'Succeeded');
        assert.equal(result['numberComponentErrors'], 0);
        assert.ok(Number(result['numberComponentsDeployed']) > 500);
    });

    it('deploys the same from source: nothing changes', async () => {
        const deploy = await sf.run(ROOT, 'project', 'deploy', 'start', '--source-dir', 'force-app', '--wait', '30');
        const { result } = deploy.json as { result: { readonly files: readonly { readonly state: string }[] } };

        assert.equal(deploy.code, 0, deploy.text.slice(0, 4000));
        assert.deepEqual([...new Set(result.files.map(({ state }) => state))], ['Unchanged']);
    });

    it('lets a rep work on the Lead page of that org', async () => {
        const assigned = await sf.run(
            ROOT,
            ...['org', 'assign', 'permset', '--name', 'Baton_Rep', '--on-behalf-of', 'rep@empty.example']
        );
        const lead = await sf.run(
            ROOT,
            ...[
                'data',
                'create',
                'record',
                '-s',
                'Lead',
                '-v',
                "FirstName=Ida LastName=Berg Company='Northmoor Clinic'"
            ]
        );
        const path = `/lightning/r/Lead/${resultText(lead, 'id')}/view`;
        const opened = await sf.run(ROOT, 'org', 'open', '--url-only', '--path', path);

        assert.equal(assigned.code, 0, assigned.text);
        assert.equal(lead.code, 0, lead.text);
        const browser = await launchBrowser();
        try {
            const page = await browser.newPage();
            const errors: string[] = [];
            page.on('pageerror', (error) => errors.push(error.message));
            await page.goto(resultText(opened, 'url'));
            await page.locator('select[name="persona"]').selectOption('rep');
            await page.locator('host-highlights-panel').getByText('Ida Berg').first().waitFor();
            await page.locator('c-handoff-card [data-id="sentence"]').waitFor();
            await page.locator('c-engagement-timeline').waitFor();
            assert.deepEqual(errors, []);
        } finally {
            await browser.close();
        }
    });
});
