import { behaviours } from '../behaviours.ts';
import { customField, customObject } from '../metadata.ts';

interface Item {
    readonly field: string;
    readonly operation?: string;
    readonly value?: string;
    readonly valueField?: string;
}

/** A lookup from Thing__c to Place__c with a required filter. */
function lookup(name: string, items: readonly Item[], logic?: string): Record<string, string> {
    const filterItems = items.map(
        ({ field, operation = 'equals', value, valueField }) =>
            `<filterItems><field>${field}</field><operation>${operation}</operation>${valueField === undefined ? `<value>${value ?? ''}</value>` : `<valueField>${valueField}</valueField>`}</filterItems>`
    );
    const boolean = logic === undefined ? '' : `<booleanFilter>${logic}</booleanFilter>`;
    return customField(
        'Thing__c',
        name,
        'Lookup',
        `<referenceTo>Place__c</referenceTo><relationshipName>${name.replace('__c', '')}s</relationshipName><deleteConstraint>SetNull</deleteConstraint><lookupFilter><active>true</active>${boolean}${filterItems.join('')}<errorMessage>${name} does not fit</errorMessage><isOptional>false</isOptional></lookupFilter>`
    );
}

behaviours(
    import.meta.url,
    {
        files: {
            ...customObject('Place__c'),
            ...customField('Place__c', 'Region__c', 'Text', '<length>20</length>'),
            ...customField('Place__c', 'Beds__c', 'Number', '<precision>5</precision><scale>0</scale>'),
            ...customField('Place__c', 'Open__c', 'Checkbox', '<defaultValue>false</defaultValue>'),
            ...customField('Place__c', 'Since__c', 'Date'),
            ...customField(
                'Place__c',
                'Account__c',
                'Lookup',
                '<referenceTo>Account</referenceTo><relationshipName>Places</relationshipName><deleteConstraint>SetNull</deleteConstraint>'
            ),
            ...customObject('Thing__c'),
            ...customField('Thing__c', 'Region__c', 'Text', '<length>20</length>'),
            ...customField('Thing__c', 'From__c', 'Date'),
            ...lookup(
                'Either__c',
                [
                    { field: 'Place__c.Region__c', value: 'North' },
                    { field: 'Place__c.Beds__c', operation: 'greaterThan', value: '100' },
                    { field: 'Place__c.Open__c', value: 'True' }
                ],
                '(1 OR 2) AND 3'
            ),
            ...lookup('Closed__c', [{ field: 'Place__c.Open__c', value: 'True' }], 'NOT 1'),
            ...lookup('Same__c', [
                { field: 'Place__c.Region__c', valueField: '$Source.Region__c' },
                { field: 'Place__c.Since__c', operation: 'lessOrEqual', valueField: '$Source.From__c' }
            ]),
            ...lookup('Mine__c', [{ field: 'Place__c.OwnerId', valueField: '$User.Id' }]),
            ...lookup('Big__c', [{ field: 'Place__c.Account__r.Industry', value: 'Energy' }]),
            ...lookup('From_region__c', [{ field: '$Source.Region__c', value: 'North' }])
        },
        members: `
    static Place__c place(String region, Integer beds, Boolean isOpen) {
        Place__c one = new Place__c(Name = 'p', Region__c = region, Beds__c = beds, Open__c = isOpen);
        insert one;
        return one;
    }
    static Boolean fits(Thing__c thing) {
        Database.SaveResult result = Database.insert(thing, false);
        if (!result.isSuccess()) {
            Assert.areEqual(StatusCode.FIELD_FILTER_VALIDATION_EXCEPTION, result.getErrors()[0].getStatusCode());
        }
        return result.isSuccess();
    }`
    },
    [
        {
            says: 'Filter logic joins the criteria of a lookup filter with AND, OR, NOT and parentheses',
            source: 'Metadata API, CustomField (LookupFilter, booleanFilter); help page "Lookup Filters"',
            apex: `
        Assert.isTrue(fits(new Thing__c(Name = 't', Either__c = place('North', 1, true).Id)));
        Assert.isTrue(fits(new Thing__c(Name = 't', Either__c = place('South', 101, true).Id)));
        Assert.isFalse(fits(new Thing__c(Name = 't', Either__c = place('South', 100, true).Id)));
        Assert.isFalse(fits(new Thing__c(Name = 't', Either__c = place('North', 101, false).Id)));
        Assert.isTrue(fits(new Thing__c(Name = 't', Closed__c = place('x', 1, false).Id)));
        Assert.isFalse(fits(new Thing__c(Name = 't', Closed__c = place('x', 1, true).Id)));`
        },
        {
            says: 'A lookup filter compares the target with the record that points to it, also day with day',
            source: 'Metadata API, CustomField (FilterItem, valueField: $Source); help page "Lookup Filters"',
            apex: `
        Place__c one = place('North', 1, true);
        one.Since__c = Date.newInstance(2026, 11, 2);
        update one;
        Assert.isTrue(fits(new Thing__c(Name = 't', Region__c = 'north', From__c = Date.newInstance(2026, 11, 2), Same__c = one.Id)));
        Assert.isFalse(fits(new Thing__c(Name = 't', Region__c = 'North', From__c = Date.newInstance(2026, 11, 1), Same__c = one.Id)));
        Assert.isFalse(fits(new Thing__c(Name = 't', Region__c = 'South', From__c = Date.newInstance(2026, 11, 3), Same__c = one.Id)));
        Assert.isFalse(fits(new Thing__c(Name = 't', Same__c = one.Id)));`
        },
        {
            says: 'A lookup filter compares the target with the user, and the record itself with a value',
            source: 'help page "Lookup Filters" (global variables $User, $Profile, $UserRole and $Source)',
            apex: `
        Place__c one = place('North', 1, true);
        Assert.isTrue(fits(new Thing__c(Name = 't', Mine__c = one.Id)));
        User other = new User(LastName = 'o', Alias = 'o', Username = 'o@behaviour.example', Email = 'o@behaviour.example',
            ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US',
            LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
        insert other;
        one.OwnerId = other.Id;
        update one;
        Assert.isFalse(fits(new Thing__c(Name = 't', Mine__c = one.Id)));
        Assert.isTrue(fits(new Thing__c(Name = 't', Region__c = 'North', From_region__c = one.Id)));
        Assert.isFalse(fits(new Thing__c(Name = 't', Region__c = 'South', From_region__c = one.Id)));`
        },
        {
            says: 'A lookup filter reads through the lookups of the target',
            source: 'help page "Lookup Filters" (fields of related records)',
            apex: `
        Account energy = new Account(Name = 'e', Industry = 'Energy');
        insert energy;
        Place__c with = new Place__c(Name = 'w', Account__c = energy.Id);
        Place__c without = new Place__c(Name = 'o');
        insert new List<Place__c>{ with, without };
        Assert.isTrue(fits(new Thing__c(Name = 't', Big__c = with.Id)));
        Assert.isFalse(fits(new Thing__c(Name = 't', Big__c = without.Id)));`
        },
        {
            says: 'A lookup filter is looked at when the lookup changes, not when the target does',
            source: 'help page "Considerations for Lookup Filters" (existing records stay until they are edited)',
            apex: `
        Place__c one = place('North', 1, true);
        Thing__c thing = new Thing__c(Name = 't', Either__c = one.Id);
        insert thing;
        one.Open__c = false;
        update one;
        update new Thing__c(Id = thing.Id, Name = 'renamed');
        Assert.areEqual('renamed', [SELECT Name FROM Thing__c].Name);`
        }
    ]
);
