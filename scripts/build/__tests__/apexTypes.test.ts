import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readApexSurface, splitAtTopLevel } from '../apexTypes.ts';
import { apexTypings } from '../typings.ts';

const CONTROLLER = `
/** Shows {braces}. */
public with sharing class CardController {
    /**
     * Reads a card.
     * @param recordId lead
     */
    @AuraEnabled(cacheable=true)
    public static Card getCard(Id recordId, Map<String, List<Integer>> counts) {
        String brace = '}'; // }
        return null;
    }
    @AuraEnabled public static void close(final List<Id> ids) { }
    // @AuraEnabled public static void commentedOut() { }
    public static void notForComponents() { }

    public class Card {
        @AuraEnabled public String name;
        @AuraEnabled public Datetime at { get; set; }
        @AuraEnabled public List<Line> lines = new List<Line>();
        public String secret;
    }
    public class Line {
        /** How many. */
        @AuraEnabled
        public Integer amount;
        @AuraEnabled public Account owner;
        @AuraEnabled public Decimal[] prices;
    }
}`;

test('reads methods with parameters, and whether they may be wired', () => {
    const { methods } = readApexSurface(CONTROLLER);

    assert.deepEqual(
        methods.map(({ className, name, isCacheable, returnType, parameters }) => [
            `${className}.${name}`,
            isCacheable,
            returnType,
            parameters.map((parameter) => `${parameter.name}: ${parameter.type}`)
        ]),
        [
            ['CardController.getCard', true, 'Card', ['recordId: Id', 'counts: Map<String,List<Integer>>']],
            ['CardController.close', false, 'void', ['ids: List<Id>']]
        ]
    );
    assert.equal(methods[0]?.doc, 'Reads a card.');
});

test('reads properties of inner classes, and only those that components see', () => {
    const { shapes } = readApexSurface(CONTROLLER);

    assert.deepEqual(
        shapes.map((shape) => [shape.name, shape.properties.map(({ name }) => name)]),
        [
            ['CardController.Card', ['name', 'at', 'lines']],
            ['CardController.Line', ['amount', 'owner', 'prices']]
        ]
    );
});

test('writes typings in which every Apex type has its counterpart', () => {
    const { methods, shapes } = readApexSurface(CONTROLLER);

    const text = apexTypings(methods, shapes);

    assert.match(text, /interface Card \{\n\s+name\?: string;\n\s+at\?: string;\n\s+lines\?: readonly Apex\.Line\[\];/);
    assert.match(text, /\/\*\* How many\. \*\/\n\s+amount\?: number;/);
    assert.match(text, /owner\?: unknown;\n\s+prices\?: readonly number\[\];/);
    assert.match(text, /declare module '@salesforce\/apex\/CardController\.getCard'/);
    assert.match(
        text,
        /CacheableApexMethod<\{ recordId\?: Platform\.Maybe<string>; counts\?: Platform\.Maybe<Record<string, readonly number\[\]>> \}, Apex\.Card>/
    );
    assert.match(text, /Platform\.ApexMethod<\{ ids: Platform\.Maybe<readonly string\[\]> \}, null>/);
});

test('keeps two classes of one name apart', () => {
    const source = (outer: string): string =>
        `public class ${outer} { public class Row { @AuraEnabled public String a; } }`;
    const shapes = [source('First'), source('Second')].flatMap((text) => readApexSurface(text).shapes);

    const text = apexTypings([], shapes);

    assert.match(text, /interface FirstRow/);
    assert.match(text, /interface SecondRow/);
});

for (const [text, expected] of [
    ['', []],
    ['Id a', ['Id a']],
    ['Map<String, Id> a, Id b', ['Map<String, Id> a', ' Id b']]
] as [string, string[]][]) {
    test(`splits ${JSON.stringify(text)} between parameters only`, () => {
        assert.deepEqual(splitAtTopLevel(text), expected);
    });
}

test('finds nothing in a class that shows nothing', () => {
    assert.deepEqual(readApexSurface('public class Quiet { public String a; }'), { methods: [], shapes: [] });
    assert.deepEqual(readApexSurface(''), { methods: [], shapes: [] });
});
