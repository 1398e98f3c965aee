import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPayload } from '../deploy/payload.ts';
import { candidateOf } from '../deploy/candidate.ts';
import { readZip, writeZip, ZipProblem } from '../zip.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const manifest = (types: Readonly<Record<string, readonly string[]>>): string =>
    `<Package xmlns="http://soap.sforce.com/2006/04/metadata">${Object.entries(types)
        .map(
            ([name, members]) =>
                `<types>${members.map((m) => `<members>${m}</members>`).join('')}<name>${name}</name></types>`
        )
        .join('')}<version>66.0</version></Package>`;

const filesOf = (files: Readonly<Record<string, string>>): Map<string, Uint8Array> =>
    new Map(Object.entries(files).map(([path, text]) => [path, encode(text)]));

const CLASS = { 'classes/A.cls': 'class A {}', 'classes/A.cls-meta.xml': '<ApexClass/>' };

describe('payload', () => {
    it('has the members that package.xml names', () => {
        const payload = readPayload(filesOf({ ...CLASS, 'package.xml': manifest({ ApexClass: ['A'] }) }));

        assert.deepEqual([...(payload?.members.keys() ?? [])], ['apexclass:a']);
        assert.deepEqual(payload?.problems, []);
    });

    it('is none without package.xml', () => {
        assert.equal(readPayload(filesOf(CLASS)), undefined);
    });

    for (const [what, files, problem] of [
        [
            'a member that is not in the zip',
            { 'package.xml': manifest({ ApexClass: ['Gone'] }) },
            /An object 'Gone' of type ApexClass was named in package.xml, but was not found/
        ],
        [
            'a file that package.xml does not name',
            { ...CLASS, 'package.xml': manifest({}) },
            /is not named in package.xml/
        ],
        [
            'code without its other half',
            { 'classes/A.cls': 'class A {}', 'package.xml': manifest({ ApexClass: ['A'] }) },
            /A\.cls-meta\.xml is missing/
        ],
        [
            'a type that the local org does not have',
            { 'flows/F.flow': '<Flow/>', 'package.xml': manifest({ Flow: ['F'] }) },
            /Unsupported: metadata type Flow/
        ],
        [
            'a type that nobody has',
            { 'package.xml': manifest({ Unicorn: ['U'] }) },
            /Unknown type name 'Unicorn' specified in package.xml/
        ],
        ['a folder that nobody has', { 'unicorns/U.x': '', 'package.xml': manifest({}) }, /Unknown folder unicorns/],
        [
            'broken XML',
            {
                'objects/Lead.object': '<CustomObject><a></CustomObject>',
                'package.xml': manifest({ CustomObject: ['Lead'] })
            },
            /a/
        ]
    ] as const) {
        it(`tells of ${what}`, () => {
            const payload = readPayload(filesOf(files));

            assert.match(payload?.problems.map(({ message }) => message).join('\n') ?? '', problem);
        });
    }

    it('takes an object with everything in it when package.xml names the object', () => {
        const object = '<CustomObject><label>P</label><fields><fullName>K__c</fullName></fields></CustomObject>';
        const payload = readPayload(
            filesOf({ 'objects/P__c.object': object, 'package.xml': manifest({ CustomObject: ['P__c'] }) })
        );

        assert.deepEqual([...(payload?.members.keys() ?? [])], ['customobject:p__c', 'customfield:p__c.k__c']);
    });
});

describe('candidate', () => {
    const current =
        readPayload(filesOf({ ...CLASS, 'package.xml': manifest({ ApexClass: ['A'] }) }))?.members ?? new Map();
    const kinds = (files: Readonly<Record<string, string>>): string[] => {
        const payload = readPayload(filesOf(files));
        assert.ok(payload);
        return candidateOf(current, payload).changes.map(({ kind, member }) => `${kind} ${member.fullName}`);
    };

    it('tells what is new, different, the same', () => {
        const named = manifest({ ApexClass: ['A', 'B'] });
        const other = { 'classes/B.cls': 'class B {}', 'classes/B.cls-meta.xml': '<ApexClass/>' };

        assert.deepEqual(kinds({ ...CLASS, ...other, 'package.xml': named }), ['unchanged A', 'created B']);
        assert.deepEqual(
            kinds({ ...CLASS, 'classes/A.cls': 'class A { }', 'package.xml': manifest({ ApexClass: ['A'] }) }),
            ['changed A']
        );
    });

    it('takes another form of the same XML for the same', () => {
        const spaced = {
            ...CLASS,
            'classes/A.cls-meta.xml': '<?xml version="1.0"?>\n<!-- x -->\n<ApexClass></ApexClass>\n'
        };

        assert.deepEqual(kinds({ ...spaced, 'package.xml': manifest({ ApexClass: ['A'] }) }), ['unchanged A']);
    });

    it('deletes, and warns of what is not there', () => {
        const payload = readPayload(
            filesOf({ 'package.xml': manifest({}), 'destructiveChanges.xml': manifest({ ApexClass: ['A', 'Gone'] }) })
        );
        assert.ok(payload);

        const candidate = candidateOf(current, payload);

        assert.equal(candidate.members.size, 0);
        assert.deepEqual([...candidate.deletedKeys], ['apexclass:a']);
        assert.deepEqual(
            candidate.warnings.map(({ message }) => message),
            ['No ApexClass named: Gone found']
        );
    });
});

describe('zip', () => {
    it('gives back what went in', async () => {
        const files = await readZip(await writeZip(filesOf({ 'a/b.txt': 'text' })));

        assert.deepEqual(
            [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
            [['a/b.txt', 'text']]
        );
    });

    it('refuses what is no zip, and files outside of it', async () => {
        await assert.rejects(readZip(encode('no zip')), ZipProblem);
        await assert.rejects(readZip(await writeZip(filesOf({ '../escaped.txt': 'x' }))), ZipProblem);
    });
});
