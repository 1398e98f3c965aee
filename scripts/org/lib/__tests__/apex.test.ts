import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../../compile/__tests__/support.ts';

/** Compiles one method per expression and compares the text of its value. */
function check(cases: readonly (readonly [expression: string, expected: string])[], helpers = ''): void {
    const methods = cases.map(([expression], at) => `public static String e${at}() { return '' + (${expression}); }`);
    const bench = compile([`public class Probe { ${helpers}\n${methods.join('\n')} }`]);
    assert.deepEqual(bench.diagnostics, []);
    cases.forEach(([expression, expected], at) => assert.equal(bench.call('Probe', `e${at}`), expected, expression));
}

test('overloads are chosen by the static types of the arguments', () => {
    check([
        ['Math.round(2.5)', '2'],
        ["Math.round(Double.valueOf('2.5'))", '3'],
        ['Math.abs(-5)', '5'],
        ['Math.max(1, 2L)', '2'],
        ['Math.max(1.5, 2)', '2'],
        ['Math.mod(7, 3)', '1'],
        ['Math.mod(7L, 3)', '1'],
        ['Math.pow(2, 3)', '8.0'],
        ['Math.sqrt(16)', '4.0'],
        ['Math.ceil(1.2)', '2'],
        ['String.valueOf(1.50)', '1.50'],
        ['String.valueOf(1)', '1'],
        ['String.valueOf(true)', 'true'],
        ['String.valueOf(Date.newInstance(2026, 1, 2))', '2026-01-02'],
        ['Date.newInstance(2026, 1, 2)', '2026-01-02 00:00:00'],
        ["Integer.valueOf('7') + Integer.valueOf(2.9)", '9'],
        ["Decimal.valueOf('1.10').setScale(1)", '1.1'],
        ['Decimal.valueOf(7).divide(3, 2, RoundingMode.UP)', '2.34'],
        ['(1.0).scale()', '1']
    ]);
});

test('collections work with literals, generics and records', () => {
    check(
        [
            ["String.join(new List<String>{ 'a', 'b' }, ',')", 'a,b'],
            ["String.join(new List<Integer>{ 1, 2 }, ',')", '1,2'],
            ["String.join(new Set<String>{ 'a' }, ',')", 'a'],
            ['new Set<Integer>(new List<Integer>{ 1, 1, 2 }).size()', '2'],
            ['new List<Integer>(new Set<Integer>{ 3, 1 })', '(3, 1)'],
            ["new Map<String, Integer>{ 'a' => 1 }.get('b')", 'null'],
            ["new Map<String, Integer>{ 'a' => 1 }.values()", '(1)'],
            [
                "new Map<Id, Account>(new List<Account>{ new Account(Id = '001000000000001') }).keySet()",
                '{001000000000001AAA}'
            ],
            ["String.format('{0}-{1}', new List<Object>{ 1, 'x' })", '1-x'],
            ["'a,b'.split(',')[1]", 'b'],
            ['sorted()', '(1, 2, 3)'],
            ['byLength()', '(c, aa, bbb)'],
            ['points()', '1'],
            ['each()', 'ab']
        ],
        `
        public class Point {
            Integer x;
            public Point(Integer x) { this.x = x; }
            public Boolean equals(Object other) { return other instanceof Point && ((Point) other).x == x; }
            public override Integer hashCode() { return x; }
        }
        class ByLength implements Comparator<String> {
            public Integer compare(String a, String b) { return a.length() - b.length(); }
        }
        static List<Integer> sorted() { List<Integer> l = new List<Integer>{ 3, 1, 2 }; l.sort(); return l; }
        static List<String> byLength() { List<String> l = new List<String>{ 'bbb', 'c', 'aa' }; l.sort(new ByLength()); return l; }
        static Integer points() { return new Set<Point>{ new Point(1), new Point(1) }.size(); }
        static String each() {
            String all = '';
            Iterator<String> it = new List<String>{ 'a', 'b' }.iterator();
            while (it.hasNext()) all += it.next();
            return all;
        }`
    );
});

test('JSON, types and exceptions work with user classes', () => {
    check(
        [
            ['JSON.serialize(new Item())', '{"name":"n","price":null,"tags":["t"]}'],
            ['((Item) JSON.deserialize(\'{"price":1.50}\', Item.class)).price', '1.50'],
            ["((Item) JSON.deserialize('{}', Item.class)).name", 'n'],
            ['((List<Item>) JSON.deserialize(\'[{"NAME":"x"}]\', List<Item>.class))[0].name', 'x'],
            ["((Map<String, Object>) JSON.deserializeUntyped('{\"a\":[1]}')).get('a')", '(1)'],
            ["((Item) Type.forName('Probe.Item').newInstance()).name", 'made'],
            ["Type.forName('Probe.Nope')", 'null'],
            ['Item.class.getName()', 'Probe.Item'],
            ['caught(0)', 'Probe.OwnException: own, cause System.MathException: Divide by 0'],
            ['caught(1)', 'System.ListException: List index out of bounds: 3'],
            ['caught(2)', 'System.TypeException: Invalid integer: x'],
            ['caught(3)', 'System.NullPointerException: Attempt to de-reference a null object'],
            ['caught(4)', 'System.AuraHandledException: Script-thrown exception'],
            ['caught(5)', "System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set"]
        ],
        `
        public class OwnException extends Exception {}
        public class Item {
            public String name = 'n';
            public Decimal price;
            List<String> tags = new List<String>{ 't' };
            transient Integer hidden = 1;
            public static Integer count = 0;
            public Item() { if (count++ > 0) name = 'made'; }
        }
        static String caught(Integer kind) {
            try {
                if (kind == 0) {
                    try { Integer i = 1 / 0; } catch (MathException e) { throw new OwnException('own', e); }
                }
                if (kind == 1) return '' + new List<Integer>{ 1 }.get(3);
                if (kind == 2) return '' + Integer.valueOf('x');
                if (kind == 3) { String s; return '' + s.length(); }
                if (kind == 4) throw new AuraHandledException('hidden');
                if (kind == 5) return '' + JSON.deserialize('{}', List<String>.class);
                return 'nothing';
            } catch (Exception e) {
                Exception cause = e.getCause();
                return e.getTypeName() + ': ' + e.getMessage() + (cause == null ? '' : ', cause ' + cause);
            }
        }`
    );
});
