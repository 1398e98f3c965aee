/** The real sf CLI on a local org that keeps track of changes, as a sandbox does: two people, each with a project of their own. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sfCli, startLocalOrgProcess, type LocalOrgProcess, type SfCli, type SfJson } from './sfCli.ts';
import { CLASS_META, sfProject, SOURCE, type SfProject } from './sfProject.ts';

const CLASS = 'src/classes/Fine.cls';
/** Where a project without any source puts what it retrieves. */
const RETRIEVED = 'src/main/default/classes/Fine.cls';
const fine = (body: string): [string, string][] => [
    [CLASS, `public class Fine {\n    ${body}\n}\n`],
    [`${CLASS}-meta.xml`, CLASS_META]
];

const names = (list: readonly SfJson[]): string[] => list.map((each) => `${each.type} ${each.fullName}`).sort();

describe('source tracking of the sf CLI', { timeout: 600_000 }, () => {
    let org: LocalOrgProcess;
    let sf: SfCli;
    const projects: SfProject[] = [];
    let ours: SfProject;
    let theirs: SfProject;
    const make = (files: Iterable<readonly [string, string]>): SfProject => {
        const project = sfProject(files);
        projects.push(project);
        return project;
    };
    const inProject = ({ root }: SfProject, ...args: string[]) => sf.run(root, 'project', ...args);

    before(async () => {
        const empty = make([
            ['sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'src', default: true }] })],
            ['src/README.md', 'Nothing but what is deployed.\n'],
            ['config/local-org.json', JSON.stringify({ organization: { name: 'Sandbox', kind: 'sandbox' } })]
        ]);
        ours = make([...SOURCE, ...fine('public Integer one;')]);
        theirs = make([SOURCE[0] ?? ['', ''], ['src/README.md', 'Empty.\n']]);
        org = await startLocalOrgProcess(empty.root);
        const login = sfCli(org);
        sf = login.with({ SF_TARGET_ORG: 'tracked', SF_ORG_INSTANCE_URL: undefined, SF_ACCESS_TOKEN: org.accessToken });
        const { code, text } = await sf.run(
            ours.root,
            ...['org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt', '--alias', 'tracked']
        );
        assert.equal(code, 0, text);
    });
    after(async () => {
        await org.stop();
        sf.dispose();
        projects.forEach((project) => project.dispose());
    });

    it('deploys what is new without being told where it is, and then nothing', async () => {
        const first = await inProject(ours, 'deploy', 'start');
        const preview = await inProject(ours, 'deploy', 'preview');
        const second = await inProject(ours, 'deploy', 'start');

        assert.equal(first.code, 0, first.text);
        assert.equal(first.json.result.status, 'Succeeded');
        assert.deepEqual(first.json.warnings, []);
        assert.deepEqual(names(preview.json.result.toDeploy), []);
        assert.deepEqual(names(preview.json.result.toRetrieve), []);
        assert.equal(second.code, 0, second.text);
        assert.deepEqual(second.json.result.files ?? [], []);
    });

    it('deploys what changed and nothing else', async () => {
        ours.write(fine('public Integer two;'));
        const preview = await inProject(ours, 'deploy', 'preview');
        const deploy = await inProject(ours, 'deploy', 'start');

        assert.deepEqual(names(preview.json.result.toDeploy), ['ApexClass Fine']);
        assert.equal(deploy.code, 0, deploy.text);
        assert.deepEqual([...new Set(names(deploy.json.result.files))], ['ApexClass Fine']);
    });

    it('retrieves what others changed', async () => {
        const preview = await inProject(theirs, 'retrieve', 'preview');
        const all = await inProject(theirs, 'retrieve', 'start');
        theirs.write([[RETRIEVED, 'public class Fine {\n    public Integer theirs;\n}\n']]);
        const deploy = await inProject(theirs, 'deploy', 'start');
        const waiting = await inProject(ours, 'retrieve', 'preview');
        const mine = await inProject(ours, 'retrieve', 'start');

        assert.ok(names(preview.json.result.toRetrieve).includes('LightningComponentBundle parcelCard'));
        assert.equal(all.code, 0, all.text);
        assert.ok(existsSync(join(theirs.root, RETRIEVED)));
        assert.equal(deploy.code, 0, deploy.text);
        assert.deepEqual(names(waiting.json.result.toRetrieve), ['ApexClass Fine']);
        assert.equal(mine.code, 0, mine.text);
        assert.match(readFileSync(join(ours.root, CLASS), 'utf8'), /Integer theirs/);
    });

    it('stops where both changed the same', async () => {
        theirs.write([[RETRIEVED, 'public class Fine {\n    public Integer again;\n}\n']]);
        await inProject(theirs, 'deploy', 'start');
        ours.write(fine('public Integer mine;'));
        const refused = await inProject(ours, 'deploy', 'start');
        const forced = await inProject(ours, 'deploy', 'start', '--ignore-conflicts');

        assert.equal(refused.code, 1);
        assert.match(refused.json.name, /Conflict/);
        assert.equal(forced.code, 0, forced.text);
    });

    it('takes deletions along in both directions', async () => {
        ours.remove(CLASS, `${CLASS}-meta.xml`);
        const preview = await inProject(ours, 'deploy', 'preview');
        const deploy = await inProject(ours, 'deploy', 'start');
        const retrieve = await inProject(theirs, 'retrieve', 'start', '--ignore-conflicts');

        assert.deepEqual(names(preview.json.result.toDelete), ['ApexClass Fine']);
        assert.equal(deploy.code, 0, deploy.text);
        assert.equal(retrieve.code, 0, retrieve.text);
        assert.equal(existsSync(join(theirs.root, RETRIEVED)), false);
    });

    it('starts over when tracking is reset', async () => {
        ours.write(fine('public Integer anew;'));
        const reset = await inProject(ours, 'reset', 'tracking', '--no-prompt');
        const preview = await inProject(ours, 'deploy', 'preview');

        assert.equal(reset.code, 0, reset.text);
        assert.deepEqual(names(preview.json.result.toDeploy), []);
    });
});
