import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blob } from '../../values/blob.ts';
import { ApexList, ApexMap } from '../../values/collections.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { toText } from '../../values/text.ts';
import { typeToken } from '../../values/typeToken.ts';
import { account, apexClass, instance } from '../../values/__tests__/fixtures.ts';
import { typeValueOf } from '../type.ts';
import { createHarness } from './pureHarness.ts';

const harness = createHarness();
const { call } = harness;

const Line = apexClass('Order.Line', { fields: { product: 'String', price: 'Decimal', due: 'Date' } });
const Order = apexClass('Order', {
    fields: {
        id: 'Integer',
        lines: 'List<Order.Line>',
        notes: 'Map<String,Object>',
        at: 'Datetime',
        big: 'Long',
        ratio: 'Double'
    }
});
harness.metas.push(Line.meta, Order.meta);

function read(text: string, type: string, method = 'deserialize'): ReturnType<typeof call> {
    return call(`JSON.${method}`, text, typeValueOf(typeToken(type)));
}

function record(): SObject {
    const made = new SObject(account);
    made.load('Id', '001000000000001AAA');
    made.load('Name', 'Acme "A"');
    made.load('AnnualRevenue', Decimal.of('1.50'));
    made.load('CreatedDate', ApexDatetime.fromEpochMs(0));
    return made;
}

test('values of all types are written as on the platform', () => {
    const cases: [unknown, string][] = [
        [null, 'null'],
        ['a"b\\c\n\u0001é/', '"a\\"b\\\\c\\n\\u0001é/"'],
        [5, '5'],
        [5n, '5'],
        [true, 'true'],
        [Decimal.of('1.50'), '1.50'],
        [new ApexDouble(1), '1.0'],
        [ApexDate.of(2026, 1, 31), '"2026-01-31"'],
        [ApexDatetime.fromEpochMs(1), '"1970-01-01T00:00:00.001Z"'],
        [ApexTime.of(1, 2, 3, 4), '"01:02:03.004Z"'],
        [Blob.ofText('hi'), '"aGk="'],
        [new ApexList(typeToken('List<Integer>'), [1, null]), '[1,null]'],
        [
            new ApexMap(typeToken('Map<String,Object>'), [
                ['k', 1],
                [2, 'x']
            ]),
            '{"k":1,"2":"x"}'
        ],
        [instance(Line, { product: 'p' }), '{"product":"p","price":null,"due":null}']
    ];
    for (const [value, text] of cases) assert.equal(call('JSON.serialize', value), text);
    assert.equal(call('JSON.serialize', instance(Line, { product: 'p' }), true), '{"product":"p"}');
});

test('records carry their attributes, parents and children', () => {
    const child = new SObject(account);
    child.load('Name', 'c');
    const parent = record();
    parent.load('ChildAccounts', new ApexList(typeToken('List<Account>'), [child]));
    assert.equal(
        call('JSON.serialize', parent),
        '{"attributes":{"type":"Account","url":"/services/data/v66.0/sobjects/Account/001000000000001AAA"},' +
            '"Id":"001000000000001AAA","Name":"Acme \\"A\\"","AnnualRevenue":1.50,"CreatedDate":"1970-01-01T00:00:00.000+0000",' +
            '"ChildAccounts":{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Account"},"Name":"c"}]}}'
    );
    const copy = read(call('JSON.serialize', parent), 'Account');
    assert.equal(call('JSON.serialize', copy), call('JSON.serialize', parent));
    assert.equal(copy.get('ChildAccounts').type.name, 'List<Account>');
    assert.equal(read(call('JSON.serialize', parent), 'SObject').def.name, 'Account');
    assert.equal(read('{"Parent":{"Name":"p"}}', 'Account').get('Parent').get('Name'), 'p');
});

test('pretty output has the layout of the platform', () => {
    const map = new ApexMap(typeToken('Map<String,Object>'), [
        [
            'a',
            new ApexList(typeToken('List<Object>'), [1, new ApexMap(typeToken('Map<String,Object>'), [['b', true]])])
        ],
        ['c', new ApexList(typeToken('List<Object>'))],
        ['d', new ApexMap(typeToken('Map<String,Object>'))]
    ]);
    assert.equal(
        call('JSON.serializePretty', map),
        '{\n  "a" : [ 1, {\n    "b" : true\n  } ],\n  "c" : [ ],\n  "d" : { }\n}'
    );
});

test('user classes are filled field by field with typed values', () => {
    const order = read(
        '{"ID":7,"big":9999999999,"ratio":1,"at":"2026-01-01T10:00:00+01:00","unknown":[1],' +
            '"lines":[{"product":5,"price":"1.50","due":"2026-02-03"}],"notes":{"x":[1,2.50,"y",null,{"z":true}]}}',
        'Order'
    );
    assert.equal(order.id, 7);
    assert.equal(order.big, 9999999999n);
    assert.equal(order.ratio.toText(), '1.0');
    assert.equal(order.at.toIso(), '2026-01-01T09:00:00.000Z');
    assert.equal(order.lines.type.name, 'List<Order.Line>');
    const [line] = order.lines.items;
    assert.deepEqual([line.product, line.price.toText(), line.due.toIso()], ['5', '1.50', '2026-02-03']);
    assert.equal(toText(order.notes), '{x=(1, 2.50, y, null, {z=true})}');
});

test('untyped numbers become Integer, Long or Decimal', () => {
    const items = call('JSON.deserializeUntyped', '[1, 3000000000, 1.50, -0, 1e2]').items;
    assert.equal(items[0], 1);
    assert.equal(items[1], 3000000000n);
    assert.equal(items[2].toText(), '1.50');
    assert.equal(items[4].toText(), '100');
});

test('what does not fit raises a JSONException', () => {
    const cases: [string, string, RegExp][] = [
        ['', 'Order', /No content to map to Object due to end of input/],
        ['not json', 'Order', /Unrecognized token 'not': was expecting/],
        ['{"id":1', 'Order', /Unexpected end-of-input/],
        [
            '{id:1}',
            'Order',
            /Unexpected character \('i' \(code 105\)\): was expecting double-quote to start field name at input location \[1,3\]/
        ],
        ['[1]', 'Order', /Malformed JSON: Expected '\{' at the beginning of object/],
        ['{}', 'List<Order>', /Malformed JSON: Expected '\[' at the beginning of List\/Set/],
        ['"}]', 'List<Account>', /Malformed JSON: Expected '\[' at the beginning of List\/Set/],
        ['{"id":"x"}', 'Order', /Illegal value for primitive/],
        ['{"id":{}}', 'Order', /Illegal value for primitive/],
        ['{"at":"yesterday"}', 'Order', /Illegal value for primitive/],
        ['{"lines":[{"due":"2017-14-31"}]}', 'Order', /Illegal value for primitive/],
        ['{"Nope":1}', 'Account', /No such column 'Nope' on sobject of type Account/],
        ['{"a":1} x', 'Map<String,Object>', /expected end of input/]
    ];
    for (const [text, type, message] of cases) {
        assert.throws(() => read(text, type), { typeName: 'System.JSONException', message }, text);
    }
    assert.throws(() => read('{"unknown":1}', 'Order', 'deserializeStrict'), {
        message: 'Unknown field: Order.unknown'
    });
});

test('a value that contains itself is refused', () => {
    const map = new ApexMap(typeToken('Map<String,Object>'));
    map.set('self', map);
    assert.throws(() => call('JSON.serialize', map), { typeName: 'System.JSONException' });
});

test('the parser walks token by token and reads values on the way', () => {
    const parser = call('JSON.createParser', '{"a":1.5,"b":[true,{"c":null}],"line":{"product":"p"},"z":"x"}');
    const walk: string[] = [];
    for (let token = call('JSONParser.nextToken', parser); token; token = call('JSONParser.nextToken', parser)) {
        walk.push(`${token.name} ${call('JSONParser.getCurrentName', parser)} ${call('JSONParser.getText', parser)}`);
        if (token.name === 'VALUE_NUMBER_FLOAT')
            assert.equal(call('JSONParser.getDecimalValue', parser).toText(), '1.5');
        if (token.name === 'START_ARRAY') call('JSONParser.skipChildren', parser);
        if (walk.at(-1) === 'FIELD_NAME line line') {
            call('JSONParser.nextToken', parser);
            assert.equal(call('JSONParser.readValueAs', parser, typeValueOf(Line.meta.token)).product, 'p');
        }
    }
    assert.deepEqual(walk, [
        'START_OBJECT null {',
        'FIELD_NAME a a',
        'VALUE_NUMBER_FLOAT a 1.5',
        'FIELD_NAME b b',
        'START_ARRAY b [',
        'FIELD_NAME line line',
        'FIELD_NAME z z',
        'VALUE_STRING z x',
        'END_OBJECT null }'
    ]);
});

test('the generator writes what it is told and refuses what cannot stand there', () => {
    const generator = call('JSON.createGenerator', false);
    call('JSONGenerator.writeStartObject', generator);
    call('JSONGenerator.writeStringField', generator, 'a', 'x');
    call('JSONGenerator.writeNumberField', generator, 'n', 5);
    call('JSONGenerator.writeFieldName', generator, 'list');
    call('JSONGenerator.writeStartArray', generator);
    call('JSONGenerator.writeObject', generator, instance(Line));
    call('JSONGenerator.writeNull', generator);
    call('JSONGenerator.writeEndArray', generator);
    assert.throws(() => call('JSONGenerator.writeString', generator, 'x'), { typeName: 'System.JSONException' });
    call('JSONGenerator.writeEndObject', generator);
    assert.equal(
        call('JSONGenerator.getAsString', generator),
        '{"a":"x","n":5,"list":[{"product":null,"price":null,"due":null},null]}'
    );
});
