import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileAnonymous } from '../anonymous.ts';
import { compile, problems } from './support.ts';

/** A method body, and what the compiler says about it. */
const mistakes: readonly (readonly [string, RegExp])[] = [
    ["Integer i = 'a';", /^Source0.cls:2:13 error Illegal assignment from String to Integer$/],
    ['Acount a;', /error Invalid type: Acount\. Did you mean Account\?/],
    ["Account a = new Account(); a.Nam = 'x';", /error Field does not exist: Nam on Account/],
    ['Integer count = 1; return cuont;', /error Variable does not exist: cuont\. Did you mean count\?/],
    ['helo();', /error Method does not exist or incorrect signature: helo\(\) on T\. Did you mean hello\?/],
    [
        'hello(1, 2);',
        /error Method does not exist or incorrect signature: hello\(Integer, Integer\) on T\. Known: hello\(\)/
    ],
    ['String s = hello();', /error A void method gives no value/],
    ['if (1) { }', /error Condition expression must be of type Boolean, not Integer/],
    ['Integer a; Integer A;', /error Duplicate variable: A/],
    ['new Other(1);', /error Constructor not defined: Other\(Integer\)/],
    ['Integer i = new Other().hidden;', /error Variable is not visible: Other\.hidden/],
    ['return 1; hello();', /error Unreachable statement/],
    [
        'if (K == 1) { K = 2; }',
        /error Final members can only be assigned in their declaration, init blocks, or constructors: K/
    ],
    [
        'List<Account> l = [SELECT Nam FROM Account];',
        /2:27 error No such column 'Nam' on entity 'Account'\. Did you mean Name\?/
    ],
    [
        'List<Account> l = [SELECT (SELECT Id FROM Kontacts) FROM Account];',
        /error Didn't understand relationship 'Kontacts' in FROM part of query call on Account/
    ],
    ["throw 'a';", /error Throw expression must be of type exception: String/],
    ['Integer five = 5; insert five;', /error DML requires SObject or SObject list type: Integer/],
    ['List<Account> l = [SELECT Id FROM Nothing__c];', /error sObject type 'Nothing__c' does not exist/],
    ["Boolean b = 1 == 'a';", /error Comparison arguments must be compatible types: Integer, String/],
    ['ConnectApi.FeedItem f;', /^Source0.cls:2:1 unsupported ConnectApi\.FeedItem is not supported$/],
    ["'a'.frobnicate();", /unsupported String\.frobnicate\(\) is not supported/],
    ['Integer i = this.x;', /error this cannot be used in a static context/],
    ["String label = 'x'; String s = label.Foo;", /error Variable does not exist: Foo on String/],
    ['Integer i = 1', /error Missing ';'/]
];

describe('diagnostics', () => {
    for (const [body, expected] of mistakes) {
        it(`says what is wrong with: ${body}`, () => {
            const bench = compile([
                `public class T { static final Integer K = 1; static void hello() { } static Object run() {\n${body}\n${/return 1/.test(body) ? '' : 'return null;'} } }`,
                'public class Other { private Integer hidden; }'
            ]);
            assert.match(problems(bench.diagnostics), expected);
        });
    }
    const declarations: readonly (readonly [string, RegExp])[] = [
        ['public class T { Integer f() { } }', /Missing return statement required return type: Integer/],
        [
            'public class T { Integer f(Integer i) { switch on i { when 1 { return 1; } } } }',
            /Missing return statement/
        ],
        ['public class T { Integer f() { while (true) { } } Integer g() { throw new NullPointerException(); } }', /^$/],
        ['public class T { Integer f() { try { return 1; } catch (Exception e) { return 2; } } }', /^$/],
        ['public class T { Integer f() { while (true) { } return 1; } }', /^$/],
        ['public class T extends Plain { }', /Non-virtual and non-abstract type cannot be extended: Plain/],
        ['public class T extends Base { public void open() { } }', /Method must use the override keyword: open/],
        [
            'public class T extends Base { public override void closed() { } }',
            /Non-virtual, non-abstract methods cannot be overridden: closed of Base/
        ],
        [
            'public class T extends Base { public override void opne() { } }',
            /Method does not override an ancestor method: opne/
        ],
        ['public class T { Integer a; String A; }', /Duplicate field: A/],
        ['public class T { void f() { } void F() { } }', /Method already defined: F/],
        ['public class T implements Plain { }', /Plain is not an interface/],
        ['public class T extends T { }', /Circular definition: T/]
    ];
    for (const [text, expected] of declarations) {
        it(`says what is wrong with: ${text}`, () => {
            const bench = compile([
                text,
                'public class Plain { }',
                'public virtual class Base { public virtual void open() { } public void closed() { } }'
            ]);
            assert.match(problems(bench.diagnostics), expected);
        });
    }
    it('one missing class gives one message per place, not a cascade', () => {
        const bench = compile([
            'public class T {\n static Object run() {\n Missing m = Other.make(); m.go().and(m.x); return m.y + 1; } }',
            'public class Other { public static Account make() { return null; } }'
        ]);
        assert.equal(bench.diagnostics.length, 1);
    });
    it('gives no program with errors, but one with unsupported features', () => {
        assert.equal(compile(['public class T { Missing m; }']).result.program, null);
        const bench = compile(['public class T { public static Object run() { return ConnectApi.Foo.bar(); } }']);
        assert.throws(() => bench.call('T', 'run'), { name: 'Unsupported', feature: 'ConnectApi.Foo.bar' });
    });
});

describe('anonymous Apex', () => {
    const bench = compile(['public class T { public static Integer n = 1; }']);
    it('mixes statements, methods and classes', () => {
        const { run, diagnostics } = compileAnonymous(
            'Integer add(Integer a) { return a + new Two().two(); }\nclass Two { public Integer two() { return 2; } }\nT.n = add(T.n);',
            bench.runtime
        );
        assert.deepEqual(diagnostics, []);
        run?.();
        assert.equal(bench.result.program?.classNamed('T')?.fields[0]?.get(null), 3);
    });
    it('names the line of a mistake and of an exception', () => {
        assert.equal(compileAnonymous("Integer i;\ni = 'a';", bench.runtime).diagnostics[0]?.line, 2);
        const { run } = compileAnonymous('Integer i = 0;\ni = 1 / i;', bench.runtime);
        try {
            run?.();
            assert.fail('should have thrown');
        } catch (error) {
            assert.equal(bench.runtime.stackTraceOf(error), 'AnonymousBlock: line 2, column 1');
        }
    });
});
