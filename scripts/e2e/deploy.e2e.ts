/** `npm run deploy` from an empty org to a working Lead page; killed on the way, run again, run twice, upgraded, removed. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readPackageFacts } from '../deploy/packageFacts.ts';
import { writeManifest } from '../org/metadata/manifest.ts';
import { sfCli } from '../org/server/__tests__/sfCli.ts';
import { bundle, CLASS_META, xml } from '../org/server/__tests__/sfProject.ts';
import { deployCommand, type DeployCommand } from './deployRun.ts';
import { startEmptyOrg, type EmptyOrg } from './emptyOrg.ts';
import { launchBrowser } from './orgUnderTest.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** What an earlier version is said to have shipped, and a class that an admin wrote. */
const FORMER: readonly (readonly [type: string, fullName: string])[] = [
    ['CustomField', 'Lead.Former__c'],
    ['ApexClass', 'FormerRule'],
    ['LightningComponentBundle', 'formerCard']
];
const FORMER_FILES: readonly (readonly [path: string, text: string])[] = [
    [
        'objects/Lead.object',
        xml(
            'CustomObject',
            '<fields><fullName>Former__c</fullName><label>Former</label><length>40</length><type>Text</type></fields>'
        )
    ],
    ['classes/FormerRule.cls', 'public class FormerRule {}\n'],
    ['classes/FormerRule.cls-meta.xml', CLASS_META],
    ['classes/TheirOwn.cls', 'public class TheirOwn {}\n'],
    ['classes/TheirOwn.cls-meta.xml', CLASS_META],
    ...bundle(
        'formerCard',
        "import { LightningElement } from 'lwc';\nexport default class FormerCard extends LightningElement {}\n",
        '<template></template>\n'
    ).map(([path, text]) => [path.replace(/^src\//, ''), text] as const)
];

describe('npm run deploy', { timeout: 1_200_000 }, () => {
    let org: EmptyOrg;
    let command: DeployCommand;
    const former = mkdtempSync(join(tmpdir(), 'former-'));
    const releases = join(former, 'releases');
    before(async () => {
        org = await startEmptyOrg();
        command = deployCommand(org);
    });
    after(async () => {
        await org.dispose();
        command.dispose();
        rmSync(former, { recursive: true, force: true });
    });
    const deploy = (flags: readonly string[] = [], killAt?: RegExp) => command.run(flags, killAt);

    const rows = async (soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
        const response = await fetch(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
            headers: { authorization: `Bearer ${org.accessToken}` }
        });
        return ((await response.json()) as { records: Readonly<Record<string, unknown>>[] }).records;
    };

    const call = async (method: string, path: string, body: object): Promise<void> => {
        const response = await fetch(`${org.url}/services/data/v66.0/${path}`, {
            method,
            headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
            body: JSON.stringify(body)
        });
        assert.ok(response.ok, `${method} ${path}: ${response.status}`);
    };
    const leadId = async (): Promise<string> =>
        String((await rows("SELECT Id FROM Lead WHERE LastName = 'Fennimore'"))[0]?.['Id']);

    /** Everything that the org lists, type by type. */
    const listing = async (): Promise<readonly string[]> => {
        const soap = async (body: string): Promise<string> => {
            const response = await fetch(`${org.url}/services/Soap/m/66.0`, {
                method: 'POST',
                headers: { 'content-type': 'text/xml' },
                body: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><SessionHeader><sessionId>${org.accessToken}</sessionId></SessionHeader></e:Header><e:Body>${body}</e:Body></e:Envelope>`
            });
            return response.text();
        };
        const named = (text: string, element: string): string[] =>
            [...text.matchAll(new RegExp(`<${element}>([^<]+)</${element}>`, 'g'))].map(([, name]) => name ?? '');
        const described = await soap('<describeMetadata/>');
        const types = [...named(described, 'xmlName'), ...named(described, 'childXmlNames')];
        const queries = types.map((type) => `<queries><type>${type}</type></queries>`).join('');
        return named(await soap(`<listMetadata>${queries}</listMetadata>`), 'fileName').sort();
    };
    let listedBefore: readonly string[] = [];

    it('only looks when it is only to check', async () => {
        listedBefore = await listing();
        const { code, answer, progress } = await deploy(['--check-only']);

        assert.equal(code, 0, progress);
        assert.equal(answer?.changed, false);
        assert.deepEqual(await rows("SELECT Id FROM PermissionSet WHERE Name = 'Baton_Admin'"), []);
    });

    it('takes the package in, after a run that was killed on the way', async () => {
        const extras = ['--with', 'business-hours,data:sample'];
        const killed = await deploy(extras, /\[5\/\d+\] deploy/);
        const { code, answer, progress } = await deploy(extras);

        assert.equal(killed.answer, null);
        assert.equal(code, 0, progress);
        assert.equal(answer?.ok, true);
        assert.match(progress, /User boss@empty\.example of Empty Org/);
        assert.equal((await rows("SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Baton%'")).length, 1);
        assert.ok((await rows('SELECT Id FROM BusinessHours')).length > 1);
        assert.equal((await rows('SELECT Id FROM Lead')).length, 3);
        assert.equal((await rows("SELECT Id FROM Engagement__c WHERE Lead__r.LastName = 'Fennimore'")).length, 3);
    });

    it('takes out with an upgrade what the earlier version had, keeps its data, and touches nothing else', async () => {
        const source = join(former, 'source');
        const write = (path: string, text: string): void => {
            mkdirSync(join(path, '..'), { recursive: true });
            writeFileSync(path, text);
        };
        for (const [path, text] of FORMER_FILES) write(join(source, path), text);
        const dropped = FORMER.map(([type, fullName]) => ({ type, fullName }));
        const theirs = { type: 'ApexClass', fullName: 'TheirOwn' };
        write(join(source, 'package.xml'), writeManifest([...dropped, theirs], '66.0'));
        const facts = readPackageFacts([join(ROOT, 'force-app')], 66);
        const shipped = [...facts.members].flatMap(([type, names]) => names.map((fullName) => ({ type, fullName })));
        write(join(releases, '0.1.0.xml'), writeManifest([...shipped, ...dropped], '66.0'));
        const sf = sfCli(org);
        const before = await sf.run(
            ROOT,
            ...['project', 'deploy', 'start', '--metadata-dir', source, '--single-package']
        );
        sf.dispose();
        assert.equal(before.code, 0, before.text);
        await call('PATCH', `sobjects/Lead/${await leadId()}`, { Former__c: 'worth keeping' });

        const { code, answer, progress } = await deploy(['--releases', releases]);

        assert.equal(code, 0, progress);
        assert.match(
            answer?.findings?.map(({ message }) => message).join('\n') ?? '',
            /removes .*Lead\.Former__c.*formerCard/
        );
        const left = await listing();
        for (const gone of ['FormerRule', 'formerCard']) {
            assert.ok(!left.some((name) => name.includes(gone)), gone);
        }
        assert.ok(left.includes('classes/TheirOwn.cls'));
        await assert.rejects(call('PATCH', `sobjects/Lead/${await leadId()}`, { Former__c: 'gone' }), /: 400/);
        const [folder = ''] = readdirSync(join(command.home, 'baton-export'));
        const kept = readFileSync(join(command.home, 'baton-export', folder, 'Lead.json'), 'utf8');
        assert.match(kept, /worth keeping/);
        rmSync(join(command.home, 'baton-export'), { recursive: true });
    });

    it('changes nothing the second time, and says so', async () => {
        const { code, answer, progress } = await deploy([
            '--releases',
            releases,
            '--with',
            'business-hours,data:sample'
        ]);

        assert.equal(code, 0, progress);
        assert.equal(answer?.changed, false);
        assert.match(answer.stages?.find(({ name }) => name === 'deploy')?.summary ?? '', /has all of it already/);
    });

    it('leaves an org whose Lead page works', async () => {
        const id = await leadId();
        const browser = await launchBrowser();
        try {
            const page = await browser.newPage();
            const errors: string[] = [];
            page.on('pageerror', (error) => errors.push(error.message));
            await page.goto(`${org.url}/lightning/r/Lead/${id}/view`);
            await page.locator('host-highlights-panel').getByText('Odile Fennimore').first().waitFor();
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
        // What somebody else deployed stays, and nothing but that.
        assert.deepEqual(
            (await listing()).filter((name) => name !== 'classes/TheirOwn.cls'),
            listedBefore
        );
        assert.deepEqual(await rows("SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Baton%'"), []);
        assert.equal((await rows('SELECT Id FROM Lead')).length, 3);
        const [run = ''] = readdirSync(join(command.home, 'baton-export'));
        const kept = (object: string): string =>
            readFileSync(join(command.home, 'baton-export', run, `${object}.json`), 'utf8');
        assert.match(kept('Engagement__c'), /sample:Fennimore-demo_request/);
        assert.match(kept('Lead'), /"Engagement_Score__c": [1-9]/);
        assert.equal(again.answer?.changed, false, again.progress);
    });
});
