import { behaviours } from '../behaviours.ts';
import { customField, customObject } from '../metadata.ts';

behaviours(
    import.meta.url,
    {
        files: {
            ...customObject('Thing__c'),
            ...customField('Thing__c', 'Amount__c', 'Number', '<precision>18</precision><scale>2</scale>'),
            ...customField('Thing__c', 'On__c', 'Date'),
            ...customField('Thing__c', 'At__c', 'DateTime'),
            ...customField(
                'Thing__c',
                'Tags__c',
                'MultiselectPicklist',
                '<visibleLines>4</visibleLines><valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>a</fullName><default>false</default><label>a</label></value><value><fullName>b</fullName><default>false</default><label>b</label></value><value><fullName>c</fullName><default>false</default><label>c</label></value></valueSetDefinition></valueSet>'
            ),
            ...customField(
                'Thing__c',
                'Twice__c',
                'Number',
                '<precision>18</precision><scale>2</scale><formula>Amount__c * 2</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>'
            ),
            ...customField('Thing__c', 'Of__c', 'Text', '<formula>Account__r.Name</formula>'),
            ...customField(
                'Thing__c',
                'Days__c',
                'Number',
                '<precision>18</precision><scale>0</scale><formula>On__c - DATE(2026, 1, 1)</formula>'
            ),
            ...customField(
                'Thing__c',
                'Account__c',
                'Lookup',
                '<referenceTo>Account</referenceTo><relationshipName>Things</relationshipName>'
            )
        },
        members: `
    static List<String> names(String text) {
        List<String> found = new List<String>();
        for (SObject one : Database.query(text)) { found.add((String) one.get('Name')); }
        return found;
    }
    static void things() {
        insert new List<Thing__c>{
            new Thing__c(Name = 'b', Amount__c = 2, Tags__c = 'a;b'), new Thing__c(Name = 'A', Amount__c = 1, Tags__c = 'c'),
            new Thing__c(Name = 'c') };
    }
    static Date today() { return Date.today(); }`
    },
    [
        {
            says: 'ORDER BY ignores case; nulls come first unless NULLS LAST is said',
            source: 'SOQL and SOSL Reference "ORDER BY"',
            apex: `
        things();
        Assert.areEqual('A,b,c', String.join(names('SELECT Name FROM Thing__c ORDER BY Name'), ','));
        Assert.areEqual('c,A,b', String.join(names('SELECT Name FROM Thing__c ORDER BY Amount__c'), ','));
        Assert.areEqual('b,A,c', String.join(names('SELECT Name FROM Thing__c ORDER BY Amount__c DESC NULLS LAST'), ','));`
        },
        {
            says: 'Formula fields can be selected, filtered and sorted by',
            source: 'help page "Calculate Field Values With Formulas"',
            apex: `
        things();
        Assert.areEqual(4, [SELECT Twice__c FROM Thing__c WHERE Twice__c > 3].Twice__c);
        Assert.areEqual('c,A,b', String.join(names('SELECT Name FROM Thing__c ORDER BY Twice__c'), ','));
        Assert.areEqual(0, [SELECT Twice__c FROM Thing__c WHERE Name = 'c'].Twice__c);`
        },
        {
            says: 'A formula reads through lookups, in Apex, in WHERE and in validation; without a parent it is blank',
            source: 'help page "Cross-Object Formulas"',
            apex: `
        Account a = new Account(Name = 'Mother');
        insert a;
        insert new List<Thing__c>{ new Thing__c(Name = 'child', Account__c = a.Id), new Thing__c(Name = 'alone') };
        Assert.areEqual('Mother', [SELECT Of__c FROM Thing__c WHERE Name = 'child'].Of__c);
        Assert.areEqual('child', [SELECT Name FROM Thing__c WHERE Of__c = 'Mother'].Name);
        Assert.isNull([SELECT Of__c FROM Thing__c WHERE Name = 'alone'].Of__c);
        Thing__c fresh = new Thing__c(Account__c = a.Id);
        fresh.recalculateFormulas();
        Assert.areEqual('Mother', fresh.Of__c);`
        },
        {
            says: 'Minus between dates gives days, and plus of text joins',
            source: 'help page "Formula Operators and Functions"',
            apex: `
        insert new Thing__c(Name = 'd', On__c = Date.newInstance(2026, 1, 31));
        Assert.areEqual(30, [SELECT Days__c FROM Thing__c].Days__c);
        AggregateResult r = [SELECT MIN(On__c) first, MAX(Name) last, COUNT_DISTINCT(Name) names FROM Thing__c];
        Assert.areEqual(Date.newInstance(2026, 1, 31), r.get('first'));
        Assert.areEqual('d', r.get('last'));
        Assert.areEqual(1, r.get('names'));`
        },
        {
            says: 'INCLUDES takes alternatives with a comma and all of several with a semicolon',
            source: 'SOQL and SOSL Reference "Querying Multi-Select Picklists"',
            apex: `
        things();
        Assert.areEqual(new List<String>{ 'b' }, names('SELECT Name FROM Thing__c WHERE Tags__c INCLUDES (\\'a;b\\')'));
        Assert.areEqual(2, names('SELECT Name FROM Thing__c WHERE Tags__c INCLUDES (\\'a\\', \\'c\\')').size());
        Assert.areEqual(0, names('SELECT Name FROM Thing__c WHERE Tags__c INCLUDES (\\'a;c\\')').size());`
        },
        {
            says: 'LIKE knows % and _, which a backslash makes plain',
            source: 'SOQL and SOSL Reference "Comparison Operators"',
            apex: `
        insert new List<Thing__c>{ new Thing__c(Name = 'a_c'), new Thing__c(Name = 'abc'), new Thing__c(Name = 'abcd') };
        Assert.areEqual(2, names('SELECT Name FROM Thing__c WHERE Name LIKE \\'A_C\\'').size());
        Assert.areEqual(1, names('SELECT Name FROM Thing__c WHERE Name LIKE \\'a\\\\_c\\'').size());
        Assert.areEqual(3, names('SELECT Name FROM Thing__c WHERE Name LIKE \\'a%\\'').size());`
        },
        {
            says: 'Semi-joins and anti-joins compare with the rows of a query',
            source: 'SOQL and SOSL Reference "Comparison Operators"',
            apex: `
        Account with = new Account(Name = 'with');
        Account without = new Account(Name = 'without');
        insert new List<Account>{ with, without };
        insert new Thing__c(Name = 't', Account__c = with.Id);
        Assert.areEqual('with', [SELECT Name FROM Account WHERE Id IN (SELECT Account__c FROM Thing__c)].Name);
        Assert.areEqual('without', [SELECT Name FROM Account WHERE Id NOT IN (SELECT Account__c FROM Thing__c)].Name);`
        },
        {
            says: 'A filter through a parent that is not there is false, and true for = NULL',
            source: 'SOQL and SOSL Reference "Relationship Queries and Outer Joins"',
            apex: `
        insert new Thing__c(Name = 'alone');
        Assert.areEqual(1, [SELECT COUNT() FROM Thing__c WHERE Account__r.Name = NULL]);
        Assert.areEqual(0, [SELECT COUNT() FROM Thing__c WHERE Account__r.Name = 'x']);
        Assert.areEqual(1, [SELECT COUNT() FROM Thing__c WHERE Account__r.Name != 'x']);`
        },
        {
            says: 'Children come as a list of their parent, with their own filter, order and limit',
            source: 'SOQL and SOSL Reference "Relationship Queries"',
            apex: `
        Account one = new Account(Name = 'one');
        Account other = new Account(Name = 'other');
        insert new List<Account>{ one, other };
        insert new List<Thing__c>{
            new Thing__c(Name = 'x', Account__c = one.Id, Amount__c = 1), new Thing__c(Name = 'y', Account__c = one.Id, Amount__c = 2),
            new Thing__c(Name = 'z', Account__c = other.Id, Amount__c = 3) };
        Map<Id, Account> found = new Map<Id, Account>([SELECT (SELECT Name FROM Things__r WHERE Amount__c > 0 ORDER BY Amount__c DESC LIMIT 1) FROM Account]);
        Assert.areEqual('y', found.get(one.Id).Things__r[0].Name);
        Assert.areEqual(1, found.get(one.Id).Things__r.size());
        Assert.areEqual('z', found.get(other.Id).Things__r[0].Name);`
        },
        {
            says: 'Date literals are ranges of days, weeks, months, quarters and years around today',
            source: 'SOQL and SOSL Reference "Date Formats and Date Literals"',
            apex: `
        insert new List<Thing__c>{
            new Thing__c(Name = 'today', On__c = today()), new Thing__c(Name = 'yesterday', On__c = today().addDays(-1)),
            new Thing__c(Name = 'tomorrow', On__c = today().addDays(1)), new Thing__c(Name = 'last year', On__c = Date.newInstance(today().year() - 1, 6, 15)),
            new Thing__c(Name = 'in 40 days', On__c = today().addDays(40)) };
        Assert.areEqual('today', [SELECT Name FROM Thing__c WHERE On__c = TODAY].Name);
        Assert.areEqual('yesterday', [SELECT Name FROM Thing__c WHERE On__c = YESTERDAY].Name);
        Assert.areEqual('tomorrow', [SELECT Name FROM Thing__c WHERE On__c = TOMORROW].Name);
        Assert.areEqual('last year', [SELECT Name FROM Thing__c WHERE On__c = LAST_YEAR AND Name = 'last year'].Name);
        Assert.areEqual(2, [SELECT COUNT() FROM Thing__c WHERE On__c = LAST_N_DAYS:1]);
        Assert.areEqual(1, [SELECT COUNT() FROM Thing__c WHERE On__c = NEXT_N_DAYS:1]);
        Assert.areEqual(1, [SELECT COUNT() FROM Thing__c WHERE On__c > NEXT_N_DAYS:30]);
        Assert.areEqual(2, [SELECT COUNT() FROM Thing__c WHERE On__c < TODAY]);`
        },
        {
            says: 'The day of a date literal is one of the running user time zone',
            source: 'SOQL and SOSL Reference "Date Formats and Date Literals"',
            apex: `
        Datetime start = Datetime.newInstance(today(), Time.newInstance(0, 0, 0, 0));
        insert new List<Thing__c>{ new Thing__c(Name = 'first', At__c = start), new Thing__c(Name = 'before', At__c = start.addSeconds(-1)) };
        Assert.areEqual('first', [SELECT Name FROM Thing__c WHERE At__c = TODAY].Name);
        Assert.areEqual('before', [SELECT Name FROM Thing__c WHERE At__c = YESTERDAY].Name);`
        },
        {
            says: 'Aggregates leave nulls out; COUNT() counts rows, COUNT(field) values',
            source: 'SOQL and SOSL Reference "Aggregate Functions"',
            apex: `
        things();
        AggregateResult r = [SELECT COUNT(Id) rows, COUNT(Amount__c) given, SUM(Amount__c) total, AVG(Amount__c) mean, MIN(Amount__c) least, MAX(Amount__c) most FROM Thing__c];
        Assert.areEqual(3, r.get('rows'));
        Assert.areEqual(2, r.get('given'));
        Assert.areEqual(3, r.get('total'));
        Assert.areEqual(1.5, r.get('mean'));
        Assert.areEqual(1, r.get('least'));
        Assert.areEqual(2, r.get('most'));
        Assert.areEqual(3, [SELECT COUNT() FROM Thing__c]);`
        },
        {
            says: 'A sum counts every row it reads against the limit of rows, a count one row',
            source: 'ADG langCon_apex_SOQL_agg_fns.htm',
            apex: `
        things();
        Integer before = Limits.getQueryRows();
        AggregateResult counted = [SELECT COUNT(Id) n FROM Thing__c];
        Assert.areEqual(before + 1, Limits.getQueryRows());
        AggregateResult summed = [SELECT SUM(Amount__c) n FROM Thing__c];
        Assert.areEqual(before + 4, Limits.getQueryRows());`
        },
        {
            says: 'HAVING filters groups; date functions group by parts of dates',
            source: 'SOQL and SOSL Reference "HAVING", "Date Functions"',
            apex: `
        insert new List<Thing__c>{
            new Thing__c(Name = 'a', On__c = Date.newInstance(2026, 2, 3)), new Thing__c(Name = 'b', On__c = Date.newInstance(2026, 3, 3)),
            new Thing__c(Name = 'c', On__c = Date.newInstance(2026, 7, 3)) };
        AggregateResult r = [SELECT CALENDAR_QUARTER(On__c) q, CALENDAR_YEAR(On__c) y, FISCAL_YEAR(On__c) f, COUNT(Id) n FROM Thing__c
            GROUP BY CALENDAR_QUARTER(On__c), CALENDAR_YEAR(On__c), FISCAL_YEAR(On__c) HAVING COUNT(Id) > 1];
        Assert.areEqual(1, r.get('q'));
        Assert.areEqual(2026, r.get('y'));
        Assert.areEqual(2026, r.get('f'));
        Assert.areEqual(2, r.get('n'));`
        },
        {
            says: 'A field that was not selected cannot be read; its relationship can when it is null',
            source: 'AREF SObjectException; ADG langCon_apex_SOQL_working_with_results.htm',
            apex: `
        things();
        Thing__c one = [SELECT Id, Account__r.Name FROM Thing__c LIMIT 1];
        Assert.isNull(one.Account__r.Name);
        try { Object lost = one.get('Amount__c'); Assert.fail('read'); }
        catch (SObjectException e) { Assert.isTrue(e.getMessage().contains('without querying the requested field: Thing__c.Amount__c')); }`
        },
        {
            says: 'One row is wanted where a query goes to a single record',
            source: 'ADG langCon_apex_SOQL_single_row.htm',
            apex: `
        try { Thing__c none = [SELECT Id FROM Thing__c]; Assert.fail('none'); }
        catch (QueryException e) { Assert.areEqual('List has no rows for assignment to SObject', e.getMessage()); }
        things();
        try { Thing__c many = [SELECT Id FROM Thing__c]; Assert.fail('many'); }
        catch (QueryException e) { Assert.areEqual('List has more than 1 row for assignment to SObject', e.getMessage()); }`
        },
        {
            says: 'Dynamic queries bind variables of the caller, or a map',
            source: 'ADG apex_dynamic_soql.htm',
            apex: `
        things();
        String wanted = 'b';
        Assert.areEqual(1, Database.query('SELECT Id FROM Thing__c WHERE Name = :wanted').size());
        Assert.areEqual(2, Database.queryWithBinds('SELECT Id FROM Thing__c WHERE Name IN :many', new Map<String, Object>{ 'many' => new Set<String>{ 'A', 'c' } }, AccessLevel.SYSTEM_MODE).size());
        Assert.areEqual(1, Database.countQueryWithBinds('SELECT COUNT() FROM Thing__c WHERE Amount__c > :least', new Map<String, Object>{ 'least' => 1 }, AccessLevel.SYSTEM_MODE));
        try { Database.query('SELECT Id FROM Thing__c WHERE Name = :unknown'); Assert.fail('bound'); } catch (QueryException e) { }`
        },
        {
            says: 'LIMIT and OFFSET take a page of the rows; deleted rows show with ALL ROWS only',
            source: 'SOQL and SOSL Reference "LIMIT", "OFFSET", "ALL ROWS"',
            apex: `
        things();
        Assert.areEqual('b', [SELECT Name FROM Thing__c ORDER BY Name LIMIT 1 OFFSET 1].Name);
        delete [SELECT Id FROM Thing__c WHERE Name = 'b'];
        Assert.areEqual(2, [SELECT COUNT() FROM Thing__c]);
        Assert.areEqual(3, [SELECT COUNT() FROM Thing__c ALL ROWS]);`
        },
        {
            says: 'LIMIT and OFFSET may be bound; a negative number is refused, and an offset over 2,000',
            source: 'SOQL and SOSL Reference "LIMIT", "OFFSET"; ADG "Using Apex Variables in SOQL"',
            apex: `
        things();
        Integer two = 2;
        Integer none = 0;
        Integer less = -1;
        Integer far = 2001;
        Assert.areEqual(2, [SELECT Id FROM Thing__c LIMIT :two].size());
        Assert.areEqual(0, [SELECT Id FROM Thing__c LIMIT :none].size());
        Assert.areEqual(1, [SELECT Id FROM Thing__c LIMIT 5 OFFSET :two].size());
        try { List<Thing__c> rows = [SELECT Id FROM Thing__c LIMIT :less]; Assert.fail('less'); } catch (QueryException e) { }
        try { List<Thing__c> rows = [SELECT Id FROM Thing__c LIMIT 5 OFFSET :far]; Assert.fail('far'); } catch (QueryException e) { }`
        },
        {
            says: 'Queries count against 100, and their rows against 50,000; one more ends the transaction and cannot be caught',
            source: 'ADG apex_gov_limits.htm',
            apex: `
        Assert.areEqual(100, Limits.getLimitQueries());
        Assert.areEqual(50000, Limits.getLimitQueryRows());
        things();
        Integer before = Limits.getQueryRows();
        List<Thing__c> rows = [SELECT Id FROM Thing__c];
        Assert.areEqual(before + 3, Limits.getQueryRows());
        try { for (Integer i = 0; i < 101; i++) { rows = [SELECT Id FROM Thing__c LIMIT 1]; } } catch (Exception e) { Assert.fail('caught'); }`,
            endsWith: /Too many SOQL queries: 101/
        },
        {
            says: 'Over no rows sums, averages, least and most are null, and counts are zero',
            source: 'SOQL and SOSL Reference "Aggregate Functions"',
            apex: `
        AggregateResult none = [SELECT SUM(AnnualRevenue) s, AVG(AnnualRevenue) a, MIN(AnnualRevenue) l, MAX(Name) m, COUNT(Id) c, COUNT_DISTINCT(Name) d FROM Account WHERE Name = 'nobody'];
        for (String alias : new List<String>{ 's', 'a', 'l', 'm' }) { Assert.isNull(none.get(alias), alias); }
        Assert.areEqual(0, none.get('c'));
        Assert.areEqual(0, none.get('d'));`
        }
    ]
);
