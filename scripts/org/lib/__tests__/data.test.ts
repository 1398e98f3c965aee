import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomes, testClass } from '../../engine/__tests__/tinyTree.ts';

/** Apex tests of the classes that read and save records, by name. */
const methods: Readonly<Record<string, string>> = {
    saveResults: `
        List<Database.SaveResult> results = Database.insert(new List<Account>{ new Account(Name = 'A'), new Account() }, false);
        Assert.isTrue(results[0].isSuccess());
        Assert.isNotNull(results[0].getId());
        Assert.isFalse(results[1].isSuccess());
        Database.Error error = results[1].getErrors()[0];
        Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, error.getStatusCode());
        Assert.areEqual(new List<String>{ 'Name' }, error.getFields());
        Assert.areEqual('Required fields are missing: [Name]', error.getMessage());
        Assert.areEqual(1, [SELECT COUNT() FROM Account]);`,
    dmlException: `
        try {
            Database.insert(new Account());
            Assert.fail('saved');
        } catch (DmlException e) {
            Assert.areEqual(1, e.getNumDml());
            Assert.areEqual(StatusCode.REQUIRED_FIELD_MISSING, e.getDmlType(0));
            Assert.areEqual('Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]', e.getMessage());
        }`,
    optionsDecide: `
        Database.DMLOptions options = new Database.DMLOptions();
        options.optAllOrNone = false;
        options.duplicateRuleHeader.allowSave = true;
        options.assignmentRuleHeader.useDefaultRule = false;
        Assert.isFalse(Database.insert(new Account(), options).isSuccess());`,
    upsertDeleteUndelete: `
        Account a = new Account(Name = 'A');
        Database.UpsertResult made = Database.upsert(a);
        Assert.isTrue(made.isCreated());
        a.Name = 'B';
        Assert.isFalse(Database.upsert(a, false).isCreated());
        Assert.isTrue(Database.delete(a.Id).isSuccess());
        Assert.areEqual(0, [SELECT COUNT() FROM Account]);
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE IsDeleted = true ALL ROWS]);
        Assert.isTrue(Database.undelete(a).isSuccess());
        Assert.areEqual(1, [SELECT COUNT() FROM Account]);
        Database.delete(a);
        Database.emptyRecycleBin(a);
        Assert.areEqual(0, [SELECT COUNT() FROM Account ALL ROWS]);`,
    savepoints: `
        insert new Account(Name = 'kept');
        Savepoint point = Database.setSavepoint();
        insert new Account(Name = 'gone');
        Database.rollback(point);
        insert new Account(Name = 'again');
        Assert.areEqual(2, [SELECT COUNT() FROM Account]);
        Database.releaseSavepoint(point);`,
    dynamicQueries: `
        insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
        String wanted = 'B';
        List<Account> found = Database.query('SELECT Name FROM Account WHERE Name = :wanted');
        Assert.areEqual('B', found[0].Name);
        Map<String, Object> binds = new Map<String, Object>{ 'Names' => new List<String>{ 'A', 'B' } };
        Assert.areEqual(2, Database.queryWithBinds('SELECT Id FROM Account WHERE Name IN :names', binds, AccessLevel.SYSTEM_MODE).size());
        Assert.areEqual(2, Database.countQuery('SELECT COUNT() FROM Account'));
        Assert.areEqual(1, Database.countQueryWithBinds('SELECT COUNT() FROM Account WHERE Name = :n', new Map<String, Object>{ 'n' => 'A' }, AccessLevel.USER_MODE));
        Database.QueryLocator locator = Database.getQueryLocator('SELECT Name FROM Account ORDER BY Name');
        Database.QueryLocatorIterator each = locator.iterator();
        Assert.isTrue(each.hasNext());
        Assert.areEqual('A', ((Account) each.next()).Name);`,
    badQuery: `
        try {
            Database.query('SELECT FROM');
            Assert.fail('ran');
        } catch (QueryException e) {
            Assert.isNotNull(e.getMessage());
        }`,
    recordMethods: `
        Account a = new Account(Name = 'A', NumberOfEmployees = 5);
        Assert.areEqual('A', a.get('name'));
        Assert.areEqual('A', a.put('Name', 'B'));
        Assert.areEqual('B', a.get(Account.Name));
        Assert.isTrue(a.isSet('Name'));
        Assert.isFalse(a.isSet(Account.Phone));
        Assert.areEqual(Account.SObjectType, a.getSObjectType());
        Assert.areEqual(new Set<String>{ 'Name', 'NumberOfEmployees' }, a.getPopulatedFieldsAsMap().keySet());
        insert a;
        Account copy = a.clone(false, true);
        Assert.isNull(copy.Id);
        Assert.isTrue(copy.isClone());
        Assert.areEqual(a.Id, copy.getCloneSourceId());
        Contact c = new Contact(LastName = 'C', Account = a);
        Assert.areEqual('B', c.getSObject('Account').get('Name'));
        try {
            a.put('Nope__c', 1);
            Assert.fail('put');
        } catch (SObjectException e) {
            Assert.areEqual('Invalid field Nope__c for Account', e.getMessage());
        }`,
    recordErrors: `
        Account a = new Account(Name = 'A');
        a.addError('whole');
        a.Name.addError('field');
        a.addError('Phone', 'by name');
        a.addError(Account.Fax, 'by token');
        Assert.isTrue(a.hasErrors());
        Assert.areEqual(4, a.getErrors().size());
        Assert.areEqual(new List<String>{ 'Name' }, a.getErrors()[1].getFields());
        Assert.areEqual('by token', a.getErrors()[3].getMessage());`,
    leadConversion: `
        Lead l = new Lead(LastName = 'L', Company = 'Acme', Email = 'l@example.com');
        insert l;
        Database.LeadConvert request = new Database.LeadConvert();
        request.setLeadId(l.Id);
        request.setConvertedStatus([SELECT ApiName FROM LeadStatus WHERE IsConverted = true LIMIT 1].ApiName);
        request.setDoNotCreateOpportunity(true);
        Database.LeadConvertResult result = Database.convertLead(request);
        Assert.isTrue(result.isSuccess());
        Assert.isNull(result.getOpportunityId());
        l = [SELECT IsConverted, ConvertedContactId FROM Lead WHERE Id = :l.Id];
        Assert.isTrue(l.IsConverted);
        Assert.areEqual(result.getContactId(), l.ConvertedContactId);`,
    merging: `
        List<Account> all = new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
        insert all;
        insert new Contact(LastName = 'C', AccountId = all[1].Id);
        Database.MergeResult result = Database.merge(all[0], all[1]);
        Assert.isTrue(result.isSuccess());
        Assert.areEqual(new List<Id>{ all[1].Id }, result.getMergedRecordIds());
        Assert.areEqual(all[0].Id, [SELECT AccountId FROM Contact].AccountId);`,
    strippedFields: `
        Profile p = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'];
        User u = new User(LastName = 'U', Alias = 'u', Username = 'u@example.com.test', Email = 'u@example.com', ProfileId = p.Id,
            TimeZoneSidKey = 'America/New_York', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
        insert u;
        System.runAs(u) {
            List<Account> accounts = new List<Account>{ new Account(Name = 'A', Phone = '1') };
            SObjectAccessDecision decision = Security.stripInaccessible(AccessType.CREATABLE, accounts, false);
            Assert.isFalse(decision.getRecords()[0].isSet('Phone'));
            Assert.areEqual(new Set<String>{ 'Phone' }, decision.getRemovedFields().get('Account'));
            Assert.areEqual(new Set<Integer>{ 0 }, decision.getModifiedIndexes());
            try {
                Security.stripInaccessible(AccessType.CREATABLE, accounts);
                Assert.fail('no object permission');
            } catch (NoAccessException e) {
                Assert.areEqual('No access to entity: Account', e.getMessage());
            }
            try {
                insert as user accounts;
                Assert.fail('no object permission');
            } catch (SecurityException e) {
                Assert.areEqual('Access to entity \\'Account\\' denied', e.getMessage());
            }
        }`,
    businessHours: `
        BusinessHours always = [SELECT Id FROM BusinessHours WHERE IsDefault = true];
        Datetime start = Datetime.newInstanceGmt(2026, 3, 6, 21, 0, 30);
        Datetime due = BusinessHours.add(always.Id, start, 48 * 60 * 60 * 1000L);
        Assert.areEqual(Datetime.newInstanceGmt(2026, 3, 8, 21, 0, 0), due);
        Assert.areEqual(48 * 60 * 60 * 1000L, BusinessHours.diff(always.Id, start, due));
        Assert.isTrue(BusinessHours.isWithin(always.Id, start));
        Assert.areEqual(start, BusinessHours.nextStartDate(always.Id, start));`
};

const { of } = outcomes({ 'DataTest.cls': testClass('DataTest', methods) });

for (const name of Object.keys(methods)) {
    test(`Apex: ${name}`, () => {
        assert.equal(of[`DataTest.${name}`], 'pass');
    });
}
