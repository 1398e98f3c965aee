import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readMembers } from '../../org/metadata/folder.ts';
import { memberKey, textOfFile } from '../../org/metadata/members.ts';
import { providerOf } from '../providers.ts';
import { droppedSince, readReleases, versionIn } from '../releases.ts';
import { installedPackage, keepData, MARKER } from '../upgrade.ts';
import { FACTS, TargetDouble } from './targetDouble.ts';

const members = (all: Readonly<Record<string, readonly string[]>>): Map<string, readonly string[]> =>
    new Map(Object.entries(all));
const manifest = (all: Readonly<Record<string, readonly string[]>>): string =>
    `<Package xmlns="http://soap.sforce.com/2006/04/metadata">${Object.entries(all)
        .map(
            ([type, names]) =>
                `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`
        )
        .join('')}<version>66.0</version></Package>`;

describe('an upgrade', () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'releases-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('drops what the version of the org shipped and this one does not, whatever its case', () => {
        writeFileSync(join(folder, '0.1.0.xml'), manifest({ ApexClass: ['Hoist', 'Winch'], CustomLabel: ['A'] }));
        writeFileSync(join(folder, '0.2.0.xml'), manifest({ ApexClass: ['Pulley'] }));
        const releases = readReleases(folder);
        const current = members({ ApexClass: ['HOIST'], CustomLabel: ['A'] });

        assert.deepEqual([...droppedSince(releases, '0.1.0', current)], [['ApexClass', ['Winch']]]);
        assert.deepEqual([...droppedSince(releases, '0.2.0', current)], [['ApexClass', ['Pulley']]]);
    });

    it('drops nothing of a version of which nothing is written down', () => {
        writeFileSync(join(folder, '0.1.0.xml'), manifest({ ApexClass: ['Winch'] }));

        for (const version of [null, '0.3.0']) {
            assert.deepEqual([...droppedSince(readReleases(folder), version, members({}))], []);
        }
        assert.deepEqual(readReleases(join(folder, 'none')), []);
    });

    it('leaves alone what admins fill: policy, groups, queues', () => {
        writeFileSync(join(folder, '0.1.0.xml'), manifest({ CustomMetadata: ['Rule.A'], Group: ['G'], Queue: ['Q'] }));

        assert.deepEqual([...droppedSince(readReleases(folder), '0.1.0', members({}))], []);
    });

    it('reads the version of the org where its permission set says it', () => {
        assert.equal(versionIn('For administrators. Version 1.20.3.'), '1.20.3');
        assert.equal(versionIn('For administrators.'), null);
        assert.equal(versionIn(null), null);
    });

    it('finds of that only what is there, and nothing where the package is not', async () => {
        const releases = [{ version: '0.1.0', members: members({ ApexClass: ['Winch', 'NeverThere'] }) }];
        const sources = { releases, exportFolder: folder };
        const org = new TargetDouble({ leftovers: members({ ApexClass: ['Winch', 'TheirOwn'] }) }, true);

        assert.deepEqual(await installedPackage(org, FACTS, sources), {
            version: '0.1.0',
            dropped: [{ type: 'ApexClass', fullName: 'Winch' }]
        });
        assert.deepEqual((await installedPackage(org, FACTS, null))?.dropped, []);
        assert.equal(await installedPackage(new TargetDouble(), FACTS, sources), null);
    });

    it('keeps what is in dropped fields, and says where', async () => {
        const org = new TargetDouble({}, true);
        const said = await keepData(org, [{ type: 'CustomField', fullName: 'Lead.Load__c' }], join(folder, 'kept'));
        const nothing = await keepData(org, [{ type: 'ApexClass', fullName: 'Winch' }], join(folder, 'none'));

        assert.match(said ?? '', /1 records are in .*kept: Lead\.json/);
        assert.deepEqual(JSON.parse(readFileSync(join(folder, 'kept', 'Lead.json'), 'utf8')), {
            records: [{ Id: '00Q1', Load__c: 3 }]
        });
        assert.equal(nothing, null);
        assert.equal(existsSync(join(folder, 'none')), false);
    });

    it('finds its own version in the description of the permission set', () => {
        const root = resolve(import.meta.dirname, '../../..');
        const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
        const set = readMembers([join(root, 'force-app')]).get(memberKey('PermissionSet', MARKER));
        const [, description] = /<description>([^<]*)</.exec(set?.files[0] ? textOfFile(set.files[0]) : '') ?? [];

        assert.equal(versionIn(description), version);
    });
});

describe('providers of the timeline', () => {
    it('tell by their Apex which records they read', () => {
        const apex = `public inherited sharing class MailProvider extends RecordProvider {
    protected override List<String> connections() {
        return new List<String>{ 'MailRelation' };
    }
    protected override String source() {
        return 'Mail';
    }
    protected override String fields() {
        return 'Id, Subject, Owner.Name';
    }
}`;

        assert.deepEqual(providerOf(apex), {
            object: 'Mail',
            connections: ['MailRelation'],
            fields: ['Id', 'Subject']
        });
        assert.equal(providerOf('public class Other { }'), undefined);
    });
});
