import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from './support.ts';

const npe = 'System.NullPointerException: Attempt to de-reference a null object';

function table(title: string, rows: readonly (readonly [string, string])[]): void {
    describe(title, () => {
        for (const [expression, expected] of rows) {
            it(`${expression} gives ${expected}`, () => assert.equal(evaluate(expression), expected));
        }
    });
}

table('arithmetic', [
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['2147483647 + 1', '-2147483648'],
    ['100000 * 100000', '1410065408'],
    ['7 / 2.0', '3.5'],
    ['1.0 / 3', '0.333333333333333333333333333333333'],
    ['1.10 + 2.205', '3.305'],
    ['2147483647L + 1', '2147483648'],
    ['9223372036854775807L + 1', '-9223372036854775808'],
    ['7.5d * 2', '15.0'],
    ['1 / 0', 'System.MathException: Divide by 0'],
    ['1 << 4 | 3 ^ 1', '18'],
    ['-1 >>> 28', '15'],
    ['Integer i = 5; i += 2; i *= 3; return i;', '21'],
    ['Integer i = 5; Integer j = i++ + ++i; return j * 100 + i;', '1207'],
    ['Decimal d = 1; d += 0.5; return d;', '1.5'],
    ['Integer i; return i + 1;', npe],
    ['Integer i; i++; return i;', npe],
    ['Long l = 5; Double d = l; return d;', '5.0'],
    ['(Integer) 5.9', '5']
]);

table('comparison and logic', [
    ["'abc' == 'ABC'", 'true'],
    ["'abc' === 'ABC'", 'true'],
    ["'abc'.equals('ABC')", 'false'],
    ['1 == 1.0', 'true'],
    ['Integer i; return i < 5;', 'false'],
    ['Integer i; return i >= 5;', 'false'],
    ['Integer i; return i == null;', 'true'],
    ["'a' < 'B'", 'true'],
    ['Boolean b; if (b) { return 1; } return 2;', npe],
    ['true && !false', 'true'],
    ['new List<Integer>{1, 2} == new List<Integer>{1, 2}', 'true'],
    ['Date.newInstance(2024, 1, 1) < Date.newInstance(2024, 2, 1)', 'true'],
    ["(Object) 'x' instanceof String", 'true'],
    ['Object o = 1; return o instanceof Decimal;', 'true'],
    ['Object o; return o instanceof Object;', 'false']
]);

table('text', [
    ["'a' + 1 + 2", 'a12'],
    ["1 + 2 + 'a'", '3a'],
    ["'a' + null", 'anull'],
    ["'' + true + 1.50", 'true1.50'],
    ["'' + Date.newInstance(2024, 1, 31)", '2024-01-31 00:00:00'],
    ["'it\\'s' + '\\u0041'", "it'sA"],
    ['String s; return s.length();', npe],
    ['List<Integer> l; return l[0];', npe],
    ['List<Integer> l; l[0] = 1; return l;', npe],
    ["String s = 'a'; s += 'b'; return s;", 'ab']
]);

table('null handling', [
    ['String s; return s?.length();', 'null'],
    ['List<List<Integer>> l; return l?.get(0).size();', 'null'],
    ["String s; return s ?? 'other';", 'other'],
    ["String s; return s?.toUpperCase()?.trim() ?? 'none';", 'none'],
    ["String s = ' a '; return s?.trim().toUpperCase();", 'A']
]);

table('dates', [
    ['Date.newInstance(2024, 2, 28) + 2', '2024-03-01 00:00:00'],
    ['Datetime.newInstanceGmt(2024, 1, 1) + 0.5', '2024-01-01 12:00:00'],
    ['Date d; return d + 1;', npe]
]);

table('collections', [
    ["new List<String>{'a', 'b'}", '(a, b)'],
    ["new String[]{'a'}[0]", 'a'],
    ['new Integer[2]', '(null, null)'],
    ['Integer[] a = new Integer[]{1, 2}; a[1] += 5; return a;', '(1, 7)'],
    ['new List<Integer>()[0]', 'System.ListException: List index out of bounds: 0'],
    ["new Map<String, Integer>{'a' => 1}.get('a')", '1'],
    ["new Map<String, List<Integer>>{'a' => new List<Integer>{1}}", '{a=(1)}'],
    ['new Set<Integer>{1, 1, 2}.size()', '2'],
    ["new Map<String, Integer>{'a' => 1}.keySet().contains('A')", 'false']
]);

table('casts', [
    ["Object o = 'x'; return (String) o;", 'x'],
    [
        "Object o = 'x'; return (Integer) o;",
        'System.TypeException: Invalid conversion from runtime type String to Integer'
    ],
    ['Object o = 1; Long l = (Long) o; return l + 1L;', '2'],
    ['Object o = new List<Integer>{1}; return ((List<Integer>) o)[0];', '1'],
    ['Integer a = 3; Integer b = 1; return (a) - b;', '2'],
    ["Id i = '001000000000001'; return i;", '001000000000001AAA'],
    ["String s = 'zz'; Id i = s; return i;", 'System.StringException: Invalid id: zz']
]);

table('conditional', [
    ['Integer i = 1; return i > 0 ? 1.5 : 2;', '1.5'],
    ["true ? null : 'x'", 'null'],
    ['Integer a = 1; Integer b; b = a = 4; return b;', '4']
]);
