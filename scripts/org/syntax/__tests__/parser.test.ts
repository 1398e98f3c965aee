import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Expression } from '../ast.ts';
import { ApexSyntaxError, tokenize } from '../lexer.ts';
import { parseAnonymous, parseClass, parseExpressionText, parseTrigger, parseTypeText } from '../parser.ts';

/** Fully parenthesised text of an expression: shows how it was understood. */
function shape(node: Expression): string {
    switch (node.kind) {
        case 'literal':
            return node.type === 'String' ? `'${node.text}'` : node.text;
        case 'name':
            return node.name;
        case 'this':
        case 'super':
            return node.kind;
        case 'member':
            return `${shape(node.object)}${node.isSafe ? '?.' : '.'}${node.name}`;
        case 'call':
            return `${node.target ? shape(node.target) + (node.isSafe ? '?.' : '.') : ''}${node.name}(${node.args.map(shape).join(', ')})`;
        case 'index':
            return `${shape(node.object)}[${shape(node.index)}]`;
        case 'binary':
            return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`;
        case 'unary':
            return `(${node.operator}${shape(node.operand)})`;
        case 'postfix':
            return `(${shape(node.operand)}${node.operator})`;
        case 'assign':
            return `(${shape(node.target)} ${node.operator === '=' ? '' : node.operator}= ${shape(node.value)})`;
        case 'ternary':
            return `(${shape(node.condition)} ? ${shape(node.whenTrue)} : ${shape(node.whenFalse)})`;
        case 'cast':
            return `<${node.type.parts.map((part) => part.name).join('.')}>${shape(node.operand)}`;
        case 'instanceof':
            return `(${shape(node.operand)} is ${node.type.parts[0]?.name})`;
        default:
            return node.kind;
    }
}

const expressions: readonly (readonly [string, string])[] = [
    ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
    ['a || b && c == d', '(a || (b && (c == d)))'],
    ['a ?? b ?? c', '(a ?? (b ?? c))'],
    ['a = b += c', '(a = (b += c))'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['-1 - -a', '(-1 - (-a))'],
    ['a >> 1 >>> 2', '((a >> 1) >>> 2)'],
    ['a >= b', '(a >= b)'],
    ['a <> b', '(a != b)'],
    ['(a) - b', '(a - b)'],
    ['(A) b', '<A>b'],
    ['(A) (b)', '<A>(b)'.replace('(b)', 'b')],
    ['(Integer) -b', '<Integer>(-b)'],
    ['(List<A>) b.c()', '<List>b.c()'],
    ['(A.B) !c', '<A.B>(!c)'],
    ['(a)[0]', 'a[0]'],
    ['(a).b()', 'a.b()'],
    ['a?.b?.c().d', 'a?.b?.c().d'],
    ['a instanceof B && c', '((a is B) && c)'],
    ['Trigger.new', 'Trigger.new'],
    ['a.insert(b)', 'a.insert(b)'],
    ['i++ + ++i', '((i++) + (++i))'],
    ['new List<A>{b}.size()', 'newCollection.size()'],
    ['new Map<A, List<B>>{c => d}', 'newMap'],
    ['new A[5]', 'newArray'],
    ["new Account(Name = 'x')", 'newSObject'],
    ['[SELECT Id FROM A WHERE b[0] = 1].size()', 'soql.size()'],
    ["[FIND 'x' RETURNING A]", 'sosl'],
    ['List<String>.class', 'classLiteral'],
    ['A.B.class', 'classLiteral'],
    ['a < b', '(a < b)']
];

describe('expressions', () => {
    for (const [text, expected] of expressions) {
        it(`${text} is ${expected}`, () => assert.equal(shape(parseExpressionText(text)), expected));
    }
    it('a query keeps its text, with comments blanked out', () => {
        const node = parseExpressionText("[SELECT Id // all\n FROM A WHERE Name = 'a]b']");
        assert.equal(node.kind === 'soql' && node.text, "SELECT Id       \n FROM A WHERE Name = 'a]b'");
    });
});

describe('tokens', () => {
    it('carry line and column from 1', () => {
        const tokens = tokenize("a\n  /* x\n */ 'b' 1.5d");
        assert.deepEqual(
            tokens.map((token) => [token.kind, token.text, token.line, token.column]),
            [
                ['name', 'a', 1, 1],
                ['string', 'b', 3, 5],
                ['double', '1.5', 3, 9],
                ['end', '', 3, 13]
            ]
        );
    });
    it('strings may span lines between three quotes', () => {
        assert.equal(tokenize("'''\na 'b'\n c'''")[0]?.text, "a 'b'\n c");
    });
});

describe('types', () => {
    it('nest and have arrays', () => {
        const type = parseTypeText('Map<Id, List<List<A.B>>>[]');
        assert.equal(type.arrayDepth, 1);
        assert.equal(type.parts[0]?.args[1]?.parts[0]?.args[0]?.parts[0]?.args[0]?.parts.length, 2);
    });
});

describe('declarations', () => {
    it('classes have members of every kind', () => {
        const node =
            parseClass(`@IsTest(SeeAllData=false isParallel=true) public with sharing abstract class A extends B implements C, D<E> {
            static { } { } public static final Integer X = 1, Y;
            @TestVisible private String p { get; protected set { p = value; } }
            public A(String s) { super(s); } protected virtual void m(final Integer i);
            enum E { ONE, TWO } interface I { void f(); } class In { } }`);
        assert.deepEqual(
            node.members.map((member) => member.kind),
            ['initializer', 'initializer', 'field', 'property', 'method', 'method', 'enum', 'interface', 'class']
        );
        assert.ok(node.modifiers.words.has('with sharing'));
        assert.deepEqual(node.modifiers.annotations[0]?.params, { seealldata: 'false', isparallel: 'true' });
    });
    it('triggers have an object and moments', () => {
        const node = parseTrigger('trigger T on Account (before insert, after undelete) { A.run(); }');
        assert.deepEqual([node.name, node.object, node.moments], ['T', 'Account', ['before insert', 'after undelete']]);
    });
    it('anonymous blocks mix statements, methods and types', () => {
        const block = parseAnonymous(
            'Integer i = f(2); Integer f(Integer x) { return x; } class C { } insert as user a;'
        );
        assert.deepEqual([block.statements.length, block.methods.length, block.types.length], [2, 1, 1]);
    });
});

const mistakes: readonly (readonly [string, number, number, RegExp])[] = [
    ['class A { void f() { x = 1 } }', 1, 28, /Missing ';' at '}'/],
    ['class A {\n void f() {', 2, 12, /Missing '}' at '<end of file>'/],
    ["class A { String s = 'abc\n; }", 1, 22, /String is not closed/],
    ['class A { /* }', 1, 11, /Comment is not closed/],
    ['class A { } class B { }', 1, 13, /Extra text 'class'/],
    ['class A { void f() { try { } } }', 1, 30, /Missing 'catch' or 'finally'/]
];

describe('mistakes', () => {
    for (const [text, line, column, message] of mistakes) {
        it(`${JSON.stringify(text)} fails at ${line}:${column}`, () => {
            assert.throws(
                () => parseClass(text),
                (error) => {
                    assert.ok(error instanceof ApexSyntaxError);
                    assert.deepEqual([error.line, error.column], [line, column]);
                    assert.match(error.message, message);
                    return true;
                }
            );
        });
    }
});
