import { behaviours } from '../behaviours.ts';

behaviours(
    import.meta.url,
    {
        members: `
    public class Counted {
        public Integer calls = 0;
        public override String toString() { calls++; return 'x' + calls; }
    }
    public List<Integer> numbers = new List<Integer>{ 7 };
    static String chosen(Object one) { return 'one'; }
    static String chosen(List<Object> many) { return 'list'; }
    public List<Integer> none() { return null; }
    public List<Integer> some() { return numbers; }`
    },
    [
        {
            says: 'The checksum of an 18-character id gives its letters their case back and refuses nothing',
            source: 'AREF apex_methods_system_id.htm (to15); NebulaLogger `LoggerMockDataCreator`',
            apex: `
        Assert.areEqual('0D5B000001DVM9t', Id.valueOf('0D5B000001DVM9tkAh').to15());
        Assert.areEqual('001D000000IRFmaIAH', String.valueOf(Id.valueOf('001d000000irfmaIAH')));
        Assert.areEqual('001000000000000001', String.valueOf(Id.valueOf('001000000000000001')));
        try { Id bad = Id.valueOf('00100000000000000'); Assert.fail('17 characters'); } catch (StringException e) { }`
        },
        {
            says: 'String.format turns each argument into text once, however often it is used',
            source: 'soql-lib `SOQL_Test.duplicatedConditionsInConditionOrder`',
            apex: `
        Counted one = new Counted();
        Assert.areEqual('x1 x1', String.format('{0} {0}', new List<Object>{ one }));
        Assert.areEqual(1, one.calls);`
        },
        {
            says: 'UUIDs and results of Database methods have a JSON form, and results can be made from it',
            source: 'NebulaLogger `LoggerMockDataCreator`',
            apex: `
        UUID one = UUID.randomUUID();
        Assert.areEqual('"' + one.toString() + '"', JSON.serialize(one));
        Database.SaveResult saved = Database.insert(new Account(Name = 'a'));
        Map<String, Object> form = (Map<String, Object>) JSON.deserializeUntyped(JSON.serialize(saved));
        Assert.areEqual(saved.getId(), (Id) form.get('id'));
        Assert.areEqual(true, form.get('success'));
        Database.UpsertResult made = (Database.UpsertResult) JSON.deserialize(
            '{"success":false,"created":true,"id":"001000000000000001","errors":[{"message":"m","statusCode":"DELETE_FAILED","fields":["Name"]}]}',
            Database.UpsertResult.class);
        Assert.isFalse(made.isSuccess());
        Assert.isTrue(made.isCreated());
        Assert.areEqual(StatusCode.DELETE_FAILED, made.getErrors()[0].getStatusCode());
        Assert.areEqual(new List<String>{ 'Name' }, made.getErrors()[0].getFields());
        Assert.areEqual(made.getErrors()[0].getMessage(),
            ((Database.MergeResult) JSON.deserialize('{"errors":[{"message":"m"}]}', Database.MergeResult.class)).getErrors()[0].getMessage());`
        },
        {
            says: 'A null before ?. ends the whole chain, elements of lists included',
            source: 'ADG langCon_apex_SafeNavigationOperator.htm',
            apex: `
        Behaviour_Test nobody = null;
        Assert.isNull(nobody?.some()[0]);
        Assert.isNull(nobody?.numbers[0]);
        Assert.isNull(nobody?.some().size().format());
        Behaviour_Test somebody = new Behaviour_Test();
        Assert.areEqual(7, somebody?.some()[0]);
        try { Integer lost = somebody?.none()[0]; Assert.fail('null list'); } catch (NullPointerException e) { }`
        },
        {
            says: 'Type.getName of an exception of the platform has the namespace, as getTypeName of a caught one',
            source: 'NebulaLogger `CallableLogger_Tests`',
            apex: `
        Assert.areEqual('System.IllegalArgumentException', IllegalArgumentException.class.getName());
        Assert.areEqual(new IllegalArgumentException().getTypeName(), IllegalArgumentException.class.getName());
        Assert.areEqual('Account', Account.class.getName());`
        },
        {
            says: 'newSObject with defaults fills picklists, checkboxes and default value formulas, not the owner',
            source: 'AREF apex_class_Schema_SObjectType.htm (newSObject)',
            apex: `
        Lead made = (Lead) Lead.SObjectType.newSObject(null, true);
        Assert.isNotNull(made.Status);
        Assert.isNull(made.OwnerId);
        Assert.areEqual(false, made.DoNotCall);`
        },
        {
            says: 'The id of a platform event record reads as null',
            source: 'NebulaLogger `LoggerMockDataStore`',
            apex: `
        SObject record = new Account();
        Assert.isNull(record.Id);`
        },
        {
            says: 'Datetimes are equal when they are of the same second; milliseconds count for less and greater only',
            source: 'salesforce.stackexchange.com/questions/234824; NebulaLogger `LogEntryEventHandler_Tests`',
            apex: `
        Datetime one = Datetime.newInstance(1000L);
        Datetime other = Datetime.newInstance(1900L);
        Assert.areEqual(one, other);
        Assert.isTrue(one == other);
        Assert.isTrue(one < other);
        Assert.isTrue(new Set<Datetime>{ one }.contains(other));
        Assert.areNotEqual(one, Datetime.newInstance(2000L));`
        },
        {
            says: 'Datetime.valueOf takes milliseconds since 1970 as a Long',
            source: 'NebulaLogger `LogEntryEventHandler`',
            apex: `
        Assert.areEqual(1900L, Datetime.valueOf(1900L).getTime());`
        },
        {
            says: 'A list goes to a parameter of type List<Object> rather than to one of type Object',
            source: 'NebulaLogger `LogEntryEventBuilder`',
            apex: `
        Assert.areEqual('list', chosen(new List<String>()));
        Assert.areEqual('list', chosen(new List<Account>()));
        Assert.areEqual('one', chosen('x'));`
        },
        {
            says: 'getSObjectType of a list of any records is null, whatever it holds',
            source: 'NebulaLogger `LogEntryEventBuilder_Tests`',
            apex: `
        Assert.isNull(new List<SObject>{ new Account() }.getSObjectType());
        Assert.areEqual(Account.SObjectType, new List<Account>().getSObjectType());`
        },
        {
            says: 'A stack trace names lines, and column 1 for each of them',
            source: 'NebulaLogger `Logger.newEntry`',
            apex: `
        String trace = new DmlException().getStackTraceString();
        Assert.isTrue(Pattern.matches('Class\\\\.Behaviour_Test\\\\.b\\\\d+: line \\\\d+, column 1', trace), trace);`
        },
        {
            says: 'Answers of invocable actions can be made from JSON, with their errors and output',
            source: 'AREF apex_class_Invocable_Action_Result.htm; trigger-actions-framework `TriggerActionFlowTest`',
            apex: `
        Invocable.Action.Error refused = (Invocable.Action.Error) JSON.deserialize('{"code":"C","message":"no"}', Invocable.Action.Error.class);
        Invocable.Action.Result result = (Invocable.Action.Result) JSON.deserialize(
            JSON.serialize(new Map<String, Object>{ 'success' => false, 'errors' => new List<Invocable.Action.Error>{ refused }, 'outputParameters' => new Map<String, Object>() }),
            Invocable.Action.Result.class
        );
        Assert.isFalse(result.isSuccess());
        Assert.areEqual('C no', result.getErrors()[0].getCode() + ' ' + result.getErrors()[0].getMessage());
        result.getOutputParameters().put('record', new Account(Name = 'a'));
        Assert.areEqual('a', ((Account) result.getOutputParameters().get('record')).Name);
        Assert.isTrue(((Invocable.Action.Result) JSON.deserialize('{"success":true}', Invocable.Action.Result.class)).isSuccess());`
        }
    ]
);
