import { behaviours } from '../behaviours.ts';
import { customField, customObject, validationRule } from '../metadata.ts';

const number = '<precision>18</precision><scale>2</scale>';
const rollup = (operation: string, rest = ''): string =>
    `<summaryOperation>${operation}</summaryOperation>${operation === 'count' ? '' : '<summarizedField>Part__c.Amount__c</summarizedField>'}<summaryForeignKey>Part__c.Whole__c</summaryForeignKey>${rest}`;
const onlyOpen =
    '<summaryFilterItems><field>Part__c.IsOpen__c</field><operation>equals</operation><value>True</value></summaryFilterItems>';

behaviours(
    import.meta.url,
    {
        files: {
            ...customObject('Whole__c'),
            ...customField('Whole__c', 'Count__c', 'Summary', rollup('count')),
            ...customField('Whole__c', 'Sum__c', 'Summary', rollup('sum')),
            ...customField('Whole__c', 'Open__c', 'Summary', rollup('sum', onlyOpen)),
            ...customField('Whole__c', 'Least__c', 'Summary', rollup('min')),
            ...customField('Whole__c', 'Most__c', 'Summary', rollup('max')),
            ...customField(
                'Whole__c',
                'Guard__c',
                'Lookup',
                '<referenceTo>Account</referenceTo><relationshipName>Wholes</relationshipName><deleteConstraint>Restrict</deleteConstraint>'
            ),
            ...customField(
                'Whole__c',
                'Loose__c',
                'Lookup',
                '<referenceTo>Contact</referenceTo><relationshipName>Wholes</relationshipName><deleteConstraint>SetNull</deleteConstraint>'
            ),
            ...customField(
                'Whole__c',
                'Customer__c',
                'Lookup',
                '<referenceTo>Account</referenceTo><relationshipName>Customers</relationshipName><deleteConstraint>SetNull</deleteConstraint><lookupFilter><active>true</active><filterItems><field>Account.Industry</field><operation>equals</operation><value>Banking, Energy</value></filterItems><filterItems><field>Account.AnnualRevenue</field><operation>greaterOrEqual</operation><value>100</value></filterItems><isOptional>false</isOptional></lookupFilter>'
            ),
            ...customObject('Part__c', '<sharingModel>ControlledByParent</sharingModel>'),
            ...customField(
                'Part__c',
                'Whole__c',
                'MasterDetail',
                '<referenceTo>Whole__c</referenceTo><relationshipName>Parts</relationshipName><relationshipOrder>0</relationshipOrder>'
            ),
            ...customField('Part__c', 'Amount__c', 'Number', number),
            ...customField('Part__c', 'Double__c', 'Number', `${number}<formula>Amount__c * 2</formula>`),
            ...customField('Part__c', 'IsOpen__c', 'Checkbox', '<defaultValue>true</defaultValue>'),
            ...customField(
                'Part__c',
                'Kind__c',
                'Picklist',
                '<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>true</default><label>A</label></value><value><fullName>B</fullName><default>false</default><label>B</label></value></valueSetDefinition></valueSet>'
            ),
            ...customField(
                'Part__c',
                'Key__c',
                'Text',
                '<length>20</length><unique>true</unique><externalId>true</externalId><caseSensitive>false</caseSensitive>'
            ),
            ...customField(
                'Part__c',
                'Code__c',
                'Text',
                '<length>20</length><unique>true</unique><caseSensitive>true</caseSensitive>'
            ),
            ...customField('Part__c', 'Due__c', 'Date', '<defaultValue>TODAY() + 7</defaultValue>'),
            ...validationRule('Part__c', 'Never_less', 'ISCHANGED(Amount__c) && Amount__c < PRIORVALUE(Amount__c)'),
            ...validationRule(
                'Part__c',
                'Not_twelve',
                'Amount__c = 12',
                '<errorDisplayField>Amount__c</errorDisplayField>'
            ),
            'standardValueSets/TaskStatus.standardValueSet-meta.xml':
                '<?xml version="1.0" encoding="UTF-8"?><StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata"><standardValue><fullName>Not Started</fullName><default>true</default><closed>false</closed></standardValue><standardValue><fullName>Dropped</fullName><default>false</default><closed>true</closed></standardValue></StandardValueSet>',
            'Strict.cls': `public class Strict {
    public static void refuse() {
        throw new IllegalArgumentException('too strict');
    }
}`,
            'Seen.cls': `public class Seen { public static List<String> log = new List<String>(); }`,
            'PartSpy.trigger': `trigger PartSpy on Part__c (before insert, after insert, before update, after update, before delete, after delete, after undelete) {
    Seen.log.add(Trigger.operationType.name() + ' ' + (Trigger.new == null ? 'n' : 'N') + (Trigger.old == null ? 'o' : 'O') + Trigger.size);
    if (Trigger.isBefore && Trigger.isInsert) {
        for (Part__c one : Trigger.new) { if (one.Name == 'set me') { one.Amount__c = 5; } if (one.Name == 'twelve') { one.Amount__c = 12; } if (one.Name == 'formula') { Seen.log.add('double ' + one.Double__c.intValue()); } }
    }
    if (Trigger.isAfter && Trigger.isInsert) {
        for (Part__c one : Trigger.new) { if (one.Name == 'read only') { one.Amount__c = 1; } if (one.Name == 'refused') { Strict.refuse(); } }
    }
}`,
            'WholeSpy.trigger': `trigger WholeSpy on Whole__c (before update, after delete) { Seen.log.add('WHOLE ' + Trigger.operationType.name()); }`
        },
        members: `
    static Whole__c whole() { Whole__c one = new Whole__c(Name = 'w'); insert one; return one; }
    static Whole__c of(Id id) { return [SELECT Count__c, Sum__c, Open__c, Least__c, Most__c, Guard__c, Loose__c FROM Whole__c WHERE Id = :id]; }
    static StatusCode codeOf(SObject record) {
        try { insert record; } catch (DmlException e) { return e.getDmlType(0); }
        return null;
    }`
    },
    [
        {
            says: 'Roll-ups count, add, and find least and most; a filter leaves records out',
            source: 'help page "Roll-Up Summary Field"',
            apex: `
        Whole__c w = whole();
        insert new List<Part__c>{
            new Part__c(Whole__c = w.Id, Amount__c = 3, Kind__c = 'A'),
            new Part__c(Whole__c = w.Id, Amount__c = 8, IsOpen__c = false),
            new Part__c(Whole__c = w.Id) };
        Whole__c r = of(w.Id);
        Assert.areEqual(3, r.Count__c);
        Assert.areEqual(11, r.Sum__c);
        Assert.areEqual(3, r.Open__c);
        Assert.areEqual(3, r.Least__c);
        Assert.areEqual(8, r.Most__c);`
        },
        {
            says: 'Roll-ups follow updates, moves to another master, deletes and undeletes of details',
            source: 'help page "Roll-Up Summary Field"; ADG apex_triggers_order_of_execution.htm',
            apex: `
        Whole__c w = whole();
        Part__c p = new Part__c(Whole__c = w.Id, Amount__c = 3);
        insert p;
        p.Amount__c = 4;
        update p;
        Assert.areEqual(4, of(w.Id).Sum__c);
        delete p;
        Assert.areEqual(0, of(w.Id).Count__c);
        undelete p;
        Assert.areEqual(4, of(w.Id).Sum__c);`
        },
        {
            says: 'A roll-up of a detail updates its master, with the triggers of the master',
            source: 'ADG apex_triggers_order_of_execution.htm',
            apex: `
        Whole__c w = whole();
        Seen.log.clear();
        insert new Part__c(Whole__c = w.Id, Amount__c = 3);
        Assert.isTrue(Seen.log.contains('WHOLE BEFORE_UPDATE'), String.join(Seen.log, ','));`
        },
        {
            says: 'Trigger.new and Trigger.old are there for the moments that have them, and null otherwise',
            source: 'ADG apex_triggers_context_variables.htm',
            apex: `
        Whole__c w = whole();
        Part__c p = new Part__c(Whole__c = w.Id);
        Seen.log.clear();
        insert p;
        update p;
        delete p;
        undelete p;
        List<String> own = new List<String>();
        for (String one : Seen.log) { if (!one.startsWith('WHOLE')) { own.add(one); } }
        Assert.areEqual('BEFORE_INSERT No1,AFTER_INSERT No1,BEFORE_UPDATE NO1,AFTER_UPDATE NO1,BEFORE_DELETE nO1,AFTER_DELETE nO1,AFTER_UNDELETE No1', String.join(own, ','));`
        },
        {
            says: 'Before triggers change the record that is saved, and validation rules see what they set',
            source: 'ADG apex_triggers_order_of_execution.htm',
            apex: `
        Whole__c w = whole();
        Part__c p = new Part__c(Whole__c = w.Id, Name = 'set me');
        insert p;
        Assert.areEqual(5, [SELECT Amount__c FROM Part__c WHERE Id = :p.Id].Amount__c);
        try {
            insert new Part__c(Whole__c = w.Id, Name = 'twelve');
            Assert.fail('rule');
        } catch (DmlException e) {
            Assert.areEqual(StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION, e.getDmlType(0));
            Assert.areEqual('Not_twelve', e.getDmlMessage(0));
            Assert.areEqual(new List<String>{ 'Amount__c' }, e.getDmlFieldNames(0));
        }`
        },
        {
            says: 'Formula fields have their values in before triggers',
            source: 'ADG apex_triggers_context_variables.htm',
            apex: `
        Whole__c w = whole();
        insert new Part__c(Whole__c = w.Id, Name = 'formula', Amount__c = 4);
        Assert.isTrue(Seen.log.contains('double 8'), String.join(Seen.log, ','));`
        },
        {
            says: 'Records of an after trigger cannot be changed',
            source: 'ADG apex_triggers_context_variables_considerations.htm',
            apex: `
        Whole__c w = whole();
        try {
            insert new Part__c(Whole__c = w.Id, Name = 'read only');
            Assert.fail('changed');
        } catch (DmlException e) { Assert.isTrue(e.getMessage().contains('Record is read-only'), e.getMessage()); }`
        },
        {
            says: 'The message of an exception in a trigger names the trigger and its line',
            source: 'ADG apex_triggers_exceptions.htm; https://force201.wordpress.com/category/batchable',
            apex: `
        try {
            insert new Part__c(Whole__c = whole().Id, Name = 'read only');
            Assert.fail('changed');
        } catch (DmlException e) {
            Assert.areEqual(StatusCode.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, e.getDmlType(0));
            Assert.isTrue(e.getMessage().contains('PartSpy: execution of AfterInsert'), e.getMessage());
            Assert.isTrue(e.getMessage().contains('caused by: System.FinalException'), e.getMessage());
            Assert.isTrue(e.getMessage().contains('Trigger.PartSpy: line 7, column 1'), e.getMessage());
        }`
        },
        {
            says: 'ISCHANGED and PRIORVALUE compare with what was stored; a new record has not changed',
            source: 'help pages of ISCHANGED and PRIORVALUE',
            apex: `
        Whole__c w = whole();
        Part__c p = new Part__c(Whole__c = w.Id, Amount__c = -5);
        insert p;
        update new Part__c(Id = p.Id, Amount__c = 7);
        update new Part__c(Id = p.Id, Name = 'same amount');
        try { update new Part__c(Id = p.Id, Amount__c = 6); Assert.fail('less'); }
        catch (DmlException e) { Assert.areEqual('Never_less', e.getDmlMessage(0)); }`
        },
        {
            says: 'Fields have their default values when nothing is given, also by formula; null given is kept',
            source: 'help page "Default Field Values"',
            apex: `
        Whole__c w = whole();
        Part__c p = new Part__c(Whole__c = w.Id);
        insert p;
        Part__c bare = new Part__c(Whole__c = w.Id, Due__c = null);
        insert bare;
        Map<Id, Part__c> saved = new Map<Id, Part__c>([SELECT Kind__c, IsOpen__c, Due__c FROM Part__c]);
        Assert.areEqual('A', saved.get(p.Id).Kind__c);
        Assert.isTrue(saved.get(p.Id).IsOpen__c);
        Assert.areEqual(Date.today().addDays(7), saved.get(p.Id).Due__c);
        Assert.isNull(saved.get(bare.Id).Due__c);`
        },
        {
            says: 'A restricted picklist takes its values only',
            source: 'help page "Restricted Picklists"; StatusCode INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            apex: `
        Whole__c w = whole();
        Assert.isNull(codeOf(new Part__c(Whole__c = w.Id, Kind__c = 'B')));
        Assert.areEqual(StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, codeOf(new Part__c(Whole__c = w.Id, Kind__c = 'C')));
        Assert.isNull(codeOf(new Part__c(Whole__c = w.Id, Kind__c = null)));`
        },
        {
            says: 'Unique text ignores case, or looks at it when the field is case-sensitive; blank is never a duplicate',
            source: 'Metadata API, CustomField (caseSensitive, unique)',
            apex: `
        Whole__c w = whole();
        Assert.isNull(codeOf(new Part__c(Whole__c = w.Id, Key__c = 'k', Code__c = 'c')));
        Assert.areEqual(StatusCode.DUPLICATE_VALUE, codeOf(new Part__c(Whole__c = w.Id, Key__c = 'K')));
        Assert.isNull(codeOf(new Part__c(Whole__c = w.Id, Code__c = 'C')));
        Assert.areEqual(StatusCode.DUPLICATE_VALUE, codeOf(new Part__c(Whole__c = w.Id, Code__c = 'c')));
        Assert.isNull(codeOf(new Part__c(Whole__c = w.Id)));
        Assert.isNull(codeOf(new Part__c(Whole__c = w.Id)));`
        },
        {
            says: 'Upsert by an external id updates the record that has it and inserts where none has',
            source: 'ADG langCon_apex_dml_examples_upsert.htm',
            apex: `
        Whole__c w = whole();
        insert new Part__c(Whole__c = w.Id, Key__c = 'k', Amount__c = 1);
        List<Database.UpsertResult> r = Database.upsert(new List<Part__c>{
            new Part__c(Key__c = 'K', Amount__c = 2), new Part__c(Whole__c = w.Id, Key__c = 'm', Amount__c = 3),
            new Part__c(Whole__c = w.Id, Amount__c = 4) }, Part__c.Key__c);
        Assert.isFalse(r[0].isCreated());
        Assert.isTrue(r[1].isCreated());
        Assert.isTrue(r[2].isCreated());
        Assert.areEqual(9, of(w.Id).Sum__c);
        Assert.areEqual(3, of(w.Id).Count__c);`
        },
        {
            says: 'A lookup may forbid the delete of its target, or be emptied by it',
            source: 'Metadata API, CustomField (deleteConstraint)',
            apex: `
        Account a = new Account(Name = 'a');
        Contact c = new Contact(LastName = 'c');
        insert new List<SObject>{ a, c };
        Whole__c w = new Whole__c(Name = 'w', Guard__c = a.Id, Loose__c = c.Id);
        insert w;
        delete c;
        Assert.isNull(of(w.Id).Loose__c);
        try { delete a; Assert.fail('restricted'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.DELETE_FAILED, e.getDmlType(0)); }
        Assert.areEqual(a.Id, of(w.Id).Guard__c);`
        },
        {
            says: 'A required lookup filter refuses targets that do not fit, when the lookup is set',
            source: 'help page "Lookup Filters"; StatusCode FIELD_FILTER_VALIDATION_EXCEPTION',
            apex: `
        Account good = new Account(Name = 'g', Industry = 'Energy', AnnualRevenue = 100);
        Account poor = new Account(Name = 'p', Industry = 'Banking', AnnualRevenue = 99);
        Account other = new Account(Name = 'o', Industry = 'Media', AnnualRevenue = 500);
        insert new List<Account>{ good, poor, other };
        Assert.isNull(codeOf(new Whole__c(Name = 'a', Customer__c = good.Id)));
        Assert.areEqual(StatusCode.FIELD_FILTER_VALIDATION_EXCEPTION, codeOf(new Whole__c(Name = 'b', Customer__c = poor.Id)));
        Assert.areEqual(StatusCode.FIELD_FILTER_VALIDATION_EXCEPTION, codeOf(new Whole__c(Name = 'c', Customer__c = other.Id)));
        Whole__c w = [SELECT Id FROM Whole__c WHERE Name = 'a'];
        update new Account(Id = good.Id, Industry = 'Media');
        w.Name = 'renamed';
        update w;
        try { w.Customer__c = other.Id; update w; Assert.fail('filter'); }
        catch (DmlException e) { Assert.areEqual('Value does not exist or does not match filter criteria.', e.getDmlMessage(0)); }`
        },
        {
            says: 'Deleting a master takes its details along without their triggers, and undeleting brings them back',
            source: 'ADG apex_triggers_ignoring_operations.htm, langCon_apex_dml_undelete.htm',
            apex: `
        Whole__c w = whole();
        insert new Part__c(Whole__c = w.Id);
        Seen.log.clear();
        delete w;
        Assert.areEqual('WHOLE AFTER_DELETE', String.join(Seen.log, ','));
        Assert.areEqual(0, [SELECT COUNT() FROM Part__c]);
        Assert.areEqual(1, [SELECT COUNT() FROM Part__c WHERE IsDeleted = TRUE ALL ROWS]);
        undelete w;
        Assert.areEqual(1, [SELECT COUNT() FROM Part__c]);`
        },
        {
            says: 'A savepoint undoes records, not what statics and limits know; later savepoints are gone after a rollback',
            source: 'ADG langCon_apex_transaction_control.htm',
            apex: `
        Savepoint first = Database.setSavepoint();
        Whole__c w = whole();
        Savepoint second = Database.setSavepoint();
        Seen.log.add('kept');
        Integer used = Limits.getDmlStatements();
        Database.rollback(first);
        Assert.areEqual(0, [SELECT COUNT() FROM Whole__c]);
        Assert.isTrue(Seen.log.contains('kept'));
        Assert.isTrue(Limits.getDmlStatements() >= used);
        try { Database.rollback(second); Assert.fail('gone'); } catch (TypeException e) { }`
        },
        {
            says: 'All-or-none undoes every record of the statement; partial success keeps the good ones',
            source: 'ADG langCon_apex_dml_database.htm',
            apex: `
        Whole__c w = whole();
        List<Part__c> mixed = new List<Part__c>{ new Part__c(Whole__c = w.Id), new Part__c(Whole__c = w.Id, Kind__c = 'C') };
        try { insert mixed; Assert.fail('bad'); } catch (DmlException e) { Assert.areEqual(1, e.getDmlIndex(0)); }
        Assert.areEqual(0, of(w.Id).Count__c);
        List<Database.SaveResult> r = Database.insert(mixed.deepClone(), false);
        Assert.isTrue(r[0].isSuccess());
        Assert.isFalse(r[1].isSuccess());
        Assert.areEqual(1, of(w.Id).Count__c);`
        },
        {
            says: 'Required fields, text lengths, numbers, e-mail addresses and references are checked by their codes',
            source: 'SOAP API Developer Guide "StatusCode"',
            apex: `
        Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, codeOf(new Contact()));
        Assert.areEqual(StatusCode.STRING_TOO_LONG, codeOf(new Contact(LastName = 'x'.repeat(81))));
        Assert.areEqual(StatusCode.INVALID_EMAIL_ADDRESS, codeOf(new Contact(LastName = 'x', Email = 'nobody')));
        Assert.areEqual(StatusCode.NUMBER_OUTSIDE_VALID_RANGE, codeOf(new Account(Name = 'x', AnnualRevenue = Decimal.valueOf('99999999999999999999'))));
        Id gone = new List<SObject>{ whole() }[0].Id;
        Assert.areEqual(StatusCode.FIELD_INTEGRITY_EXCEPTION, codeOf(new Contact(LastName = 'x', AccountId = gone)));`
        },
        {
            says: 'Two records of one insert call may not be the same object',
            source: 'ADG apex_dml_limitations.htm',
            apex: `
        Account a = new Account(Name = 'a');
        try { insert new List<Account>{ a, a }; Assert.fail('twice'); } catch (ListException e) { }
        insert a;
        try { update new List<Account>{ new Account(Id = a.Id), new Account(Id = a.Id) }; Assert.fail('twice'); } catch (ListException e) { }`
        },
        {
            says: 'One id may stand once in an update, a delete and an undelete',
            source: 'forums (System.ListException: Duplicate id in list)',
            apex: `
        Account one = new Account(Name = 'one');
        insert one;
        String says = 'Duplicate id in list: ' + one.Id;
        try { update new List<Account>{ new Account(Id = one.Id), new Account(Id = one.Id) }; Assert.fail('update'); }
        catch (ListException e) { Assert.areEqual(says, e.getMessage()); }
        try { delete new List<Account>{ new Account(Id = one.Id), new Account(Id = one.Id) }; Assert.fail('delete'); }
        catch (ListException e) { Assert.areEqual(says, e.getMessage()); }
        delete one;
        try { undelete new List<Account>{ new Account(Id = one.Id), new Account(Id = one.Id) }; Assert.fail('undelete'); }
        catch (ListException e) { Assert.areEqual(says, e.getMessage()); }
        Account twice = new Account(Name = 'twice');
        try { insert new List<Account>{ twice, twice }; Assert.fail('insert'); }
        catch (ListException e) { Assert.areEqual('Before Insert or Upsert list must not have two identically equal elements', e.getMessage()); }`
        },
        {
            says: 'Updates, deletes and undeletes need an id, inserts must not have one',
            source: 'SOAP API Developer Guide "StatusCode" (MISSING_ARGUMENT, INVALID_FIELD_FOR_INSERT_UPDATE)',
            apex: `
        try { update new Account(Name = 'a'); Assert.fail('update'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.MISSING_ARGUMENT, e.getDmlType(0)); Assert.isTrue(e.getMessage().startsWith('Update failed.')); }
        try { delete new Account(Name = 'a'); Assert.fail('delete'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.MISSING_ARGUMENT, e.getDmlType(0)); Assert.isTrue(e.getMessage().startsWith('Delete failed.')); }
        try { undelete new Account(Name = 'a'); Assert.fail('undelete'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.MISSING_ARGUMENT, e.getDmlType(0)); Assert.isTrue(e.getMessage().startsWith('Undelete failed.')); }
        Account one = new Account(Name = 'one');
        insert one;
        try { insert one; Assert.fail('insert'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE, e.getDmlType(0)); }`
        },
        {
            says: 'A formula whose value has more digits than its field shows refuses nothing',
            source: 'help page "Formula Field Limits and Restrictions" (#Too Big! is shown)',
            apex: `
        Whole__c whole = new Whole__c(Name = 'w');
        insert whole;
        insert new Part__c(Name = 'p', Whole__c = whole.Id, Amount__c = 9000000000000000L);
        Assert.areEqual(18000000000000000L, [SELECT Double__c FROM Part__c].Double__c);`
        },
        {
            says: 'Closed, won, probability and forecast of an opportunity follow its stage, closed of a task its status',
            source: 'Metadata API, StandardValueSet; Object Reference, Opportunity (IsClosed, IsWon, Probability), Task (IsClosed)',
            apex: `
        Opportunity deal = new Opportunity(Name = 'd', StageName = 'Prospecting', CloseDate = Date.newInstance(2026, 1, 1));
        insert deal;
        deal = [SELECT IsClosed, IsWon, Probability, ForecastCategoryName FROM Opportunity];
        Assert.isFalse(deal.IsClosed);
        Assert.areEqual(10, deal.Probability);
        Assert.areEqual('Pipeline', deal.ForecastCategoryName);
        update new Opportunity(Id = deal.Id, StageName = 'Closed Won');
        deal = [SELECT IsClosed, IsWon FROM Opportunity];
        Assert.isTrue(deal.IsClosed && deal.IsWon);
        insert new List<Task>{ new Task(Subject = 'open', Status = 'Not Started'), new Task(Subject = 'over', Status = 'Dropped') };
        Assert.areEqual('over', [SELECT Subject FROM Task WHERE IsClosed = TRUE].Subject);`
        },
        {
            says: 'A failure in a class that a trigger calls tells the lines of both, up to the trigger',
            source: 'ADG apex_triggers_exceptions.htm',
            apex: `
        try {
            insert new Part__c(Whole__c = whole().Id, Name = 'refused');
            Assert.fail('saved');
        } catch (DmlException e) {
            Assert.isTrue(e.getMessage().contains('Class.Strict.refuse: line 3, column 1\\nTrigger.PartSpy: line 7, column 1'), e.getMessage());
            Assert.isFalse(e.getMessage().contains('Behaviour_Test'), e.getMessage());
        }`
        },
        {
            says: 'A custom object whose text name is left blank is named after its id, a standard one is not saved',
            source: 'salesforce.stackexchange.com/questions/139392; StatusCode REQUIRED_FIELD_MISSING',
            apex: `
        Whole__c nameless = new Whole__c();
        insert nameless;
        Assert.areEqual(nameless.Id, Id.valueOf([SELECT Name FROM Whole__c].Name));
        Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, codeOf(new Account()));`
        },
        {
            says: 'A lead or a contact is a member of a campaign once, and a member is one of them',
            source: 'Object Reference, CampaignMember; StatusCode DUPLICATE_VALUE',
            apex: `
        Campaign one = new Campaign(Name = 'one');
        Campaign other = new Campaign(Name = 'other');
        insert new List<Campaign>{ one, other };
        Lead person = new Lead(LastName = 'p', Company = 'c');
        insert person;
        Assert.isNull(codeOf(new CampaignMember(CampaignId = one.Id, LeadId = person.Id)));
        Assert.isNull(codeOf(new CampaignMember(CampaignId = other.Id, LeadId = person.Id)));
        Assert.areEqual(StatusCode.DUPLICATE_VALUE, codeOf(new CampaignMember(CampaignId = one.Id, LeadId = person.Id)));
        Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, codeOf(new CampaignMember(CampaignId = one.Id)));`
        }
    ]
);
