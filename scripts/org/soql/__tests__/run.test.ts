import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList, ApexSet } from '../../values/collections.ts';
import { ApexException, Unsupported } from '../../values/exceptions.ts';
import { ApexDate } from '../../values/temporal.ts';
import { typeToken } from '../../values/typeToken.ts';
import { countQuery, parseDynamic, runDynamic, runQuery } from '../run.ts';
import { runSearch } from '../search.ts';
import { at, openTestOrg, plain } from './world.ts';
import type { AccessMode } from '../../runtime/transaction.ts';
import type { Value } from '../../runtime/program.ts';

const org = openTestOrg();
const system: AccessMode = { mode: 'system', withSharing: false };
const user: AccessMode = { mode: 'user', withSharing: true };
const none = (name: string): never => {
    throw new Error(`no bind ${name}`);
};

function query(text: string, binds: Record<string, Value> = {}, access: AccessMode = system): unknown[] {
    return runDynamic(org.as('admin'), text, (name) => (name in binds ? binds[name] : none(name)), access).map(plain);
}

/** Names of deals that fulfil a condition. */
function deals(condition: string, binds: Record<string, Value> = {}): string {
    return query(`SELECT Name FROM Deal__c WHERE ${condition} ORDER BY Name`, binds)
        .map((row) => (row as { Name: string }).Name)
        .join(' ');
}

const list = (...items: Value[]): ApexList => new ApexList(typeToken('List<String>'), items);

const conditions: [string, string, Record<string, Value>?][] = [
    ["Stage__c = 'NEW'", 'd1'],
    ["Stage__c != 'New'", 'd2 d3 d4'],
    ['Stage__c = null', 'd4'],
    ['Stage__c != NULL', 'd1 d2 d3'],
    ["NOT Stage__c = 'New'", 'd2 d3 d4'],
    ["NOT (Stage__c = 'New' OR Amount__c > 100)", 'd2 d4'],
    ['Amount__c > 50', 'd1 d3'],
    ['Amount__c >= 50 AND Amount__c <= 100.50', 'd1 d2'],
    ['Amount__c < 1000', 'd1 d2 d3'],
    ["Stage__c IN ('new', 'active')", 'd1 d3'],
    ["Stage__c IN ('New', null)", 'd1 d4'],
    ["Stage__c NOT IN ('New')", 'd2 d3 d4'],
    ["Stage__c NOT IN ('New', null)", 'd2 d3'],
    ['Stage__c IN :stages', 'd1 d2', { stages: list('New', 'Closed') }],
    ['Stage__c IN :stages', '', { stages: list() }],
    ['Stage__c NOT IN :stages', 'd1 d2 d3 d4', { stages: list() }],
    ['Stage__c = :stages', 'd1', { stages: list('New') }],
    ["Name LIKE 'D%'", 'd1 d2 d3 d4'],
    ["Account__r.Name LIKE 'beta\\_%'", 'd3'],
    ["Account__r.Name LIKE 'beta\\_X%'", ''],
    ["Account__r.Name LIKE '_cme'", 'd1 d2'],
    ['Account__r.Name LIKE :pattern', 'd1 d2', { pattern: 'ac%' }],
    ["Topics__c INCLUDES ('A;B', 'C')", 'd1 d3'],
    ["Topics__c INCLUDES ('b')", 'd1 d2'],
    ["Topics__c EXCLUDES ('B')", 'd3 d4'],
    ['Flag__c = true', 'd1'],
    ['Flag__c = false', 'd2 d3 d4'],
    ['Account__r.IsDeleted = false', 'd1 d2 d3 d4'],
    ["Account__r.Parent.Name = 'Acme'", 'd3'],
    ["Account__r.Parent.Name != 'Acme'", 'd1 d2 d4'],
    ['Account__c IN (SELECT Id FROM Account WHERE NumberOfEmployees > 15)', 'd3'],
    ['Account__c NOT IN (SELECT Id FROM Account WHERE NumberOfEmployees > 15)', 'd1 d2 d4'],
    ['Account__c IN (SELECT AccountId FROM Contact WHERE LastName = :name)', 'd1 d2', { name: 'Archer' }],
    ['Double__c > 150', 'd1 d3'],
    ["Label__c = 'acme: New'", 'd1'],
    ["Mine__c = 'admin d2'", 'd2'],
    ['Day__c = TODAY', 'd1'],
    ['Day__c = THIS_WEEK', 'd1'],
    ['Day__c = LAST_WEEK', 'd2'],
    ['Day__c = LAST_YEAR', 'd3'],
    ['Day__c != TODAY', 'd2 d3 d4'],
    ['Day__c < TODAY', 'd2 d3'],
    ['Day__c >= LAST_N_DAYS:5', 'd1 d2'],
    ['Day__c = N_DAYS_AGO:4', 'd2'],
    ['Day__c = LAST_N_MONTHS:3', 'd3'],
    ['Day__c = 2026-03-14', 'd2'],
    ['Day__c > :day', 'd1', { day: ApexDate.of(2026, 3, 14) }],
    ['Due__c = TODAY', 'd2'],
    ['Due__c = YESTERDAY', 'd1'],
    ['Due__c = NEXT_MONTH', ''],
    ['Due__c = THIS_MONTH', 'd1 d2 d3'],
    ['Due__c > 2026-03-18T05:00:00Z', 'd2 d3'],
    ['Due__c <= 2026-03-18T00:00:00-05:00', 'd1'],
    ['Due__c = :due', 'd1', { due: at('2026-03-18T04:30:00Z') }],
    ['CALENDAR_YEAR(Day__c) = 2025', 'd3'],
    ['DAY_ONLY(Due__c) = 2026-03-18', 'd1 d2'],
    ['DAY_ONLY(convertTimezone(Due__c)) = 2026-03-18', 'd2'],
    ['HOUR_IN_DAY(Due__c) = 5', 'd2'],
    ['DAY_IN_WEEK(Day__c) = 4', 'd1 d3'],
    ["toLabel(Stage__c) = 'brand new'", 'd1'],
    ["Owner.Name = 'rep Smith'", 'd3'],
    ["Owner.Type = 'User' AND Key__c = 'd1'", 'd1'],
    ['Id = :id', 'd2', { id: org.ids['d2'] }],
    ['Id = :id', 'd2', { id: org.ids['d2']?.slice(0, 15) }],
    ['Account__c IN :ids', 'd3', { ids: new ApexSet(typeToken('Set<Id>'), [org.ids['beta']]) }],
    ["Deal__c.Name = 'd1'", 'd1']
];
for (const [condition, expected, binds] of conditions) {
    test(`WHERE ${condition}`, () => assert.equal(deals(condition, binds), expected));
}

const selections: [string, unknown][] = [
    [
        'SELECT Name, Industry FROM Account ORDER BY Name',
        [
            { Name: 'Acme', Industry: 'Banking' },
            { Name: 'beta_Corp', Industry: 'Retail' }
        ]
    ],
    ["SELECT Name FROM Account WHERE Name = 'Gone' ALL ROWS", [{ Name: 'Gone' }]],
    [
        'SELECT a.Name, a.Parent.Name FROM Account a WHERE a.Parent.Name != null',
        [{ Name: 'beta_Corp', Parent: { Name: 'Acme' } }]
    ],
    ["SELECT toLabel(Stage__c) FROM Deal__c WHERE Name = 'd1'", [{ Stage__c: 'Brand new' }]],
    ["SELECT toLabel(Stage__c) s, Stage__c FROM Deal__c WHERE Name = 'd1'", [{ s: 'Brand new', Stage__c: 'New' }]],
    [
        "SELECT Amount__c, Double__c, Label__c FROM Deal__c WHERE Name = 'd1'",
        [{ Amount__c: '100.50', Double__c: '201.00', Label__c: 'Acme: New' }]
    ],
    ['SELECT Name, Owner.Name, Owner.Type FROM Lead', [{ Name: 'Lee', Owner: { Name: 'Inbox', Type: 'Queue' } }]],
    [
        'SELECT Subject, Who.Name, Who.Type, What.Name FROM Task ORDER BY Subject',
        [
            { Subject: 'Call', Who: { Name: 'Lee', Type: 'Lead' }, What: { Name: 'Acme' } },
            { Subject: 'Mail', Who: { Name: 'Ann Archer', Type: 'Contact' } }
        ]
    ],
    [
        'SELECT TYPEOF Who WHEN Contact THEN Email, LastName ELSE Name END FROM Task ORDER BY Subject',
        [{ Who: { Name: 'Lee' } }, { Who: { Email: 'ann@acme.com', LastName: 'Archer' } }]
    ],
    [
        'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC) FROM Account ORDER BY Name',
        [
            { Name: 'Acme', Contacts: [{ LastName: 'Baker' }, { LastName: 'Archer' }] },
            { Name: 'beta_Corp', Contacts: [] }
        ]
    ],
    [
        'SELECT (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 1), (SELECT Name FROM Deals__r WHERE Amount__c > 60) FROM Account ORDER BY Name',
        [
            { Contacts: [{ LastName: 'Archer' }], Deals__r: [{ Name: 'd1' }] },
            { Contacts: [], Deals__r: [{ Name: 'd3' }] }
        ]
    ],
    ['SELECT Name FROM Deal__c ORDER BY Amount__c', [{ Name: 'd4' }, { Name: 'd2' }, { Name: 'd1' }, { Name: 'd3' }]],
    [
        'SELECT Name FROM Deal__c ORDER BY Amount__c DESC NULLS LAST',
        [{ Name: 'd3' }, { Name: 'd1' }, { Name: 'd2' }, { Name: 'd4' }]
    ],
    [
        'SELECT Name FROM Deal__c ORDER BY Stage__c NULLS LAST',
        [{ Name: 'd1' }, { Name: 'd2' }, { Name: 'd3' }, { Name: 'd4' }]
    ],
    ['SELECT Name FROM Deal__c ORDER BY Name LIMIT 2 OFFSET 1', [{ Name: 'd2' }, { Name: 'd3' }]],
    ['SELECT Name FROM Deal__c USING SCOPE mine WHERE Amount__c > 100', [{ Name: 'd1' }]],
    ['SELECT COUNT(Id) FROM Deal__c', [{ expr0: 4 }]],
    [
        'SELECT COUNT(Amount__c) n, SUM(Amount__c) total, AVG(Amount__c), MIN(Day__c), MAX(Stage__c) m FROM Deal__c',
        [{ n: 3, total: '350.50', expr0: '116.83333333333333', expr1: '2025-12-31 00:00:00', m: 'New' }]
    ],
    // Binary fractions would make it 0.30000000000000004.
    ['SELECT SUM(Fine__c) f FROM Deal__c', [{ f: '0.30000000000000000' }]],
    [
        'SELECT Account__r.Name, COUNT(Id) n FROM Deal__c GROUP BY Account__r.Name ORDER BY COUNT(Id) DESC, Account__r.Name',
        [
            { Name: 'Acme', n: 2 },
            { Name: null, n: 1 },
            { Name: 'beta_Corp', n: 1 }
        ]
    ],
    [
        'SELECT Stage__c s FROM Deal__c WHERE Stage__c != null GROUP BY Stage__c HAVING SUM(Amount__c) > 60 ORDER BY Stage__c',
        [{ s: 'New' }, { s: 'Active' }]
    ],
    [
        'SELECT CALENDAR_YEAR(Day__c) y, COUNT_DISTINCT(Account__c) a FROM Deal__c GROUP BY CALENDAR_YEAR(Day__c) ORDER BY CALENDAR_YEAR(Day__c)',
        [
            { y: null, a: 0 },
            { y: 2025, a: 1 },
            { y: 2026, a: 1 }
        ]
    ],
    ['SELECT COUNT_DISTINCT(Stage__c) FROM Deal__c WHERE Amount__c > 1000', [{ expr0: 0 }]],
    ['SELECT ApiName FROM LeadStatus WHERE IsConverted = true', [{ ApiName: 'Closed - Converted' }]],
    [
        "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = 'deal__c'",
        [{ QualifiedApiName: 'Deal__c' }]
    ]
];
for (const [text, expected] of selections) {
    test(text, () => assert.deepEqual(query(text), expected));
}

const refused: [string, RegExp][] = [
    [
        'SELECT Nope FROM Account',
        /^No such column 'Nope' on entity 'Account'\. If you are attempting to use a custom field/
    ],
    ['SELECT Id FROM Nope__c', /^sObject type 'Nope__c' is not supported\./],
    ['SELECT Nope__r.Name FROM Account', /^Didn't understand relationship 'Nope__r' in field path/],
    ['SELECT (SELECT Id FROM Nopes) FROM Account', /^Didn't understand relationship 'Nopes' in FROM part/],
    ["SELECT Id FROM Deal__c WHERE Notes__c = 'x'", /^field 'Notes__c' can not be filtered in a query call/],
    ['SELECT Id FROM Deal__c ORDER BY Notes__c', /^field 'Notes__c' can not be sorted/],
    ['SELECT Amount__c FROM Deal__c GROUP BY Amount__c', /can not be grouped/],
    ['SELECT Name, COUNT(Id) FROM Deal__c', /Field must be grouped or aggregated: Name/],
    ["SELECT Id FROM Deal__c WHERE Amount__c = '5'", /must be of type double and should not be enclosed in quotes/],
    ['SELECT Id FROM Deal__c WHERE Due__c = 2026-01-01', /must be of type dateTime/],
    ["SELECT Id FROM Deal__c WHERE Account__c = 'x'", /^invalid ID field: x/],
    ["SELECT Id FROM Deal__c WHERE Id = 'abc'", /^invalid ID field: abc/],
    ["SELECT Id FROM Deal__c WHERE Id IN ('a000000000000!1')", /^invalid ID field: a000000000000!1/],
    ['SELECT Id FROM Deal__c LIMIT 1 OFFSET 2001', /Maximum SOQL offset allowed is 2000/],
    ['SELECT FIELDS(ALL) FROM Deal__c', /FIELDS function must have a LIMIT of at most 200/],
    ['SELECT Id FROM Deal__c WHERE', /unexpected token/],
    ["SELECT Id FROM Deal__c WHERE Stage__c INCLUDES ('A')", /multipicklist/]
];
for (const [text, message] of refused) {
    test(`refuses: ${text}`, () => {
        assert.throws(
            () => query(text),
            (error: ApexException) => {
                assert.equal(error.typeName, 'System.QueryException');
                assert.match(error.message ?? '', message);
                return true;
            }
        );
    });
}

for (const text of [
    'SELECT Stage__c FROM Deal__c GROUP BY ROLLUP(Stage__c)',
    'SELECT Id FROM Deal__c USING SCOPE team',
    'SELECT BillingAddress FROM Account'
]) {
    test(`names what it cannot do: ${text}`, () => assert.throws(() => query(text), Unsupported));
}

test('tells which fields were selected and loads the reference with its parent', () => {
    const [record] = runDynamic(
        org.tx,
        'SELECT Parent.Name, Industry FROM Account WHERE ParentId != null',
        none,
        system
    );
    assert.deepEqual([...(record?.queried ?? [])].sort(), ['Id', 'Industry', 'Parent', 'ParentId']);
    assert.equal(record?.get('ParentId'), org.ids['acme']);
    assert.equal(record?.get('Parent').get('Id'), org.ids['acme']);
    assert.throws(() => record?.get('Phone'), /without querying the requested field: Account.Phone/);
});

test('counts rows and queries against the limits', () => {
    const { limits } = org.tx;
    const query = (text: string): unknown => runDynamic(org.tx, text, none, system);
    const before = [limits.used('queries'), limits.used('queryRows')];
    query('SELECT Id, (SELECT Id FROM Contacts) FROM Account');
    assert.deepEqual([limits.used('queries'), limits.used('queryRows')], [before[0]! + 1, before[1]! + 4]);
    query('SELECT SUM(Amount__c), Stage__c FROM Deal__c GROUP BY Stage__c');
    assert.equal(limits.used('queryRows'), before[1]! + 8);
    query('SELECT COUNT(Id), Account__c FROM Deal__c GROUP BY Account__c');
    assert.equal(limits.used('queryRows'), before[1]! + 11);
    assert.equal(countQuery(org.tx, parseDynamic('SELECT COUNT() FROM Deal__c WHERE Amount__c > 60'), [], system), 2);
    assert.equal(limits.used('queryRows'), before[1]! + 12);
    query('SELECT COUNT_DISTINCT(Account__c) FROM Deal__c');
    assert.equal(limits.used('queryRows'), before[1]! + 16, 'Only COUNT reads no rows');
    query('SELECT Account__c, COUNT(Id) FROM Deal__c GROUP BY Account__c HAVING COUNT(Id) > 1');
    assert.equal(limits.used('queryRows'), before[1]! + 17, 'Groups that HAVING leaves out are not returned');
});

test('hides rows that sharing does not give and objects that permissions do not', () => {
    const rep = org.as('rep');
    const withSharing: AccessMode = { mode: 'system', withSharing: true };
    const names = (access: AccessMode, text: string): unknown[] =>
        runDynamic(rep, text, none, access).map((row) => row.get('Name'));
    assert.deepEqual(names(withSharing, 'SELECT Name FROM Deal__c'), ['d3']);
    assert.deepEqual(names(system, 'SELECT Name FROM Deal__c').length, 4);
    assert.deepEqual(names(withSharing, 'SELECT Name FROM Deal__c WITH SYSTEM_MODE'), ['d3']);
    assert.throws(
        () => runDynamic(rep, 'SELECT Name FROM Deal__c', none, user),
        /sObject type 'Deal__c' is not supported/
    );
    assert.throws(
        () => runDynamic(rep, 'SELECT Name, (SELECT Name FROM Deals__r) FROM Account WITH USER_MODE', none, system),
        /not supported|No such column/
    );
    assert.throws(
        () => runDynamic(rep, 'SELECT Name FROM Account WHERE Id IN (SELECT Account__c FROM Deal__c)', none, user),
        (error: ApexException & { inaccessibleFields: Map<string, Set<string>> }) => {
            assert.deepEqual([...(error.inaccessibleFields.get('Deal__c') ?? [])], ['Account__c']);
            return true;
        }
    );
    assert.throws(
        () => runDynamic(rep, 'SELECT Name FROM Deal__c WITH SECURITY_ENFORCED', none, system),
        /Insufficient permissions: secure query included inaccessible field/
    );
    assert.ok(runDynamic(rep, 'SELECT Name FROM Account', none, user).length > 0);
});

test('a bind of the wrong type says which type is wanted, and whether quotes are too much', () => {
    const compare = (value: Value) => () =>
        runDynamic(org.tx, 'SELECT Id FROM Deal__c WHERE Flag__c = :value', () => value, system);
    assert.throws(compare('true'), /must be of type boolean and should not be enclosed in quotes$/);
    assert.throws(compare(1), /must be of type boolean$/);
    assert.equal(compare(true)().length, 1);
});

test('LIMIT and OFFSET take whole numbers of either size', () => {
    const names = (limit: Value, offset: Value): unknown[] =>
        runDynamic(
            org.tx,
            'SELECT Name FROM Account ORDER BY Name LIMIT :limit OFFSET :offset',
            (name) => (name === 'limit' ? limit : offset),
            system
        ).map((row) => row.get('Name'));
    assert.deepEqual(names(1, 1), names(1n, 1n));
    assert.equal(names(1n, 0n).length, 1);
    assert.throws(() => names('1', 0), /LIMIT must be a number/);
});

test('answers UserRecordAccess for the running user', () => {
    const rep = org.as('rep');
    const rows = runDynamic(
        rep,
        'SELECT RecordId, HasReadAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :me AND RecordId IN :ids',
        (name) => (name === 'me' ? org.ids['rep'] : list(org.ids['d1'], org.ids['acme'])),
        system
    );
    assert.deepEqual(
        rows.map((row) => [row.get('RecordId'), row.get('HasReadAccess')]),
        [
            [org.ids['d1'], false],
            [org.ids['acme'], true]
        ]
    );
});

test('asks for access to objects whose names are words of SQL', () => {
    for (const name of ['Case', 'Order', 'Group', 'Task', 'Contact', 'CampaignMember']) {
        assert.ok(
            Array.isArray(
                runDynamic(org.as('rep'), `SELECT Id FROM ${name}`, none, { mode: 'system', withSharing: true })
            ),
            name
        );
    }
});

test('uses indexes for external ids, lookups and the owner', () => {
    for (const condition of [
        'Key__c IN (SELECT value FROM json_each(\'["d1"]\'))',
        "Account__c IN (SELECT value FROM json_each('[]'))",
        "OwnerId = 'x'"
    ]) {
        const plan = org.store.database
            .prepare(`EXPLAIN QUERY PLAN SELECT Id FROM Deal__c WHERE ${condition} AND IsDeleted = 0`)
            .all();
        assert.match(String(plan[0]?.['detail']), /^SEARCH Deal__c USING (COVERING )?INDEX Deal__c\./, condition);
    }
});

test('searches with SOSL', () => {
    const found = runSearch(
        org.tx,
        "FIND :b0 IN ALL FIELDS RETURNING Account(Name WHERE Industry = 'Banking'), Contact(LastName)",
        ['ac*'],
        system
    );
    assert.deepEqual(
        found.map((rows) => rows.map(plain)),
        [[{ Name: 'Acme' }], [{ LastName: 'Archer' }]].map((rows, index) => (index === 1 ? [] : rows))
    );
    assert.deepEqual(runSearch({ ...org.tx, isTest: true }, "FIND 'acme' RETURNING Account(Name)", [], system), [[]]);
    assert.equal(
        runSearch({ ...org.tx, isTest: true }, "FIND 'acme' RETURNING Account(Name)", [], system, [
            org.ids['beta'] as string
        ])[0]?.length,
        1
    );
});

test('SOSL looks where it is told: names, e-mail addresses, phones', () => {
    const count = (group: string, word: string): number =>
        runSearch(org.tx, `FIND '${word}' IN ${group} FIELDS RETURNING Contact(Id)`, [], system)[0]?.length ?? -1;
    assert.equal(count('NAME', 'archer'), 1);
    assert.equal(count('EMAIL', 'archer'), 0);
    assert.equal(count('EMAIL', 'ann*'), 1);
    assert.equal(count('NAME', 'acme*'), 0);
    assert.equal(count('PHONE', 'archer'), 0);
    assert.equal(count('ALL', 'archer'), 1);
});

test('parses the same dynamic text once', () => {
    assert.equal(parseDynamic('SELECT Id FROM Account'), parseDynamic('SELECT Id FROM Account'));
});

test('reads five thousand rows of a timeline fast', () => {
    const deal = org.schema.object('Deal__c')!;
    org.store.begin();
    for (let i = 0; i < 5000; i++) {
        org.store.insertRow(
            deal,
            new Map<string, Value>([
                ['Id', org.store.nextId(deal)],
                ['Name', `t${i}`],
                ['Account__c', org.ids['beta']],
                ['OwnerId', org.ids['admin']],
                ['Due__c', at('2027-01-01T00:00:00Z')]
            ])
        );
    }
    const text = parseDynamic(
        'SELECT Id, Name, Due__c, Amount__c, Stage__c, Account__r.Name, Owner.Name FROM Deal__c WHERE Account__c = :a ORDER BY Due__c DESC'
    );
    const start = performance.now();
    assert.equal(runQuery(org.tx, text, [org.ids['beta']], system).length, 5001);
    assert.ok(performance.now() - start < 1000);
    org.store.rollback();
});

// SOQL and SOSL Reference "Date Functions": a fiscal year is named after the year in which it ends.
test('fiscal years start with the month that the organization says', () => {
    const own = openTestOrg();
    const organization = own.tx.schema.object('Organization');
    assert.ok(organization);
    own.tx.store.insertRow(
        organization,
        new Map<string, Value>([
            ['Id', own.tx.store.nextId(organization)],
            ['Name', 'O'],
            ['FiscalYearStartMonth', 4]
        ])
    );
    const account = own.tx.schema.object('Account');
    assert.ok(account);
    const years = ['2026-03-31T12:00:00Z', '2026-04-01T12:00:00Z', '2026-12-31T12:00:00Z'].map((text) => {
        own.tx.store.updateRow(account, own.ids['acme'] as string, new Map<string, Value>([['CreatedDate', at(text)]]));
        const soql =
            "SELECT FISCAL_YEAR(CreatedDate) y, COUNT(Id) n FROM Account WHERE Name = 'Acme' GROUP BY FISCAL_YEAR(CreatedDate)";
        return (plain(runDynamic(own.as('admin'), soql, none, system)[0]!) as { y: number }).y;
    });
    assert.deepEqual(years, [2026, 2027, 2027]);
});

test('a date function takes one field', () => {
    for (const inner of ['', 'CreatedDate, Name', "'2026-01-01'"]) {
        assert.throws(() => query(`SELECT Id FROM Account WHERE CALENDAR_YEAR(${inner}) = 2026`), ApexException, inner);
    }
});

test('TYPEOF takes one relationship of the queried object', () => {
    for (const path of ['Nope', 'Who.Owner']) {
        assert.throws(
            () => query(`SELECT TYPEOF ${path} WHEN Contact THEN Email END FROM Task`),
            /TYPEOF needs a relationship/,
            path
        );
    }
});
