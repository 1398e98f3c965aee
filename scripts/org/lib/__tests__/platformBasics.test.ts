import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSignature } from '../../types/signatures.ts';
import { Blob } from '../../values/blob.ts';
import { Decimal } from '../../values/decimal.ts';
import { apexException, ApexException, AssertException, dmlException } from '../../values/exceptions.ts';
import { typeToken } from '../../values/typeToken.ts';
import { apexClass, instance } from '../../values/__tests__/fixtures.ts';
import { debugLines } from '../debugLog.ts';
import { loggingLevel } from '../enums.ts';
import { typeValueOf } from '../type.ts';
import { createHarness } from './pureHarness.ts';

const harness = createHarness();
const { call } = harness;
const utf8 = (blob: Blob): string | null => blob.toUtf8();
const hex = (blob: Blob): string => Buffer.from(blob.bytes).toString('hex');

test('every signature of the library can be read', () => {
    for (const one of harness.classes) {
        for (const text of Object.keys(one.members))
            assert.doesNotThrow(() => readSignature(text), `${one.name}: ${text}`);
    }
});

test('failed assertions show what was expected', () => {
    const cases: [string, unknown[], string][] = [
        ['System.assert', [false], 'Assertion Failed'],
        ['System.assert', [false, 'why'], 'Assertion Failed: why'],
        ['System.assertEquals', [1, 2], 'Assertion Failed: Expected: 1, Actual: 2'],
        ['System.assertEquals', ['a', 'A', 'why'], 'Assertion Failed: why: Expected: a, Actual: A'],
        ['System.assertNotEquals', [1, Decimal.of('1.0')], 'Assertion Failed: Same value: 1.0'],
        ['Assert.areEqual', [null, 2, 'why'], 'Assertion Failed: why: Expected: null, Actual: 2'],
        ['Assert.isTrue', [null], 'Assertion Failed'],
        ['Assert.isFalse', [true, 'why'], 'Assertion Failed: why'],
        ['Assert.fail', ['why'], 'Assertion Failed: why'],
        ['Assert.isNull', [1, 'why'], 'Assertion Failed: why: Expected: null, Actual: 1']
    ];
    for (const [method, args, message] of cases) {
        assert.throws(
            () => call(method, ...args),
            (error) => error instanceof AssertException && error.message === message,
            method
        );
    }
    call('System.assertEquals', 1, Decimal.of('1.00'));
    call('Assert.areEqual', 'a', 'a', 'x');
});

test('debug lines are kept with level and place', () => {
    call('System.debug', 'one');
    call('System.debug', loggingLevel.of('ERROR'), 2);
    assert.deepEqual(
        debugLines(harness.context.tx()).map(({ level, text, source }) => [level, text, source]),
        [
            ['DEBUG', 'one', 'Caller:7'],
            ['ERROR', '2', 'Caller:7']
        ]
    );
});

test('exceptions tell their message, type and cause', () => {
    const cause = apexException('QueryException', 'inner');
    const made = call('IllegalArgumentException.new', 'outer', cause);
    assert.equal(call('IllegalArgumentException.getMessage', made), 'outer');
    assert.equal(call('IllegalArgumentException.getTypeName', made), 'System.IllegalArgumentException');
    assert.equal(call('IllegalArgumentException.getCause', made), cause);
    assert.equal(call('Exception.getMessage', call('DmlException.new')), 'Script-thrown exception');
    const aura = call('AuraHandledException.new', 'secret');
    assert.equal(call('Exception.getMessage', aura), 'Script-thrown exception');
    call('Exception.setMessage', aura, 'shown');
    assert.equal(call('Exception.getMessage', aura), 'shown');
    assert.ok(made instanceof ApexException);
});

test('a DmlException gives its rows', () => {
    const failure = dmlException('Insert failed.', [
        {
            index: 3,
            id: null,
            message: 'Required fields are missing: [Name]',
            statusCode: 'REQUIRED_FIELD_MISSING',
            fields: ['Name']
        }
    ]);
    assert.equal(call('DmlException.getNumDml', failure), 1);
    assert.equal(call('DmlException.getDmlIndex', failure, 0), 3);
    assert.equal(call('DmlException.getDmlMessage', failure, 0), 'Required fields are missing: [Name]');
    assert.equal(call('DmlException.getDmlType', failure, 0).name, 'REQUIRED_FIELD_MISSING');
    assert.deepEqual(call('DmlException.getDmlFieldNames', failure, 0).items, ['Name']);
    assert.equal(call('DmlException.getDmlId', failure, 0), null);
});

test('types are found by name in any spelling and make instances', () => {
    const Foo = apexClass('Foo', {});
    const Bar = apexClass('Bar', { superclass: Foo });
    harness.metas.push(Foo.meta, Bar.meta);
    assert.equal(call('Type.forName', 'foo'), typeValueOf(typeToken('Foo')));
    assert.equal(call('Type.forName', 'nope'), null);
    assert.equal(call('Type.getName', call('Type.forName', 'map<string, list<account>>')), 'Map<String,List<Account>>');
    assert.ok(call('Type.newInstance', call('Type.forName', 'Bar')) instanceof Bar);
    assert.equal(call('Type.newInstance', call('Type.forName', 'Account')).def.name, 'Account');
    const assignable = (target: string, source: string): boolean =>
        call('Type.isAssignableFrom', typeValueOf(typeToken(target)), typeValueOf(typeToken(source)));
    assert.equal(assignable('Foo', 'Bar'), true);
    assert.equal(assignable('Bar', 'Foo'), false);
    assert.equal(assignable('SObject', 'Account'), true);
    assert.equal(assignable('Decimal', 'Integer'), true);
});

test('ids know their object', () => {
    assert.equal(call('Id.valueOf', '001D000000IRFma'), '001D000000IRFmaIAH');
    assert.equal(call('Id.to15', '001D000000IRFmaIAH'), '001D000000IRFma');
    assert.equal(call('Id.getSobjectType', '001D000000IRFmaIAH').def.name, 'Account');
    assert.throws(() => call('Id.valueOf', 'x'), { typeName: 'System.StringException', message: 'Invalid id: x' });
});

test('encodings', () => {
    const cases: [string, unknown[], unknown][] = [
        ['EncodingUtil.base64Encode', [Blob.ofText('héllo')], 'aMOpbGxv'],
        ['EncodingUtil.convertToHex', [Blob.ofText('az')], '617a'],
        ['EncodingUtil.urlEncode', ['a b&c=é/*~', 'UTF-8'], 'a+b%26c%3D%C3%A9%2F*%7E'],
        ['EncodingUtil.urlDecode', ['a+b%26%C3%A9', 'UTF-8'], 'a b&é'],
        ['Url.getHost', [call('Url.new', 'https://a.example:8080/p/q?x=1#r')], 'a.example'],
        ['Url.getPort', [call('Url.new', 'https://a.example:8080/p')], 8080],
        ['Url.getFile', [call('Url.new', 'https://a.example/p/q?x=1#r')], '/p/q?x=1'],
        ['Url.getQuery', [call('Url.new', 'https://a.example/p')], null],
        ['Blob.toString', [Blob.ofText('x')], 'x'],
        ['Blob.size', [Blob.ofText('é')], 2]
    ];
    for (const [method, args, expected] of cases) assert.equal(call(method, ...args), expected, method);
    assert.equal(utf8(call('EncodingUtil.base64Decode', 'aMOpbGxv')), 'héllo');
    assert.equal(utf8(call('EncodingUtil.convertFromHex', '617A')), 'az');
    assert.match(call('UUID.toString', call('UUID.randomUUID')), /^[0-9a-f-]{36}$/);
});

test('digests, codes and ciphers', () => {
    assert.equal(hex(call('Crypto.generateDigest', 'MD5', Blob.ofText(''))), 'd41d8cd98f00b204e9800998ecf8427e');
    assert.equal(
        hex(call('Crypto.generateDigest', 'SHA-256', Blob.ofText('abc'))),
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    );
    // RFC 4231, test case 2.
    assert.equal(
        hex(call('Crypto.generateMac', 'hmacSHA256', Blob.ofText('what do ya want for nothing?'), Blob.ofText('Jefe'))),
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    );
    const key = call('Crypto.generateAesKey', 256);
    const secret = call('Crypto.encryptWithManagedIV', 'AES256', key, Blob.ofText('text'));
    assert.equal(utf8(call('Crypto.decryptWithManagedIV', 'AES256', key, secret)), 'text');
    assert.throws(() => call('Crypto.encryptWithManagedIV', 'AES128', key, Blob.ofText('text')), {
        typeName: 'System.InvalidParameterValueException'
    });
});

test('objects take part in equals, hashCode and toString', () => {
    const Point = apexClass('Point', {
        fields: { x: 'Integer' },
        methods: { 'equals/1': (self, other) => self.x === other.x }
    });
    const [one, two] = [instance(Point, { x: 1 }), instance(Point, { x: 1 })];
    assert.equal(call('System.equals', one, two), true);
    assert.equal(call('Object.toString', one), 'Point:[x=1]');
    assert.equal(call('Object.hashCode', 'a'), 97);
});
