import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '../../runtime/program.ts';
import { Decimal } from '../../values/decimal.ts';
import { Unsupported } from '../../values/exceptions.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import { compileFormula, evaluateField, FormulaRuntimeError, FormulaSyntaxError } from '../compile.ts';
import type { FormulaContext } from '../context.ts';
import { field, object, schemaOf } from '../../schema/__tests__/smallModel.ts';

const parent = object('Parent__c', 'a01', [field('Name', 'string'), field('Amount__c', 'currency', { scale: 2 })]);
const record = object('Thing__c', 'a00', [
    field('Name', 'string'),
    field('Text__c', 'string'),
    field('Story__c', 'string'),
    field('Empty__c', 'string'),
    field('Blank__c', 'string'),
    field('Number__c', 'double', { scale: 2 }),
    field('NoNumber__c', 'double'),
    field('Rate__c', 'percent', { scale: 1 }),
    field('Flag__c', 'boolean'),
    field('NoFlag__c', 'boolean'),
    field('Day__c', 'date'),
    field('NoDay__c', 'date'),
    field('At__c', 'datetime'),
    field('Status__c', 'picklist'),
    field('Tags__c', 'multipicklist'),
    field('Parent__c', 'reference', { referenceTo: ['Parent__c'], relationshipName: 'Parent__r' })
]);
const user = object('User', '005', [field('Name', 'string'), field('ProfileId', 'reference')]);
const schema = schemaOf([record, parent, user], {
    customPermissions: new Set(['Bypass']),
    labels: new Map([['greeting', { name: 'Greeting', value: 'Hello', language: 'en_US' }]])
});
const values: Record<string, Value> = {
    Id: 'a00000000000001AAA',
    Name: 'T-1',
    Text__c: 'Hello World',
    Story__c: 'Longer than any id',
    Empty__c: '',
    Number__c: Decimal.of('12.50'),
    Rate__c: Decimal.of('5.0'),
    Day__c: ApexDate.of(2026, 1, 31),
    At__c: ApexDatetime.fromEpochMs(Date.UTC(2026, 0, 31, 23, 30)),
    Status__c: 'Open',
    Tags__c: 'A;B',
    Parent__c: 'a01000000000001AAA',
    'Parent__r.Name': 'Mother',
    'Parent__r.Amount__c': Decimal.of('100')
};
const globals: Record<string, Value> = {
    '$Permission.Bypass': true,
    '$Label.Greeting': 'Hello',
    '$User.Id': '005000000000001AAA'
};
const context: FormulaContext = {
    field: (path) => values[path.join('.')] ?? null,
    prior: (path) => (path[0] === 'Status__c' ? 'New' : (values[path.join('.')] ?? null)),
    isNew: false,
    now: Date.UTC(2026, 1, 1, 3, 0),
    timeZone: 'America/New_York',
    global: (name, path) => globals[`${name}.${path.join('.')}`] ?? null
};

function plain(value: Value): Value {
    return value instanceof Decimal
        ? Number(value.toText())
        : value instanceof ApexDate || value instanceof ApexDatetime
          ? value.toIso()
          : value;
}

const cases: readonly (readonly [string, Value])[] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-2 ^ 2', 4],
    ['-NULL + 1', null],
    ['IF(!NULL, 1, 2)', 2],
    ['"a" + Blank__c', 'a'],
    ['Blank__c + "a"', 'a'],
    ['"a" + NULL', 'a'],
    ['NULL + "a"', 'a'],
    ['10 / 4', 2.5],
    ['1 / 3 * 3 > 0.99', true],
    ['Number__c * 2', 25],
    ['Rate__c * 100', 5],
    ['NoNumber__c + 1', null],
    ['NoNumber__c > 1', null],
    ['NoNumber__c = 1', null],
    ['NOT(NoNumber__c > 1)', null],
    ['IF(NoNumber__c > 1, "a", "b")', 'b'],
    ['AND(TRUE, NoNumber__c > 1)', false],
    ['OR(NoNumber__c > 1, TRUE)', true],
    ['NoDay__c < TODAY()', null],
    ['Blank__c = ""', true],
    ['Blank__c <> "x"', true],
    ['Blank__c = NULL', true],
    ['"a" = "A"', false],
    ['"a" & Blank__c & "b"', 'ab'],
    ['"a" + "b"', 'ab'],
    ['LEN(Blank__c)', 0],
    ['LEN(Text__c)', 11],
    ['TRIM("  x ")', 'x'],
    ['LEFT(Text__c, 5)', 'Hello'],
    ['RIGHT(Text__c, 5)', 'World'],
    ['MID(Text__c, 7, 3)', 'Wor'],
    ['UPPER("ab") & LOWER("CD")', 'ABcd'],
    ['CONTAINS(Text__c, "World")', true],
    ['CONTAINS(Blank__c, "World")', null],
    ['BEGINS(Text__c, "Hell")', true],
    ['SUBSTITUTE(Text__c, "World", "You")', 'Hello You'],
    ['SUBSTITUTE(Blank__c, "a", "b")', null],
    ['SUBSTITUTE(Text__c, Blank__c, "b")', 'Hello World'],
    ['SUBSTITUTE("abc", "b", Blank__c)', 'ac'],
    ['FIND("o", Text__c)', 5],
    ['FIND("o", Text__c, 6)', 8],
    ['FIND("o", Blank__c)', 0],
    ['FIND(Blank__c, "a null")', 0],
    ['LPAD("7", 3, "0")', '007'],
    ['RPAD("7", 3, "0")', '700'],
    ['REGEX("A-12", "[A-Z]-\\\\d+")', true],
    ['REGEX("A-12x", "[A-Z]-\\\\d+")', false],
    ['REGEX("abc", "(?i)ABC")', true],
    ['VALUE("12.5") + 1', 13.5],
    ['TEXT(Number__c)', '12.5'],
    ['TEXT(Status__c)', 'Open'],
    ['TEXT(Day__c)', '2026-01-31'],
    ['TEXT(At__c)', '2026-01-31 23:30:00Z'],
    ['ISPICKVAL(Status__c, "Open")', true],
    ['ISPICKVAL(PRIORVALUE(Status__c), "New")', true],
    ['ISCHANGED(Status__c)', true],
    ['ISCHANGED(Text__c)', false],
    ['ISNEW()', false],
    ['INCLUDES(Tags__c, "B")', true],
    ['CASE(Status__c, "Open", 1, "Closed", 2, 0)', 1],
    ['CASE(Blank__c, "x", 1, 0)', 0],
    ['CASE(WEEKDAY(DATE(2026, 1, 4)), 1, "Sunday", "other")', 'Sunday'],
    ['BLANKVALUE(Blank__c, "none")', 'none'],
    ['BLANKVALUE(Empty__c, "none")', 'none'],
    ['LEN(Empty__c & "")', 0],
    ['IF(NOT(NoFlag__c), 1, 2)', 1],
    ['Empty__c', null],
    ['NULLVALUE(NoNumber__c, 3)', 3],
    ['ISBLANK(NoNumber__c)', true],
    ['ISNULL(Blank__c)', false],
    ['ISBLANK(Blank__c)', true],
    ['TODAY()', '2026-01-31'],
    ['NOW()', '2026-02-01T03:00:00.000Z'],
    ['NOW() - At__c', 3.5 / 24],
    ['Day__c + 1', '2026-02-01'],
    ['Day__c - DATE(2026, 1, 1)', 30],
    ['At__c + 0.5', '2026-02-01T11:30:00.000Z'],
    ['ADDMONTHS(Day__c, 1)', '2026-02-28'],
    ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
    ['DATEVALUE(At__c)', '2026-01-31'],
    ['DATETIMEVALUE("2026-01-01 10:00:00")', '2026-01-01T10:00:00.000Z'],
    ['YEAR(Day__c) * 100 + MONTH(Day__c)', 202601],
    ['HOUR(TIMEVALUE(At__c))', 23],
    ['ROUND(2.345, 2)', 2.35],
    ['ROUND(1234, -2)', 1200],
    ['FLOOR(-2.5)', -2],
    ['CEILING(-2.5)', -3],
    ['MFLOOR(-2.5)', -3],
    ['MAX(1, 3, 2) + MIN(4, 2)', 5],
    ['MOD(7, 3)', 1],
    ['SQRT(16)', 4],
    ['ABS(-3)', 3],
    ['Parent__r.Name', 'Mother'],
    ['Parent__r.Amount__c - Number__c', 87.5],
    ['CASESAFEID(Parent__c)', 'a01000000000001AAA'],
    ['Parent__c', 'a01000000000001'],
    // Texts are whole; ids have 15 characters.
    ['Story__c', 'Longer than any id'],
    ['LEN(Id)', 15],
    ['$Permission.Bypass && NOT($Permission.Bypass)', false],
    ['$Label.Greeting & "!"', 'Hello!'],
    ['$User.Id', '005000000000001'],
    ['!Flag__c || false', true],
    ['Number__c != 3 /* not three */', true],
    ['Number__c == 12.5', true]
];

for (const [source, expected] of cases) {
    test(`${source} gives ${String(expected)}`, () => {
        const result = plain(compileFormula(source, record, schema).evaluate(context));
        if (typeof expected === 'number' && typeof result === 'number') {
            assert.ok(Math.abs(result - expected) < 1e-9, `${result} is not ${expected}`);
        } else {
            assert.equal(result, expected);
        }
    });
}

const refused: readonly (readonly [string, RegExp, number])[] = [
    ['1 +', /Found end of formula/, 3],
    ['Nope__c = 1', /Field Nope__c does not exist/, 0],
    ['Parent__r.Nope__c = 1', /Field Parent__r.Nope__c does not exist/, 0],
    ['Status__c = "Open"', /is a picklist field/, 0],
    ['1 = "a"', /Incorrect parameter type for operator '='/, 4],
    ['IF(1, 2, 3)', /Expected Boolean, received Number/, 3],
    ['LEN(1)', /Expected Text, received Number/, 4],
    ['LEN("a", "b")', /Expected 1, received 2/, 0],
    ['"open', /Missing closing quote/, 0],
    ['(1, 2)', /Missing '\)'/, 2],
    ['ABS(1', /Missing '\)'/, 5],
    ['1 1', /Extra '1'/, 2],
    ['$Permission.Nope', /does not exist/, 0],
    ['Day__c + Day__c', /Incorrect parameter type/, 7]
];

for (const [source, message, offset] of refused) {
    test(`${source} is refused with its position`, () => {
        assert.throws(
            () => compileFormula(source, record, schema),
            (problem) =>
                problem instanceof FormulaSyntaxError && message.test(problem.message) && problem.offset === offset
        );
    });
}

test('a function that the local org does not have is unsupported by name when the formula is loaded', () => {
    assert.throws(
        () => compileFormula('VLOOKUP(Name, Name, "x")', record, schema),
        (problem) => {
            return problem instanceof Unsupported && problem.feature === 'formula function VLOOKUP()';
        }
    );
});

test('blank numbers count as zero when the field says so', () => {
    const formula = compileFormula('NoNumber__c + 1', record, schema, { blankAsZero: true });
    assert.equal(plain(formula.evaluate(context)), 1);
});

test('division by zero is an error of the record, and a calculated field then has no value', () => {
    const formula = compileFormula('1 / (Number__c - 12.5)', record, schema);
    assert.throws(() => formula.evaluate(context), FormulaRuntimeError);
    assert.equal(evaluateField(formula, field('F__c', 'double', { scale: 2 }), context), null);
});

test('a calculated field has the decimals of its definition, and a percentage is multiplied back', () => {
    const third = compileFormula('1 / 3', record, schema);
    assert.equal(evaluateField(third, field('F__c', 'double', { scale: 2 }), context).toText(), '0.33');
    assert.equal(evaluateField(third, field('F__c', 'percent', { scale: 1 }), context).toText(), '33.3');
});

test('references list every field path once', () => {
    const formula = compileFormula('IF(parent__r.name = "a", Number__c, Number__c + 1)', record, schema);
    assert.deepEqual(formula.references, [['Parent__r', 'Name'], ['Number__c']]);
});
