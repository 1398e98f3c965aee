import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testClass, withOrg } from '../../engine/__tests__/tinyTree.ts';
import { LimitUsage } from '../limitUsage.ts';
import { runOrgTests } from '../orgTests.ts';

const FILES = {
    'Service.cls': `public class Service {
    public static void once() { Integer n = [SELECT COUNT() FROM Account]; }
    public static void twice() { once(); once(); }
}`,
    'Spy.trigger': 'trigger Spy on Contact (before insert) { Service.once(); }',
    'Use_Test.cls': testClass('Use_Test', {
        one: 'Service.once();',
        two: 'Service.twice(); Service.twice(); Integer own = [SELECT COUNT() FROM Lead];',
        three: "insert new Contact(LastName = 'a');"
    })
};

test('use of limits is told per test and, at most, per entry point of the code under test', () => {
    withOrg(FILES, (org) => {
        const usage = new LimitUsage(org.program);
        const report = usage.during(() =>
            runOrgTests(org, null, { onResult: (result) => usage.endTest(`${result.class}.${result.method}`) })
        );
        assert.equal(report.tests.length, 3);
        const firstFigures = (table: string): string[] =>
            table
                .split('\n')
                .slice(1)
                .map((line) => line.trim().split(/\s{2,}/))
                .map(([name, queries, , dml]) => `${name} ${queries} ${dml}`);
        assert.deepEqual(firstFigures(usage.testTable()), [
            'Use_Test.one 1 0',
            'Use_Test.two 5 0',
            'Use_Test.three 1 1'
        ]);
        assert.deepEqual(firstFigures(usage.entryPointTable()), [
            'Service.twice 4 0',
            'Service.once 1 0',
            'trigger Spy 1 0'
        ]);
    });
});

test('nothing is counted after the run', () => {
    withOrg(FILES, (org) => {
        const usage = new LimitUsage(org.program);
        usage.during(() => undefined);
        runOrgTests(org, null);
        usage.endTest('later');
        assert.match(usage.testTable(), /later +0/);
    });
});
