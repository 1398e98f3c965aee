import { behaviours } from '../behaviours.ts';

const event = (publishBehavior: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>E</label><pluralLabel>Es</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType>${publishBehavior}</CustomObject>`;

const echo = (object: string): string => `trigger ${object.replace('__', '')}Echo on ${object} (after insert) {
    List<Account> rows = new List<Account>();
    for (${object} one : Trigger.new) { rows.add(new Account(Name = 'echo')); }
    insert rows;
}`;

behaviours(
    import.meta.url,
    {
        members: `
    static Set<String> namesOfAccounts() {
        Set<String> names = new Set<String>();
        for (Account one : [SELECT Name FROM Account]) { names.add(one.Name); }
        return names;
    }`,
        files: {
            'objects/Now__e/Now__e.object-meta.xml': event('<publishBehavior>PublishImmediately</publishBehavior>'),
            'objects/Plain__e/Plain__e.object-meta.xml': event(''),
            'objects/Later__e/Later__e.object-meta.xml': event('<publishBehavior>PublishAfterCommit</publishBehavior>'),
            'NowEcho.trigger': echo('Now__e'),
            'PlainEcho.trigger': echo('Plain__e'),
            'LaterEcho.trigger': echo('Later__e'),
            'Chain.cls': `public class Chain implements Database.Batchable<SObject> {
    Integer left;
    public Chain(Integer left) { this.left = left; }
    public Iterable<SObject> start(Database.BatchableContext context) { return new List<SObject>{ new Account() }; }
    public void execute(Database.BatchableContext context, List<SObject> scope) { insert new Account(Name = 'run ' + left); }
    public void finish(Database.BatchableContext context) {
        if (left > 0) { Database.executeBatch(new Chain(left - 1)); }
        System.enqueueJob(new Later());
    }
    public class Later implements Queueable {
        public void execute(QueueableContext context) { insert new Contact(LastName = 'late'); }
    }
}`,
            'Spy.cls': `public class Spy {
    public static Integer firings = 0;
    public static List<Integer> queriesAtStart = new List<Integer>();
}`,
            'ContactSpy.trigger': `trigger ContactSpy on Contact (before insert) {
    Spy.firings++;
    Spy.queriesAtStart.add(Limits.getQueries());
    Integer n = [SELECT COUNT() FROM Account];
    for (Contact one : Trigger.new) {
        if (one.LastName == 'bad') { one.addError('no'); }
    }
}`
        }
    },
    [
        {
            says: 'A further attempt of a partial save starts with the limits of before the first one',
            source: 'ADG apex_dml_bulk_exceptions.htm',
            apex: `
        Integer n = [SELECT COUNT() FROM Account];
        List<Contact> people = new List<Contact>{ new Contact(LastName = 'good'), new Contact(LastName = 'bad') };
        List<Database.SaveResult> results = Database.insert(people, false);
        Assert.isTrue(results[0].isSuccess());
        Assert.isFalse(results[1].isSuccess());
        Assert.areEqual(2, Spy.firings);
        Assert.areEqual(new List<Integer>{ 1, 1 }, Spy.queriesAtStart);
        Assert.areEqual(2, Limits.getQueries());`
        },
        {
            says: 'Mixed DML has a status code of its own',
            source: 'SOAP API Developer Guide sforce_api_calls_concepts_core_data_objects.htm (StatusCode)',
            apex: `
        insert new Account(Name = 'a');
        try {
            insert new PermissionSet(Name = 'Some', Label = 'Some');
            Assert.fail('mixed');
        } catch (DmlException e) {
            Assert.areEqual(StatusCode.MIXED_DML_OPERATION, e.getDmlType(0));
        }`
        },
        {
            says: 'Code may save more decimals than a field has: they are for display',
            source: 'help page 000387302',
            apex: `
        Account one = new Account(Name = 'a', AnnualRevenue = 12345.67);
        insert one;
        Assert.areEqual(12345.67, [SELECT AnnualRevenue FROM Account WHERE Id = :one.Id].AnnualRevenue);`
        },
        {
            says: 'A query with FOR UPDATE has no ORDER BY',
            source: 'SOQL and SOSL Reference sforce_api_calls_soql_select_for_update.htm',
            apex: `
        insert new Account(Name = 'a');
        Assert.areEqual(1, Database.query('SELECT Id FROM Account LIMIT 2 FOR UPDATE').size());
        try {
            Database.query('SELECT Id FROM Account ORDER BY Name FOR UPDATE');
            Assert.fail('ordered');
        } catch (QueryException e) { }`
        },
        {
            says: 'Events that are published immediately stay published when their transaction is rolled back',
            source: 'Platform Events Developer Guide platform_events_define_ui.htm',
            apex: `
        Savepoint mark = Database.setSavepoint();
        EventBus.publish(new Now__e());
        EventBus.publish(new Later__e());
        Database.rollback(mark);
        Test.getEventBus().deliver();
        Assert.areEqual(1, [SELECT COUNT() FROM Account]);`
        },
        {
            says: 'An event without a publish behavior is published immediately',
            source: 'Platform Events Developer Guide platform_events_define_ui.htm (254.0)',
            apex: `
        Savepoint mark = Database.setSavepoint();
        EventBus.publish(new Plain__e());
        Database.rollback(mark);
        Test.getEventBus().deliver();
        Assert.areEqual(1, [SELECT COUNT() FROM Account]);`
        },
        {
            says: 'Publishing after commit counts as a DML statement, publishing immediately against its own limit',
            source: 'ADG apex_gov_limits.htm; NebulaLogger `LoggerDataStore_Tests`',
            apex: `
        EventBus.publish(new Now__e());
        Assert.areEqual(1, Limits.getPublishImmediateDML());
        Assert.areEqual(0, Limits.getDmlStatements());
        EventBus.publish(new Later__e());
        Assert.areEqual(1, Limits.getPublishImmediateDML());
        Assert.areEqual(1, Limits.getDmlStatements());`
        },
        {
            says: 'The result of publishing names the event: OPERATION_ENQUEUED with its UUID',
            source: 'AREF apex_methods_system_eventbus.htm (getOperationId)',
            apex: `
        Now__e given = (Now__e) Now__e.SObjectType.newSObject(null, true);
        Database.SaveResult result = EventBus.publish(given);
        Assert.isTrue(result.isSuccess());
        Assert.areEqual(StatusCode.OPERATION_ENQUEUED, result.getErrors()[0].getStatusCode());
        Assert.areEqual(given.EventUuid, EventBus.getOperationId(result));`
        },
        {
            says: 'Whether a lead is converted needs no field permission',
            source: 'belief',
            apex: `
        Assert.isFalse(Lead.IsConverted.getDescribe().isPermissionable());`
        },
        {
            says: 'Text that is too long is cut when the DML options allow it, of the call or of the record',
            source: 'AREF apex_class_Database_DMLOptions.htm (allowFieldTruncation)',
            apex: `
        Database.DMLOptions options = new Database.DMLOptions();
        options.allowFieldTruncation = true;
        Account one = new Account(Name = 'a'.repeat(300));
        Assert.isTrue(Database.insert(one, options).isSuccess());
        Account other = new Account(Name = 'b'.repeat(300));
        other.setOptions(options);
        insert other;
        for (Account saved : [SELECT Name FROM Account]) { Assert.areEqual(255, saved.Name.length()); }
        try {
            insert new Account(Name = 'c'.repeat(300));
            Assert.fail('too long');
        } catch (DmlException e) { Assert.areEqual(StatusCode.STRING_TOO_LONG, e.getDmlType(0)); }`
        },
        {
            says: 'At stopTest a batch runs, and the batch that it starts when it finishes; what others queue stays queued',
            source: 'NebulaLogger `LogBatchPurger_Tests`; salesforce.stackexchange.com/questions/63816',
            apex: `
        insert new Account(Name = 'a');
        Test.startTest();
        Database.executeBatch(new Chain(2));
        Test.stopTest();
        Assert.areEqual(new Set<String>{ 'a', 'run 2', 'run 1', 'run 0' },
            namesOfAccounts());
        Assert.areEqual(0, [SELECT COUNT() FROM Contact]);`
        }
    ]
);
