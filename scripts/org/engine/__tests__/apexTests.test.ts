import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomes, testClass } from './tinyTree.ts';

/** Trees in which every test is to pass. */
const PASSING: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
        'triggers run in their order, before and after, with old and new values',
        {
            'Trace.cls': 'public class Trace { public static List<String> steps = new List<String>(); }',
            'AccountTrace.trigger': `trigger AccountTrace on Account (before insert, after insert, before update, after update, before delete, after delete) {
    String step = Trigger.operationType.name() + ' ' + Trigger.size;
    if (Trigger.isUpdate) {
        Account was = Trigger.oldMap.get(Trigger.new[0].Id);
        step += ' ' + was.Name + '>' + Trigger.new[0].Name;
    }
    if (Trigger.isBefore && Trigger.isInsert) {
        Assert.isNull(Trigger.newMap);
        Assert.isNull(Trigger.new[0].Id);
        Trigger.new[0].Description = 'set by trigger';
    }
    Trace.steps.add(step);
}`,
            'TraceTest.cls': testClass('TraceTest', {
                order: `
        Account a = new Account(Name = 'A');
        insert a;
        Assert.areEqual('set by trigger', [SELECT Description FROM Account WHERE Id = :a.Id].Description);
        a.Name = 'B';
        update a;
        delete a;
        Assert.areEqual(new List<String>{ 'BEFORE_INSERT 1', 'AFTER_INSERT 1', 'BEFORE_UPDATE 1 A>B', 'AFTER_UPDATE 1 A>B', 'BEFORE_DELETE 1', 'AFTER_DELETE 1' }, Trace.steps);
        Assert.isFalse(Trigger.isExecuting);`,
                chunksOf200: `
        List<Account> many = new List<Account>();
        for (Integer i = 0; i < 201; i++) { many.add(new Account(Name = 'A' + i)); }
        insert many;
        Assert.areEqual(new List<String>{ 'BEFORE_INSERT 200', 'AFTER_INSERT 200', 'BEFORE_INSERT 1', 'AFTER_INSERT 1' }, Trace.steps);`
            })
        }
    ],
    [
        'each method starts afresh: data, static variables, set-up data once per class',
        {
            'Counter.cls': 'public class Counter { public static Integer n = 0; }',
            'FreshTest.cls': testClass(
                'FreshTest',
                {
                    first: `
        Counter.n++;
        insert new Account(Name = 'mine');
        Assert.areEqual(2, [SELECT COUNT() FROM Account]);`,
                    second: `
        Assert.areEqual(0, Counter.n);
        Assert.areEqual('set-up', [SELECT Name FROM Account].Name);`
                },
                `    @TestSetup static void makeData() { insert new Account(Name = 'set-up'); Counter.n = 9; }`
            )
        }
    ],
    [
        'runAs changes the user and gives it back',
        {
            'RunAsTest.cls': testClass('RunAsTest', {
                runsAsStandardUser: `
        Id before = UserInfo.getUserId();
        Profile p = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
        User u = new User(Alias = 'std', Email = 'std@x.example', LastName = 'Std', Username = 'std@x.example.test', ProfileId = p.Id,
            EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'Europe/Berlin');
        insert u;
        System.runAs(u) {
            Assert.areEqual(u.Id, UserInfo.getUserId());
            Assert.areEqual('Europe/Berlin', UserInfo.getTimeZone().getID());
            insert new Account(Name = 'owned');
        }
        Assert.areEqual(before, UserInfo.getUserId());
        Assert.areEqual(u.Id, [SELECT OwnerId FROM Account].OwnerId);`
            })
        }
    ],
    [
        'asynchronous work runs at stopTest: queueable, future, batch, scheduled, event',
        {
            'Worker.cls': `public class Worker implements Queueable, Schedulable {
    String name;
    public Worker(String name) { this.name = name; }
    public void execute(QueueableContext context) {
        Assert.isTrue(System.isQueueable());
        insert new Account(Name = name, Description = [SELECT JobType FROM AsyncApexJob WHERE Id = :context.getJobId()].JobType);
    }
    public void execute(SchedulableContext context) { insert new Account(Name = 'scheduled ' + name); }
    @future
    public static void later(Set<String> names) { for (String one : names) { insert new Account(Name = one); } }
}`,
            'Rename.cls': `public class Rename implements Database.Batchable<SObject>, Database.Stateful {
    Integer seen = 0;
    public Database.QueryLocator start(Database.BatchableContext context) {
        return Database.getQueryLocator('SELECT Id, Name FROM Account');
    }
    public void execute(Database.BatchableContext context, List<Account> scope) {
        seen += scope.size();
        for (Account a : scope) { a.Name += '!'; }
        update scope;
    }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'seen ' + seen); }
}`,
            'Relay.cls': `public class Relay implements Schedulable {
    public void execute(SchedulableContext context) {
        System.abortJob(context.getTriggerId());
        System.schedule('relay ' + Crypto.getRandomInteger(), '0 0 1 * * ?', new Relay());
    }
}`,
            'AsyncTest.cls': testClass('AsyncTest', {
                scheduledJobMayAbortItself: `
        Test.startTest();
        String id = System.schedule('relay', '0 0 1 * * ?', new Relay());
        Test.stopTest();
        Assert.areEqual(0, [SELECT COUNT() FROM CronTrigger WHERE Id = :id]);
        Assert.areEqual(1, [SELECT COUNT() FROM CronTrigger]);`,
                queueable: `
        Test.startTest();
        Id job = System.enqueueJob(new Worker('q'));
        Assert.areEqual(0, [SELECT COUNT() FROM Account]);
        Assert.areEqual(1, Limits.getQueueableJobs());
        Test.stopTest();
        Assert.areEqual('Queueable', [SELECT Description FROM Account WHERE Name = 'q'].Description);
        Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status);`,
                future: `
        Test.startTest();
        Worker.later(new Set<String>{ 'a', 'b' });
        Test.stopTest();
        Assert.areEqual(2, [SELECT COUNT() FROM Account]);`,
                batch: `
        insert new List<Account>{ new Account(Name = 'x'), new Account(Name = 'y') };
        Test.startTest();
        Database.executeBatch(new Rename());
        Test.stopTest();
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'seen 2']);
        Assert.areEqual(2, [SELECT COUNT() FROM Account WHERE Name IN ('x!', 'y!')]);`,
                scheduled: `
        Test.startTest();
        String id = System.schedule('nightly', '0 0 0 3 9 ? 2042', new Worker('s'));
        CronTrigger t = [SELECT CronExpression, TimesTriggered, NextFireTime, CronJobDetail.Name FROM CronTrigger WHERE Id = :id];
        Assert.areEqual('nightly', t.CronJobDetail.Name);
        Assert.areEqual(0, t.TimesTriggered);
        Test.stopTest();
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'scheduled s']);`,
                failureOfJobReachesStopTest: `
        Test.startTest();
        System.enqueueJob(new Worker(null));
        try { Test.stopTest(); Assert.fail('stopTest should throw'); }
        catch (DmlException e) { Assert.isTrue(e.getMessage().contains('REQUIRED_FIELD_MISSING'), e.getMessage()); }`,
                rolledBackJobIsGone: `
        Savepoint sp = Database.setSavepoint();
        Test.startTest();
        System.enqueueJob(new Worker('gone'));
        Database.rollback(sp);
        Test.stopTest();
        Assert.areEqual(0, [SELECT COUNT() FROM Account]);`,
                abort: `
        String id = System.schedule('twice', '0 0 1 * * ?', new Worker('s'));
        try { System.schedule('twice', '0 0 2 * * ?', new Worker('s')); Assert.fail('name is taken'); }
        catch (AsyncException e) { Assert.isTrue(e.getMessage().contains('already scheduled')); }
        System.abortJob(id);
        Assert.areEqual(0, [SELECT COUNT() FROM CronTrigger]);`
            })
        }
    ],
    [
        'limits are swapped between startTest and stopTest',
        {
            'LimitsTest.cls': testClass('LimitsTest', {
                swap: `
        insert new Account(Name = 'a');
        Assert.areEqual(1, Limits.getDmlStatements());
        Test.startTest();
        Assert.areEqual(0, Limits.getDmlStatements());
        Test.stopTest();
        Assert.areEqual(1, Limits.getDmlStatements());
        Assert.areEqual(150, Limits.getLimitDmlStatements());`
            })
        }
    ],
    [
        'callouts are answered by mocks',
        {
            'Caller.cls': `public class Caller {
    public static Integer call() {
        HttpRequest request = new HttpRequest();
        request.setEndpoint('https://service.example/ping');
        request.setMethod('GET');
        return new Http().send(request).getStatusCode();
    }
}`,
            'CallerTest.cls': testClass(
                'CallerTest',
                {
                    mocked: `
        Test.setMock(HttpCalloutMock.class, new Answer());
        Assert.areEqual(418, Caller.call());
        Assert.areEqual(1, Limits.getCallouts());`
                },
                `    private class Answer implements HttpCalloutMock {
        public HttpResponse respond(HttpRequest request) {
            Assert.areEqual('https://service.example/ping', request.getEndpoint());
            HttpResponse response = new HttpResponse();
            response.setStatusCode(418);
            return response;
        }
    }`
            )
        }
    ],
    [
        'describe knows objects, fields and picklists',
        {
            'DescribeTest.cls': testClass('DescribeTest', {
                describe: `
        Assert.areEqual('Account', Account.SObjectType.getDescribe().getName());
        Assert.areEqual('001', Schema.SObjectType.Account.getKeyPrefix());
        Assert.areEqual(Schema.DisplayType.STRING, Account.Name.getDescribe().getType());
        Assert.areEqual(Lead.SObjectType, Schema.getGlobalDescribe().get('lead'));
        Assert.isTrue(Schema.SObjectType.Lead.fields.getMap().containsKey('Company'));
        Assert.isFalse(Lead.Status.getDescribe().getPicklistValues().isEmpty());
        Assert.isTrue(Schema.SObjectType.Account.isCreateable());
        Boolean found = false;
        for (Schema.ChildRelationship one : Account.SObjectType.getDescribe().getChildRelationships()) {
            found = found || one.getChildSObject() == Contact.SObjectType;
        }
        Assert.isTrue(found);`
            })
        }
    ]
];

describe('Apex tests on the local org', () => {
    for (const [name, files] of PASSING) {
        it(name, () => {
            const { of } = outcomes(files);
            assert.deepEqual(of, Object.fromEntries(Object.keys(of).map((key) => [key, 'pass'])));
            assert.ok(Object.keys(of).length > 0);
        });
    }

    it('reports a failed assertion with its message and line', () => {
        const { report } = outcomes({
            'FailTest.cls': testClass('FailTest', { fails: `Assert.areEqual(1, 2, 'sum');` })
        });
        const [test] = report.tests;
        assert.equal(test?.outcome, 'fail');
        assert.match(test?.message ?? '', /^System\.AssertException: Assertion Failed: sum: Expected: 1, Actual: 2$/);
        assert.match(test?.stack ?? '', /Class\.FailTest\.fails: line 4, column 1/);
    });

    it('has a third outcome for what it does not support', () => {
        const { of } = outcomes(
            {
                'SiteTest.cls': testClass('SiteTest', {
                    asks: `Object o = UserInfo.getSessionId(); Network.getLoginUrl(null);`,
                    works: `Assert.isTrue(true);`
                })
            },
            { keepGoing: true }
        );
        assert.match(of['SiteTest.asks'] ?? '', /^unsupported: Unsupported: Network/);
        assert.equal(of['SiteTest.works'], 'pass');
    });

    it('counts executed lines per class and leaves test classes out', () => {
        const { report } = outcomes({
            'Branch.cls': `public class Branch {
    public static Integer pick(Boolean isLeft) {
        if (isLeft) {
            return 1;
        }
        return 2;
    }
}`,
            'BranchTest.cls': testClass('BranchTest', { left: `Assert.areEqual(1, Branch.pick(true));` })
        });
        assert.deepEqual(
            report.coverage.map((one) => one.name),
            ['Branch']
        );
        const lines = report.coverage[0]?.lines;
        assert.deepEqual([lines?.get(3), lines?.get(4), lines?.get(6)], [1, 1, 0]);
    });

    it('goes on without a class that does not compile, and names its tests', () => {
        const { of } = outcomes(
            {
                'Broken.cls': 'public class Broken { void m( { } }',
                'BrokenTest.cls': testClass('BrokenTest', { usesIt: `new Broken().m(` }),
                'FineTest.cls': testClass('FineTest', { works: `Assert.isTrue(true);` })
            },
            { keepGoing: true }
        );
        assert.match(of['BrokenTest.usesIt'] ?? '', /^fail: Does not compile: .*BrokenTest\.cls:\d+:\d+ /);
        assert.equal(of['FineTest.works'], 'pass');
    });
});
