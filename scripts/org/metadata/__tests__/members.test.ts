import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { XmlError } from '../../schema/xml.ts';
import { readMembers, writeMembers } from '../folder.ts';
import { membersOfLabels, membersOfObject, textOfFile, zipFilesOf, type Member } from '../members.ts';

const OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Parcel &amp; more</label>
    <fields>
        <fullName>Key__c</fullName>
        <label>Key</label>
    </fields>
    <validationRules>
        <fullName>Has_Key</fullName>
        <active>true</active>
    </validationRules>
</CustomObject>`;

const LABELS = `<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels><fullName>One</fullName><value>1</value></labels>
    <labels><fullName>Two</fullName><value>2</value></labels>
</CustomLabels>`;

const names = (members: readonly Member[]): string[] => members.map(({ type, fullName }) => `${type} ${fullName}`);

describe('members of an object', () => {
    it('are the object and each of its parts, in files of their own', () => {
        const members = membersOfObject('Parcel__c', OBJECT, 'objects/Parcel__c.object');

        assert.deepEqual(names(members), [
            'CustomObject Parcel__c',
            'CustomField Parcel__c.Key__c',
            'ValidationRule Parcel__c.Has_Key'
        ]);
        assert.deepEqual(
            members.map((member) => member.files[0]?.path),
            [
                'objects/Parcel__c/Parcel__c.object-meta.xml',
                'objects/Parcel__c/fields/Key__c.field-meta.xml',
                'objects/Parcel__c/validationRules/Has_Key.validationRule-meta.xml'
            ]
        );
    });

    it('know the line of the deployed file that each of their lines came from', () => {
        const [, field] = membersOfObject('Parcel__c', OBJECT, 'objects/Parcel__c.object');
        const file = field?.files[0];
        const line = file
            ? textOfFile(file)
                  .split('\n')
                  .findIndex((text) => text.includes('<label>'))
            : -1;

        assert.equal(file?.lines?.[line]?.line, 6);
    });

    it('do not include an object of which the file says nothing', () => {
        const text = '<CustomObject><fields><fullName>Key__c</fullName></fields></CustomObject>';

        assert.deepEqual(names(membersOfObject('Lead', text, 'objects/Lead.object')), ['CustomField Lead.Key__c']);
    });

    it('cannot be read from broken XML', () => {
        assert.throws(() => membersOfObject('Lead', '<CustomObject>\n<label></CustomObject>', 'x'), XmlError);
    });
});

describe('a package', () => {
    it('gets its objects and labels back in one file each', () => {
        const members = [...membersOfObject('Parcel__c', OBJECT, 'x'), ...membersOfLabels(LABELS, 'y')];

        const files = zipFilesOf(members);

        assert.deepEqual([...files.keys()], ['objects/Parcel__c.object', 'labels/CustomLabels.labels']);
        const again = [
            ...membersOfObject('Parcel__c', Buffer.from(files.get('objects/Parcel__c.object') ?? []).toString(), 'x'),
            ...membersOfLabels(Buffer.from(files.get('labels/CustomLabels.labels') ?? []).toString(), 'y')
        ];
        assert.deepEqual(names(again), names(members));
        assert.match(Buffer.from(files.get('objects/Parcel__c.object') ?? []).toString(), /Parcel &amp; more/);
    });

    it('survives the way to a folder and back', () => {
        const folder = mkdtempSync(join(tmpdir(), 'members-'));
        const bundle: Member = {
            type: 'LightningComponentBundle',
            fullName: 'greeting',
            files: ['greeting.js', 'greeting.js-meta.xml'].map((name) => ({
                path: `lwc/greeting/${name}`,
                bytes: new TextEncoder().encode(name),
                origin: name,
                lines: null
            }))
        };
        const members = [...membersOfObject('Parcel__c', OBJECT, 'x'), ...membersOfLabels(LABELS, 'y'), bundle];

        writeMembers(folder, members);
        const read = [...readMembers([folder]).values()];

        assert.deepEqual(names(read).sort(), names(members).sort());
        assert.equal(read.find(({ type }) => type === 'LightningComponentBundle')?.files.length, 2);
        rmSync(folder, { recursive: true });
    });
});
