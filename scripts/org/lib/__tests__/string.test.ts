import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList, ApexMap, ApexSet } from '../../values/collections.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import { typeToken } from '../../values/typeToken.ts';
import { createHarness, LIST_OF_STRING } from './pureHarness.ts';

const { call } = createHarness();

function plain(value: unknown): unknown {
    return value instanceof ApexList ? value.items : value;
}

type Case = [method: string, args: unknown[], expected: unknown];

/** Examples of the String class page of the reference, and of Commons Lang and Java, on which it is built. */
const cases: Case[] = [
    ['abbreviate', ['Hello Maximillian', 8], 'Hello...'],
    ['abbreviate', ['Hello Maximillian', 9, 6], '...Max...'],
    ['abbreviate', ['Hello', 8], 'Hello'],
    ['capitalize', ['hello maximillian'], 'Hello maximillian'],
    ['center', ['hello', 9], '  hello  '],
    ['center', ['hello', 9, '-'], '--hello--'],
    ['charAt', ['Ω is Ohm.', 0], 937],
    ['codePointCount', ['Ω and Ω', 0, 5], 5],
    ['compareTo', ['abcde', 'abcdef'], -1],
    ['compareTo', ['abc', 'aBc'], 32],
    ['contains', ['Salesforce', 'force'], true],
    ['containsAny', ['hello', 'fx'], false],
    ['containsIgnoreCase', ['hello', 'HE'], true],
    ['containsNone', ['abcde', 'fg'], true],
    ['containsOnly', ['abba', 'abcd'], true],
    ['containsOnly', ['abba xyz', 'abcd'], false],
    ['countMatches', ['Hello Jane', 'Hello'], 1],
    ['deleteWhitespace', [' Hello Jane\n '], 'HelloJane'],
    ['difference', ['Hello Jane', 'Hello Max'], 'Max'],
    ['endsWithIgnoreCase', ['Hello Jason', 'jASON'], true],
    ['equals', ['abc', 'ABC'], false],
    ['equalsIgnoreCase', ['abc', 'ABC'], true],
    ['escapeCsv', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
    ['escapeEcmaScript', ['"grade": 3.9/4.0'], '\\"grade\\": 3.9\\/4.0'],
    ['escapeHtml4', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;'],
    ['escapeHtml4', ['é€'], '&eacute;&euro;'],
    ['escapeHtml3', ['é€'], '&eacute;€'],
    ['escapeJava', ['Company: "Salesforce"'], 'Company: \\"Salesforce\\"'],
    ['escapeUnicode', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?'],
    ['escapeXml', ['"<Black&White>\''], '&quot;&lt;Black&amp;White&gt;&apos;'],
    ['getLevenshteinDistance', ['Hello Joe', 'Hello Max'], 3],
    ['getLevenshteinDistance', ['Hello Jane', 'Hello Max', 2], -1],
    ['indexOf', ['abcde', 'cd'], 2],
    ['indexOf', ['abcdabcd', 'd', 4], 7],
    ['indexOfAny', ['abcd', 'xc'], 2],
    ['indexOfAnyBut', ['abcd', 'xc'], 0],
    ['indexOfChar', ['\u03A9 is Ohm', 937], 0],
    ['indexOfDifference', ['abcd', 'abxc'], 2],
    ['indexOfIgnoreCase', ['abcd', 'CD'], 2],
    ['isAllLowerCase', ['abcDe'], false],
    ['isAlpha', ['Letters only'], false],
    ['isAlphaSpace', ['alpha Space'], true],
    ['isAlphanumeric', ['abc12'], true],
    ['isAsciiPrintable', ['abcd1234 ~!"'], true],
    ['isNumeric', ['1.2'], false],
    ['isNumeric', [''], false],
    ['isNumericSpace', ['1 2 3'], true],
    ['isWhitespace', [' \t'], true],
    ['lastIndexOf', ['abcdabc', 'c', 4], 2],
    ['lastIndexOfIgnoreCase', ['abcdaBc', 'BC'], 5],
    ['left', ['abcdaacd', 3], 'abc'],
    ['leftPad', ['abc', 5], '  abc'],
    ['leftPad', ['ab', 5, 'xy'], 'xyxab'],
    ['rightPad', ['ab', 5, 'xy'], 'abxyx'],
    ['mid', ['abcde', 2, 3], 'cde'],
    ['mid', ['abcde', 9, 3], ''],
    ['normalizeSpace', ['Salesforce \t    force.com'], 'Salesforce force.com'],
    ['remove', ['Salesforce and force.com', 'force'], 'Sales and .com'],
    ['removeEnd', ['Salesforce and force.com', '.com'], 'Salesforce and force'],
    ['removeEndIgnoreCase', ['Salesforce and force.com', '.COM'], 'Salesforce and force'],
    ['removeStart', ['Salesforce', 'Sales'], 'force'],
    ['removeStartIgnoreCase', ['Salesforce', 'SALES'], 'force'],
    ['repeat', ['SFDC', 2], 'SFDCSFDC'],
    ['repeat', ['SFDC', '-', 2], 'SFDC-SFDC'],
    ['replace', ['abcdbca', 'bc', '$'], 'a$d$a'],
    ['replaceAll', ['a b xyz', '[a-zA-Z]', '1'], '1 1 111'],
    ['replaceAll', ['a1b2', '([a-z])(\\d)', '$2$1'], '1a2b'],
    ['replaceFirst', ['a b', '[a-z]', '1'], '1 b'],
    ['reverse', ['abc'], 'cba'],
    ['right', ['Hello Max', 3], 'Max'],
    ['split', ['a,b,,c,,', ','], ['a', 'b', '', 'c']],
    ['split', ['boo:and:foo', 'o', 0], ['b', '', ':and:f']],
    ['split', ['boo:and:foo', 'o', 5], ['b', '', ':and:f', '', '']],
    ['split', ['boo:and:foo', ':', 2], ['boo', 'and:foo']],
    ['split', ['boo:and:foo', 'o', -2], ['b', '', ':and:f', '', '']],
    ['split', ['abc', ''], ['a', 'b', 'c']],
    ['split', ['a.b', '\\.'], ['a', 'b']],
    ['split', ['', ','], ['']],
    ['split', [',', ','], []],
    ['splitByCharacterType', ['Force.com platform'], ['F', 'orce', '.', 'com', ' ', 'platform']],
    ['splitByCharacterTypeCamelCase', ['Force.com platform'], ['Force', '.', 'com', ' ', 'platform']],
    ['splitByCharacterTypeCamelCase', ['fooBarXMLFile'], ['foo', 'Bar', 'XML', 'File']],
    ['startsWith', ['AE86 vs EK9', 'AE86'], true],
    ['stripHtmlTags', ['<b>hello</b> world'], 'hello world'],
    ['substring', ['hamburger', 4], 'urger'],
    ['substring', ['hamburger', 4, 8], 'urge'],
    ['substring', ['abc', 3], ''],
    ['substringAfter', ['Force.com.platform', '.'], 'com.platform'],
    ['substringAfterLast', ['Force.com.platform', '.'], 'platform'],
    ['substringBefore', ['Force.com.platform', '.'], 'Force'],
    ['substringBefore', ['abc', 'x'], 'abc'],
    ['substringAfter', ['abc', 'x'], ''],
    ['substringBeforeLast', ['Force.com.platform', '.'], 'Force.com'],
    ['substringBetween', ['tagYellowtag', 'tag'], 'Yellow'],
    ['substringBetween', ['xYellowy', 'x', 'y'], 'Yellow'],
    ['swapCase', ['Force.com'], 'fORCE.COM'],
    ['trim', [' \n a b \t'], 'a b'],
    ['uncapitalize', ['Hello'], 'hello'],
    ['unescapeCsv', ['"Max1, ""Max2"""'], 'Max1, "Max2"'],
    ['unescapeHtml4', ['&quot;&lt;Black&amp;White&gt;&quot; &eacute;&#233;'], '"<Black&White>" éé'],
    ['unescapeJava', ['Company: \\"Salesforce\\"\\n'], 'Company: "Salesforce"\n'],
    ['unescapeUnicode', ['voc\\u00EA'], 'você'],
    ['isBlank', [null], true],
    ['isBlank', [' \t'], true],
    ['isEmpty', [' '], false],
    ['isNotBlank', ['a'], true],
    ['isNotEmpty', [null], false],
    ['escapeSingleQuotes', ["O'Neil"], "O\\'Neil"],
    [
        'format',
        ['Hello {0}, shall we {1}?', new ApexList(typeToken('List<Object>'), ['David', 5])],
        'Hello David, shall we 5?'
    ],
    ['format', ["It''s {0} '{1}' {2}", new ApexList(typeToken('List<Object>'), [null])], "It's null {1} {2}"],
    ['fromCharArray', [new ApexList(typeToken('List<Integer>'), [74, 105])], 'Ji'],
    ['getCommonPrefix', [new ApexList(LIST_OF_STRING, ['SFDCApex', 'SFDCVisualforce'])], 'SFDC'],
    ['join', [new ApexList(typeToken('List<Object>'), [1, null, 'x']), ', '], '1, , x'],
    ['join', [new ApexSet(typeToken('Set<Object>'), [1, 2]), '-'], '1-2'],
    ['valueOf', [null], null],
    ['valueOf', [Decimal.of('1.50')], '1.50'],
    ['valueOf', [ApexDate.of(2026, 1, 31)], '2026-01-31'],
    ['valueOf', [ApexDatetime.fromEpochMs(Date.UTC(2026, 0, 31, 3))], '2026-01-30 21:00:00'],
    ['valueOfGmt', [ApexDatetime.fromEpochMs(Date.UTC(2026, 0, 31, 3))], '2026-01-31 03:00:00'],
    ['valueOf', [new ApexMap(typeToken('Map<String,Integer>'), [['a', 1]])], '{a=1}']
];

test('String methods give what the reference shows', () => {
    for (const [method, args, expected] of cases) {
        assert.deepEqual(
            plain(call(`String.${method}`, ...args)),
            expected,
            `${method}(${JSON.stringify(args.map(String))})`
        );
    }
});

test("String methods fail with the platform's texts", () => {
    const failures: [string, unknown[], string, string][] = [
        ['substring', ['abc', 4], 'System.StringException', 'Starting position out of bounds: 4'],
        ['substring', ['abc', 1, 5], 'System.StringException', 'Ending position out of bounds: 5'],
        ['contains', ['abc', null], 'System.NullPointerException', 'Argument cannot be null.'],
        ['abbreviate', ['Hello World', 3], 'System.StringException', 'Minimum abbreviation width is 4'],
        ['format', [null, null], 'System.NullPointerException', 'Argument cannot be null.']
    ];
    for (const [method, args, typeName, message] of failures) {
        assert.throws(() => call(`String.${method}`, ...args), { typeName, message }, method);
    }
});
