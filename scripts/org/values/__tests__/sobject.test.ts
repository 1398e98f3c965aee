import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../collections.ts';
import { convert } from '../convert.ts';
import { Decimal } from '../decimal.ts';
import { ApexDouble } from '../double.ts';
import { enumConstants } from '../enums.ts';
import {
    ApexException,
    apexException,
    AssertException,
    isExceptionOf,
    LimitException,
    Unsupported
} from '../exceptions.ts';
import { isValidId, toId18 } from '../ids.ts';
import { SObject } from '../sobject.ts';
import { ApexDate, ApexDatetime } from '../temporal.ts';
import { toText } from '../text.ts';
import { typeToken } from '../typeToken.ts';
import { ApexMap, ApexSet } from '../collections.ts';
import { account, apexClass, instance } from './fixtures.ts';

test('fields are found in any spelling and converted to their type', () => {
    const record = new SObject(account);
    record.put('annualrevenue', 5);
    assert.ok(record.get('AnnualRevenue') instanceof Decimal);
    record.put('numberofemployees', Decimal.of('7.0'));
    assert.equal(record.get('NumberOfEmployees'), 7);
    assert.equal(record.get('IsActive__c'), false, 'a checkbox that code did not set');
    assert.equal(record.get('Name'), null);
    assert.throws(() => record.get('Nope'), { message: 'Invalid field Nope for Account' });
    assert.throws(() => record.put('Name', 5), { message: 'Illegal assignment from Integer to String' });
});

test('fields that the query did not select cannot be read until they are set', () => {
    const record = new SObject(account);
    record.queried = new Set(['Id', 'Name']);
    assert.equal(record.get('Name'), null);
    assert.throws(() => record.get('AnnualRevenue'), {
        message: 'SObject row was retrieved via SOQL without querying the requested field: Account.AnnualRevenue'
    });
    record.put('AnnualRevenue', 1);
    assert.equal(record.get('AnnualRevenue').toText(), '1');
    assert.equal(record.isSet('Name'), true);
    assert.equal(record.isSet('Since__c'), false);
});

test('read-only records refuse changes', () => {
    const record = new SObject(account);
    record.readOnly = true;
    assert.throws(() => record.put('Name', 'x'), { typeName: 'System.FinalException', message: 'Record is read-only' });
});

test('a clone loses id, audit fields and auto numbers unless they are kept', () => {
    const record = new SObject(account);
    record.load('Id', '001000000000001AAA');
    record.load('Name', 'x');
    record.load('CreatedDate', ApexDatetime.fromEpochMs(0));
    record.load('Number__c', 'A-1');
    record.load('Parent', new SObject(account));
    assert.deepEqual([...record.clone().fields.keys()], ['Name', 'Parent']);
    assert.deepEqual([...record.clone(true, false, true, true).fields.keys()], [...record.fields.keys()]);
    assert.equal(record.clone().get('Parent'), record.get('Parent'));
    assert.notEqual(record.clone(false, true).get('Parent'), record.get('Parent'));
});

test('values read as the platform shows them', () => {
    const record = new SObject(account);
    record.put('Name', 'x');
    record.put('AnnualRevenue', Decimal.of('1.50'));
    const Foo = apexClass('Outer.Foo', { fields: { a: 'Integer', b: 'String' } });
    const Named = apexClass('Named', { methods: { 'toString/0': () => 'me' } });
    const list = new ApexList(typeToken('List<Integer>'), [1, null]);
    const cases: [unknown, string][] = [
        [null, 'null'],
        [true, 'true'],
        [5n, '5'],
        [new ApexDouble(1), '1.0'],
        [Decimal.of('1.50'), '1.50'],
        [ApexDate.of(2026, 1, 31), '2026-01-31 00:00:00'],
        [ApexDatetime.fromEpochMs(0), '1970-01-01 00:00:00'],
        [list, '(1, null)'],
        [new ApexSet(typeToken('Set<String>'), ['a', 'b']), '{a, b}'],
        [new ApexMap(typeToken('Map<String,Object>'), [['k', list]]), '{k=(1, null)}'],
        [record, 'Account:{Name=x, AnnualRevenue=1.50}'],
        [instance(Foo, { a: 1 }), 'Foo:[a=1, b=null]'],
        [instance(Named), 'me'],
        [enumConstants('Color', ['RED'])[0], 'RED'],
        [apexException('QueryException', 'no rows'), 'System.QueryException: no rows']
    ];
    for (const [value, text] of cases) assert.equal(toText(value), text);
});

test('ids get their checksum and their case back', () => {
    assert.equal(toId18('001D000000IRFma'), '001D000000IRFmaIAH');
    assert.equal(toId18('001d000000irfmaIAH'), '001D000000IRFmaIAH');
    assert.equal(isValidId('001D000000IRFma'), true);
    for (const text of ['', 'x', '001D000000IRFm!', '001D000000IRFmaZZZZ']) assert.equal(toId18(text), null, text);
    assert.throws(() => convert('x', 'Id'), { typeName: 'System.StringException', message: 'Invalid id: x' });
});

test('exceptions form one tree; limits, assertions and unsupported features are outside of it', () => {
    const Base = apexClass('BaseException', { superclass: ApexException });
    const Derived = apexClass('DerivedException', { superclass: Base });
    const thrown = new Derived();
    assert.equal((thrown as ApexException).typeName, 'DerivedException');
    for (const name of ['DerivedException', 'BaseException', 'Exception'])
        assert.equal(isExceptionOf(thrown, name), true);
    assert.equal(isExceptionOf(thrown, 'QueryException'), false);
    const query = apexException('System.QueryException', 'x');
    for (const name of ['QueryException', 'System.QueryException', 'queryexception', 'Exception']) {
        assert.equal(isExceptionOf(query, name), true, name);
    }
    for (const failure of [new LimitException('x'), new AssertException('x'), new Unsupported('x')]) {
        assert.equal(isExceptionOf(failure, 'Exception'), false);
    }
    assert.equal(new Unsupported('Foo.bar').message, 'Unsupported: Foo.bar');
});
