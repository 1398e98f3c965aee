import { behaviours } from '../behaviours.ts';
import { customField, customObject, validationRule } from '../metadata.ts';

const formula = (name: string, text: string, type = 'Number', rest = '<precision>9</precision><scale>0</scale>') =>
    customField('Thing__c', name, type, `${rest}<formula>${text}</formula>`);

behaviours(
    import.meta.url,
    {
        files: {
            ...customObject('Setting__c', '<customSettingsType>Hierarchy</customSettingsType>'),
            ...customField('Setting__c', 'Size__c', 'Number', '<precision>4</precision><scale>0</scale>'),
            ...customField('Setting__c', 'Open__c', 'Checkbox', '<defaultValue>false</defaultValue>'),
            ...customObject('Rule__mdt', '<visibility>Public</visibility>'),
            ...customField('Rule__mdt', 'Days__c', 'Number', '<precision>4</precision><scale>0</scale>'),
            'customMetadata/Rule.Fast.md-meta.xml': metadataRecord('Fast', 2),
            'customMetadata/Rule.Slow.md-meta.xml': metadataRecord('Slow', 9),
            ...customObject('Thing__c'),
            ...customField('Thing__c', 'Amount__c', 'Number', '<precision>9</precision><scale>0</scale>'),
            ...formula('Size__c', '$Setup.Setting__c.Size__c'),
            ...formula('Fast__c', '$CustomMetadata.Rule__mdt.Fast.Days__c'),
            ...formula('Slow__c', '$CustomMetadata.Rule__mdt.Slow.Days__c'),
            ...formula('Mine__c', '$User.Alias', 'Text', ''),
            ...formula('Worth__c', 'BLANKVALUE(Amount__c, 0) * $CustomMetadata.Rule__mdt.Fast.Days__c'),
            ...validationRule('Thing__c', 'Closed_unless_open', 'Amount__c > 100 && NOT($Setup.Setting__c.Open__c)')
        }
    },
    [
        {
            says: 'A hierarchy setting in a formula is that of the user, else of the profile, else of the org',
            source: 'help page "Manage Custom Settings"; help page of the global variable $Setup',
            apex: `
        Thing__c one = new Thing__c(Name = 'a');
        insert one;
        Assert.isNull([SELECT Size__c FROM Thing__c].Size__c);
        insert new Setting__c(SetupOwnerId = UserInfo.getOrganizationId(), Size__c = 1);
        Assert.areEqual(1, [SELECT Size__c FROM Thing__c].Size__c);
        insert new Setting__c(SetupOwnerId = UserInfo.getProfileId(), Size__c = 2);
        Assert.areEqual(2, [SELECT Size__c FROM Thing__c].Size__c);
        Setting__c own = new Setting__c(SetupOwnerId = UserInfo.getUserId(), Size__c = 3);
        insert own;
        Assert.areEqual(3, [SELECT Size__c FROM Thing__c].Size__c);
        update new Setting__c(Id = own.Id, Size__c = null);
        Assert.areEqual(2, [SELECT Size__c FROM Thing__c].Size__c);`
        },
        {
            says: 'A hierarchy setting opens and closes a validation rule',
            source: 'help page of the global variable $Setup',
            apex: `
        try { insert new Thing__c(Name = 'a', Amount__c = 101); Assert.fail('closed'); }
        catch (DmlException e) { Assert.areEqual(StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION, e.getDmlType(0)); }
        insert new Setting__c(SetupOwnerId = UserInfo.getUserId(), Open__c = true);
        insert new Thing__c(Name = 'a', Amount__c = 101);`
        },
        {
            says: 'A formula reads the field of the record of custom metadata that it names',
            source: 'help page "Access Custom Metadata Records in Formula Fields" (global variable $CustomMetadata)',
            apex: `
        insert new Thing__c(Name = 'a');
        Thing__c one = [SELECT Fast__c, Slow__c, Mine__c FROM Thing__c WHERE Fast__c = 2 AND Slow__c = 9];
        Assert.areEqual(2, one.Fast__c);
        Assert.areEqual(9, one.Slow__c);
        Assert.areEqual([SELECT Alias FROM User WHERE Id = :UserInfo.getUserId()].Alias, one.Mine__c);`
        },
        {
            says: 'Queries of custom metadata cost no query and no rows; queries of records cost both',
            source: 'help page "Custom Metadata Limits"',
            apex: `
        Integer queries = Limits.getQueries();
        Integer rows = Limits.getQueryRows();
        Assert.areEqual(2, [SELECT Id FROM Rule__mdt].size());
        Assert.areEqual(2, [SELECT COUNT() FROM Rule__mdt]);
        Assert.areEqual(queries, Limits.getQueries());
        Assert.areEqual(rows, Limits.getQueryRows());
        insert new Thing__c(Name = 'a');
        Assert.areEqual(1, [SELECT Id FROM Thing__c].size());
        Assert.areEqual(0, [SELECT Id FROM Thing__c WHERE Name = 'b'].size());
        Assert.areEqual(queries + 2, Limits.getQueries());
        Assert.areEqual(rows + 1, Limits.getQueryRows());`
        },
        {
            says: 'A formula field groups no rows but filters, sorts and adds up like any other',
            source: 'SOQL and SOSL Reference "Formula Fields"; Object Reference "Field Properties" (Group)',
            apex: `
        insert new List<Thing__c>{ new Thing__c(Name = 'a', Amount__c = 1), new Thing__c(Name = 'b', Amount__c = 3), new Thing__c(Name = 'c') };
        Assert.areEqual('b', [SELECT Name FROM Thing__c WHERE Worth__c > 2].Name);
        List<String> names = new List<String>();
        for (Thing__c each : [SELECT Name FROM Thing__c ORDER BY Worth__c DESC]) { names.add(each.Name); }
        Assert.areEqual('b,a,c', String.join(names, ','));
        Assert.areEqual(8, [SELECT SUM(Worth__c) total FROM Thing__c][0].get('total'));
        Assert.isFalse(Thing__c.Worth__c.getDescribe().isUpdateable());
        Assert.isTrue(Thing__c.Worth__c.getDescribe().isCalculated());`
        }
    ]
);

function metadataRecord(label: string, days: number): string {
    return `<?xml version="1.0" encoding="UTF-8"?><CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>${label}</label><protected>false</protected><values><field>Days__c</field><value xsi:type="xsd:double">${days}</value></values></CustomMetadata>`;
}
