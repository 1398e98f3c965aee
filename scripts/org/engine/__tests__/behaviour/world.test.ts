import { behaviours } from '../behaviours.ts';
import { customField, customObject } from '../metadata.ts';

behaviours(
    import.meta.url,
    {
        files: {
            ...customObject('Deep__c'),
            ...customField('Deep__c', 'Level__c', 'Number', '<precision>4</precision><scale>0</scale>'),
            ...customField('Deep__c', 'Passes__c', 'Number', '<precision>4</precision><scale>0</scale>'),
            'Deeper.trigger': `trigger Deeper on Deep__c (before insert, after insert) {
    if (Trigger.isBefore) { Seen.firings++; return; }
    Decimal level = Trigger.new[0].Level__c;
    if (level > 0) { insert new Deep__c(Name = 'level ' + (level - 1), Level__c = level - 1); }
}`,
            'Seen.cls': 'public class Seen { public static Integer firings = 0; }'
        }
    },
    [
        {
            says: 'There is one currency: no record has a CurrencyIsoCode, and amounts are in the currency of the org',
            source: 'AREF UserInfo Class (isMultiCurrencyOrganization, getDefaultCurrency); help page "Manage Multiple Currencies"',
            apex: `
        Assert.isFalse(UserInfo.isMultiCurrencyOrganization());
        Assert.areEqual('USD', UserInfo.getDefaultCurrency());
        Assert.isFalse(Opportunity.SObjectType.getDescribe().fields.getMap().containsKey('currencyisocode'));
        try { Database.query('SELECT CurrencyIsoCode FROM Opportunity'); Assert.fail('a currency of its own'); }
        catch (QueryException e) { Assert.isTrue(e.getMessage().contains('CurrencyIsoCode'), e.getMessage()); }`
        },
        {
            says: 'Saves nest sixteen triggers deep; one more fails the record, and with it all that led there',
            source: 'ADG apex_gov_limits.htm (total stack depth for recursive triggers); apex_triggers_exceptions.htm',
            apex: `
        insert new Deep__c(Name = 'fits', Level__c = 14);
        Assert.areEqual(15, [SELECT COUNT() FROM Deep__c]);
        Assert.areEqual(15, Seen.firings);
        delete [SELECT Id FROM Deep__c];
        try { insert new Deep__c(Name = 'too deep', Level__c = 40); Assert.fail('deeper'); }
        catch (DmlException e) { Assert.isTrue(e.getMessage().contains('maximum trigger depth exceeded'), e.getMessage()); }
        Assert.areEqual(0, [SELECT COUNT() FROM Deep__c]);`
        },
        {
            says: 'A trigger sees at most 200 records of a statement at once, and statics live through all its firings',
            source: 'ADG apex_triggers_bulk_idioms.htm; "Static and Instance Methods, Variables, and Initialization Code"',
            apex: `
        List<Deep__c> many = new List<Deep__c>();
        for (Integer i = 0; i < 401; i++) { many.add(new Deep__c(Name = 'n' + i, Level__c = 0)); }
        insert many;
        Assert.areEqual(3, Seen.firings);
        Assert.areEqual(1, Limits.getDmlStatements());
        Assert.areEqual(401, Limits.getDmlRows());`
        }
    ]
);
