import { behaviours } from '../behaviours.ts';
import { customObject, customField } from '../metadata.ts';

behaviours(
    import.meta.url,
    {
        files: {
            ...customObject('Setting__c', '<customSettingsType>Hierarchy</customSettingsType>'),
            ...customField('Setting__c', 'Size__c', 'Number', '<precision>4</precision><scale>0</scale>'),
            'LeadSpy.trigger': `trigger LeadSpy on Lead (before update, after update) { Order.log.add('Lead ' + Trigger.operationType.name()); }`,
            'AccountSpy.trigger': `trigger AccountSpy on Account (before insert, after insert, before update, before delete, after delete) {
    Order.log.add('Account ' + Trigger.operationType.name());
    if (Trigger.operationType == TriggerOperation.AFTER_DELETE) { Order.master = Trigger.old[0].MasterRecordId; }
}`,
            'ContactSpy.trigger': `trigger ContactSpy on Contact (before insert, before update) { Order.log.add('Contact ' + Trigger.operationType.name()); }`,
            'OpportunitySpy.trigger': `trigger OpportunitySpy on Opportunity (before insert) { Order.log.add('Opportunity ' + Trigger.operationType.name()); }`,
            'Order.cls': `public class Order { public static List<String> log = new List<String>(); public static Id master; }`,
            'Chain.cls': `public class Chain implements Queueable, Finalizer {
    Integer left; Boolean fails = false;
    public Chain(Integer left) { this.left = left; }
    public Chain(Boolean fails) { this.left = 0; this.fails = fails; }
    public void execute(QueueableContext context) {
        System.attachFinalizer(this);
        insert new Contact(LastName = 'depth ' + AsyncInfo.getCurrentQueueableStackDepth());
        if (fails) { throw new IllegalArgumentException('meant'); }
        if (left > 0) { System.enqueueJob(new Chain(left - 1)); }
    }
    public void execute(FinalizerContext context) {
        insert new Account(Name = context.getResult().name() + ' ' + context.getException()?.getMessage());
    }
}`
        },
        members: `
    static Lead lead() { Lead one = new Lead(FirstName = 'f', LastName = 'l', Company = 'c', Email = 'l@example.com'); insert one; return one; }
    static Database.LeadConvert conversion(Id leadId) {
        Database.LeadConvert one = new Database.LeadConvert();
        one.setLeadId(leadId);
        one.setConvertedStatus([SELECT ApiName FROM LeadStatus WHERE IsConverted = TRUE LIMIT 1].ApiName);
        return one;
    }`
    },
    [
        {
            says: 'Conversion inserts account, contact and opportunity, and updates the lead last',
            source: 'Change Data Capture Developer Guide cdc_standard_objects_lead_conversion.htm',
            apex: `
        Lead l = lead();
        Order.log.clear();
        Database.LeadConvertResult r = Database.convertLead(conversion(l.Id));
        Assert.isTrue(r.isSuccess());
        Assert.areEqual('Account BEFORE_INSERT,Account AFTER_INSERT,Contact BEFORE_INSERT,Opportunity BEFORE_INSERT,Lead BEFORE_UPDATE,Lead AFTER_UPDATE', String.join(Order.log, ','));
        Lead after = [SELECT IsConverted, ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId, ConvertedDate FROM Lead WHERE Id = :l.Id];
        Assert.isTrue(after.IsConverted);
        Assert.areEqual(r.getAccountId(), after.ConvertedAccountId);
        Assert.areEqual(r.getContactId(), after.ConvertedContactId);
        Assert.areEqual(r.getOpportunityId(), after.ConvertedOpportunityId);
        Assert.areEqual(Date.today(), after.ConvertedDate);`
        },
        {
            says: 'Conversion leaves the opportunity out when it is told, and uses an account and a contact that are given',
            source: 'AREF apex_dml_leadconvert_methods.htm',
            apex: `
        Account a = new Account(Name = 'there');
        insert a;
        Contact c = new Contact(LastName = 'there', AccountId = a.Id);
        insert c;
        Database.LeadConvert one = conversion(lead().Id);
        one.setAccountId(a.Id);
        one.setContactId(c.Id);
        one.setDoNotCreateOpportunity(true);
        Database.LeadConvertResult r = Database.convertLead(one);
        Assert.areEqual(a.Id, r.getAccountId());
        Assert.areEqual(c.Id, r.getContactId());
        Assert.isNull(r.getOpportunityId());
        Assert.areEqual(1, [SELECT COUNT() FROM Account]);`
        },
        {
            says: 'A lead is converted once, and only to a converted status',
            source: 'AREF apex_dml_leadconvert_methods.htm; StatusCode CANNOT_UPDATE_CONVERTED_LEAD',
            apex: `
        Lead l = lead();
        Database.LeadConvert wrong = conversion(l.Id);
        wrong.setConvertedStatus('Open - Not Contacted');
        Assert.isFalse(Database.convertLead(wrong, false).isSuccess());
        Assert.isTrue(Database.convertLead(conversion(l.Id)).isSuccess());
        Assert.isFalse(Database.convertLead(conversion(l.Id), false).isSuccess());`
        },
        {
            says: 'A merge moves children without their triggers, deletes the losers and tells them their master',
            source: 'ADG langCon_apex_dml_examples_merge.htm, apex_triggers_merge_statements.htm',
            apex: `
        Account winner = new Account(Name = 'winner');
        Account loser = new Account(Name = 'loser');
        insert new List<Account>{ winner, loser };
        Contact child = new Contact(LastName = 'c', AccountId = loser.Id);
        insert child;
        Order.log.clear();
        merge winner loser;
        Assert.areEqual(winner.Id, [SELECT AccountId FROM Contact WHERE Id = :child.Id].AccountId);
        Assert.areEqual(1, [SELECT COUNT() FROM Account]);
        Assert.areEqual(winner.Id, Order.master);
        Assert.areEqual('Account BEFORE_DELETE,Account AFTER_DELETE,Account BEFORE_UPDATE', String.join(Order.log, ','));`
        },
        {
            says: 'A merge moves no calculated fields and keeps what tells the losers their master',
            source: 'ADG apex_triggers_merge_statements.htm; Object Reference, Account (MasterRecordId)',
            apex: `
        List<Account> three = new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b'), new Account(Name = 'c') };
        insert three;
        merge three[1] three[2];
        merge three[0] three[1];
        Map<Id, Account> gone = new Map<Id, Account>([SELECT MasterRecordId FROM Account WHERE IsDeleted = TRUE ALL ROWS]);
        Assert.areEqual(three[1].Id, gone.get(three[2].Id).MasterRecordId);
        Assert.areEqual(three[0].Id, gone.get(three[1].Id).MasterRecordId);`
        },
        {
            says: 'A merge takes one or two losers of the same object',
            source: 'ADG langCon_apex_dml_examples_merge.htm',
            apex: `
        List<Account> four = new List<Account>();
        for (Integer i = 0; i < 4; i++) { four.add(new Account(Name = 'a' + i)); }
        insert four;
        try { Database.merge(four[0], new List<Account>{ four[1], four[2], four[3] }); Assert.fail('three'); }
        catch (Exception e) { }
        Assert.isTrue(Database.merge(four[0], four[1]).isSuccess());
        Assert.areEqual(3, [SELECT COUNT() FROM Account]);`
        },
        {
            says: 'A finalizer runs after its job, also when the job failed, and knows how it ended',
            source: 'ADG apex_transaction_finalizers.htm',
            apex: `
        Test.startTest();
        System.enqueueJob(new Chain(0));
        Test.stopTest();
        Assert.areEqual('SUCCESS null', [SELECT Name FROM Account].Name);
        Assert.areEqual('depth 1', [SELECT LastName FROM Contact].LastName);`
        },
        {
            says: 'A job that queues another one needs a maximum depth in tests, and stops at it',
            source: 'ADG apex_queueing_jobs.htm',
            apex: `
        Test.startTest();
        AsyncOptions options = new AsyncOptions();
        options.MaximumQueueableStackDepth = 1;
        System.enqueueJob(new Chain(1), options);
        try { Test.stopTest(); Assert.fail('deeper'); } catch (AsyncException e) { Assert.isTrue(e.getMessage().contains('stack depth'), e.getMessage()); }`
        },
        {
            says: 'A hierarchy setting has one record per owner',
            source: 'help page "Manage Custom Settings"',
            apex: `
        insert new Setting__c(SetupOwnerId = UserInfo.getUserId(), Size__c = 1);
        insert new Setting__c(SetupOwnerId = UserInfo.getOrganizationId(), Size__c = 2);
        try { insert new Setting__c(SetupOwnerId = UserInfo.getUserId(), Size__c = 3); Assert.fail('twice'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.DUPLICATE_VALUE, e.getDmlType(0)); }
        Assert.areEqual(1, Setting__c.getInstance().Size__c);`
        },
        {
            says: 'Groups may be inserted beside other records; deleting them, and members of queues, may not',
            source: 'ADG apex_dml_non_mix_sobjects.htm',
            apex: `
        insert new Account(Name = 'a');
        Group g = new Group(Name = 'g', DeveloperName = 'g');
        insert g;
        try { insert new GroupMember(GroupId = g.Id, UserOrGroupId = UserInfo.getUserId()); Assert.fail('member'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.MIXED_DML_OPERATION, e.getDmlType(0)); }
        try { delete g; Assert.fail('deleted'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.MIXED_DML_OPERATION, e.getDmlType(0)); }`
        },
        {
            says: 'A user without a role may be inserted beside other records, one with a role may not',
            source: 'ADG apex_dml_non_mix_sobjects.htm',
            apex: `
        UserRole role = new UserRole(Name = 'r', DeveloperName = 'r');
        System.runAs(new User(Id = UserInfo.getUserId())) { insert role; }
        insert new Account(Name = 'a');
        Profile p = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
        User plain = new User(LastName = 'p', Alias = 'p', Username = 'p@behaviour.example', Email = 'p@behaviour.example', ProfileId = p.Id,
            TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
        insert plain;
        User roled = plain.clone(false, true);
        roled.Username = 'q@behaviour.example';
        roled.UserRoleId = role.Id;
        try { insert roled; Assert.fail('role'); } catch (DmlException e) { Assert.areEqual(StatusCode.MIXED_DML_OPERATION, e.getDmlType(0)); }
        update new User(Id = plain.Id, LastName = 'other');
        try { update new User(Id = plain.Id, IsActive = false); Assert.fail('inactive'); } catch (DmlException e) { Assert.areEqual(StatusCode.MIXED_DML_OPERATION, e.getDmlType(0)); }`
        },
        {
            says: 'DML statements count against 150 and their rows against 10,000, and cannot be caught beyond',
            source: 'ADG apex_gov_limits.htm',
            apex: `
        Assert.areEqual(150, Limits.getLimitDmlStatements());
        Assert.areEqual(10000, Limits.getLimitDmlRows());
        try { for (Integer i = 0; i < 151; i++) { insert new Contact(LastName = 'c' + i); } } catch (Exception e) { Assert.fail('caught'); }`,
            endsWith: /Too many DML statements: 151/
        },
        {
            says: 'startTest gives fresh limits',
            source: 'ADG apex_testing_tools_start_stop_test.htm',
            apex: `
        insert new Contact(LastName = 'c');
        Integer used = Limits.getDmlStatements();
        Test.startTest();
        Assert.areEqual(0, Limits.getDmlStatements());
        Test.stopTest();
        Assert.areEqual(used, Limits.getDmlStatements());`
        },
        {
            says: 'A merge needs records that are there',
            source: 'AREF apex_methods_system_database.htm (merge)',
            apex: `
        List<Account> two = new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
        insert two;
        delete two[1];
        Assert.isFalse(Database.merge(two[0], two[1], false).isSuccess());
        try { Database.merge(new Account(Name = 'unsaved'), two[0]); Assert.fail('unsaved'); } catch (Exception e) { }
        Assert.areEqual(1, [SELECT COUNT() FROM Account]);`
        },
        {
            says: 'Users are never deleted',
            source: 'help page "Delete Users"; NebulaLogger `LogManagementDataSelector_Tests`',
            apex: `
        try { delete new User(Id = UserInfo.getUserId()); Assert.fail('deleted'); } catch (Exception e) { Assert.isTrue(e.getMessage().containsIgnoreCase('delete'), e.getMessage()); }
        Assert.isFalse(User.SObjectType.getDescribe().isDeletable());`
        }
    ]
);
