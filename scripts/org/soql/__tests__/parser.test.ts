import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSoql } from '../parser.ts';
import { SoqlSyntaxError } from '../syntaxError.ts';

test('reads every clause of a query', () => {
    const query = parseSoql(
        `SELECT Id, Owner.Name, toLabel(Status) lab, (SELECT Id FROM Contacts ORDER BY Name) // comment
         FROM Account a USING SCOPE mine WHERE (Name LIKE 'A\\_%' OR NOT Amount__c >= -1.5e3) AND Type IN ('x', null)
         WITH USER_MODE ORDER BY Name DESC NULLS LAST, Id LIMIT :size + 1 OFFSET 20 FOR VIEW ALL ROWS`
    );
    assert.deepEqual(query.from.object, 'Account');
    assert.equal(query.from.alias, 'a');
    assert.equal(query.scope, 'mine');
    assert.equal(query.with, 'USER_MODE');
    assert.equal(query.select.length, 4);
    assert.equal(query.where?.kind, 'and');
    assert.deepEqual(
        query.orderBy.map((o) => [o.direction, o.nulls]),
        [
            ['DESC', 'LAST'],
            ['ASC', null]
        ]
    );
    assert.equal(query.offset, 20);
    assert.ok(query.forView && query.allRows && !query.isAggregate && !query.isCount);
    assert.deepEqual(
        query.binds.map((b) => b.source),
        ['size + 1']
    );
});

const binds: [string, string[]][] = [
    ['SELECT Id FROM A WHERE X = :foo.bar(x)[0] AND Y = 1', ['foo.bar(x)[0]']],
    ['SELECT Id FROM A WHERE X IN :new Set<Id>{a, b} LIMIT 1', ['new Set<Id>{a, b}']],
    ['SELECT Id FROM A WHERE X IN :new List<Map<Id, String>>() ORDER BY X', ['new List<Map<Id, String>>()']],
    ["SELECT Id FROM A WHERE X IN :(Set<Id>) m.get('k)') AND Z = :(y) OR", []],
    ['SELECT Id FROM A WHERE X IN :(ids) AND Y = :a ?? b', ['(ids)', 'a ?? b']],
    ["SELECT Id FROM A WHERE (X IN :ids) AND Y IN (:a, :b.c , 'd')", ['ids', 'a', 'b.c']],
    ['SELECT Id FROM A WHERE X = :c ? 1 : 2 AND Y = : z', ['c ? 1 : 2', 'z']],
    [
        'SELECT Id, (SELECT Id FROM Bs WHERE P = :p) FROM A WHERE X IN (SELECT Y FROM B WHERE Z = :q) LIMIT :n OFFSET :m',
        ['p', 'q', 'n', 'm']
    ],
    ['SELECT Id FROM A WHERE D > :Date.today().addDays(-1) AND N = :a?.b', ['Date.today().addDays(-1)', 'a?.b']]
];
for (const [text, expected] of binds) {
    test(`finds the binds of: ${text}`, () => {
        if (expected.length === 0) assert.throws(() => parseSoql(text), SoqlSyntaxError);
        else
            assert.deepEqual(
                parseSoql(text).binds.map((b) => b.source),
                expected
            );
    });
}

const literals: [string, object][] = [
    ["'it\\'s'", { kind: 'string', value: "it's", pattern: "it's" }],
    ["'a\\_b'", { kind: 'string', value: 'a_b', pattern: 'a\\_b' }],
    ['12', { kind: 'number', text: '12' }],
    ['-0.5', { kind: 'number', text: '-0.5' }],
    ['USD5000', { kind: 'number', text: '5000' }],
    ['true', { kind: 'boolean', value: true }],
    ['NULL', { kind: 'null' }],
    ['2026-01-31', { kind: 'date', text: '2026-01-31' }],
    ['2026-01-31T10:00:00.000+01:00', { kind: 'datetime', text: '2026-01-31T10:00:00.000+01:00' }],
    ['2026-01-31T10:00:00Z', { kind: 'datetime', text: '2026-01-31T10:00:00Z' }],
    ['last_n_days:30', { kind: 'dateLiteral', name: 'LAST_N_DAYS', n: 30 }],
    ['N_MONTHS_AGO : 3', { kind: 'dateLiteral', name: 'N_MONTHS_AGO', n: 3 }],
    ['THIS_FISCAL_YEAR', { kind: 'dateLiteral', name: 'THIS_FISCAL_YEAR', n: null }]
];
for (const [text, expected] of literals) {
    test(`reads the literal ${text}`, () => {
        const { where } = parseSoql(`SELECT Id FROM A WHERE X = ${text}`);
        assert.deepEqual(where?.kind === 'comparison' ? where.right : null, expected);
    });
}

test('knows COUNT(), aggregates and plain rows apart', () => {
    assert.ok(parseSoql('SELECT COUNT() FROM A').isCount);
    const grouped = parseSoql(
        'SELECT Owner.Name n, COUNT(Id), SUM(Amount) total, CALENDAR_YEAR(CreatedDate) FROM A GROUP BY ROLLUP(Owner.Name) HAVING COUNT(Id) > 1'
    );
    assert.ok(grouped.isAggregate && !grouped.isCount);
    assert.equal(grouped.groupBy?.kind, 'ROLLUP');
    assert.ok(parseSoql('SELECT Name FROM A GROUP BY Name').isAggregate);
    assert.ok(!parseSoql('SELECT Name FROM A').isAggregate);
});

test('reads TYPEOF, FIELDS() and time zone conversion', () => {
    const query = parseSoql(
        'SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount ELSE Id END, FIELDS(STANDARD) FROM Event WHERE HOUR_IN_DAY(convertTimezone(CreatedDate)) = 3'
    );
    assert.deepEqual(
        query.select.map((item) => item.kind),
        ['typeof', 'fields']
    );
});

const broken: [string, string, number][] = [
    ['SELECT FROM Account', "unexpected token: 'FROM'", 7],
    ['SELECT Id Account', "unexpected token: '<EOF>'", 17],
    ['SELECT Id FROM Account WHERE Name = Foo', "unexpected token: 'Foo'", 36],
    ['SELECT Id FROM Account WHERE A = 1 AND B = 2 OR C = 3', "unexpected token: 'OR'", 45],
    ['SELECT Id FROM Account LIMIT x', "unexpected token: 'x'", 29],
    ['SELECT Id FROM Account WHERE', "unexpected token: '<EOF>'", 28]
];
for (const [text, message, offset] of broken) {
    test(`refuses: ${text}`, () => {
        assert.throws(
            () => parseSoql(text),
            (error: SoqlSyntaxError) => {
                assert.deepEqual([error.message, error.offset], [message, offset]);
                return true;
            }
        );
    });
}
