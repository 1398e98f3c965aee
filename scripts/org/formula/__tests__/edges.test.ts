import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '../../runtime/program.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDate } from '../../values/temporal.ts';
import { compileFormula, FormulaRuntimeError, FormulaSyntaxError } from '../compile.ts';
import type { FormulaContext } from '../context.ts';
import { field, object, schemaOf } from '../../schema/__tests__/smallModel.ts';

const record = object('Thing__c', 'a00', [
    field('Text__c', 'string'),
    field('Number__c', 'double', { scale: 2 }),
    field('Flag__c', 'boolean'),
    field('Day__c', 'date')
]);
const schema = schemaOf([record]);

function evaluate(text: string, now: Record<string, Value>, before: Record<string, Value> = {}, isNew = false): Value {
    const context: FormulaContext = {
        field: (path) => now[path.join('.')] ?? null,
        prior: (path) => before[path.join('.')] ?? null,
        isNew,
        now: Date.UTC(2026, 1, 1, 3, 0),
        timeZone: 'GMT',
        global: () => null
    };
    const value = compileFormula(text, record, schema).evaluate(context);
    return value instanceof Decimal ? Number(value.toText()) : value;
}

// Help page of ISCHANGED: a blank that stays blank has not changed.
test('ISCHANGED tells blank from filled, in both directions, for every type', () => {
    const cases: readonly (readonly [string, Value, Value, boolean])[] = [
        ['Text__c', null, null, false],
        ['Text__c', 'a', null, true],
        ['Text__c', null, 'a', true],
        ['Text__c', 'a', 'a', false],
        ['Text__c', 'a', 'A', true],
        ['Number__c', Decimal.of('1'), null, true],
        ['Number__c', null, Decimal.of('1'), true],
        ['Number__c', Decimal.of('1.0'), Decimal.of('1.00'), false],
        ['Number__c', Decimal.of('1'), Decimal.of('2'), true],
        ['Flag__c', true, false, true],
        ['Flag__c', true, true, false],
        ['Day__c', ApexDate.of(2026, 1, 1), ApexDate.of(2026, 1, 1), false],
        ['Day__c', ApexDate.of(2026, 1, 1), ApexDate.of(2026, 1, 2), true]
    ];
    for (const [name, now, before, changed] of cases) {
        const label = `${name} ${String(before)} -> ${String(now)}`;
        assert.equal(evaluate(`ISCHANGED(${name})`, { [name]: now }, { [name]: before }), changed, label);
        assert.equal(evaluate(`ISCHANGED(${name})`, { [name]: now }, { [name]: before }, true), false, `new ${label}`);
    }
});

// Help pages of IMAGE and HYPERLINK.
test('pictures have a size only when both measures are given; links open where they are told', () => {
    const cases: readonly (readonly [string, string])[] = [
        ['IMAGE("u", "l")', '<img src="u" alt="l" border="0"/>'],
        ['IMAGE("u", "l", 10, 20)', '<img src="u" alt="l" style="height:10px; width:20px;" border="0"/>'],
        ['IMAGE("u", "l", 10)', '<img src="u" alt="l" border="0"/>'],
        ['IMAGE("u", "l", 10, Number__c)', '<img src="u" alt="l" border="0"/>'],
        ['HYPERLINK("u", "l")', '<a href="u" target="_blank">l</a>'],
        ['HYPERLINK("u", "l", "_self")', '<a href="u" target="_self">l</a>']
    ];
    for (const [text, html] of cases) assert.equal(evaluate(text, {}), html, text);
});

// Help page "Formula Operators and Functions": each limit from both sides.
test('comparisons and functions hold at their limits', () => {
    const one = { Number__c: Decimal.of('1') };
    const cases: readonly (readonly [string, Value])[] = [
        ['Number__c < 1', false],
        ['Number__c <= 1', true],
        ['Number__c > 1', false],
        ['Number__c >= 1', true],
        ['Number__c <> 1', false],
        ['Number__c = 1', true],
        ['1 < Number__c + 1', true],
        ['AND(Number__c = 1, Number__c = 1, Number__c = 2)', false],
        ['OR(Number__c = 2, Number__c = 3, Number__c = 1)', true],
        ['AND(Number__c = 1, Number__c < 2)', true],
        ['OR(Number__c = 2, Number__c = 3)', false],
        ['NOT(Number__c = 2)', true],
        ['IF(Number__c = 1, "y", "n")', 'y'],
        ['LEFT("abc", 2)', 'ab'],
        ['LEFT("abc", 5)', 'abc'],
        ['RIGHT("abc", 2)', 'bc'],
        ['MID("abc", 2, 1)', 'b'],
        ['MID("abc", 4, 1)', null],
        ['FIND("c", "abc")', 3],
        ['FIND("a", "abca", 2)', 4],
        ['FIND("x", "abc")', 0],
        ['LPAD("a", 3, "x")', 'xxa'],
        ['RPAD("abc", 2, "x")', 'ab'],
        ['LPAD("abc", 0, "x")', null],
        ['LPAD("abc", 1, "x")', 'a'],
        ['2 ^ -1', 0.5],
        ['4 ^ 0.5', 2],
        ['2 ^ 10', 1024],
        ['2 ^ 0', 1],
        ['ROUND(1.005, 2)', 1.01],
        ['ROUND(-1.5, 0)', -2],
        ['FLOOR(-1.5)', -1],
        ['MFLOOR(-1.5)', -2],
        ['CEILING(-1.5)', -2],
        ['MCEILING(-1.5)', -1],
        ['MOD(7, 3)', 1],
        ['ABS(-2)', 2],
        ['"" & ""', null],
        ['SQRT(4)', 2],
        ['EXP(0)', 1],
        ['ROUND(125, -1)', 130],
        ['ROUND(1.5, 1)', 1.5],
        ['MAX(1, 3, 2)', 3],
        ['MIN(3, 1, 2)', 1],
        ['CASE(Number__c, 1, "one", 2, "two", "many")', 'one'],
        ['CASE(Number__c + 1, 1, "one", 2, "two", "many")', 'two'],
        ['CASE(Number__c + 2, 1, "one", 2, "two", "many")', 'many'],
        ['YEAR(DATE(2026, 12, 31))', 2026],
        ['MONTH(DATE(2026, 12, 31))', 12],
        ['DAY(DATE(2026, 12, 31))', 31],
        ['WEEKDAY(DATE(2026, 11, 22))', 1],
        ['DATE(2026, 3, 1) - DATE(2026, 2, 1)', 28],
        ['ISBLANK(ADDMONTHS(DATE(2026, 1, 31), VALUE(Text__c)))', true],
        ['ISBLANK(ADDMONTHS(Day__c, 1))', true],
        ['DAY(ADDMONTHS(DATE(2026, 1, 31), 1))', 28],
        ['BLANKVALUE(Text__c, "none")', 'none'],
        ['ISBLANK(Text__c)', true],
        ['ISBLANK(Number__c)', false],
        ['ISNUMBER("1.5")', true],
        ['ISNUMBER("x")', false],
        ['VALUE("1.5") + 1', 2.5],
        ['REGEX("ab", "[a-b]+")', true],
        ['REGEX("abc", "[a-b]+")', false],
        ['SUBSTITUTE("aba", "a", "x")', 'xbx'],
        ['TRIM("  a ")', 'a'],
        ['UPPER("a") & LOWER("B")', 'Ab'],
        ['CONTAINS("abc", "b")', true],
        ['BEGINS("abc", "b")', false]
    ];
    for (const [text, value] of cases) assert.equal(evaluate(text, one), value, text);
});

// Help page of DATE: a day that does not exist is an error.
test('a day that does not exist is no date', () => {
    for (const text of [
        'DATE(2026, 2, 30)',
        'DATE(2026, 13, 1)',
        'DATE(2026, 1, 366)',
        'DATE(2026, 0, 1)',
        'DATE(2026, 1, 0)'
    ]) {
        assert.throws(() => evaluate(text, {}), FormulaRuntimeError, text);
    }
    assert.equal((evaluate('DATE(2024, 2, 29)', {}) as ApexDate).toIso(), '2024-02-29');
});

// Help pages of DATEVALUE and DATETIMEVALUE: text in the one format, anything else is an error.
test('texts become days and instants in one format only', () => {
    assert.equal((evaluate('DATEVALUE("2026-2-3")', {}) as ApexDate).toIso(), '2026-02-03');
    assert.equal(evaluate('HOUR(TIMEVALUE("10:20:30.000"))', {}), 10);
    assert.equal(evaluate('MINUTE(TIMEVALUE("10:20:30"))', {}), 20);
    assert.equal(evaluate('TEXT(DATETIMEVALUE("2026-02-03 04:05:06"))', {}), '2026-02-03 04:05:06Z');
    for (const text of [
        'DATEVALUE("2 Feb 2026")',
        'DATETIMEVALUE("2026-02-03")',
        'DATETIMEVALUE("2026-02-30 00:00:00")',
        'TIMEVALUE("10 o clock")'
    ]) {
        assert.throws(() => evaluate(text, {}), FormulaRuntimeError, text);
    }
});

test('an operator that does not fit names itself', () => {
    const cases: readonly (readonly [string, RegExp])[] = [
        ['Number__c - Flag__c', /operator '-'/],
        ['Number__c + Flag__c', /operator '\+'/],
        ['Text__c & Flag__c', /operator '&'/]
    ];
    for (const [text, message] of cases) assert.throws(() => compileFormula(text, record, schema), message, text);
});

test('a wrong number of arguments is told with the number that is wanted', () => {
    const cases: readonly (readonly [string, string])[] = [
        ['LEFT("a")', "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1"],
        ['LEFT("a", 1, 2)', "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 3"],
        ['FIND("a")', "Incorrect number of parameters for function 'FIND()'. Expected 2, received 1"],
        ['FIND("a", "b", 1, 2)', "Incorrect number of parameters for function 'FIND()'. Expected 3, received 4"]
    ];
    for (const [text, message] of cases) {
        assert.throws(
            () => compileFormula(text, record, schema),
            (error) => error instanceof FormulaSyntaxError && error.message === message,
            text
        );
    }
});
