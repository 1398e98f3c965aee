/** Formats after ADG apex_debugging_debug_log.htm and apex_debugging_system_log_console.htm, help page "Debug Log Details". */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { customField, customObject, validationRule } from '../metadata.ts';
import { testClass, withOrg } from '../tinyTree.ts';
import { runOrgTests } from '../../../test/orgTests.ts';
import type { DebugLog } from '../../debugLogs.ts';
import type { Org } from '../../org.ts';

const FILES = {
    ...customObject('Thing__c'),
    ...customField('Thing__c', 'Size__c', 'Number', '<precision>5</precision><scale>0</scale>'),
    ...validationRule('Thing__c', 'Not_too_big', 'Size__c > 10'),
    'Watch.trigger': `trigger Watch on Thing__c (before insert) {
    System.debug(LoggingLevel.WARN, 'seen ' + Trigger.new.size());
}`,
    'Things.cls': `public class Things implements Queueable {
    @AuraEnabled public static Integer make(Integer size) {
        insert new Thing__c(Name = 'a', Size__c = size);
        return [SELECT Id
            FROM Thing__c WHERE Size__c = :size].size();
    }
    @AuraEnabled public static void stumble() {
        try {
            Integer none;
            none++;
        } catch (NullPointerException e) {
            throw new IllegalArgumentException('stumbled');
        }
    }
    @AuraEnabled public static void later() { System.enqueueJob(new Things()); }
    public void execute(QueueableContext context) { System.debug('queued'); }
}`,
    'Things_Test.cls': testClass('Things_Test', { one: "System.debug('in a test'); Things.make(1);" })
};

const eventsOf = (log: DebugLog | undefined): string[] =>
    (log?.body ?? '')
        .split('\n')
        .filter((line) => /^\d\d:\d\d:\d\d\.\d+ \(\d+\)\|/.test(line))
        .map((line) => line.slice(line.indexOf('|') + 1));

const withThings = (work: (org: Org) => void): void => withOrg(FILES, work);

describe('the debug log of a request', () => {
    it('tells code units, debug lines, DML and queries with their lines, in order', () => {
        withThings((org) => {
            assert.equal(org.callController(org.administratorId, 'Things', 'make', { size: 3 }).state, 'SUCCESS');
            const [log, ...others] = org.debugLogs.all;
            assert.deepEqual(others, []);
            const events = eventsOf(log);
            assert.match(
                events[0] ?? '',
                /^USER_INFO\|\[EXTERNAL\]\|005\w{12}\|[^|]+@[^|]+\|\(GMT[+-]\d\d:\d\d\) [^|]+\|GMT/
            );
            assert.deepEqual(
                events.slice(1).filter((line) => !/LIMIT_USAGE/.test(line)),
                [
                    'EXECUTION_STARTED',
                    'CODE_UNIT_STARTED|[EXTERNAL]|apex://Things/ACTION$make',
                    'DML_BEGIN|[3]|Op:Insert|Type:Thing__c|Rows:1',
                    'CODE_UNIT_STARTED|[EXTERNAL]|Watch on Thing__c trigger event BeforeInsert for [new]',
                    'USER_DEBUG|[2]|WARN|seen 1',
                    'CODE_UNIT_FINISHED|Watch on Thing__c trigger event BeforeInsert for [new]',
                    'CODE_UNIT_STARTED|[EXTERNAL]|Validation:Thing__c:new',
                    'VALIDATION_RULE|Not_too_big',
                    'VALIDATION_FORMULA|Size__c > 10',
                    'VALIDATION_PASS',
                    'CODE_UNIT_FINISHED|Validation:Thing__c:new',
                    'DML_END|[3]',
                    'SOQL_EXECUTE_BEGIN|[4]|Aggregations:0|SELECT Id FROM Thing__c WHERE Size__c = :size',
                    'SOQL_EXECUTE_END|[4]|Rows:1',
                    'CODE_UNIT_FINISHED|apex://Things/ACTION$make',
                    'EXECUTION_FINISHED'
                ]
            );
            assert.match(log?.body ?? '', /^66\.0 APEX_CODE,DEBUG;/);
            assert.match(log?.body ?? '', /\n {2}Number of SOQL queries: 1 out of 100\n/);
            assert.deepEqual([log?.status, log?.operation, log?.userId], ['Success', '/aura', org.administratorId]);
        });
    });

    it('tells exceptions where they are thrown, and what ended the request', () => {
        withThings((org) => {
            org.callController(org.administratorId, 'Things', 'stumble', {});
            const [log] = org.debugLogs.all;
            assert.deepEqual(
                eventsOf(log).filter((line) => /EXCEPTION|FATAL/.test(line)),
                [
                    'EXCEPTION_THROWN|[10]|System.NullPointerException: Attempt to de-reference a null object',
                    'EXCEPTION_THROWN|[12]|System.IllegalArgumentException: stumbled',
                    'FATAL_ERROR|System.IllegalArgumentException: stumbled'
                ]
            );
            assert.match(log?.body ?? '', /\n\nClass\.Things\.stumble: line 12, column 1\n/);
            assert.equal(log?.status, 'System.IllegalArgumentException: stumbled');
        });
    });

    it('tells a broken validation rule', () => {
        withThings((org) => {
            org.callController(org.administratorId, 'Things', 'make', { size: 11 });
            assert.ok(eventsOf(org.debugLogs.all[0]).includes('VALIDATION_FAIL'));
        });
    });

    it('repeats an anonymous block, and is what its caller gets', () => {
        withThings((org) => {
            const { debugLog } = org.executeAnonymous(org.administratorId, "System.debug('a');\nThings.later();");
            assert.match(
                debugLog,
                /\nExecute Anonymous: System\.debug\('a'\);\nExecute Anonymous: Things\.later\(\);\n/
            );
            assert.match(debugLog, /\|CODE_UNIT_STARTED\|\[EXTERNAL\]\|execute_anonymous_apex\n/);
            assert.equal(debugLog, org.debugLogs.all[0]?.body);
            assert.equal(org.executeAnonymous(org.administratorId, 'not Apex').debugLog, '');
        });
    });

    it('is one per job, too', () => {
        withThings((org) => {
            org.callController(org.administratorId, 'Things', 'later', {});
            const [request, job, ...others] = org.debugLogs.all;
            assert.deepEqual(others, []);
            assert.ok(!eventsOf(request).some((line) => line.includes('queued')));
            assert.equal(job?.operation, 'QueueableHandler');
            assert.deepEqual(
                eventsOf(job).filter((line) => /CODE_UNIT|USER_DEBUG/.test(line)),
                ['CODE_UNIT_STARTED|[EXTERNAL]|Things', 'USER_DEBUG|[16]|DEBUG|queued', 'CODE_UNIT_FINISHED|Things']
            );
        });
    });
});

describe('debug logs', () => {
    it('are left by what runs code only, and not by tests', () => {
        withThings((org) => {
            org.transaction({ userId: org.administratorId }, () => undefined);
            assert.equal(runOrgTests(org, null).tests[0]?.outcome, 'pass');
            assert.deepEqual(org.debugLogs.all, []);
        });
    });

    it('are bounded in number: the oldest go', () => {
        withThings((org) => {
            for (let i = 0; i < 205; i++) org.executeAnonymous(org.administratorId, `Integer n = ${i};`);
            assert.equal(org.debugLogs.all.length, 200);
            assert.match(org.debugLogs.all[0]?.body ?? '', /Integer n = 5;/);
            const [first] = org.debugLogs.all;
            org.debugLogs.delete(first?.number ?? 0);
            assert.equal(org.debugLogs.all.length, 199);
        });
    });

    it('are bounded in size: a log that is too long ends with a line that says so, all together give way', () => {
        withThings((org) => {
            const apex = "String s = 'x'.repeat(30000); for (Integer i = 0; i < 100; i++) { System.debug(s); }";
            for (let i = 0; i < 12; i++) org.executeAnonymous(org.administratorId, apex);
            const { all } = org.debugLogs;
            assert.match(all.at(-1)?.body ?? '', /\*+ MAXIMUM DEBUG LOG SIZE REACHED \*+\n$/);
            assert.ok(all.every((log) => log.body.length < 2_100_000));
            assert.ok(all.length < 12 && all.length > 5, String(all.length));
        });
    });
});
