import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { abstractMember, libraryClass } from '../../runtime/library.ts';
import { loadSchema } from '../../schema/load.ts';
import { chooseOverload, conversionCost, isAssignable, nearestName } from '../conversions.ts';
import type { ApexType } from '../model.ts';
import { readSignature } from '../signatures.ts';
import { TypeTable } from '../table.ts';

const { schema } = loadSchema({ sourceDirs: [] });
const nothing = (): null => null;
const table = new TypeTable(schema, [
    libraryClass('Object', { 'String toString()': nothing }),
    libraryClass('Iterable<T>', { 'abstract Iterator<T> iterator()': abstractMember }, { kind: 'interface' }),
    libraryClass('Iterator<T>', { 'abstract T next()': abstractMember }, { kind: 'interface' }),
    libraryClass(
        'List<T>',
        { 'T get(Integer index)': nothing, 'void add(T item)': nothing, 'Iterator<T> iterator()': nothing },
        { interfaces: ['Iterable<T>'] }
    ),
    libraryClass('Map<K,V>', { 'V get(K key)': nothing, 'List<V> values()': nothing }),
    libraryClass('Picker', {
        'static String of(Object o)': nothing,
        'static String of(Long l)': nothing,
        'static String of(Decimal d)': nothing,
        'static String of(List<SObject> l)': nothing
    }),
    libraryClass('BusinessHours', { 'static Boolean isWithin(Id id, Datetime at)': nothing })
]);
const type = (text: string): ApexType => table.libraryType(text, []);

describe('types', () => {
    it('are interned, whatever the spelling', () => {
        assert.equal(type('map<id, list<account>>'), type('Map<Id,List<Account>>'));
        assert.equal(type('Account[]'), type('List<Account>'));
        assert.equal(type('System.String'), table.primitive('String'));
    });
    it('members of generic classes have the arguments in place of the parameters', () => {
        const [values] = table.methodsNamed(type('Map<Id,Account>'), 'values');
        assert.equal(values?.returnType, type('List<Account>'));
    });
    it('an object whose name is also a class of static methods is the object', () => {
        assert.equal(type('BusinessHours').kind, 'sobject');
    });
});

const conversions: readonly (readonly [string, string, boolean])[] = [
    ['Integer', 'Long', true],
    ['Long', 'Integer', false],
    ['Integer', 'Decimal', true],
    ['Decimal', 'Double', true],
    ['Double', 'Integer', false],
    ['Id', 'String', true],
    ['String', 'Id', true],
    ['String', 'Integer', false],
    ['Date', 'Datetime', true],
    ['Datetime', 'Date', false],
    ['Account', 'SObject', true],
    ['SObject', 'Account', false],
    ['List<SObject>', 'List<Account>', true],
    ['List<Account>', 'List<SObject>', true],
    ['List<Account>', 'List<Contact>', false],
    ['List<Integer>', 'List<Long>', false],
    ['List<Id>', 'List<String>', true],
    ['List<String>', 'List<Object>', true],
    ['List<Object>', 'List<String>', false],
    ['List<Account>', 'Iterable<SObject>', true],
    ['List<Account>', 'Account', false],
    ['Map<Id,Account>', 'Map<String,SObject>', true],
    ['Integer', 'Object', true],
    ['Object', 'Integer', false]
];

describe('implicit conversions', () => {
    for (const [from, to, expected] of conversions) {
        it(`${from} to ${to}: ${expected}`, () => assert.equal(isAssignable(table, type(from), type(to)), expected));
    }
    it('null goes everywhere, the error type both ways', () => {
        assert.equal(conversionCost(table, table.null, type('Integer')), 1);
        assert.equal(conversionCost(table, table.error, type('Integer')), 0);
        assert.equal(conversionCost(table, type('Integer'), table.error), 0);
    });
});

describe('overloads', () => {
    const candidates = table.methodsNamed(type('Picker'), 'of');
    for (const [argument, expected] of [
        ['Integer', 'Long'],
        ['Double', 'Decimal'],
        ['List<Account>', 'List<SObject>'],
        ['Boolean', 'Object']
    ] as const) {
        it(`an argument of type ${argument} chooses ${expected}`, () => {
            assert.equal(chooseOverload(table, candidates, [type(argument)])?.parameters[0]?.name, expected);
        });
    }
});

describe('signatures', () => {
    it('of methods, constructors and properties are read', () => {
        assert.deepEqual(
            [
                'static Integer mod(Integer a, Integer b)',
                'new(String name)',
                'static String EMPTY',
                'Integer size { get; set; }',
                'abstract T next()'
            ].map((text) => {
                const { kind, isStatic, isAbstract, isWritable, name, parameters } = readSignature(text);
                return [kind, name, parameters.length, isStatic, isAbstract, isWritable];
            }),
            [
                ['method', 'mod', 2, true, false, false],
                ['constructor', 'new', 1, false, false, false],
                ['property', 'EMPTY', 0, true, false, false],
                ['property', 'size', 0, false, false, true],
                ['method', 'next', 0, false, true, false]
            ]
        );
    });
});

describe('suggestions', () => {
    it('give the nearest name, or none', () => {
        assert.equal(nearestName('acount', ['Contact', 'Account', 'Case']), 'Account');
        assert.equal(nearestName('zzzzzz', ['Contact', 'Account']), undefined);
    });
});
