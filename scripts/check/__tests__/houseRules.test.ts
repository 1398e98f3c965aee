import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { houseRulesCheck } from '../houseRules.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Messages of the house rules for a package made of the given files. */
async function problemsOf(files: Record<string, string>): Promise<string> {
    const root = mkdtempSync(join(tmpdir(), 'house-'));
    folders.push(root);
    const all = { 'sfdx-project.json': '{"packageDirectories":[{"path":"app"}],"sourceApiVersion":"66.0"}', ...files };
    for (const [path, text] of Object.entries(all)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
    const { problems } = await houseRulesCheck.run(root);
    return problems.map((problem) => `${problem.path} ${problem.message}`).join('\n');
}

const apex = (name: string, body: string, declaration = 'public with sharing class'): Record<string, string> => ({
    [`app/handoff/classes/${name}.cls`]: `${declaration} ${name} {\n${body}\n}\n`,
    [`app/handoff/tests/${name}Test.cls`]: `@IsTest\nprivate class ${name}Test {\n    // ${name}\n    ${name} it;\n}\n`
});

const CASES: readonly (readonly [what: string, files: Record<string, string>, message: RegExp])[] = [
    [
        'a query that hides its access',
        apex('LeadSelector', 'List<Lead> all() { return [SELECT Id FROM Lead]; }'),
        /a query says WITH USER_MODE/
    ],
    [
        'DML that hides its access',
        apex('LeadService', '    void save(Lead l) {\n        update l;\n    }'),
        /update says "as user"/
    ],
    [
        'Database methods without an access level',
        apex('LeadService', 'void save(Lead l) { Database.update(l, false); }'),
        /passes an AccessLevel/
    ],
    ['a class without a sharing keyword', apex('Plain', '', 'public class'), /says with, without or inherited sharing/],
    [
        'system mode outside of the gateway',
        apex('LeadSelector', 'List<Lead> all() { return [SELECT Id FROM Lead WITH SYSTEM_MODE]; }'),
        /system mode lives in a gateway/
    ],
    [
        'SOQL in a service',
        apex('LeadService', 'List<Lead> all() { return [SELECT Id FROM Lead WITH USER_MODE]; }'),
        /SOQL lives in a selector/
    ],
    [
        'DML in a controller',
        apex('LeadController', '    void save(Lead l) {\n        update as user l;\n    }'),
        /DML lives in a service/
    ],
    [
        'an assert without a sentence',
        apex('Thing', 'void check() { Assert.areEqual(1, 2); }'),
        /an assert says in a sentence/
    ],
    ['debug statements', apex('Thing', "void check() { System.debug('x'); }"), /does not belong into the package/],
    [
        'a class that no test names',
        { 'app/handoff/classes/Alone.cls': 'public with sharing class Alone {}' },
        /Alone is named by no test/
    ],
    [
        'two classes of one name',
        {
            'app/a/classes/Twin.cls': 'public with sharing class Twin {}',
            'app/b/classes/Twin.cls': 'public with sharing class Twin {}'
        },
        /is the second of its name/
    ],
    [
        'a nested bundle',
        { 'app/handoff/lwc/tables/nested/nested.js-meta.xml': '<apiVersion>66.0</apiVersion>' },
        /is no bundle directly under/
    ],
    [
        'an other API version',
        { 'app/handoff/classes/A.cls-meta.xml': '<apiVersion>65.0</apiVersion>' },
        /does not have API version 66.0/
    ],
    [
        'an undescribed field',
        { 'app/handoff/objects/A__c/fields/B__c.field-meta.xml': '<type>Text</type>' },
        /has no <description>/
    ],
    [
        'a label that nobody uses',
        { 'app/handoff/labels/CustomLabels.labels-meta.xml': '<labels><fullName>Idle</fullName></labels>' },
        /label Idle is used nowhere/
    ],
    [
        'an exposed bundle without a name for people',
        { 'app/handoff/lwc/card/card.js-meta.xml': '<apiVersion>66.0</apiVersion><isExposed>true</isExposed>' },
        /has no <masterLabel>/
    ],
    [
        'an exception without a reason',
        apex('Thing', 'void check() { Integer unused; // NOPMD\n}'),
        /makes an exception and does not say why/
    ],
    ['files in force-app/main', { 'app/main/default/x.txt': '' }, /move it into its domain/]
];

describe('house rules', () => {
    for (const [what, files, message] of CASES) {
        it(`find ${what}`, async () => {
            assert.match(await problemsOf(files), message);
        });
    }

    it('accept a class that keeps them', async () => {
        const files = apex(
            'LeadSelector',
            '    List<Lead> all() {\n        return [SELECT Id FROM Lead WITH USER_MODE];\n    }'
        );
        assert.equal(await problemsOf(files), '');
    });
});
