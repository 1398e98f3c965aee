/** What a query selects and how far its ranges and binds go. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate } from '../../values/temporal.ts';
import { scanBindExpression } from '../bindScanner.ts';
import { parseSoql } from '../parser.ts';
import { runDynamic } from '../run.ts';
import { NOW, openTestOrg } from './world.ts';
import type { AccessMode } from '../../runtime/transaction.ts';

const org = openTestOrg();
const system: AccessMode = { mode: 'system', withSharing: false };
const user: AccessMode = { mode: 'user', withSharing: true };
const none = (name: string): never => {
    throw new Error(`no bind ${name}`);
};

// SOQL and SOSL Reference "FIELDS()".
test('FIELDS() selects all fields, those of the platform or those of the package', () => {
    const fieldsOf = (group: string): readonly string[] => {
        const [record] = runDynamic(org.tx, `SELECT FIELDS(${group}) FROM Deal__c LIMIT 1`, none, system);
        return [...(record?.queried ?? [])];
    };
    const [all, standard, custom] = ['ALL', 'STANDARD', 'CUSTOM'].map(fieldsOf);
    assert.ok(all?.includes('Amount__c') && all.includes('CreatedDate'));
    assert.ok(standard?.includes('CreatedDate') && !standard.some((name) => name.endsWith('__c')));
    assert.ok(custom?.includes('Amount__c') && !custom.includes('CreatedDate'));
});

// SOQL and SOSL Reference "FIELDS()": only fields that the user may read, in user mode.
test('FIELDS() in user mode leaves out what the user may not read', () => {
    const [record] = runDynamic(org.as('rep'), 'SELECT FIELDS(ALL) FROM Account LIMIT 1', none, user);
    assert.ok(record?.queried?.has('Name'));
});

test('functions that are not there are named, also inside of others', () => {
    const unsupportedOf = (expression: string): readonly string[] =>
        parseSoql(`SELECT ${expression} FROM Deal__c`).unsupported;
    assert.deepEqual(unsupportedOf('toLabel(Stage__c)'), []);
    assert.deepEqual(unsupportedOf('NOPE(Amount__c)'), ['SOQL function NOPE()']);
    assert.deepEqual(unsupportedOf('toLabel(NOPE(Stage__c))'), ['SOQL function NOPE()']);
});

// ADG "Using Apex Variables in SOQL and SOSL Queries": a bind is an expression.
test('a bind ends where its expression ends', () => {
    const cases: readonly (readonly [string, string])[] = [
        ['a AND b', 'a'],
        ["(String) 'x' AND b", "(String) 'x'"],
        ['(Set<Id>) (m).keySet() LIMIT 1', '(Set<Id>) (m).keySet()'],
        ['(a) AND b', '(a)'],
        ['(a) ORDER BY x', '(a)'],
        ["a + 'b' LIMIT 1", "a + 'b'"],
        ['a ? b : c LIMIT 1', 'a ? b : c'],
        ['new Set<Id>{ a, b } LIMIT 1', 'new Set<Id>{ a, b }']
    ];
    for (const [text, bind] of cases) assert.equal(text.slice(0, scanBindExpression(text, 0)).trimEnd(), bind, text);
});

// SOQL and SOSL Reference "Date Formats and Date Literals"; the fiscal year is the calendar year unless the org says.
test('fiscal date literals are those of the calendar where the organization says nothing else', () => {
    const { store, schema } = org;
    const deal = schema.object('Deal__c');
    assert.ok(deal);
    const year = new Date(NOW).getUTCFullYear();
    const holds = (day: ApexDate, literal: string): boolean => {
        store.updateRow(deal, org.ids['d4'] as string, new Map([['Day__c', day]]));
        const soql = `SELECT Id FROM Deal__c WHERE Name = 'd4' AND Day__c = ${literal}`;
        return runDynamic(org.tx, soql, none, system).length === 1;
    };
    assert.equal(holds(ApexDate.of(year, 1, 1), 'THIS_FISCAL_YEAR'), true);
    assert.equal(holds(ApexDate.of(year, 12, 31), 'THIS_FISCAL_YEAR'), true);
    assert.equal(holds(ApexDate.of(year - 1, 12, 31), 'THIS_FISCAL_YEAR'), false);
    assert.equal(holds(ApexDate.of(year + 1, 1, 1), 'THIS_FISCAL_YEAR'), false);
    assert.equal(holds(ApexDate.of(year - 1, 12, 31), 'LAST_FISCAL_YEAR'), true);
    assert.equal(holds(ApexDate.of(year + 1, 1, 1), 'NEXT_FISCAL_YEAR'), true);
    assert.equal(holds(ApexDate.of(year, 3, 31), 'THIS_FISCAL_QUARTER'), true);
    assert.equal(holds(ApexDate.of(year, 4, 1), 'THIS_FISCAL_QUARTER'), false);
});

// Object Reference, UserRecordAccess: object permissions and sharing together.
test('UserRecordAccess knows reading, editing and deleting apart', () => {
    const soql =
        'SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :me AND RecordId = :id';
    const accessTo = (id: string | undefined): unknown[] => {
        const [row] = runDynamic(org.as('rep'), soql, (name) => (name === 'me' ? org.ids['rep'] : id), system);
        return ['HasReadAccess', 'HasEditAccess', 'HasDeleteAccess', 'MaxAccessLevel'].map((name) => row?.get(name));
    };
    // A standard user may edit accounts, and delete only own ones; deals are of no right at all.
    assert.deepEqual(accessTo(org.ids['acme']), [true, true, false, 'Edit']);
    assert.deepEqual(accessTo(org.ids['d3']), [false, false, false, 'None']);
});

// NebulaLogger `LogManagementDataSelector_Tests`: users are deactivated, never deleted.
test('nobody may delete a user', () => {
    const [row] = runDynamic(
        org.tx,
        'SELECT HasReadAccess, HasDeleteAccess FROM UserRecordAccess WHERE UserId = :me AND RecordId = :me',
        () => org.ids['admin'],
        system
    );
    assert.deepEqual([row?.get('HasReadAccess'), row?.get('HasDeleteAccess')], [true, false]);
});

test('UserRecordAccess names the records with an access that a condition asks for', () => {
    const found = (condition: string): unknown[] =>
        runDynamic(
            org.as('rep'),
            `SELECT RecordId FROM UserRecordAccess WHERE UserId = :me AND RecordId = :id AND ${condition}`,
            (name) => org.ids[name === 'me' ? 'rep' : 'acme'],
            system
        ).map((row) => row.get('RecordId'));
    assert.deepEqual(found('HasEditAccess = TRUE'), [org.ids['acme']]);
    assert.deepEqual(found('HasDeleteAccess = TRUE'), []);
    assert.deepEqual(found('HasDeleteAccess = FALSE AND HasReadAccess = TRUE'), [org.ids['acme']]);
    assert.throws(() => found("MaxAccessLevel = 'Edit'"), /UserRecordAccess.maxaccesslevel/);
});
