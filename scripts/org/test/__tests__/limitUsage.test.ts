import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testClass, withOrg } from '../../engine/__tests__/tinyTree.ts';
import { entryPointMarkdown, entryPointTable, LimitUsage, mergedUsage, testTable } from '../limitUsage.ts';
import { runOrgTests } from '../orgTests.ts';

const FILES = {
    'Service.cls': `public class Service {
    public static void once() { Integer n = [SELECT COUNT() FROM Account]; }
    @AuraEnabled public static void twice() { once(); once(); }
}`,
    'Job.cls': `public class Job extends Base implements Queueable, Schedulable {
    public void execute(SchedulableContext context) { Service.twice(); }
}`,
    'Base.cls': `public abstract class Base {
    public void execute(QueueableContext context) { insert new Contact(LastName = 'q'); Service.twice(); }
}`,
    'Rows.cls': `public class Rows implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext context, List<Account> scope) { update scope; }
    public void finish(Database.BatchableContext context) { Service.once(); }
}`,
    'Web.cls': `@RestResource(urlMapping='/web') global class Web { @HttpPost global static void post() { insert new Lead(LastName = 'l', Company = 'c'); } }`,
    'Spy.trigger': 'trigger Spy on Contact (before insert, after insert) { Service.once(); }',
    'Use_Test.cls': testClass('Use_Test', {
        one: 'Service.once();',
        two: 'Service.twice(); Service.twice(); Integer own = [SELECT COUNT() FROM Lead];',
        three: "insert new Contact(LastName = 'a'); insert new Contact(LastName = 'b');",
        jobs: `insert new Account(Name = 'a');
            Test.startTest(); System.enqueueJob(new Job()); Database.executeBatch(new Rows());
            System.schedule('j', '0 0 0 * * ?', new Job()); Test.stopTest();`,
        web: 'Web.post(); Web.post();'
    })
};

const figures = (table: string): string[] =>
    table
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s{2,}/))
        .map((cells) => cells.join(' '));

function usageOf(files: Readonly<Record<string, string>>) {
    return withOrg(files, (org) => {
        const usage = new LimitUsage(org.program);
        const report = usage.during(() =>
            runOrgTests(org, null, { onResult: (result) => usage.endTest(`${result.class}.${result.method}`) })
        );
        assert.deepEqual(
            report.tests.filter((each) => each.outcome !== 'pass'),
            []
        );
        return usage.report;
    });
}

test('use of limits is told per test and, at most, per call of an entry point', () => {
    const report = usageOf(FILES);
    assert.deepEqual(figures(testTable(report)).slice(0, 3), [
        'Use_Test.one 1 1 0 0 0 0 0 0',
        'Use_Test.two 5 5 0 0 0 0 0 0',
        'Use_Test.three 4 4 2 2 0 0 0 0'
    ]);
    assert.deepEqual(figures(entryPointTable(report)), [
        'Job.execute Queueable 4 4 1 1 0 0 0 0 2.0 % of queries',
        'Job.execute Schedulable 2 2 0 0 0 0 0 0 2.0 % of queries',
        'Service.twice @AuraEnabled 2 2 0 0 0 0 0 0 2.0 % of queries',
        'Spy trigger on Contact 2 2 0 0 0 0 0 0 2.0 % of queries',
        'Rows.execute Batchable 0 0 1 1 0 0 0 0 0.7 % of DML',
        'Web.post REST 0 0 1 1 0 0 0 0 0.7 % of DML',
        'Rows.finish Batchable 1 1 0 0 0 0 0 0 0.5 % of queries',
        'Rows.start Batchable 0 0 0 0 0 0 0 0 -'
    ]);
});

test('the most of several processes is the most of all', () => {
    const report = usageOf(FILES);
    const other = {
        tests: [],
        entryPoints: report.entryPoints
            .filter(({ entry }) => entry.name === 'Spy')
            .map((one) => ({ ...one, most: { queries: 1, dmlRows: 3 }, share: 0.5, of: 'dmlRows' as const }))
    };
    const table = entryPointTable(mergedUsage([report, other], []));
    assert.equal(figures(table)[0], 'Spy trigger on Contact 2 2 0 3 0 0 0 0 50.0 % of rows written');
    assert.equal(figures(table).length, report.entryPoints.length);
});

test('the page for people has a line for each entry point', () => {
    const report = usageOf(FILES);
    const lines = entryPointMarkdown(report)
        .split('\n')
        .filter((line) => line.startsWith('|'));
    assert.equal(lines.length, report.entryPoints.length + 2);
    assert.match(lines[1] ?? '', /^(\| -+ )+\|$/);
    assert.equal(new Set(lines.map((line) => line.length)).size, 1);
    assert.ok(lines.some((line) => /^\| `Web\.post` +\| REST /.test(line)));
});

test('nothing is counted after the run, and calls go where they went', () => {
    withOrg(FILES, (org) => {
        const usage = new LimitUsage(org.program);
        usage.during(() => undefined);
        runOrgTests(org, null);
        usage.endTest('later');
        assert.match(testTable(usage.report), /later +0/);
        assert.deepEqual(usage.report.entryPoints, []);
    });
});
