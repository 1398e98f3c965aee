import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openOrg, type Org } from '../org.ts';
import { ToolError } from '../../../shared/toolError.ts';
import { tinyTree, withOrg } from './tinyTree.ts';

const CONTROLLER = `public with sharing class Desk {
    public class Line {
        @AuraEnabled public String text { get; set; }
        @AuraEnabled public Decimal amount { get; set; }
        @AuraEnabled public List<Date> days { get; set; }
        @AuraEnabled public Account account { get; set; }
        public String secret { get; set; }
    }
    public class DeskException extends Exception {}

    @AuraEnabled
    public static Line echo(Line line, Integer times, Id accountId, Datetime at, Map<String, Long> counts) {
        line.amount = line.amount * times;
        line.secret = 'not for browsers';
        line.text += ' ' + at.getTime() + ' ' + counts.get('a') + ' ' + (accountId == null);
        return line;
    }
    @AuraEnabled(cacheable=true)
    public static Account readsOnly() {
        insert new Account(Name = 'x');
        return null;
    }
    @AuraEnabled
    public static Account saves(String name) {
        Account a = new Account(Name = name);
        insert a;
        return [SELECT Id, Name, Description, CreatedDate FROM Account WHERE Id = :a.Id];
    }
    @AuraEnabled
    public static void fails(String kind) {
        insert new Account(Name = 'rolled back');
        if (kind == 'aura') { throw new AuraHandledException('Please choose a reason'); }
        if (kind == 'own') { throw new DeskException('own words'); }
        if (kind == 'null') { String s = null; s.length(); }
        if (kind == 'dml') { insert new Account(); }
    }
    @AuraEnabled
    public static Integer countAccounts() { return [SELECT COUNT() FROM Account]; }
    public static String hidden() { return 'no'; }
}`;

const JOBS = `public class Beat implements Schedulable, Queueable {
    Integer round = 0;
    List<String> notes = new List<String>{ 'kept' };
    public void execute(SchedulableContext context) {
        round++;
        insert new Account(Name = 'beat ' + System.now().formatGmt('HH:mm') + ' ' + round + ' ' + notes[0]);
    }
    public void execute(QueueableContext context) {
        insert new Account(Name = 'queued');
    }
    public static void schedule() { System.schedule('beat', '0 0 * * * ?', new Beat()); }
    public static void later() { System.enqueueJob(new Beat(), 5); }
    public static void breaks() { System.enqueueJob(new Breaks()); }
    public class Breaks implements Queueable, Finalizer {
        public void execute(QueueableContext context) { System.attachFinalizer(this); insert new Account(); }
        public void execute(FinalizerContext context) {
            insert new Account(Name = 'finalizer ' + context.getResult());
        }
    }
}`;

const names = (org: Org): string[] =>
    org.transaction({ userId: org.administratorId }, (tx) =>
        tx.store
            .selectRows(tx.schema.object('Account')!, '1 ORDER BY "Id"', [])
            .map((row) => String(row.fields.get('Name')))
    );

const call = (org: Org, method: string, params = {}) => org.callController(org.administratorId, 'Desk', method, params);

describe('callController', () => {
    it('converts arguments and results by their Apex types', () => {
        withOrg({ 'Desk.cls': CONTROLLER }, (org) => {
            const answer = call(org, 'echo', {
                line: {
                    text: 'a',
                    amount: 1.25,
                    days: ['2026-11-23'],
                    account: { Name: 'Acme', NumberOfEmployees: 3 },
                    secret: 's'
                },
                times: '3',
                at: '1970-01-01T00:00:01.000Z',
                counts: { a: 7 }
            });
            assert.deepEqual(answer, {
                state: 'SUCCESS',
                returnValue: {
                    text: 'a 1000 7 true',
                    amount: 3.75,
                    days: ['2026-11-23'],
                    account: { Name: 'Acme', NumberOfEmployees: 3 }
                }
            });
        });
    });

    it('gives records with populated fields only, times as ISO text', () => {
        withOrg({ 'Desk.cls': CONTROLLER }, (org) => {
            const answer = call(org, 'saves', { name: 'Acme' });
            assert.equal(answer.state, 'SUCCESS');
            const value = (answer as { returnValue: Record<string, string> }).returnValue;
            assert.deepEqual(Object.keys(value).sort(), ['CreatedDate', 'Id', 'Name']);
            assert.match(value.CreatedDate ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
        });
    });

    const failures: readonly (readonly [string, string, boolean, RegExp])[] = [
        ['aura', 'System.AuraHandledException', false, /^Please choose a reason$/],
        ['own', 'Desk.DeskException', true, /^own words$/],
        ['null', 'System.NullPointerException', false, /^Attempt to de-reference a null object$/],
        [
            'dml',
            'System.DmlException',
            false,
            /^Insert failed\. First exception on row 0; first error: REQUIRED_FIELD_MISSING/
        ]
    ];
    for (const [kind, type, isUserDefined, message] of failures) {
        it(`shapes a failure (${kind}) as the platform does and rolls back`, () => {
            withOrg({ 'Desk.cls': CONTROLLER }, (org) => {
                const answer = call(org, 'fails', { kind });
                assert.equal(answer.state, 'ERROR');
                const { error } = answer as unknown as { error: Record<string, unknown> };
                assert.deepEqual(Object.keys(error).sort(), [
                    'exceptionType',
                    'isUserDefinedException',
                    'message',
                    'stackTrace'
                ]);
                assert.equal(error.exceptionType, type);
                assert.equal(error.isUserDefinedException, isUserDefined);
                assert.match(String(error.message), message);
                assert.match(String(error.stackTrace), /Class\.Desk\.fails: line \d+/);
                assert.deepEqual(names(org), []);
            });
        });
    }

    it('lets no cacheable method write', () => {
        withOrg({ 'Desk.cls': CONTROLLER }, (org) => {
            const answer = call(org, 'readsOnly');
            assert.match(JSON.stringify(answer), /Too many DML statements: 1/);
        });
    });

    it('refuses methods that are not offered, and users without access to the class', () => {
        const tree = tinyTree({ 'Desk.cls': CONTROLLER });
        const world = join(tree.dir, 'world.json');
        writeFileSync(
            world,
            JSON.stringify({
                users: [{ alias: 'rep', userName: 'rep@x.example', lastName: 'Rep', profile: 'Standard User' }]
            })
        );
        const org = openOrg({ sourceDirs: [tree.dir], worldFile: world });
        try {
            assert.match(JSON.stringify(call(org, 'hidden')), /No such @AuraEnabled method/);
            const answer = org.callController(org.users.get('rep')!, 'Desk', 'countAccounts', {});
            assert.match(JSON.stringify(answer), /You do not have access to the Apex class named 'Desk'/);
        } finally {
            org.close();
            tree.remove();
        }
    });
});

describe('time and jobs', () => {
    it('runs a scheduled job at each of its instants as the clock passes them, with what it remembers', () => {
        withOrg({ 'Beat.cls': JOBS }, (org) => {
            org.clock.freeze(Date.parse('2026-11-23T08:30:00Z'));
            org.executeAnonymous(org.administratorId, 'Beat.schedule();');
            assert.equal(org.nextScheduledInstant(), Date.parse('2026-11-23T09:00:00Z'));
            org.advanceTo(Date.parse('2026-11-23T10:59:00Z'));
            assert.deepEqual(names(org), ['beat 09:00 1 kept', 'beat 10:00 2 kept']);
            assert.equal(org.nextScheduledInstant(), Date.parse('2026-11-23T11:00:00Z'));
        });
    });

    it('delays a queueable, and runs it when its time has come', () => {
        withOrg({ 'Beat.cls': JOBS }, (org) => {
            org.clock.freeze(Date.parse('2026-11-23T08:00:00Z'));
            org.executeAnonymous(org.administratorId, 'Beat.later();');
            assert.deepEqual(names(org), []);
            org.advanceTo(Date.parse('2026-11-23T08:05:00Z'));
            assert.deepEqual(names(org), ['queued']);
        });
    });

    it('runs the finalizer of a job that failed, and notes the failure', () => {
        withOrg({ 'Beat.cls': JOBS }, (org) => {
            const result = org.executeAnonymous(org.administratorId, 'Beat.breaks();');
            assert.equal(result.success, true);
            assert.deepEqual(names(org), ['finalizer UNHANDLED_EXCEPTION']);
            assert.match(org.log.join('\n'), /Breaks \(queueable\) failed: System\.DmlException/);
        });
    });

    it('goes on when a waiting job cannot start because its class is gone', () => {
        const tree = tinyTree({ 'Beat.cls': JOBS });
        const options = { dataFile: join(tree.dir, 'org.db') };
        const first = openOrg({ ...options, sourceDirs: [tree.dir] });
        first.clock.freeze(Date.parse('2026-11-23T08:30:00Z'));
        first.executeAnonymous(first.administratorId, 'Beat.schedule(); Beat.later();');
        first.close();
        const other = tinyTree({});
        const second = openOrg({ ...options, sourceDirs: [other.dir] });
        try {
            second.clock.freeze(Date.parse('2026-11-23T08:31:00Z'));
            second.advanceTo(Date.parse('2026-11-23T09:30:00Z'));
            assert.match(second.log.join('\n'), /Beat.* there is no such class any more/);
            assert.equal(second.clock.now(), Date.parse('2026-11-23T09:30:00Z'));
        } finally {
            second.close();
            tree.remove();
            other.remove();
        }
    });

    it('keeps scheduled jobs in the data file', () => {
        const tree = tinyTree({ 'Beat.cls': JOBS });
        const options = { sourceDirs: [tree.dir], dataFile: join(tree.dir, 'org.db') };
        const first = openOrg(options);
        first.clock.freeze(Date.parse('2026-11-23T08:30:00Z'));
        first.executeAnonymous(first.administratorId, 'Beat.schedule();');
        first.close();
        const second = openOrg(options);
        try {
            second.clock.freeze(Date.parse('2026-11-23T08:31:00Z'));
            second.advanceTo(Date.parse('2026-11-23T09:00:00Z'));
            assert.deepEqual(names(second), ['beat 09:00 1 kept']);
        } finally {
            second.close();
            tree.remove();
        }
    });
});

describe('metadata that is gone at the next start', () => {
    const set = (label: string): string =>
        `<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><classAccesses><apexClass>Gone</apexClass><enabled>true</enabled></classAccesses><label>${label}</label></PermissionSet>`;
    const ROWS = `List<String> found = new List<String>();
for (ApexClass each : [SELECT Name FROM ApexClass]) found.add(each.Name);
for (PermissionSet each : [SELECT Name FROM PermissionSet WHERE IsOwnedByProfile = FALSE ORDER BY Name]) found.add(each.Name);
found.add(String.valueOf([SELECT COUNT() FROM PermissionSetAssignment]));
found.add(String.valueOf([SELECT COUNT() FROM SetupEntityAccess]));
System.debug(String.join(found, ' '));`;

    it('takes its rows along, and leaves those that people made', () => {
        const tree = tinyTree({
            'Gone.cls': 'public class Gone {}',
            'permissionsets/Gone_Set.permissionset-meta.xml': set('Gone')
        });
        const other = tinyTree({});
        const dataFile = join(tree.dir, 'org.db');
        const first = openOrg({ sourceDirs: [tree.dir], dataFile });
        first.executeAnonymous(
            first.administratorId,
            "insert new PermissionSet(Name = 'Own', Label = 'Own'); insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(), PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Gone_Set'].Id);"
        );
        const before = first.executeAnonymous(first.administratorId, ROWS);
        first.close();
        const second = openOrg({ sourceDirs: [other.dir], dataFile });
        try {
            const after = second.executeAnonymous(second.administratorId, ROWS);
            assert.match(before.log.join('\n'), /Gone Gone_Set Own 1 1/);
            assert.match(after.log.join('\n'), /(^|[|: ])Own 0 0/m);
            assert.doesNotMatch(after.log.join('\n'), /Gone/);
        } finally {
            second.close();
            tree.remove();
            other.remove();
        }
    });
});

describe('executeAnonymous', () => {
    const cases: readonly (readonly [string, string, Record<string, unknown>])[] = [
        ['runs', `System.debug('hi ' + 2);`, { compiled: true, success: true }],
        ['reports what does not compile', `Integer x = 'a';`, { compiled: false, success: false, line: 1 }],
        [
            'reports what it threw',
            `throw new IllegalArgumentException('no');`,
            { success: false, exceptionMessage: 'System.IllegalArgumentException: no' }
        ]
    ];
    for (const [name, text, expected] of cases) {
        it(name, () => {
            withOrg({}, (org) => {
                const result = org.executeAnonymous(org.administratorId, text) as unknown as Record<string, unknown>;
                for (const [key, value] of Object.entries(expected)) {
                    assert.equal(result[key], value, key);
                }
            });
        });
    }

    it('sends what committed work sent, and nothing of work that failed', () => {
        const mail = `Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage();
            m.setToAddresses(new List<String>{ 'a@b.example' });
            m.setSubject('s'); m.setPlainTextBody('b');
            Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m });`;
        withOrg({}, (org) => {
            org.executeAnonymous(org.administratorId, `${mail} throw new IllegalArgumentException('no');`);
            assert.equal(org.emails.length, 0);
            org.executeAnonymous(org.administratorId, mail);
            assert.deepEqual(
                org.emails.map((one) => one.toAddresses),
                [['a@b.example']]
            );
        });
    });

    it('gives the debug lines of the request', () => {
        withOrg({}, (org) => {
            const { log } = org.executeAnonymous(org.administratorId, `System.debug('hi ' + 2);`);
            assert.match(log.join('\n'), /DEBUG .*hi 2/);
        });
    });
});

describe('openOrg', () => {
    it('lists what does not compile, with path, line and column', () => {
        const tree = tinyTree({ 'Bad.cls': "public class Bad {\n    Integer x = 'text';\n}" });
        try {
            assert.throws(
                () => openOrg({ sourceDirs: [tree.dir] }),
                (error: unknown) => error instanceof ToolError && /Bad\.cls:2:\d+ /.test(error.message)
            );
        } finally {
            tree.remove();
        }
    });
});
