import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { statusCode } from '../../lib/enums.ts';
import { outcomes, testClass, tinyTree, withOrg } from './tinyTree.ts';
import { openOrg } from '../org.ts';
import { runOrgTests } from '../../test/orgTests.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const withFormula = (formula: string): Record<string, string> => ({
    'objects/Thing__c/Thing__c.object-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NS}><label>Thing</label><pluralLabel>Things</pluralLabel><deploymentStatus>Deployed</deploymentStatus><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel></CustomObject>`,
    'objects/Thing__c/fields/Sum__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomField ${NS}>
    <fullName>Sum__c</fullName>
    <label>Sum</label>
    <type>Number</type>
    <precision>18</precision>
    <scale>2</scale>
    <formula>${formula}</formula>
</CustomField>`
});

test('a formula that the platform would refuse stops the start, with its file and line', () => {
    const tree = tinyTree(withFormula('1 +\n  Nothing__c'));
    try {
        assert.throws(() => openOrg({ sourceDirs: [tree.dir] }), {
            name: 'CompileError',
            message: /Sum__c\.field-meta\.xml:9:3 Thing__c\.Sum__c \(calculated field\): .*Nothing__c/
        });
    } finally {
        tree.remove();
    }
});

test('a formula with a function that is not there is named as unsupported and does not stop the start', () => {
    withOrg(withFormula('DISTANCE(GEOLOCATION(1, 2), GEOLOCATION(3, 4), "km")'), (org) => {
        assert.deepEqual(
            org.diagnostics.map((one) => one.kind),
            ['unsupported']
        );
    });
});

test('tests see their own data only, with SeeAllData those of the org, which stay as they are', () => {
    const files = {
        'Own_Test.cls': testClass('Own_Test', {
            nothing: 'Assert.areEqual(0, [SELECT COUNT() FROM Account]);'
        }),
        'All_Test.cls': `@IsTest(SeeAllData=true)
private class All_Test {
    @IsTest static void all() {
        Assert.areEqual('kept', [SELECT Name FROM Account].Name);
        update new Account(Id = [SELECT Id FROM Account].Id, Name = 'changed');
    }
    @IsTest(SeeAllData=false) static void classRules() { Assert.areEqual('kept', [SELECT Name FROM Account].Name); }
}`,
        'One_Test.cls': `@IsTest
private class One_Test {
    @IsTest(SeeAllData=true) static void all() { Assert.areEqual(1, [SELECT COUNT() FROM Account]); }
    @IsTest static void own() { Assert.areEqual(0, [SELECT COUNT() FROM Account]); }
}`
    };
    withOrg(files, (org) => {
        const made = org.executeAnonymous(org.administratorId, "insert new Account(Name = 'kept');");
        assert.equal(made.exceptionMessage, null);
        const report = runOrgTests(org, null);
        assert.deepEqual(
            report.tests.map((each) => `${each.class}.${each.method} ${each.message ?? 'pass'}`),
            [
                'One_Test.own pass',
                'Own_Test.nothing pass',
                'All_Test.all pass',
                'All_Test.classRules pass',
                'One_Test.all pass'
            ]
        );
        const after = org.executeAnonymous(
            org.administratorId,
            "Assert.areEqual('kept', [SELECT Name FROM Account].Name);"
        );
        assert.equal(after.exceptionMessage, null);
    });
});

test('stopTest leaves the jobs of the org alone', () => {
    const files = {
        'Job.cls': `public class Job implements Schedulable {
    public void execute(SchedulableContext context) { insert new Account(Name = 'ran'); }
}`,
        'All_Test.cls': `@IsTest(SeeAllData=true)
private class All_Test {
    @IsTest static void stops() {
        Test.startTest();
        Test.stopTest();
        Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    }
}`
    };
    withOrg(files, (org) => {
        org.executeAnonymous(org.administratorId, "System.schedule('j', '0 0 0 1 1 ? 2099', new Job());");
        assert.deepEqual(
            runOrgTests(org, null).tests.map((each) => each.message),
            [null]
        );
        assert.notEqual(org.nextScheduledInstant(), null);
    });
});

test('every status code of a failed save is one of the platform', () => {
    const folder = resolve(import.meta.dirname, '../../dml');
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const codes = files.flatMap((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        const found = text.matchAll(/(?:statusCode: |fail\((?:\w+|\{[^}]*\}),\s*)'([A-Z_]+)'/g);
        return [...found].map((match) => match[1] as string);
    });
    assert.ok(codes.length > 30);
    for (const code of codes) {
        assert.equal(statusCode.of(code).name, code);
    }
});

test('a test that uses what is not there says so by name', () => {
    const { of } = outcomes({
        'Far_Test.cls': testClass('Far_Test', {
            far: 'Test.enqueueBatchJobs(1);',
            further: "Object one = Flow.Interview.createInterview('a', null);"
        })
    });
    for (const text of Object.values(of)) assert.match(text, /^unsupported: /);
});
