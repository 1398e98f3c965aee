import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile, evaluate, problems } from './support.ts';

describe('inheritance', () => {
    const shapes = [
        `public abstract class Shape {
            protected String log = 'i';
            public Shape() { log += 'S'; }
            public Shape(String s) { this(); log += s; }
            public abstract Integer area();
            public virtual String name() { return 'shape'; }
            public String describe() { return name() + area() + log; }
        }`,
        `public class Square extends Shape {
            Integer side; { log += 'b'; }
            public Square(Integer side) { super('x'); this.side = side; log += 'Q'; }
            public override Integer area() { return side * side; }
            public override String name() { return 'square of ' + super.name(); }
        }`
    ];
    it('dispatches to overrides, runs all initialisers before any constructor', () => {
        assert.equal(evaluate('Shape s = new Square(3); return s.describe();', '', ...shapes), 'square of shape9ibSxQ');
    });
    it('reports a missing implementation', () => {
        const bench = compile([shapes[0] as string, 'public class Bad extends Shape { }']);
        assert.match(problems(bench.diagnostics), /Class Bad must implement the method: Integer Shape\.area\(\)/);
    });
    it('keeps private methods of superclass and subclass apart', () => {
        const classes = [
            "public virtual class A { private String f() { return 'A'; } public String callA() { return f(); } }",
            "public class B extends A { private String f() { return 'B'; } public String callB() { return f(); } }"
        ];
        assert.equal(evaluate('B b = new B(); return b.callA() + b.callB();', '', ...classes), 'AB');
    });
});

describe('statics', () => {
    it('are initialised once per transaction, in order', () => {
        const bench = compile([
            `public class T { static Integer made = 0; static Integer first = next(); static { made += 10; }
              static Integer next() { return ++made; }
              public static Object run() { return first * 100 + next(); } }`
        ]);
        assert.equal(bench.call('T', 'run'), 112);
        assert.equal(bench.call('T', 'run'), 113);
        bench.result.program?.resetStatics();
        assert.equal(bench.call('T', 'run'), 112);
    });
    it('a static property may share the name of an inner type and wins in expressions', () => {
        const members = `public class Config { public Integer n = 5; }
            public static Config Config { get { if (Config == null) Config = new Config(); return Config; } private set; }`;
        assert.equal(evaluate('Config.n', members), '5');
    });
});

describe('properties', () => {
    it('mean their stored value inside of get and set', () => {
        const other = `public class Other { public Integer n { get { return n == null ? 7 : n; } set { n = value * 2; } }
            public String plain { get; private set; } public void name(String s) { plain = s; } }`;
        const body =
            "Other o = new Other(); Integer a = o.n; o.n = 4; o.n += 1; o.name('p'); return a + ' ' + o.n + o.plain;";
        assert.equal(evaluate(body, '', other), '7 18p');
    });
    it('may be virtual', () => {
        const classes = [
            'public virtual class A { public virtual Integer n { get { return 1; } } public Integer twice() { return n * 2; } }',
            'public class B extends A { public override Integer n { get { return 5; } } }'
        ];
        assert.equal(evaluate('A a = new B(); return a.twice();', '', ...classes), '10');
    });
});

describe('interfaces', () => {
    it('of the user are implemented by instance and static methods', () => {
        const classes = [
            'public interface Named { String name(); Integer size(String s); }',
            "public class A implements Named { public String name() { return 'n'; } public static Integer size(String s) { return s.length(); } }"
        ];
        assert.equal(
            evaluate("Named n = new A(); return n.name() + n.size('abc') + (n instanceof Named);", '', ...classes),
            'n3true'
        );
    });
    it('of the library are called by the library', () => {
        const item = `public class Item implements Comparable { public Integer n; public Item(Integer n) { this.n = n; }
            public Integer compareTo(Object other) { return n - ((Item) other).n; } public override String toString() { return '' + n; } }`;
        const body = 'List<Item> l = new List<Item>{ new Item(3), new Item(1) }; l.sort(); return l;';
        assert.equal(evaluate(body, '', item), '(1, 3)');
    });
    it('equals and hashCode of the user decide about keys', () => {
        const key = `public class Key { Integer n; public Key(Integer n) { this.n = n; }
            public Boolean equals(Object o) { return o instanceof Key && ((Key) o).n == n; } public Integer hashCode() { return n; } }`;
        assert.equal(evaluate('new Set<Key>{ new Key(1), new Key(1), new Key(2) }.size()', '', key), '2');
    });
});

describe('names', () => {
    it('ignore case everywhere', () => {
        assert.equal(evaluate('INTEGER Foo = 1; return fOO + t.BAR();', 'static integer Bar() { RETURN 2; }'), '3');
    });
    it('overloads take the nearest type', () => {
        const members = `static String f(Object o) { return 'o'; } static String f(Long l) { return 'l'; } static String f(String s) { return 's'; }
            static String f(Id i) { return 'i'; } static String f(List<SObject> l) { return 'L'; } static String f(Decimal d) { return 'd'; }`;
        const body = "Id i; return f(1) + f('a') + f(i) + f(new List<Account>()) + f(1.5) + f(true) + f(2L);";
        assert.equal(evaluate(body, members), 'lsiLdol');
    });
    it('enums have values, names and order', () => {
        const body = "return Color.values() + Color.GREEN.name() + Color.valueOf('red').ordinal();";
        assert.equal(evaluate(body, 'enum Color { RED, GREEN }'), '(RED, GREEN)GREEN0');
    });
    it('a type is meant where the variable of its name has no such member', () => {
        assert.equal(
            evaluate("String account = 'x'; return account + Account.Name + Account.SObjectType;"),
            'xNameAccount'
        );
    });
    it('classes, objects and fields have tokens', () => {
        const body =
            "return '' + T.class + Account.SObjectType + Account.Name + Schema.SObjectType.Contact.getName() + List<String>.class;";
        assert.equal(evaluate(body), 'TAccountNameContactList<String>');
    });
});

describe('class and object of one name', () => {
    it('is a class for static calls and an object as a type', () => {
        const bench = compile([
            `public class T { public static Object run() { BusinessHours b = new BusinessHours(Name = 'x'); return b.Name; }
              static Boolean within(Id id, Datetime at) { return BusinessHours.isWithin(id, at); } }`
        ]);
        assert.equal(problems(bench.diagnostics.filter((one) => one.kind === 'error')), '');
        assert.equal(bench.call('T', 'run'), 'x');
    });
});

describe('metadata', () => {
    const bench = compile([
        `public class T {
            @AuraEnabled(cacheable=true) public static String hello(String name, List<Id> ids) { return 'hello ' + name; }
            public transient Integer n { get; set; }
            public enum E { X, Y }
            public class In { public In(String s) { this.s = s; } public String s; }
        }`
    ]);
    const meta = bench.result.program?.classNamed('t');
    it('describes methods with annotations and types', () => {
        const method = meta?.methods[0];
        assert.deepEqual(method?.annotations, [{ name: 'auraenabled', params: { cacheable: 'true' } }]);
        assert.deepEqual(
            method?.parameters.map((parameter) => parameter.type.name),
            ['String', 'List<Id>']
        );
        assert.equal(method?.invoke(null, ['you', null]), 'hello you');
    });
    it('describes fields, inner classes and enums', () => {
        assert.deepEqual(
            meta?.fields.map((field) => [field.name, field.type.name, field.isProperty, field.isTransient]),
            [['n', 'Integer', true, true]]
        );
        assert.deepEqual(bench.result.program?.classNamed('T.E')?.enumValues, ['X', 'Y']);
        const inner = bench.result.program?.classNamed('T.In');
        assert.equal(inner?.fields[0]?.get(inner.construct(['v'])), 'v');
    });
    it('counts executions per line', () => {
        const counted = compile([
            'public class T {\n public static Object run() {\n  Integer i = 0;\n  while (i < 3)\n   i++;\n  if (i > 5)\n   i = 0;\n  return i;\n }\n}'
        ]);
        counted.call('T', 'run');
        assert.deepEqual(
            [...(counted.result.program?.coverage[0]?.lines() ?? [])],
            [
                [3, 1],
                [4, 1],
                [5, 3],
                [6, 1],
                [7, 0],
                [8, 1]
            ]
        );
    });
});

describe('triggers', () => {
    it('compile to units with their moments; Trigger.new has the type of the object', () => {
        const bench = compile([
            'trigger OnAccount on Account (before insert, after update) { for (Account a : Trigger.new) a.Name = a.Name + 1; }'
        ]);
        assert.equal(problems(bench.diagnostics), '');
        const trigger = bench.result.program?.triggers[0];
        assert.deepEqual(
            [trigger?.name, trigger?.object, [...(trigger?.moments ?? [])]],
            ['OnAccount', 'Account', ['before insert', 'after update']]
        );
    });
});

describe('stubs', () => {
    it('answer every instance method of a class or interface', () => {
        const bench = compile([
            'public class T { public static Object ask(Named n) { return n.name(3); } }',
            'public interface Named { String name(Integer n); }',
            "public virtual class Real implements Named { public Real(String s) { } public virtual String name(Integer n) { return 'real'; } }"
        ]);
        const ask = bench.result.program?.classNamed('T')?.methods[0];
        for (const name of ['Named', 'Real']) {
            const token = bench.result.program?.classNamed(name)?.token;
            assert.ok(token);
            const stub = bench.runtime.createStub(token, (_self, method, args) => `${method.name}(${args.join()})`);
            assert.equal(ask?.invoke(null, [stub]), 'name(3)');
            assert.ok(bench.runtime.context.isInstance(stub, token));
        }
    });
});
